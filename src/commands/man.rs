//! `pcpunch man`: the man pages, one a command, and those about settings, files and rules.

use std::fs;
use std::path::Path;

use anyhow::Context as _;

use crate::cli::ManArgs;
use crate::domain::spelling;
use crate::locale::Text;

use super::{Context, Exit, Failure, generated};

mod pages;
mod prose;
mod settings;

pub(super) use pages::{Page, pages};

/// Prints a page, or writes all generated files.
///
/// # Errors
/// Exit 2 where no page has the name; where a file cannot be written.
pub(super) fn run(args: &ManArgs, context: &mut Context) -> anyhow::Result<Exit> {
    if let Some(folder) = &args.all {
        write_all(folder)?;
        return Ok(Exit::Done);
    }
    let pages = pages(context.output.locale());
    let Some(page) = asked_for(&args.page, &pages) else {
        return Err(no_page(&args.page, &pages).into());
    };
    context.output.raw(&page.text).context("stdout")?;
    Ok(Exit::Done)
}

/// The page of these words, of the section that the first of them may name, as man(1) takes it.
fn asked_for<'a>(words: &[String], pages: &'a [Page]) -> Option<&'a Page> {
    let (section, words) = match words {
        [first, rest @ ..] => match first.parse::<u8>() {
            Ok(section) => (Some(section), rest),
            Err(_) => (None, words),
        },
        [] => (None, words),
    };
    let words = words.iter().map(String::as_str);
    let named = std::iter::once("pcpunch").chain(words.filter(|word| *word != "pcpunch"));
    let name = named.collect::<Vec<_>>().join("-");
    pages
        .iter()
        .filter(|page| section.is_none_or(|section| page.section == section))
        .find(|page| page.name == name || format!("pcpunch-{}", page.name) == name)
}

fn no_page(words: &[String], pages: &[Page]) -> Failure {
    let known = pages.iter().map(|page| (page.short_name(), page));
    let remedy = match spelling::nearest(&words.join("-"), known) {
        Some(page) => Text::new("man-nearest").with("nearest", page.short_name()),
        None => Text::new("man-no-page-remedy"),
    };
    let message = Text::new("man-no-page").with("page", words.join(" "));
    Failure::new(Exit::Usage, "man.no_page", message).remedy(remedy)
}

fn write_all(folder: &Path) -> anyhow::Result<()> {
    for (path, text) in generated::files() {
        let path = folder.join(path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).with_context(|| parent.display().to_string())?;
        }
        fs::write(&path, text).with_context(|| path.display().to_string())?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{asked_for, pages};
    use crate::locale::{Lang, Locale};

    #[test]
    fn a_page_is_found_by_the_words_of_its_command_or_by_section_and_name() {
        let pages = pages(&Locale::new(Lang::En));
        for (words, found) in [
            ("", Some("pcpunch.1")),
            ("pcpunch", Some("pcpunch.1")),
            ("relay run", Some("pcpunch-relay-run.1")),
            ("relay-run", Some("pcpunch-relay-run.1")),
            ("relay", Some("pcpunch-relay.1")),
            ("7 relay", Some("pcpunch-relay.7")),
            ("settings", Some("pcpunch-settings.5")),
            ("pcpunch-settings", Some("pcpunch-settings.5")),
            ("5 accounts", Some("pcpunch-accounts.5")),
            ("8 relay", None),
            ("runn", None),
        ] {
            let words: Vec<String> = words.split_whitespace().map(str::to_owned).collect();
            let page = asked_for(&words, &pages).map(super::Page::file_name);
            assert_eq!(page.as_deref(), found, "{words:?}");
        }
    }
}
