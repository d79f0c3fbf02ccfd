//! The work days as a table, one person below the other, with a bar for each.

use super::drawing::Drawing;
use super::{Page, PageDay, Places, class, escaped, filtered, places_of_findings, title, word};
use crate::locale::Locale;
use crate::output::Bar;

const HEADINGS: [&str; 5] = [
    "check-work-day",
    "check-pc",
    "check-sent",
    "check-kot",
    "check-status",
];

pub(super) fn days(page: &Page<'_>, locale: &Locale) -> String {
    if page.days.is_empty() {
        return format!("<p>{}</p>\n", word("check-nothing", locale));
    }
    let drawing = Drawing::of(&page.bars.bars);
    let headings: String = HEADINGS
        .iter()
        .map(|key| format!("<th>{}</th>", word(key, locale)))
        .collect();
    let places = places_of_findings(page);
    let lines: Vec<(usize, (&PageDay, &Bar))> =
        page.days.iter().zip(&page.bars.bars).enumerate().collect();
    let people = lines.chunk_by(|(_, (a, _)), (_, (b, _))| a.subject.who == b.subject.who);
    let bodies: String = people
        .map(|lines| {
            let who = lines.first().map(|(_, (day, _))| day.subject.who.as_str());
            let rows = lines
                .iter()
                .map(|(place, (day, bar))| row(*place, day, &drawing.bar(bar), &places, locale));
            format!(
                "<tbody data-group>\n<tr class=\"person\"><th colspan=\"6\" scope=\"rowgroup\">{}</th></tr>\n{}</tbody>\n",
                escaped(who.unwrap_or_default()),
                rows.collect::<String>()
            )
        })
        .collect();
    format!(
        "{}<table class=\"days\">\n<thead><tr>{headings}<th>{}</th></tr></thead>\n{bodies}</table>\n",
        legend(locale),
        drawing.hours()
    )
}

fn row(place: usize, day: &PageDay, bar: &str, places: &Places<'_>, locale: &Locale) -> String {
    let cells: String = day
        .cells
        .iter()
        .map(|cell| format!("<td>{}</td>", escaped(cell)))
        .collect();
    let (filtered, class) = (filtered(&day.subject), class(day.tone));
    let status = status(day, places, locale);
    format!(
        "<tr id=\"d{place}\"{filtered}>{cells}<td class=\"status {class}\">{status}</td><td class=\"bar\">{bar}</td></tr>\n"
    )
}

/// Its findings, each leading to where it is told; else its status.
fn status(day: &PageDay, places: &Places<'_>, locale: &Locale) -> String {
    let who = day.subject.who.as_str();
    let codes = day.subject.codes.iter().map(|code| {
        let title = title(code, locale);
        let place = day
            .subject
            .day
            .and_then(|day| places.get(&(who, day, code)));
        match place {
            Some(place) => format!("<a href=\"#f{place}\">{title}</a>"),
            None => title,
        }
    });
    match day.subject.codes.is_empty() {
        true => escaped(&day.status),
        false => codes.collect::<Vec<_>>().join("<br>"),
    }
}

/// What is drawn how.
fn legend(locale: &Locale) -> String {
    let signs: String = Drawing::signs()
        .into_iter()
        .map(|(sign, key)| format!("<li>{sign} {}</li>", word(key, locale)))
        .collect();
    format!("<ul class=\"legend\">{signs}</ul>\n")
}
