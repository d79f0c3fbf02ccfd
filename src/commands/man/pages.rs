//! All man pages of a language.

use clap::Command;
use clap_mangen::Man;

use super::{prose, settings};
use crate::cli;
use crate::locale::{self, Lang, Locale, Text};

/// How lines are filled in both languages: identifiers are neither hyphenated nor torn apart by blanks.
const LINES: &str = "\n.nh\n.ad l";

/// Where lines of Japanese may be broken, which groff does not know of itself. mandoc has neither the register of groff's version nor classes of characters: what
/// names them stands in a macro, which it then does not read.
const JAPANESE_LINES: &str = r"
.if \n(.x \{\
.de breaks
.class [closing] \[u3001] \[u3002] \[u300D] \[u300F] \[u30FB] \[u30FC] \[uFF09]
.class [opening] \[u300C] \[u300E] \[uFF08]
.class [kanji] \[u3041]-\[u3096] \[u30A1]-\[u30FA] \[u3400]-\[u9FFF]
.cflags 128 \\C'[closing]'
.cflags 258 \\C'[opening]'
.cflags 512 \\C'[kanji]'
..
.breaks
.\}";

/// The headings that stand in English in what `clap_mangen` writes, and their words in the catalogues.
const HEADINGS: [(&str, &str); 5] = [
    ("NAME", "man-name"),
    ("SYNOPSIS", "man-synopsis"),
    ("DESCRIPTION", "man-description"),
    ("EXTRA", "man-examples"),
    ("VERSION", "man-version"),
];

/// The program with its version, at the foot of each page.
pub(super) const PROGRAM: &str = concat!("pcpunch ", env!("CARGO_PKG_VERSION"));

/// The day of this version, which is that of its pages: the same source makes the same pages on every day.
pub(super) const RELEASED: &str = "2026-11-23";

/// A man page.
pub(in crate::commands) struct Page {
    /// Its name, such as `pcpunch-relay-run`.
    pub(super) name: String,
    /// Its section: 1 for commands, 5 for settings and files, 7 for rules.
    pub(super) section: u8,
    /// The page in troff's language.
    pub(in crate::commands) text: Vec<u8>,
}

impl Page {
    /// Its name as it is asked for: `relay-run`; that of the program's own page is `pcpunch`.
    pub(in crate::commands) fn short_name(&self) -> &str {
        self.name.strip_prefix("pcpunch-").unwrap_or(&self.name)
    }

    /// The name of its file, such as `pcpunch-relay.7`.
    pub(in crate::commands) fn file_name(&self) -> String {
        format!("{}.{}", self.name, self.section)
    }
}

/// Every page: those of the commands first.
pub(in crate::commands) fn pages(locale: &Locale) -> Vec<Page> {
    let mut pages = Vec::new();
    collect(&cli::localised(locale), "pcpunch", locale, &mut pages);
    for (name, section, text) in locale::pages(locale.lang()) {
        pages.push(Page {
            name: name.to_owned(),
            section,
            text: prose::set(name, section, &settings::fill_in(text, locale)),
        });
    }
    for page in &mut pages {
        if locale.lang() == Lang::Ja {
            page.text = breaking_at_stops(&page.text);
            behind_title(&mut page.text, JAPANESE_LINES);
        }
        behind_title(&mut page.text, LINES);
    }
    pages
}

/// The page of a command with the headings of `locale`, and its examples as they are typed: the second
/// heading that they bring along goes, and their lines are not filled.
fn under_headings(text: &[u8], locale: &Locale) -> Vec<u8> {
    let word = |key| locale.say(&Text::new(key));
    let mut text = String::from_utf8_lossy(text).into_owned();
    let begin = format!("\n.SH EXTRA\n{}\n", word("help-example"));
    if let Some((before, examples)) = text.split_once(&begin) {
        let end = examples.find("\n.SH ").unwrap_or(examples.len());
        let (examples, after) = examples.split_at(end);
        let examples = examples.trim_end();
        text = format!(
            "{before}\n.SH EXTRA\n.nf\n{examples}\n.fi\n{}",
            after.trim_start()
        );
    }
    for (heading, key) in HEADINGS {
        let (from, to) = (format!("\n.SH {heading}\n"), word(key));
        text = text.replace(&from, &format!("\n.SH {to}\n"));
    }
    text.into_bytes()
}

fn collect(command: &Command, name: &str, locale: &Locale, pages: &mut Vec<Page>) {
    let named = command
        .clone()
        .name(name.to_owned())
        .bin_name(name.replace('-', " "));
    let mut text = Vec::new();
    // A Vec takes whatever is written to it.
    if Man::new(named)
        .title(name.to_uppercase())
        .date(RELEASED)
        .source(PROGRAM)
        .render(&mut text)
        .is_ok()
    {
        pages.push(Page {
            name: name.to_owned(),
            section: 1,
            text: under_headings(&text, locale),
        });
    }
    for sub in command.get_subcommands() {
        collect(sub, &format!("{name}-{}", sub.get_name()), locale, pages);
    }
}

/// Lets a line of Japanese end at a stop behind which a word in Latin letters follows: of a break between the two no
/// class of characters knows.
fn breaking_at_stops(page: &[u8]) -> Vec<u8> {
    let mut text = String::new();
    for line in String::from_utf8_lossy(page).split_inclusive('\n') {
        let mut before = '\n';
        for letter in line.chars() {
            if matches!(before, '、' | '。') && letter.is_ascii_graphic() {
                text.push_str("\\:");
            }
            text.push(letter);
            before = letter;
        }
    }
    text.into_bytes()
}

/// The title resets how lines are filled, so that such requests stand behind it.
fn behind_title(page: &mut Vec<u8>, requests: &str) {
    let title = page.windows(4).position(|at| at == b"\n.TH");
    let end = title.and_then(|title| {
        let rest = page.get(title + 1..)?;
        Some(title + 1 + rest.iter().position(|byte| *byte == b'\n')?)
    });
    if let Some(end) = end {
        page.splice(end..end, requests.bytes());
    }
}

#[cfg(test)]
mod tests {
    use super::{PROGRAM, RELEASED, breaking_at_stops, pages};
    use crate::locale::{Lang, Locale};

    #[test]
    fn the_japanese_page_of_a_command_has_no_english_heading() {
        for page in pages(&Locale::new(Lang::Ja)) {
            if page.section != 1 {
                continue;
            }
            let text = String::from_utf8(page.text).unwrap();
            let headings: Vec<&str> = text
                .lines()
                .filter_map(|line| line.strip_prefix(".SH "))
                .collect();
            assert!(headings.len() > 2, "{}", page.name);
            let english = headings.iter().find(|heading| heading.is_ascii());
            assert_eq!(english, None, "{}", page.name);
        }
    }

    #[test]
    fn a_japanese_line_may_end_between_a_stop_and_a_latin_word() {
        for (line, breaking) in [
            ("a、b。\\fBc\\fR", "a、\\:b。\\:\\fBc\\fR"),
            ("日本、 x。語\n.SH a", "日本、 x。語\n.SH a"),
        ] {
            let text = String::from_utf8(breaking_at_stops(line.as_bytes())).unwrap();
            assert_eq!(text, breaking);
        }
    }

    #[test]
    fn every_page_bears_the_day_of_its_version() {
        for page in Lang::ALL.map(Locale::new).iter().flat_map(pages) {
            let text = String::from_utf8(page.text).unwrap();
            let title = text.lines().find(|line| line.starts_with(".TH ")).unwrap();
            let end = format!(" {} {RELEASED} \"{PROGRAM}\"", page.section);
            assert!(title.trim_end().ends_with(&end), "{title}");
        }
    }

    #[test]
    fn the_examples_of_a_command_are_set_line_by_line_as_they_are_typed() {
        for lang in Lang::ALL {
            for page in pages(&Locale::new(lang)) {
                if page.section != 1 {
                    continue;
                }
                let text = String::from_utf8(page.text).unwrap();
                let (_, examples) = text.split_once("\n.nf\n  pcpunch").unwrap();
                assert!(examples.contains("\n.fi\n"), "{}", page.name);
            }
        }
    }
}
