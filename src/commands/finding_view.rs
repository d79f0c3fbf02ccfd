//! How one finding is shown: its evidence, its cause and what to do, in the language of the output.

use serde::Serialize;

use crate::domain::employee::EmployeeCode;
use crate::domain::finding::{Code, Evidence, Finding, Severity};
use crate::domain::pc_log::PcUserName;
use crate::domain::time::{Jst, WorkDay};
use crate::locale::{Locale, Text};
use crate::state::OpenFinding;

use super::names::Names;

/// The object `finding` of the JSON documents.
#[derive(Clone, Debug, Serialize)]
pub(super) struct FindingView {
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
    pub(super) fn of(finding: &Finding, names: &Names, locale: &Locale) -> Self {
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
    pub(super) fn of_open(open: &OpenFinding, names: &Names, locale: &Locale) -> Self {
        Self {
            id: Some(open.id),
            since: Some(rfc3339(open.since)),
            acknowledged: open.acknowledged,
            ..Self::of(&open.finding, names, locale)
        }
    }

    /// Whether somebody must act who has not said yet that it is set aside.
    pub(super) fn calls_for_action(&self) -> bool {
        self.severity == Severity::Act && !self.acknowledged
    }

    /// Its line among the lines of a check; `None` where a person's work day has one that names it.
    pub(super) fn csv_row(&self) -> Option<[String; 10]> {
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

    /// What it says to people: what it is with whom and when, then evidence, cause and remedy.
    pub(super) fn lines(&self) -> Vec<Text> {
        let word = |word: &str| Text::new("plain").with("text", word);
        let title = Text::new("finding-title")
            .with("code", self.code.name())
            .with("title", Text::family("finding", self.code.name()))
            .with("who", self.who.as_str())
            .showing("day", OptionalDay(self.work_day));
        let title = match self.acknowledged {
            true => Text::new("finding-acknowledged").with("title", title),
            false => title,
        };
        let mut lines = vec![title];
        if let Some(evidence) = told(&self.evidence, self.work_day) {
            lines.push(Text::new("finding-evidence").with("evidence", evidence));
        }
        lines.push(Text::new("finding-cause").with("cause", word(&self.cause)));
        lines.push(Text::new("finding-remedy").with("remedy", word(&self.remedy)));
        lines
    }
}

/// A day with a blank before it, or nothing.
struct OptionalDay(Option<WorkDay>);

impl std::fmt::Display for OptionalDay {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.map_or(Ok(()), |day| write!(f, " {day}"))
    }
}

/// The evidence in one line; `None` where there is nothing to tell.
fn told(evidence: &Evidence, work_day: Option<WorkDay>) -> Option<Text> {
    let mut pieces = Vec::new();
    if !evidence.times.is_empty() {
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
    for (name, value) in &evidence.facts {
        pieces.extend(fact(name, value, work_day));
    }
    pieces.into_iter().reduce(|all, piece| {
        Text::new("fact-and")
            .with("before", all)
            .with("after", piece)
    })
}

/// A fact in words; `None` for one that says nothing to people.
fn fact(name: &str, value: &str, work_day: Option<WorkDay>) -> Option<Text> {
    let key = match name {
        "nearest" => "fact-nearest",
        "difference" => {
            let difference = Text::family("difference", value);
            return Some(Text::new("fact-difference").with("value", difference));
        }
        "kind" | "shown_kind" => {
            let code = value.parse().ok()?;
            let kind = crate::domain::punch::PunchKind::of_code(code)?;
            let key = match name {
                "kind" => Text::new("fact-kind"),
                _ => Text::new("fact-shown-kind"),
            };
            return Some(key.with("value", super::punch_view::kind_text(kind)));
        }
        "until" => {
            let until = time_on(value, work_day);
            return Some(Text::new("fact-until").with("value", until));
        }
        "kot_code" => "fact-kot-code",
        "kot_message" => "fact-kot-message",
        "count" => "fact-count",
        "punch" => "fact-punch",
        "gap_minutes" => "fact-gap-minutes",
        "accepted" => "fact-accepted",
        "shown" => "fact-shown",
        _ => return None,
    };
    Some(Text::new(key).with("value", value))
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
pub(super) fn rfc3339(moment: Jst) -> String {
    moment.to_rfc3339_opts(chrono::SecondsFormat::Secs, false)
}
