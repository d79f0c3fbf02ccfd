//! How one punch is shown, in every document and table that has punches.

use serde::Serialize;

use crate::domain::employee::{EmployeeCode, EmployeeKey};
use crate::domain::finding::Code;
use crate::domain::pc_log::LogId;
use crate::domain::plan::NOT_LATER;
use crate::domain::punch::{Punch, PunchId, PunchKind, PunchState};
use crate::domain::time::{Minute, WorkDay};
use crate::locale::{Locale, Text};
use crate::output::{Column, Row, Table, Tone};

use super::names::Names;

/// The object `punch` of the JSON documents.
#[derive(Clone, Debug, Serialize)]
pub(in crate::commands) struct PunchView {
    id: PunchId,
    #[serde(skip_serializing_if = "Option::is_none")]
    employee_code: Option<EmployeeCode>,
    employee_key: EmployeeKey,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    work_day: WorkDay,
    kind: PunchKind,
    time: Minute,
    state: PunchState,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    logs: Vec<LogId>,
    attempts: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    kot_code: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kot_message: Option<String>,
    #[serde(skip)]
    shown_name: String,
}

/// The columns of a table of punches.
pub(in crate::commands) const COLUMNS: [Column; 8] = [
    Column::new("id", "punch-id"),
    Column::new("employee_code", "punch-employee-code"),
    Column::new("name", "punch-name"),
    Column::new("work_day", "punch-work-day"),
    Column::new("kind", "punch-kind"),
    Column::new("time", "punch-time"),
    Column::new("reason", "punch-reason"),
    Column::new("state", "punch-state"),
];

/// A row for each punch, for people.
pub(in crate::commands) fn table<'a>(punches: &'a [PunchView], locale: &'a Locale) -> Table<'a> {
    Table::told(COLUMNS, move || {
        let punches = punches.iter();
        punches.map(move |punch| Row::toned(punch.tone(), punch.row(locale)))
    })
}

/// A row for each punch, as the JSON document has it.
pub(in crate::commands) fn csv_table(punches: &[PunchView]) -> Table<'_> {
    Table::told(COLUMNS, move || {
        punches.iter().map(|punch| Row::new(punch.csv_row()))
    })
}

impl PunchView {
    /// A punch with the names of its person.
    pub(in crate::commands) fn of(punch: &Punch, names: &Names) -> Self {
        Self {
            id: punch.id,
            employee_code: names.code(&punch.employee).cloned(),
            employee_key: punch.employee.clone(),
            name: names.name(&punch.employee).map(str::to_owned),
            work_day: punch.work_day,
            kind: punch.kind,
            time: punch.time,
            state: punch.state,
            reason: punch.reason.clone(),
            logs: punch.logs.clone(),
            attempts: punch.attempts,
            kot_code: punch.kot_code.clone(),
            kot_message: punch.kot_message.clone(),
            shown_name: names.shown(&punch.employee),
        }
    }

    /// Its row under [`COLUMNS`], for people.
    pub(in crate::commands) fn row(&self, locale: &Locale) -> Vec<String> {
        vec![
            self.id.0.to_string(),
            self.code(),
            self.shown_name.clone(),
            self.work_day.to_string(),
            self.kind_word(locale),
            clock_on(self.time, self.work_day),
            self.reason_words(locale),
            self.state_word(locale),
        ]
    }

    /// Its row under [`COLUMNS`], as the JSON document has it.
    pub(in crate::commands) fn csv_row(&self) -> Vec<String> {
        vec![
            self.id.0.to_string(),
            self.code(),
            self.name.clone().unwrap_or_default(),
            self.work_day.to_string(),
            self.kind.code().to_string(),
            self.time.to_string(),
            self.reason.clone().unwrap_or_default(),
            self.state.name().to_owned(),
        ]
    }

    /// How good its state is.
    pub(in crate::commands) fn tone(&self) -> Tone {
        match self.state {
            PunchState::Accepted => Tone::Good,
            PunchState::Refused | PunchState::Person => Tone::Bad,
            PunchState::Held | PunchState::Unknown | PunchState::AlreadyThere => Tone::Note,
            PunchState::Withdrawn | PunchState::Dropped => Tone::Faint,
            PunchState::Decided | PunchState::Sending => Tone::Plain,
        }
    }

    /// 出勤 09:03, with its state where KING OF TIME has not simply taken it.
    pub(in crate::commands) fn short(&self, locale: &Locale) -> String {
        let text = match self.state {
            PunchState::Accepted => Text::new("punch-short"),
            _ => Text::new("punch-short-state")
                .with("state", Text::family("punch-state", self.state.name())),
        };
        let text = text.with("kind", kind_text(self.kind));
        locale.say(&text.with("time", clock_on(self.time, self.work_day)))
    }

    /// Who, when and which in one line, for a question.
    pub(in crate::commands) fn line(&self, locale: &Locale) -> String {
        let (id, name, day) = (self.id.0, &self.shown_name, self.work_day);
        format!("{id}: {name} {day} {}", self.short(locale))
    }

    /// Whose, when, which, where it stands and why, in one line.
    pub(in crate::commands) fn headline(&self) -> Text {
        let reason = match &self.reason {
            Some(reason) => Text::new("punch-because").with("reason", hold_text(reason)),
            None => Text::new("word-nothing"),
        };
        Text::new("punch-headline")
            .showing("id", self.id.0)
            .with("code", self.code())
            .with("name", self.shown_name.as_str())
            .showing("day", self.work_day)
            .with("kind", kind_text(self.kind))
            .with("time", clock_on(self.time, self.work_day))
            .with("state", Text::family("punch-state", self.state.name()))
            .with("reason", reason)
    }

    /// Which.
    pub(in crate::commands) fn kind(&self) -> PunchKind {
        self.kind
    }

    /// When, by the minute.
    pub(in crate::commands) fn time(&self) -> Minute {
        self.time
    }

    /// Where it stands.
    pub(in crate::commands) fn state(&self) -> PunchState {
        self.state
    }

    fn code(&self) -> String {
        let code = self.employee_code.as_ref();
        code.map_or_else(String::new, ToString::to_string)
    }

    fn kind_word(&self, locale: &Locale) -> String {
        locale.say(&kind_text(self.kind))
    }

    fn state_word(&self, locale: &Locale) -> String {
        locale.say(&Text::family("punch-state", self.state.name()))
    }

    /// Why it stands where it stands: a finding's title, the time that is there, KING OF TIME's words,
    /// or a person's.
    fn reason_words(&self, locale: &Locale) -> String {
        let reason = self.reason.as_deref();
        match (self.state, reason) {
            (PunchState::Held, Some(reason)) => locale.say(&hold_text(reason)),
            (PunchState::Refused, _) => {
                let said = [self.kot_code.as_deref(), self.kot_message.as_deref()];
                said.into_iter().flatten().collect::<Vec<_>>().join(" ")
            }
            (_, reason) => reason.unwrap_or_default().to_owned(),
        }
    }
}

/// Why a punch is held, in words.
pub(in crate::commands) fn hold_text(reason: &str) -> Text {
    match Code::of_name(reason) {
        Some(code) => Text::family("finding", code.name()),
        None if reason == NOT_LATER => Text::new("punch-not-later"),
        None => Text::new("plain").with("text", reason),
    }
}

/// The word for a kind of punch.
pub(in crate::commands) fn kind_text(kind: PunchKind) -> Text {
    Text::family("punch-kind", &kind.code().to_string())
}

/// `HH:MM`, with the month and day in front where the time is not on the work day's own date.
pub(in crate::commands) fn clock_on(time: Minute, work_day: WorkDay) -> String {
    if WorkDay::new(time.start().date_naive()) == work_day {
        time.clock()
    } else {
        time.start().format("%m-%d %H:%M").to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::clock_on;
    use crate::domain::time::{Jst, Minute, WorkDay};

    #[test]
    fn a_time_after_midnight_is_told_with_its_date() {
        let day = WorkDay::parse("2024-12-17").unwrap();
        for (time, shown) in [
            ("2024-12-17T22:00:59+09:00", "22:00"),
            ("2024-12-18T03:30:00+09:00", "12-18 03:30"),
        ] {
            let time = Minute::cut(Jst::parse_from_rfc3339(time).unwrap());
            assert_eq!(clock_on(time, day), shown);
        }
    }
}
