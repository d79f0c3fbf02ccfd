//! A check as one page for a browser: no part of it comes from elsewhere, and every word in it is escaped.

mod days;
mod drawing;
mod findings;
mod policy;
mod sums;

use std::collections::BTreeMap;

use super::{Timeline, Tone};
use crate::domain::time::{Jst, WorkDay};
use crate::locale::{Locale, Text, visible};

/// What stands on the page.
#[derive(Clone, Debug)]
pub struct Page<'a> {
    /// The range.
    pub range: Text,
    /// The work days, one person's together.
    pub days: Vec<PageDay>,
    /// The same days as bars, in the same order.
    pub bars: &'a Timeline,
    /// The findings.
    pub findings: Vec<Told>,
}

/// One person's work day.
#[derive(Clone, Debug)]
pub struct PageDay {
    /// Whom and what it concerns.
    pub subject: Subject,
    /// The day with its weekday, the PC logs, the punches sent and what KING OF TIME shows.
    pub cells: [String; 4],
    /// Its status, which stands where it has no findings.
    pub status: String,
    /// How good its status is.
    pub tone: Tone,
}

/// What a day or a finding is filtered by, and by which they find each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// The person, by code and name, or the user name; empty where it concerns nobody.
    pub who: String,
    /// The work day.
    pub day: Option<WorkDay>,
    /// The codes of the findings.
    pub codes: Vec<&'static str>,
}

/// A finding in words.
#[derive(Clone, Debug)]
pub struct Told {
    /// Whom and what it concerns.
    pub subject: Subject,
    /// How urgent it is.
    pub tone: Tone,
    /// Its number, by which it can be set aside.
    pub number: Option<i64>,
    /// Times, PCs, log ids.
    pub evidence: Option<Text>,
    /// What it comes from.
    pub cause: Text,
    /// What to do.
    pub remedy: Text,
    /// Why somebody set it aside.
    pub set_aside: Option<String>,
}

const CSS: &str = include_str!("page/page.css");
const SCRIPT: &str = include_str!("page/page.js");

/// The page in the language of `locale`.
pub fn html(page: &Page<'_>, now: Jst, locale: &Locale) -> String {
    let title = word("page-title", locale);
    let made = Text::new("page-made").showing("at", now.format("%Y-%m-%d %H:%M"));
    let subtitle = [&page.range, &made].map(|text| escaped(&locale.say(text)));
    [
        format!(
            "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n",
            locale.lang().name()
        ),
        "<meta charset=\"utf-8\">\n".to_owned(),
        "<meta name=\"viewport\" content=\"width=device-width\">\n".to_owned(),
        format!(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n",
            policy::only(CSS, SCRIPT)
        ),
        format!("<title>{title}</title>\n<style>{CSS}</style>\n</head>\n<body>\n"),
        format!(
            "<h1>{title}</h1>\n<p class=\"faint\">{}</p>\n",
            subtitle.join(" · ")
        ),
        sums::sums(page, locale),
        sums::form(page, locale),
        days::days(page, locale),
        findings::findings(page, locale),
        format!("<script>{SCRIPT}</script>\n</body>\n</html>\n"),
    ]
    .concat()
}

/// A word of the catalogues, as it stands in the page.
fn word(key: &'static str, locale: &Locale) -> String {
    escaped(&locale.say(&Text::new(key)))
}

/// What a finding's code is called.
fn title(code: &str, locale: &Locale) -> String {
    escaped(&locale.say(&Text::family("finding", code)))
}

/// The attributes that the script filters by.
fn filtered(subject: &Subject) -> String {
    format!(
        " data-who=\"{}\" data-codes=\"{}\"",
        escaped(&subject.who),
        escaped(&subject.codes.join(" "))
    )
}

fn class(tone: Tone) -> &'static str {
    match tone {
        Tone::Plain => "plain",
        Tone::Good => "good",
        Tone::Note => "note",
        Tone::Bad => "bad",
        Tone::Faint => "faint",
    }
}

/// Where each of them stands on the page, by whom and which day it concerns.
type Places<'a> = BTreeMap<(&'a str, WorkDay, &'a str), usize>;

/// The places of the findings of work days.
fn places_of_findings<'a>(page: &'a Page<'_>) -> Places<'a> {
    let findings = page.findings.iter().enumerate();
    let placed = findings.filter_map(|(place, told)| {
        let Subject { who, day, codes } = &told.subject;
        Some(((who.as_str(), (*day)?, *codes.first()?), place))
    });
    placed.collect()
}

/// The places of the work days.
fn places_of_days<'a>(page: &'a Page<'_>) -> Places<'a> {
    let days = page.days.iter().enumerate();
    let placed = days.filter_map(|(place, day)| {
        let Subject { who, day, .. } = &day.subject;
        Some(((who.as_str(), (*day)?, ""), place))
    });
    placed.collect()
}

/// Text that can stand between tags and within quotes, whoever wrote it.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in visible(text).chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            other => safe.push(other),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn nothing_that_somebody_wrote_becomes_part_of_the_page() {
        for (text, safe) in [
            ("勤怠 太郎", "勤怠 太郎"),
            (
                "<script>alert('x')</script>",
                "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;",
            ),
            ("\"a\" & b", "&quot;a&quot; &amp; b"),
            ("a\u{202e}b", "a\\u{202e}b"),
        ] {
            assert_eq!(escaped(text), safe);
        }
    }
}
