//! All man pages of a language.

use clap::Command;
use clap_mangen::Man;

use super::{prose, settings};
use crate::cli;
use crate::locale::{self, Lang, Locale};

/// Where lines of Japanese may be broken, which troff does not know of itself, and no stretching of
/// the few blanks that they have.
const JAPANESE_LINES: &str = r"
.if \n(.g \{\
.  class [closing] \[u3001] \[u3002] \[u300D] \[u300F] \[u30FB] \[u30FC] \[uFF09]
.  class [opening] \[u300C] \[u300E] \[uFF08]
.  class [kanji] \[u3041]-\[u3096] \[u30A1]-\[u30FA] \[u3400]-\[u9FFF]
.  cflags 128 \C'[closing]'
.  cflags 258 \C'[opening]'
.  cflags 512 \C'[kanji]'
.\}
.ad l";

/// The program with its version, at the foot of each page.
pub(super) const PROGRAM: &str = concat!("pcpunch ", env!("CARGO_PKG_VERSION"));

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
    /// The name of its file, such as `pcpunch-relay.7`.
    pub(in crate::commands) fn file_name(&self) -> String {
        format!("{}.{}", self.name, self.section)
    }
}

/// Every page: those of the commands first.
pub(in crate::commands) fn pages(locale: &Locale) -> Vec<Page> {
    let mut pages = Vec::new();
    collect(&cli::localised(locale), "pcpunch", &mut pages);
    for (name, section, text) in locale::pages(locale.lang()) {
        pages.push(Page {
            name: name.to_owned(),
            section,
            text: prose::set(name, section, &settings::fill_in(text, locale)),
        });
    }
    if locale.lang() == Lang::Ja {
        for page in &mut pages {
            break_japanese_lines(&mut page.text);
        }
    }
    pages
}

fn collect(command: &Command, name: &str, pages: &mut Vec<Page>) {
    let named = command
        .clone()
        .name(name.to_owned())
        .bin_name(name.replace('-', " "));
    let mut text = Vec::new();
    // A Vec takes whatever is written to it.
    if Man::new(named)
        .title(name.to_uppercase())
        .source(PROGRAM)
        .render(&mut text)
        .is_ok()
    {
        pages.push(Page {
            name: name.to_owned(),
            section: 1,
            text,
        });
    }
    for sub in command.get_subcommands() {
        collect(sub, &format!("{name}-{}", sub.get_name()), pages);
    }
}

/// The title resets how lines are filled, so that this stands behind it.
fn break_japanese_lines(page: &mut Vec<u8>) {
    let title = page.windows(4).position(|at| at == b"\n.TH");
    let end = title.and_then(|title| {
        let rest = page.get(title + 1..)?;
        Some(title + 1 + rest.iter().position(|byte| *byte == b'\n')?)
    });
    if let Some(end) = end {
        page.splice(end..end, JAPANESE_LINES.bytes());
    }
}
