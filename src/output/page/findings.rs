//! The findings: what is alike is told once, with those whom it concerns below.

use super::{Page, Places, Told, class, escaped, filtered, places_of_days, title, word};
use crate::locale::{Locale, Text};
use crate::output::Tone;

/// Findings of one code that have their cause and remedy in common, with their places on the page.
type Alike<'a> = Vec<(usize, &'a Told)>;

pub(super) fn findings(page: &Page<'_>, locale: &Locale) -> String {
    if page.findings.is_empty() {
        return String::new();
    }
    let places = places_of_days(page);
    let sections: String = alike(&page.findings)
        .iter()
        .map(|alike| section(alike, &places, locale))
        .collect();
    format!("<h2>{}</h2>\n{sections}", word("check-codes", locale))
}

/// What calls for action comes first.
fn alike(findings: &[Told]) -> Vec<Alike<'_>> {
    let mut groups: Vec<Alike<'_>> = Vec::new();
    for (place, told) in findings.iter().enumerate() {
        let is_alike =
            |one: &Told| one.subject.codes == told.subject.codes && one.remedy == told.remedy;
        let known = groups
            .iter_mut()
            .find(|group| group.first().is_some_and(|(_, one)| is_alike(one)));
        match known {
            Some(group) => group.push((place, told)),
            None => groups.push(vec![(place, told)]),
        }
    }
    groups.sort_by_key(|group| most_urgent(group) != Tone::Bad);
    groups
}

fn most_urgent(alike: &Alike<'_>) -> Tone {
    let tones = [Tone::Bad, Tone::Note];
    let urgent = tones
        .into_iter()
        .find(|tone| alike.iter().any(|(_, told)| told.tone == *tone));
    urgent.unwrap_or(Tone::Faint)
}

fn section(alike: &Alike<'_>, places: &Places<'_>, locale: &Locale) -> String {
    let Some((_, first)) = alike.first() else {
        return String::new();
    };
    let code = first.subject.codes.first().copied().unwrap_or_default();
    let say = |text: &Text| escaped(locale.say(text).trim());
    let rows: String = alike
        .iter()
        .map(|(place, told)| row(*place, told, places, locale))
        .collect();
    format!(
        "<section class=\"{}\" data-group>\n<h3>{} <code>{code}</code> <b>{}</b></h3>\n<p>{}</p>\n<p class=\"remedy\">{}</p>\n<table><tbody>\n{rows}</tbody></table>\n</section>\n",
        class(most_urgent(alike)),
        title(code, locale),
        alike.len(),
        say(&first.cause),
        say(&first.remedy)
    )
}

fn row(place: usize, told: &Told, places: &Places<'_>, locale: &Locale) -> String {
    let who = told.subject.who.as_str();
    let day = told
        .subject
        .day
        .map(|day| match places.get(&(who, day, "")) {
            Some(place) => format!("<a href=\"#d{place}\">{day}</a>"),
            None => day.to_string(),
        });
    let number = told.number.map(|number| format!("#{number}"));
    let evidence = told
        .evidence
        .as_ref()
        .map(|text| escaped(&locale.say(text)));
    let set_aside = told.set_aside.as_ref().map(|reason| {
        let text = Text::new("page-set-aside").with("reason", reason.as_str());
        format!(
            " <span class=\"faint\">{}</span>",
            escaped(&locale.say(&text))
        )
    });
    format!(
        "<tr id=\"f{place}\"{}><td class=\"faint\">{}</td><td>{}</td><td>{}</td><td>{}{}</td></tr>\n",
        filtered(&told.subject),
        number.unwrap_or_default(),
        escaped(who),
        day.unwrap_or_default(),
        evidence.unwrap_or_default(),
        set_aside.unwrap_or_default()
    )
}
