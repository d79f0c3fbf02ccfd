//! A check as bars: which signs its sessions, punches and findings get.

use std::collections::BTreeMap;

use crate::domain::finding::{Code, Severity};
use crate::domain::pc_session::PcSession;
use crate::domain::punch::{Punch, PunchKind, PunchState, TimeRecord};
use crate::domain::reconcile::{Checked, Row, Status};
use crate::domain::time::{Jst, Minute, WorkDay};
use crate::locale::Text;
use crate::output::{Bar, Mark, Stretch, Timeline, Tone};

use super::names::Names;

/// The work days of a check, by person and day.
pub(in crate::commands) fn of(checked: &Checked, names: &Names, now: Jst) -> Timeline {
    let mut rows: Vec<&Row> = checked.rows.iter().collect();
    // As in the table, so that their lines go together.
    let order = |row: &Row| {
        let code = names.code(&row.employee).map(ToString::to_string);
        let code = code.unwrap_or_default();
        (code, names.shown(&row.employee), row.work_day)
    };
    rows.sort_by_cached_key(|row| order(row));
    let letters = Letters::of(&rows);
    let bar = |row: &&Row| Bar {
        name: names.shown(&row.employee),
        day: row.work_day,
        stretches: stretches(row, now),
        marks: marks(row),
        letters: letters.of_day(&row.status),
    };
    Timeline {
        bars: rows.iter().map(bar).collect(),
        legend: letters.legend(&rows),
    }
}

/// The minute as a bar counts it.
fn minute_on(day: WorkDay, moment: Jst) -> i64 {
    let midnight = Minute::cut(day.begins_at(chrono::NaiveTime::MIN));
    Minute::cut(moment).minutes_since(midnight)
}

/// The sessions. One without a ログオフ may have gone on until now, or until the end of the date.
fn stretches(row: &Row, now: Jst) -> Vec<Stretch> {
    let day = row.work_day;
    let stretch = |session: &PcSession| {
        let from = minute_on(day, session.from);
        let unknown = minute_on(day, now).min(24 * 60);
        let until = session.until.map_or(unknown, |end| minute_on(day, end));
        Stretch {
            minutes: from..until.max(from),
            ended: session.until.is_some(),
        }
    };
    row.pc.sessions.iter().map(stretch).collect()
}

/// What KING OF TIME shows, then what it does not show of ours; by time.
fn marks(row: &Row) -> Vec<Mark> {
    let day = row.work_day;
    let shown = row.kot.as_deref().unwrap_or_default();
    let mut marks: Vec<Mark> = shown
        .iter()
        .filter_map(|record| shown_mark(record, &row.punches, day))
        .collect();
    let not_shown = |punch: &&Punch| !shown.iter().any(|record| is_of(record, punch));
    let unshown = row.punches.iter().filter(not_shown);
    marks.extend(unshown.filter_map(|punch| unshown_mark(punch, row.kot.is_some(), day)));
    marks.sort_by_key(|mark| mark.minute);
    marks
}

fn shown_mark(record: &TimeRecord, ours: &[Punch], day: WorkDay) -> Option<Mark> {
    let kind = record.kind()?;
    let sent = |punch: &Punch| punch.state == PunchState::Accepted && is_of(record, punch);
    let (signs, tone) = if ours.iter().any(sent) {
        (['[', ']'], Tone::Good)
    } else {
        (['{', '}'], Tone::Note)
    };
    Some(Mark {
        minute: minute_on(day, record.time),
        sign: sign(kind, signs),
        tone,
    })
}

/// A punch of ours that KING OF TIME does not show, or that it was not asked for.
fn unshown_mark(punch: &Punch, was_read: bool, day: WorkDay) -> Option<Mark> {
    let (signs, tone) = match punch.state {
        PunchState::Accepted if !was_read => (['[', ']'], Tone::Good),
        PunchState::AlreadyThere if !was_read => (['{', '}'], Tone::Note),
        PunchState::AlreadyThere | PunchState::Dropped | PunchState::Withdrawn => return None,
        PunchState::Decided | PunchState::Sending => (['<', '>'], Tone::Plain),
        _ => (['<', '>'], Tone::Bad),
    };
    Some(Mark {
        minute: minute_on(day, punch.time.start()),
        sign: sign(punch.kind, signs),
        tone,
    })
}

/// KING OF TIME's handling of seconds is not known (KOT section 11): a minute apart is the same punch.
fn is_of(record: &TimeRecord, punch: &Punch) -> bool {
    let apart = record.minute().minutes_since(punch.time).abs();
    record.kind() == Some(punch.kind) && apart <= 1
}

fn sign(kind: PunchKind, [clock_in, clock_out]: [char; 2]) -> char {
    match kind {
        PunchKind::ClockIn => clock_in,
        PunchKind::ClockOut => clock_out,
        PunchKind::BreakStart => '(',
        PunchKind::BreakEnd => ')',
    }
}

/// The letters of the findings that days have, the most urgent first.
struct Letters(BTreeMap<(Severity, Code), char>);

impl Letters {
    fn of(rows: &[&Row]) -> Self {
        let codes = rows.iter().flat_map(|row| codes(&row.status));
        let found: BTreeMap<(Severity, Code), ()> =
            codes.map(|code| ((code.severity(), *code), ())).collect();
        let alphabet = ('A'..='Z').chain('a'..='z');
        Self(found.into_keys().zip(alphabet).collect())
    }

    fn of_day(&self, status: &Status) -> Vec<(char, Tone)> {
        if let Some(sign) = sign_of(status) {
            return vec![(sign, Tone::Faint)];
        }
        let letter = |code: &Code| {
            let letter = self.0.get(&(code.severity(), *code))?;
            Some((*letter, tone(code.severity())))
        };
        codes(status).iter().filter_map(letter).collect()
    }

    /// What each letter and sign that stands somewhere means, and on how many days it stands.
    fn legend(&self, rows: &[&Row]) -> Vec<(char, Tone, Text)> {
        let days =
            |has: &dyn Fn(&Status) -> bool| rows.iter().filter(|row| has(&row.status)).count();
        let findings = self.0.iter().map(|((severity, code), letter)| {
            let text = Text::new("timeline-finding")
                .with("code", code.name())
                .with("title", Text::family("finding", code.name()))
                .with("days", days(&|status| codes(status).contains(code)));
            (*letter, tone(*severity), text)
        });
        let signs = rows
            .iter()
            .filter_map(|row| Some((sign_of(&row.status)?, row.status.name())));
        let signs: BTreeMap<char, &'static str> = signs.collect();
        let signs = signs.into_iter().map(|(sign, status)| {
            let text = Text::new("timeline-status")
                .with("status", Text::family("timeline-is", status))
                .with("days", days(&|other| sign_of(other) == Some(sign)));
            (sign, Tone::Faint, text)
        });
        findings.chain(signs).collect()
    }
}

fn codes(status: &Status) -> &[Code] {
    match status {
        Status::Findings(codes) => codes,
        _ => &[],
    }
}

/// The sign of a day without findings that is not simply right.
fn sign_of(status: &Status) -> Option<char> {
    match status {
        Status::Ok | Status::Findings(_) => None,
        Status::Waiting { .. } => Some('~'),
        Status::BeforeStart => Some('-'),
        Status::Dropped => Some('x'),
    }
}

fn tone(severity: Severity) -> Tone {
    match severity {
        Severity::Act => Tone::Bad,
        Severity::Note => Tone::Note,
    }
}
