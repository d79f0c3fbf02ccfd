//! README.md and README.ja.md: what they tell people to type is understood, and the two tell the same.

use std::collections::{BTreeMap, BTreeSet};

use super::page::{Block, Page, Section, is_there};
use super::typed::mistakes;

/// In the order of the languages of `man/`: English, Japanese.
fn pages() -> [Page; 2] {
    ["README.md", "README.ja.md"].map(Page::read)
}

/// What is the same of a section in both languages.
#[derive(Debug, PartialEq)]
struct Shape {
    level: usize,
    rows: usize,
    items: usize,
    /// Each block's language, and what it says.
    blocks: Vec<(String, Vec<String>)>,
    /// The commands, settings, findings and files that it names.
    spans: BTreeSet<String>,
    /// How often each figure stands in it.
    figures: BTreeMap<String, usize>,
}

fn shape(section: &Section) -> Shape {
    let blocks = section.blocks.iter();
    Shape {
        level: section.level,
        rows: section.rows,
        items: section.items,
        blocks: blocks
            .map(|block| (block.language.clone(), told(block)))
            .collect(),
        spans: section.spans.iter().cloned().collect(),
        figures: figures(&section.prose),
    }
}

/// What a block says in any language: nothing of a picture, and nothing behind a `#`.
fn told(block: &Block) -> Vec<String> {
    let uncommented = |line: &String| {
        line.split(" #")
            .next()
            .unwrap_or_default()
            .trim_end()
            .to_owned()
    };
    let lines = block.lines.iter().filter(|_| block.is_typed());
    lines.map(uncommented).collect()
}

/// How often each number of several digits, and each time of day, is there.
fn figures(prose: &str) -> BTreeMap<String, usize> {
    let is_part = |c: char| c.is_ascii_digit() || ",:.-".contains(c);
    let mut figures = BTreeMap::new();
    for figure in prose.split(|c| !is_part(c)) {
        let figure = figure.trim_matches(|c: char| !c.is_ascii_digit());
        if figure.len() > 2 {
            *figures.entry(figure.to_owned()).or_default() += 1;
        }
    }
    figures
}

/// What is wrong with a link: a file or a heading that is not there.
fn wrong_link(page: &Page, link: &str) -> Option<String> {
    let is_right = match link.strip_prefix('#') {
        Some(anchor) => page
            .sections
            .iter()
            .any(|section| section.anchor() == anchor),
        None => link.starts_with("https://") || is_there(link),
    };
    (!is_right).then(|| format!("{}: {link} leads nowhere", page.name))
}

#[test]
fn all_that_people_are_told_to_type_is_understood() {
    for page in pages() {
        assert_eq!(mistakes(&page), Vec::<String>::new(), "{}", page.name);
    }
}

#[test]
fn the_two_languages_tell_the_same_section_by_section() {
    let [english, japanese] = pages();
    for (ours, theirs) in english.sections.iter().zip(&japanese.sections) {
        let [ours_shape, theirs_shape] = [ours, theirs].map(shape);
        assert_eq!(
            ours_shape, theirs_shape,
            "{} and {}",
            ours.title, theirs.title
        );
    }
    assert_eq!(english.sections.len(), japanese.sections.len());
}

#[test]
fn the_two_languages_link_to_each_other_at_the_top_and_every_link_leads_somewhere() {
    let pages = pages();
    for (page, other) in [(0, 1), (1, 0)].map(|(page, other)| (&pages[page], &pages[other])) {
        let links = &page.sections[0].links;
        assert!(
            links.contains(&other.name.to_owned()),
            "{}: {links:?}",
            page.name
        );
        let all = page.sections.iter().flat_map(|section| &section.links);
        let wrong: Vec<String> = all.filter_map(|link| wrong_link(page, link)).collect();
        assert_eq!(wrong, Vec::<String>::new());
    }
}

#[test]
fn what_one_language_lacks_is_found() {
    let shape = |text: &str| shape(&Page::of("made-up.md", text).sections[0]);
    let english = shape("# One\n\n- at 10:01 by `logs check`\n\n```console\n$ ls    # here\n```\n");
    for (japanese, same) in [
        (
            "# 一\n\n- 10:01 に `logs check`\n\n```console\n$ ls    # ここ\n```\n",
            true,
        ),
        (
            "# 一\n\n- 10:00 に `logs check`\n\n```console\n$ ls\n```\n",
            false,
        ),
        ("# 一\n\n- 10:01 に\n\n```console\n$ ls\n```\n", false),
        (
            "# 一\n\n10:01 に `logs check`\n\n```console\n$ ls\n```\n",
            false,
        ),
        (
            "# 一\n\n- 10:01 に `logs check`\n\n```console\n$ ls -l\n```\n",
            false,
        ),
        ("# 一\n\n- 10:01 に `logs check`\n", false),
        (
            "## 一\n\n- 10:01 に `logs check`\n\n```console\n$ ls\n```\n",
            false,
        ),
    ] {
        assert_eq!(shape(japanese) == english, same, "{japanese}");
    }
}
