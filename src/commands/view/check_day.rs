//! How one person's work day is shown in a check.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use chrono::Datelike;
use serde::{Serialize, Serializer};

use crate::domain::employee::{EmployeeCode, EmployeeKey};
use crate::domain::finding::{Code, Severity};
use crate::domain::pc_session::PcSession;
use crate::domain::punch::{PunchKind, PunchState, TimeRecord};
use crate::domain::reconcile::{Row, Status};
use crate::domain::time::{Jst, Minute, WorkDay};
use crate::locale::{Locale, Text};
use crate::output::{PageDay, Subject, Tone};

use super::finding::rfc3339;
use super::names::Names;
use super::punch::{PunchView, clock_on, kind_text};

/// The entries of `days`, each put into words when it is its turn: a big company's month has many.
#[derive(Debug)]
pub(in crate::commands) struct DayViews<'a> {
    rows: Vec<&'a Row>,
    names: &'a Names,
}

impl<'a> DayViews<'a> {
    /// The rows of a check by code, name and work day.
    pub(in crate::commands) fn of(rows: &'a [Row], names: &'a Names) -> Self {
        let people: BTreeSet<&EmployeeKey> = rows.iter().map(|row| &row.employee).collect();
        let mut people: Vec<&EmployeeKey> = people.into_iter().collect();
        people.sort_by_cached_key(|person| (names.code(person), names.shown(person)));
        let places: HashMap<&EmployeeKey, usize> = people.into_iter().zip(0..).collect();
        let mut rows: Vec<&Row> = rows.iter().collect();
        rows.sort_by_cached_key(|row| (places.get(&row.employee), row.work_day));
        Self { rows, names }
    }

    /// One after another.
    pub(in crate::commands) fn iter(&self) -> impl Iterator<Item = DayView> {
        self.rows.iter().map(|row| DayView::of(row, self.names))
    }

    /// Whether there is none.
    pub(in crate::commands) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

impl Serialize for DayViews<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

/// An entry of `days`.
#[derive(Debug, Serialize)]
pub(in crate::commands) struct DayView {
    #[serde(skip_serializing_if = "Option::is_none")]
    employee_code: Option<EmployeeCode>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    work_day: WorkDay,
    pc: Pc,
    sent: Vec<PunchView>,
    /// Absent where KING OF TIME was not read.
    #[serde(skip_serializing_if = "Option::is_none")]
    kot: Option<Vec<Shown>>,
    status: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    codes: Vec<Code>,
    #[serde(skip_serializing_if = "Option::is_none")]
    waiting: Option<Waiting>,
    #[serde(skip)]
    shown_name: String,
    #[serde(skip)]
    pc_clocks: [Option<String>; 2],
}

#[derive(Debug, Serialize)]
struct Pc {
    #[serde(skip_serializing_if = "Option::is_none")]
    first_logon: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_logoff: Option<String>,
    terminals: Vec<String>,
    sessions: Vec<SessionView>,
}

/// A session of one PC; without `until` where no ログオフ is known.
#[derive(Debug, Serialize)]
struct SessionView {
    terminal: String,
    from: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<String>,
}

impl SessionView {
    fn of(session: &PcSession) -> Self {
        Self {
            terminal: session.terminal.clone(),
            from: rfc3339(session.from),
            until: session.until.map(rfc3339),
        }
    }
}

/// A punch as KING OF TIME shows it; `kind` is its code, which may be one that is not punched here.
#[derive(Debug, Serialize)]
pub(in crate::commands) struct Shown {
    time: String,
    kind: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    how: Option<Arc<str>>,
    #[serde(skip)]
    minute: Minute,
}

#[derive(Debug, Serialize)]
struct Waiting {
    r#for: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<String>,
    #[serde(skip)]
    clock: Option<String>,
}

impl DayView {
    /// A row of a check with the names of its person.
    pub(in crate::commands) fn of(row: &Row, names: &Names) -> Self {
        let day = row.work_day;
        let clock = |moment: Jst| clock_on(Minute::cut(moment), day);
        let (codes, waiting) = match &row.status {
            Status::Findings(codes) => (codes.clone(), None),
            Status::Waiting { waiting, until } => {
                let waiting = Waiting {
                    r#for: waiting.name(),
                    until: until.map(rfc3339),
                    clock: until.map(|until| until.format("%m-%d %H:%M").to_string()),
                };
                (Vec::new(), Some(waiting))
            }
            _ => (Vec::new(), None),
        };
        let punches = row.punches.iter();
        Self {
            employee_code: names.code(&row.employee).cloned(),
            name: names.name(&row.employee).map(str::to_owned),
            work_day: day,
            pc: Pc {
                first_logon: row.pc.first_logon.map(rfc3339),
                last_logoff: row.pc.last_logoff.map(rfc3339),
                terminals: row.pc.terminals.clone(),
                sessions: row.pc.sessions.iter().map(SessionView::of).collect(),
            },
            sent: punches.map(|punch| PunchView::of(punch, names)).collect(),
            kot: row
                .kot
                .as_ref()
                .map(|shown| shown.iter().map(Shown::of).collect()),
            status: row.status.name(),
            codes,
            waiting,
            shown_name: names.shown(&row.employee),
            pc_clocks: [row.pc.first_logon.map(clock), row.pc.last_logoff.map(clock)],
        }
    }

    /// Its line of the page, below the name of its person.
    pub(in crate::commands) fn on_page(&self, locale: &Locale) -> PageDay {
        let code = self.employee_code.as_ref().map_or("", EmployeeCode::as_str);
        let [_, _, pc, sent, kot, status] = self.row(locale);
        let weekday = self.work_day.date().weekday().number_from_monday();
        let day = Text::new("page-day")
            .showing("day", self.work_day)
            .with("weekday", Text::family("weekday", &weekday.to_string()));
        PageDay {
            subject: Subject {
                who: format!("{code} {}", self.shown_name).trim().to_owned(),
                day: Some(self.work_day),
                codes: self.codes.iter().map(|code| code.name()).collect(),
            },
            cells: [locale.say(&day), pc, sent, kot],
            status,
            tone: self.tone(),
        }
    }

    /// Its row of the table.
    pub(in crate::commands) fn row(&self, locale: &Locale) -> [String; 6] {
        [
            self.shown_name.clone(),
            self.work_day.to_string(),
            self.pc_cell(),
            self.sent_cell(locale),
            self.kot_cell(locale),
            self.status_cell(locale),
        ]
    }

    /// Its line of the CSV format.
    pub(in crate::commands) fn csv_row(&self) -> [String; 10] {
        let code = self.employee_code.as_ref();
        let sent = self.sent.iter().map(|punch| {
            let (kind, time, state) = (punch.kind().code(), punch.time(), punch.state().name());
            format!("{kind} {time} {state}")
        });
        let shown = self.kot.iter().flatten().map(|shown| {
            let how = shown.how.as_deref().unwrap_or_default();
            format!("{} {} {how}", shown.kind, shown.time)
                .trim_end()
                .to_owned()
        });
        let codes: Vec<&str> = self.codes.iter().map(|code| code.name()).collect();
        [
            code.map_or_else(String::new, ToString::to_string),
            self.name.clone().unwrap_or_default(),
            String::new(),
            self.work_day.to_string(),
            self.pc.first_logon.clone().unwrap_or_default(),
            self.pc.last_logoff.clone().unwrap_or_default(),
            sent.collect::<Vec<_>>().join("; "),
            shown.collect::<Vec<_>>().join("; "),
            self.status.to_owned(),
            codes.join(" "),
        ]
    }

    /// How good its status is.
    pub(in crate::commands) fn tone(&self) -> Tone {
        match self.codes.first() {
            Some(code) if code.severity() == Severity::Act => Tone::Bad,
            Some(_) => Tone::Note,
            None if self.status == Status::Ok.name() => Tone::Good,
            None => Tone::Faint,
        }
    }

    fn pc_cell(&self) -> String {
        match &self.pc_clocks {
            [None, None] => String::new(),
            [first, last] => span(first.as_deref(), last.as_deref()),
        }
    }

    fn sent_cell(&self, locale: &Locale) -> String {
        let plain = |punch: &&PunchView| punch.state() == PunchState::Accepted;
        let mark = |punch: &PunchView| {
            let clock = clock_on(punch.time(), self.work_day);
            if plain(&punch) {
                return clock;
            }
            let state = Text::family("punch-state", punch.state().name());
            format!("{clock} ({})", locale.say(&state))
        };
        let marks: Vec<(Option<PunchKind>, String)> = self
            .sent
            .iter()
            .map(|punch| (Some(punch.kind()), mark(punch)))
            .collect();
        cell(&marks, locale)
    }

    fn kot_cell(&self, locale: &Locale) -> String {
        let mark = |shown: &Shown| {
            let clock = clock_on(shown.minute, self.work_day);
            match &shown.how {
                Some(how) => format!("{clock} ({how})"),
                None => clock,
            }
        };
        let Some(shown) = &self.kot else {
            return locale.say(&Text::new("check-kot-not-read"));
        };
        let marks: Vec<(Option<PunchKind>, String)> = shown
            .iter()
            .map(|shown| (PunchKind::of_code(shown.kind), mark(shown)))
            .collect();
        cell(&marks, locale)
    }

    fn status_cell(&self, locale: &Locale) -> String {
        if !self.codes.is_empty() {
            let codes: Vec<&str> = self.codes.iter().map(|code| code.name()).collect();
            return codes.join(", ");
        }
        let Some(waiting) = &self.waiting else {
            return locale.say(&Text::family("check-status", self.status));
        };
        let what = Text::family("check-waiting-for", waiting.r#for);
        let text = match &waiting.clock {
            Some(until) => Text::new("check-waiting-until").with("until", until.as_str()),
            None => Text::new("check-waiting"),
        };
        locale.say(&text.with("what", what))
    }
}

impl Shown {
    /// A punch of a reading.
    pub(in crate::commands) fn of(record: &TimeRecord) -> Self {
        Self {
            time: rfc3339(record.time),
            kind: record.code,
            how: record.how.clone(),
            minute: record.minute(),
        }
    }
}

/// `09:03–18:22` where there is at most one 出勤, at most one 退勤 and nothing else, else each with its kind.
fn cell(marks: &[(Option<PunchKind>, String)], locale: &Locale) -> String {
    let of = |kind| {
        let mut marks = marks.iter().filter(move |(of, _)| *of == Some(kind));
        (marks.next().map(|(_, mark)| mark.as_str()), marks.count())
    };
    let (clock_in, more_in) = of(PunchKind::ClockIn);
    let (clock_out, more_out) = of(PunchKind::ClockOut);
    let told = usize::from(clock_in.is_some()) + usize::from(clock_out.is_some());
    if marks.is_empty() {
        return String::new();
    }
    if more_in + more_out == 0 && told == marks.len() {
        return span(clock_in, clock_out);
    }
    let each = marks.iter().map(|(kind, mark)| match kind {
        Some(kind) => format!("{} {mark}", locale.say(&kind_text(*kind))),
        None => format!("? {mark}"),
    });
    each.collect::<Vec<_>>().join(" ")
}

fn span(from: Option<&str>, to: Option<&str>) -> String {
    format!("{}–{}", from.unwrap_or_default(), to.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::cell;
    use crate::domain::punch::PunchKind::{self, BreakStart, ClockIn, ClockOut};
    use crate::locale::{Lang, Locale};

    type Case<'a> = (&'a [(Option<PunchKind>, &'a str)], &'a str);

    #[test]
    fn a_plain_day_is_a_span_and_any_other_names_each_punch() {
        let locale = Locale::new(Lang::Ja);
        let rows: [Case<'_>; 6] = [
            (&[], ""),
            (
                &[(Some(ClockIn), "09:03"), (Some(ClockOut), "18:22")],
                "09:03–18:22",
            ),
            (&[(Some(ClockIn), "09:03")], "09:03–"),
            (&[(Some(ClockOut), "18:22")], "–18:22"),
            (
                &[(Some(ClockIn), "08:55"), (Some(ClockIn), "09:03")],
                "出勤 08:55 出勤 09:03",
            ),
            (
                &[
                    (Some(ClockIn), "09:03"),
                    (Some(BreakStart), "12:00"),
                    (None, "13:00"),
                ],
                "出勤 09:03 休憩開始 12:00 ? 13:00",
            ),
        ];
        for (marks, expected) in rows {
            let marks: Vec<_> = marks
                .iter()
                .map(|(kind, mark)| (*kind, (*mark).to_owned()))
                .collect();
            assert_eq!(cell(&marks, &locale), expected);
        }
    }
}
