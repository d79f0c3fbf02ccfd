//! The head of the page: how many days are right, what was found how often, and the choice of what is shown.

use std::collections::{BTreeMap, BTreeSet};

use super::{Page, class, escaped, title, word};
use crate::locale::Locale;
use crate::output::Tone;

/// Days by how they stand, then findings by code, the urgent first; each finding leads to the days that have it.
pub(super) fn sums(page: &Page<'_>, locale: &Locale) -> String {
    let tones = [
        (Tone::Good, "page-right"),
        (Tone::Bad, "page-act"),
        (Tone::Note, "page-note"),
        (Tone::Faint, "page-other"),
    ];
    let of = |tone| page.days.iter().filter(|day| day.tone == tone).count();
    let all = (
        "plain",
        word("page-days", locale),
        page.days.len().to_string(),
    );
    let by_tone = tones
        .into_iter()
        .map(|(tone, key)| (class(tone), word(key, locale), of(tone).to_string()));
    let boxes: String = std::iter::once(all)
        .chain(by_tone)
        .map(|(class, label, count)| {
            format!("<div class=\"{class}\"><dt>{label}</dt><dd>{count}</dd></div>")
        })
        .collect();
    let mut found: Vec<_> = by_code(page).into_iter().collect();
    found.sort_by_key(|(_, (tone, _))| *tone != Tone::Bad);
    let found: String = found
        .into_iter()
        .map(|(code, (tone, count))| {
            let (title, class) = (title(code, locale), class(tone));
            format!(
                "<li class=\"{class}\"><a href=\"#code={code}\">{title} <b>{count}</b></a></li>"
            )
        })
        .collect();
    let found = match found.is_empty() {
        true => String::new(),
        false => format!("<ul class=\"found\">{found}</ul>\n"),
    };
    format!("<dl class=\"sums\">{boxes}</dl>\n{found}")
}

/// How urgent each code is, and how many findings bear it.
fn by_code<'a>(page: &'a Page<'_>) -> BTreeMap<&'a str, (Tone, usize)> {
    let mut found: BTreeMap<&str, (Tone, usize)> = BTreeMap::new();
    for told in &page.findings {
        for code in &told.subject.codes {
            let (tone, count) = found.entry(code).or_insert((told.tone, 0));
            *count += 1;
            if told.tone != Tone::Faint {
                *tone = told.tone;
            }
        }
    }
    found
}

/// The two choices; what is chosen stays on the page, all else is hidden. Without its script the page shows all.
pub(super) fn form(page: &Page<'_>, locale: &Locale) -> String {
    let subjects = || {
        let of_findings = page.findings.iter().map(|told| &told.subject);
        let of_days = page.days.iter().map(|day| &day.subject);
        of_days.chain(of_findings)
    };
    let people: BTreeSet<&str> = subjects().map(|one| one.who.as_str()).collect();
    let people = people.into_iter().filter(|who| !who.is_empty());
    let people = people.map(|who| (escaped(who), escaped(who)));
    let codes: BTreeSet<&str> = subjects()
        .flat_map(|one| one.codes.iter().copied())
        .collect();
    let any = ("*".to_owned(), word("page-any", locale));
    let codes = codes
        .into_iter()
        .map(|code| (code.to_owned(), format!("{} ({code})", title(code, locale))));
    let choice = |name: &str, label: &'static str, values: Vec<(String, String)>| {
        let options: String = std::iter::once((String::new(), word("page-all", locale)))
            .chain(values)
            .map(|(value, shown)| format!("<option value=\"{value}\">{shown}</option>"))
            .collect();
        let label = word(label, locale);
        format!("<label>{label} <select name=\"{name}\">{options}</select></label>\n")
    };
    format!(
        "<form autocomplete=\"off\" hidden>\n{}{}<output></output> <a href=\"#code=\">{}</a>\n</form>\n",
        choice("who", "check-name", people.collect()),
        choice(
            "code",
            "check-codes",
            std::iter::once(any).chain(codes).collect()
        ),
        word("page-show-all", locale)
    )
}
