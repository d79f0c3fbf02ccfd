//! How one finding is shown: its evidence, its cause and what to do, in the language of the output.

use serde::Serialize;

use crate::domain::employee::EmployeeCode;
use crate::domain::finding::{Code, Evidence, Finding, Severity};
use crate::domain::pc_log::PcUserName;
use crate::domain::punch::PunchKind;
use crate::domain::time::{Jst, Minute, WorkDay};
use crate::locale::{Locale, Text};
use crate::state::OpenFinding;

use super::names::Names;
use super::punch::kind_text;

/// The object `finding` of the JSON documents.
#[derive(Clone, Debug, Serialize)]
pub(in crate::commands) struct FindingView {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<i64>,
    code: Code,
    severity: Severity,
    #[serde(skip_serializing_if = "Option::is_none")]
    employee_code: Option<EmployeeCode>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    user: Option<PcUserName>,
    #[serde(skip_serializing_if = "Option::is_none")]
    work_day: Option<WorkDay>,
    evidence: Evidence,
    cause: String,
    remedy: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    since: Option<String>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    acknowledged: bool,
    #[serde(skip)]
    who: String,
    #[serde(skip)]
    is_of_a_day: bool,
}

impl FindingView {
    /// A finding that is not, or not yet, in the state file.
    pub(in crate::commands) fn of(finding: &Finding, names: &Names, locale: &Locale) -> Self {
        let employee = finding.employee.as_ref();
        let name = finding.code.name();
        let who = employee.map(|key| names.shown(key));
        let user = || finding.user.as_ref().map(|user| user.as_str().to_owned());
        Self {
            id: None,
            code: finding.code,
            severity: finding.severity,
            employee_code: employee.and_then(|key| names.code(key).cloned()),
            name: employee.and_then(|key| names.name(key).map(str::to_owned)),
            user: finding.user.clone(),
            work_day: finding.work_day,
            evidence: finding.evidence.clone(),
            cause: locale.say(&Text::family("finding-cause", name)),
            remedy: locale.say(&Text::family("finding-remedy", name)),
            since: None,
            acknowledged: false,
            who: who.or_else(user).unwrap_or_default(),
            is_of_a_day: employee.is_some() && finding.work_day.is_some(),
        }
    }

    /// A finding of the state file.
    pub(in crate::commands) fn of_open(open: &OpenFinding, names: &Names, locale: &Locale) -> Self {
        Self {
            id: Some(open.id),
            since: Some(rfc3339(open.since)),
            acknowledged: open.acknowledged,
            ..Self::of(&open.finding, names, locale)
        }
    }

    /// Whether somebody must act who has not said yet that it is set aside.
    pub(in crate::commands) fn calls_for_action(&self) -> bool {
        self.severity == Severity::Act && !self.acknowledged
    }

    /// Its line among the lines of a check; `None` where a person's work day has one that names it.
    pub(in crate::commands) fn csv_row(&self) -> Option<[String; 10]> {
        if self.is_of_a_day {
            return None;
        }
        let user = self.user.as_ref().map(PcUserName::as_str);
        let day = self.work_day.map(|day| day.to_string());
        let code = self.code.name().to_owned();
        let none = String::new;
        Some([
            none(),
            none(),
            user.unwrap_or_default().to_owned(),
            day.unwrap_or_default(),
            none(),
            none(),
            none(),
            none(),
            code.clone(),
            code,
        ])
    }

    /// Whether it is about a person's work day.
    pub(in crate::commands) fn is_of_a_day(&self) -> bool {
        self.is_of_a_day
    }

    /// What it is with whom and when.
    pub(in crate::commands) fn title(&self) -> Text {
        let day = self.work_day.map(|day| day.to_string());
        let who = (!self.who.is_empty()).then(|| self.who.clone());
        let subject: Vec<String> = who.into_iter().chain(day).collect();
        let title = match subject.is_empty() {
            true => Text::new("finding-title-alone"),
            false => Text::new("finding-title").with("subject", subject.join(" ")),
        };
        let title = title
            .with("code", self.code.name())
            .with("title", Text::family("finding", self.code.name()));
        match self.acknowledged {
            true => Text::new("finding-acknowledged").with("title", title),
            false => title,
        }
    }

    /// What it says to people: its title, then evidence, cause and remedy.
    pub(in crate::commands) fn lines(&self) -> Vec<Text> {
        let word = |word: &str| Text::new("plain").with("text", word);
        let mut lines = vec![self.title()];
        if let Some(evidence) = told(&self.evidence, self.work_day) {
            lines.push(Text::new("finding-evidence").with("evidence", evidence));
        }
        lines.push(Text::new("finding-cause").with("cause", word(&self.cause)));
        lines.push(Text::new("finding-remedy").with("remedy", word(&self.remedy)));
        lines
    }
}

/// The evidence in one line; `None` where there is nothing to tell.
fn told(evidence: &Evidence, work_day: Option<WorkDay>) -> Option<Text> {
    let mut pieces = Vec::new();
    let changes = changes(evidence, work_day);
    if !changes.is_empty() {
        pieces.push(Text::new("fact-times").with("value", changes.join(", ")));
    } else if !evidence.times.is_empty() {
        let times: Vec<String> = evidence
            .times
            .iter()
            .map(|time| time_on(time, work_day))
            .collect();
        pieces.push(Text::new("fact-times").with("value", times.join(" → ")));
    }
    if !evidence.terminals.is_empty() {
        let terminals = evidence.terminals.join(", ");
        pieces.push(Text::new("fact-terminals").with("value", terminals));
    }
    if !evidence.logs.is_empty() {
        let logs: Vec<String> = evidence.logs.iter().map(ToString::to_string).collect();
        pieces.push(Text::new("fact-logs").with("value", logs.join(", ")));
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
const FACTS: [&str; 20] = [
    "kind",
    "shown_kind",
    "gap_minutes",
    "link",
    "nearest",
    "difference",
    "count",
    "until",
    "code",
    "code_before",
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

/// A moment as JSON documents have it.
pub(in crate::commands) fn rfc3339(moment: Jst) -> String {
    moment.to_rfc3339_opts(chrono::SecondsFormat::Secs, false)
}

#[cfg(test)]
mod tests {
    use super::FACTS;
    use crate::domain::finding::Code;
    use crate::domain::pc_log::Fate;
    use crate::domain::punch::{PunchKind, PunchState};
    use crate::locale::{Lang, Locale, Text};

    #[test]
    fn every_finding_fact_fate_state_and_kind_has_its_words_in_both_languages() {
        let of_codes = ["finding", "finding-cause", "finding-remedy"]
            .into_iter()
            .flat_map(|family| Code::ALL.map(|code| Text::family(family, code.name())));
        let texts: Vec<Text> = of_codes
            .chain(Fate::ALL.map(|fate| Text::family("fate", fate.name())))
            .chain(FACTS.map(|fact| Text::family("fact", fact)))
            .chain(PunchState::ALL.map(|state| Text::family("punch-state", state.name())))
            .chain(PunchKind::ALL.map(|kind| Text::family("punch-kind", &kind.code().to_string())))
            .collect();
        for lang in Lang::ALL {
            let locale = Locale::new(lang);
            for text in &texts {
                assert_ne!(locale.say(text), text.key(), "{lang:?}");
            }
        }
    }
}
