//! How one finding is shown: its evidence, its cause and what to do, in the language of the output.

use serde::Serialize;

use crate::domain::employee::EmployeeCode;
use crate::domain::finding::{Code, Evidence, Finding, Severity};
use crate::domain::left_on::LEFT_ON;
use crate::domain::pc_log::PcUserName;
use crate::domain::time::{Jst, WorkDay};
use crate::locale::{Locale, Text};
use crate::output::{Column, Subject, Told, Tone};
use crate::state::OpenFinding;

use super::names::Names;

mod evidence;

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
        let evidence = evidence::told(&self.evidence, self.work_day);
        let severity = self.severity.name();
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
                day: self.work_day,
                codes: vec![self.code.name()],
            },
            tone: match self.severity {
                _ if self.acknowledged => Tone::Faint,
                Severity::Act => Tone::Bad,
                Severity::Note => Tone::Note,
            },
            number: self.id,
            evidence: evidence::told(&self.evidence, self.work_day),
            cause: self.cause(),
            remedy: self.remedy(),
            set_aside: self.ack_reason.clone(),
        }
    }

    fn cause(&self) -> Text {
        let word = Text::new("plain").with("text", self.cause.as_str());
        Text::new("finding-cause").with("cause", word)
    }

    fn remedy(&self) -> Text {
        let word = Text::new("plain").with("text", self.remedy.as_str());
        Text::new("finding-remedy").with("remedy", word)
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
        let mut lines = vec![self.title()];
        if let Some(evidence) = evidence::told(&self.evidence, self.work_day) {
            lines.push(Text::new("finding-evidence").with("evidence", evidence));
        }
        lines.extend([self.cause(), self.remedy()]);
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
    let no_logoff_ever = finding.code == Code::NoLogoff && finding.evidence.times.is_empty();
    let mut remedy = match no_logoff_ever {
        true => Text::new("finding-no-logoff-ever"),
        false => Text::family("finding-remedy", finding.code.name()),
    };
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
    use super::evidence::FACTS;
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
                assert!(
                    locale.entry(text.key()).is_some(),
                    "{lang:?}: {}",
                    text.key()
                );
            }
        }
    }
}
