//! How one finding is shown: its evidence, its cause and what to do, in the language of the output.

use serde::Serialize;

use crate::domain::employee::EmployeeCode;
use crate::domain::finding::{Code, Evidence, Finding, Severity};
use crate::domain::left_on::LEFT_ON;
use crate::domain::pc_log::PcUserName;
use crate::domain::punch::PunchKind;
use crate::domain::time::{Jst, Minute, WorkDay};
use crate::locale::{Locale, Text};
use crate::output::{Column, Subject, Told, Tone};
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
    #[serde(skip_serializing_if = "Option::is_none")]
    ack_reason: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ack_at: Option<String>,
    #[serde(skip)]
    who: String,
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
            remedy: locale.say(&remedy(finding, names)),
            since: None,
            acknowledged: false,
            ack_reason: None,
            ack_at: None,
            who: who.or_else(user).unwrap_or_default(),
        }
    }

    /// A finding of the state file.
    pub(in crate::commands) fn of_open(open: &OpenFinding, names: &Names, locale: &Locale) -> Self {
        let set_aside = open.acknowledged.as_ref();
        Self {
            id: Some(open.id),
            since: Some(rfc3339(open.since)),
            acknowledged: set_aside.is_some(),
            ack_reason: set_aside.map(|known| known.reason.clone()),
            ack_at: set_aside.and_then(|known| known.at).map(rfc3339),
            ..Self::of(&open.finding, names, locale)
        }
    }

    /// Whether somebody must act who has not said yet that it is set aside.
    pub(in crate::commands) fn calls_for_action(&self) -> bool {
        self.severity == Severity::Act && !self.acknowledged
    }

    /// Its line among the lines of a check, under [`COLUMNS`].
    pub(in crate::commands) fn csv_row(&self, locale: &Locale) -> [String; 17] {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let code = self.employee_code.as_ref();
        let user = self.user.as_ref().map(PcUserName::as_str);
        let evidence = told(&self.evidence, self.work_day);
        let severity = match self.severity {
            Severity::Act => "act",
            Severity::Note => "note",
        };
        let none = String::new;
        [
            code.map_or_else(none, ToString::to_string),
            text(&self.name),
            user.unwrap_or_default().to_owned(),
            self.work_day.map_or_else(none, |day| day.to_string()),
            none(),
            none(),
            none(),
            none(),
            self.code.name().to_owned(),
            self.code.name().to_owned(),
            self.id.map_or_else(none, |id| id.to_string()),
            severity.to_owned(),
            evidence.map_or_else(none, |evidence| locale.say(&evidence)),
            self.cause.clone(),
            self.remedy.clone(),
            text(&self.since),
            text(&self.ack_reason),
        ]
    }

    /// Whether it is about a person's work day.
    pub(in crate::commands) fn is_of_a_day(&self) -> bool {
        self.employee_code.is_some() && self.work_day.is_some()
    }

    /// The finding as a page tells it.
    pub(in crate::commands) fn told(&self) -> Told {
        let code = self.employee_code.as_ref().map_or("", EmployeeCode::as_str);
        Told {
            subject: Subject {
                who: format!("{code} {}", self.who).trim().to_owned(),
                codes: vec![self.code.name()],
            },
            tone: match self.severity {
                Severity::Act => Tone::Bad,
                Severity::Note => Tone::Note,
            },
            lines: self.lines(),
        }
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
        let title = match self.id {
            Some(id) => Text::new("finding-numbered")
                .with("id", id.to_string())
                .with("title", title),
            None => title,
        };
        match &self.ack_reason {
            Some(reason) => Text::new("finding-acknowledged")
                .with("title", title)
                .with("reason", reason.as_str()),
            None => title,
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

/// The columns of a check's CSV format: those of a work day, then what only a finding has.
pub(in crate::commands) const COLUMNS: [Column; 17] = [
    Column::new("employee_code", "check-employee-code"),
    Column::new("name", "check-name"),
    Column::new("user", "check-user"),
    Column::new("work_day", "check-work-day"),
    Column::new("first_logon", "check-first-logon"),
    Column::new("last_logoff", "check-last-logoff"),
    Column::new("sent", "check-sent"),
    Column::new("kot", "check-kot"),
    Column::new("status", "check-status"),
    Column::new("codes", "check-codes"),
    Column::new("finding", "check-finding"),
    Column::new("severity", "check-severity"),
    Column::new("evidence", "check-evidence"),
    Column::new("cause", "check-cause"),
    Column::new("remedy", "check-remedy"),
    Column::new("since", "check-since"),
    Column::new("ack_reason", "check-ack-reason"),
];

/// What to do: more where the days before say why, and where Intercom can help.
fn remedy(finding: &Finding, names: &Names) -> Text {
    let mut remedy = Text::family("finding-remedy", finding.code.name());
    let and = |before: Text, after: Text| {
        Text::new("finding-remedies")
            .with("before", before)
            .with("after", after)
    };
    if finding.evidence.facts.contains_key(LEFT_ON) {
        remedy = and(remedy, Text::new("finding-left-on"));
    }
    if SENDS_TO_INTERCOM.contains(&finding.code) {
        let intercom = match names.support_id() {
            Some(id) => Text::new("finding-intercom-as").with("id", id),
            None => Text::new("finding-intercom"),
        };
        remedy = and(remedy, intercom);
    }
    remedy
}

/// What only MaLion's maker can look into, where the console shows nothing.
const SENDS_TO_INTERCOM: [Code; 3] = [Code::NoLogs, Code::MalionAccess, Code::SourceSilent];

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
fn told(evidence: &Evidence, work_day: Option<WorkDay>) -> Option<Text> {
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
const FACTS: [&str; 23] = [
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

/// A moment as people read it: `2024-12-17 12:05`.
pub(in crate::commands) fn to_the_minute(moment: Jst) -> String {
    moment.format("%Y-%m-%d %H:%M").to_string()
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
