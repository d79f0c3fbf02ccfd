//! The evidence of a finding, in words.

use crate::commands::view::punch::kind_text;
use crate::domain::finding::Evidence;
use crate::domain::punch::PunchKind;
use crate::domain::time::{Jst, Minute, WorkDay};
use crate::locale::Text;

/// So many PCs and logs are named in a line for people; documents name them all.
const NAMED: usize = 8;

/// Some of many, with how many more there are.
fn named(all: &[String]) -> String {
    let mut shown = all
        .iter()
        .take(NAMED)
        .cloned()
        .collect::<Vec<_>>()
        .join(", ");
    if all.len() > NAMED {
        shown.push_str(&format!(" … (+{})", all.len() - NAMED));
    }
    shown
}

/// The evidence in one line; `None` where there is nothing to tell.
pub(super) fn told(evidence: &Evidence, work_day: Option<WorkDay>) -> Option<Text> {
    let mut pieces = Vec::new();
    let changes = changes(evidence, work_day);
    if !changes.is_empty() {
        pieces.push(Text::new("fact-times").with("value", changes.join(", ")));
    } else if !evidence.times.is_empty() {
        let times = evidence.times.iter().take(NAMED);
        let times: Vec<String> = times.map(|time| time_on(time, work_day)).collect();
        pieces.push(Text::new("fact-times").with("value", times.join(" → ")));
    }
    if !evidence.terminals.is_empty() {
        let terminals = named(&evidence.terminals);
        pieces.push(Text::new("fact-terminals").with("value", terminals));
    }
    if !evidence.logs.is_empty() {
        let logs: Vec<String> = evidence.logs.iter().map(ToString::to_string).collect();
        pieces.push(Text::new("fact-logs").with("value", named(&logs)));
    }
    for name in FACTS {
        let value = evidence.facts.get(name);
        pieces.extend(value.map(|value| fact(name, value, work_day)));
    }
    pieces.into_iter().reduce(and)
}

/// Changes of punches as `18:00 → 20:15`; a punch that is to come or to go has a dash on its other side.
fn changes(evidence: &Evidence, work_day: Option<WorkDay>) -> Vec<String> {
    let told = |minute: Option<Minute>| match minute {
        Some(minute) => time_on(&minute.to_string(), work_day),
        None => "–".to_owned(),
    };
    let changes = evidence.changes().into_iter();
    changes
        .map(|(_, from, to)| format!("{} → {}", told(from), told(to)))
        .collect()
}

/// The facts that people are told, in this order. Where a finding concerns several punches, their values
/// stand with commas between them.
pub(super) const FACTS: [&str; 23] = [
    "kind",
    "shown_kind",
    "gap_minutes",
    "link",
    "nearest",
    "difference",
    "count",
    "days",
    "until",
    "code",
    "code_before",
    "code_holder",
    "code_bearer",
    "status",
    "kot_code",
    "kot_message",
    "accepted",
    "shown",
    "limit",
    "removals",
    "listed",
    "active",
    "punch",
];

fn fact(name: &'static str, value: &str, work_day: Option<WorkDay>) -> Text {
    let text = Text::family("fact", name);
    match name {
        "difference" => text.with("value", Text::family("difference", value)),
        "limit" => text.with("value", Text::family("limit", value)),
        "until" => text.with("value", time_on(value, work_day)),
        "kind" | "shown_kind" => match kinds(value) {
            Some(kinds) => text.with("value", kinds),
            None => text.with("value", value),
        },
        _ => text.with("value", value),
    }
}

/// The words for codes of punches with commas between them.
fn kinds(codes: &str) -> Option<Text> {
    let kinds = codes.split(',').filter_map(|code| {
        let kind = PunchKind::of_code(code.parse().ok()?)?;
        Some(kind_text(kind))
    });
    kinds.reduce(and)
}

fn and(before: Text, after: Text) -> Text {
    Text::new("fact-and")
        .with("before", before)
        .with("after", after)
}

/// A moment of evidence as people read it: the clock, with the date where it is not the work day's.
fn time_on(rfc3339: &str, work_day: Option<WorkDay>) -> String {
    let Ok(moment) = Jst::parse_from_rfc3339(rfc3339) else {
        return rfc3339.to_owned();
    };
    if Some(WorkDay::new(moment.date_naive())) == work_day {
        moment.format("%H:%M").to_string()
    } else {
        moment.format("%Y-%m-%d %H:%M").to_string()
    }
}
