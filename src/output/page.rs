//! A check as one page for a browser: no part of it comes from elsewhere, and every word in it is escaped.

use std::collections::BTreeSet;

use super::timeline::drawn_hours;
use super::{Bar, Table, Timeline, Tone};
use crate::domain::time::Jst;
use crate::locale::{Locale, Text, visible};

/// What stands on the page.
#[derive(Clone, Debug)]
pub struct Page<'a> {
    /// The range and its counts.
    pub summary: Text,
    /// One row a person and work day.
    pub table: Table,
    /// Whom and what each row of the table concerns, in its order.
    pub days: Vec<Subject>,
    /// The same days as bars, in the same order.
    pub bars: &'a Timeline,
    /// The findings.
    pub findings: Vec<Told>,
}

/// What a row or a finding is filtered by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// The person, by code and name, or the user name.
    pub who: String,
    /// The codes of the findings.
    pub codes: Vec<&'static str>,
}

/// A finding in words.
#[derive(Clone, Debug)]
pub struct Told {
    /// What it is filtered by.
    pub subject: Subject,
    /// How urgent it is.
    pub tone: Tone,
    /// Its title, evidence, cause and remedy.
    pub lines: Vec<Text>,
}

const CSS: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

/// Nothing may be fetched, whatever should ever get into the page.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'";

/// How many pixels a minute is wide.
const PIXELS: f64 = 0.5;

/// The page in the language of `locale`.
pub fn html(page: &Page<'_>, now: Jst, locale: &Locale) -> String {
    let say = |key: &'static str| escaped(&locale.say(&Text::new(key)));
    let title = say("page-title");
    let made = Text::new("page-made").showing("at", now.format("%Y-%m-%d %H:%M"));
    [
        format!(
            "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n",
            locale.lang().name()
        ),
        "<meta charset=\"utf-8\">\n".to_owned(),
        "<meta name=\"viewport\" content=\"width=device-width\">\n".to_owned(),
        format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n"),
        format!("<title>{title}</title>\n<style>\n{CSS}</style>\n</head>\n<body>\n"),
        format!(
            "<h1>{title}</h1>\n<p>{}</p>\n",
            escaped(&locale.say(&page.summary))
        ),
        form(page, locale),
        days(page, locale),
        findings(page, locale),
        format!("<p class=\"faint\">{}</p>\n", escaped(&locale.say(&made))),
        format!("<script>\n{SCRIPT}</script>\n</body>\n</html>\n"),
    ]
    .concat()
}

/// The two choices; what is chosen stays on the page, all else is hidden.
fn form(page: &Page<'_>, locale: &Locale) -> String {
    let subjects = || {
        let of_findings = page.findings.iter().map(|told| &told.subject);
        page.days.iter().chain(of_findings)
    };
    let people: BTreeSet<&str> = subjects().map(|one| one.who.as_str()).collect();
    let codes: BTreeSet<&str> = subjects()
        .flat_map(|one| one.codes.iter().copied())
        .collect();
    let choice = |name: &str, label: &'static str, values: BTreeSet<&str>| {
        let all = escaped(&locale.say(&Text::new("page-all")));
        let options: String = values
            .into_iter()
            .filter(|value| !value.is_empty())
            .map(|value| format!("<option>{}</option>", escaped(value)))
            .collect();
        let label = escaped(&locale.say(&Text::new(label)));
        format!(
            "<label>{label} <select name=\"{name}\"><option value=\"\">{all}</option>{options}</select></label>\n"
        )
    };
    format!(
        "<form autocomplete=\"off\">\n{}{}</form>\n",
        choice("who", "check-name", people),
        choice("code", "check-codes", codes)
    )
}

fn days(page: &Page<'_>, locale: &Locale) -> String {
    let scale = Drawing::of(&page.bars.bars);
    let headings = page.table.columns.iter().map(|column| {
        let said = locale.say(&Text::new(column.heading));
        format!("<th>{}</th>", escaped(&said))
    });
    let headings: String = headings.collect();
    let lines = page.table.rows.iter().zip(&page.days).zip(&page.bars.bars);
    let rows: String = lines
        .map(|(((cells, tone), subject), bar)| {
            let last = cells.len().saturating_sub(1);
            let cells = cells.iter().enumerate().map(|(index, cell)| {
                let class = if index == last {
                    format!(" class=\"status {}\"", class(*tone))
                } else {
                    String::new()
                };
                format!("<td{class}>{}</td>", escaped(cell))
            });
            let cells: String = cells.collect();
            format!(
                "<tr{}>{cells}<td>{}</td></tr>\n",
                filtered(subject),
                scale.bar(bar)
            )
        })
        .collect();
    let signs = ["timeline-sessions", "timeline-punches"].map(|key| {
        format!(
            "<p class=\"faint\">{}</p>\n",
            escaped(&locale.say(&Text::new(key)))
        )
    });
    format!(
        "<table>\n<thead><tr>{headings}<th>{}</th></tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n{}",
        scale.hours(),
        signs.concat()
    )
}

fn findings(page: &Page<'_>, locale: &Locale) -> String {
    let articles: String = page
        .findings
        .iter()
        .map(|told| {
            let lines = told.lines.iter().map(|line| {
                let said = locale.say(line);
                format!("<p>{}</p>", escaped(said.trim()))
            });
            let (class, filtered) = (class(told.tone), filtered(&told.subject));
            let lines: String = lines.collect();
            format!("<article class=\"{class}\"{filtered}>{lines}</article>\n")
        })
        .collect();
    let heading = escaped(&locale.say(&Text::new("check-codes")));
    match articles.is_empty() {
        true => String::new(),
        false => format!("<h2>{heading}</h2>\n{articles}"),
    }
}

/// The attributes that the script filters by.
fn filtered(subject: &Subject) -> String {
    let codes = subject.codes.join(" ");
    format!(
        " data-who=\"{}\" data-codes=\"{}\"",
        escaped(&subject.who),
        escaped(&codes)
    )
}

fn class(tone: Tone) -> &'static str {
    match tone {
        Tone::Plain => "",
        Tone::Good => "good",
        Tone::Note => "note",
        Tone::Bad => "bad",
        Tone::Faint => "faint",
    }
}

/// Bars in pixels.
struct Drawing {
    from: i64,
    until: i64,
}

impl Drawing {
    fn of(bars: &[Bar]) -> Self {
        let drawn = drawn_hours(bars);
        Self {
            from: drawn.start,
            until: drawn.end,
        }
    }

    fn x(&self, minute: i64) -> f64 {
        let within = minute.clamp(self.from, self.until) - self.from;
        // Two days of minutes are exact in any float.
        f64::from(u32::try_from(within).unwrap_or_default()) * PIXELS
    }

    fn framed(&self, height: u32, content: &str) -> String {
        let width = self.x(self.until) + 10.0;
        format!("<svg width=\"{width}\" height=\"{height}\" role=\"img\">{content}</svg>")
    }

    fn hours(&self) -> String {
        let hours = self.from / 60..self.until / 60;
        let texts: String = hours
            .map(|hour| format!("<text x=\"{}\" y=\"11\">{hour}</text>", self.x(hour * 60)))
            .collect();
        self.framed(14, &texts)
    }

    fn bar(&self, bar: &Bar) -> String {
        let mut content = String::new();
        let first = bar.stretches.iter().map(|one| one.minutes.start).min();
        let last = bar.stretches.iter().map(|one| one.minutes.end).max();
        if let (Some(first), Some(last)) = (first, last) {
            let (from, until) = (self.x(first), self.x(last));
            content.push_str(&format!(
                "<line class=\"gap\" x1=\"{from}\" y1=\"9\" x2=\"{until}\" y2=\"9\"/>"
            ));
        }
        for stretch in &bar.stretches {
            let x = self.x(stretch.minutes.start);
            let width = (self.x(stretch.minutes.end) - x).max(PIXELS);
            let class = if stretch.ended { "session" } else { "open" };
            content.push_str(&format!(
                "<rect class=\"{class}\" x=\"{x}\" y=\"5\" width=\"{width}\" height=\"8\"/>"
            ));
        }
        for mark in &bar.marks {
            let (x, class, sign) = (self.x(mark.minute), class(mark.tone), mark.sign.to_string());
            let (sign, clock) = (escaped(&sign), clock(mark.minute));
            content.push_str(&format!(
                "<text class=\"{class}\" x=\"{x}\" y=\"14\" font-weight=\"bold\" style=\"font-size:15px\">{sign}<title>{clock}</title></text>"
            ));
        }
        self.framed(18, &content)
    }
}

/// A minute of the work day's date as a clock; 25:30 is 01:30 of the day after.
fn clock(minute: i64) -> String {
    format!("{:02}:{:02}", minute.div_euclid(60), minute.rem_euclid(60))
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
