//! The three sides as values.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Duration;

use crate::domain::decide::Settlement;
use crate::domain::employee::EmployeeKey;
use crate::domain::finding::Finding;
use crate::domain::pc_session::PcSession;
use crate::domain::punch::{Punch, PunchKind, PunchState, TimeRecord};
use crate::domain::time::{Jst, Minute, WorkDay};

/// `check.in_minutes` and `check.out_minutes`: a gap over so much between a PC log and a punch from elsewhere
/// is a difference (勤怠差異).
#[derive(Clone, Copy, Debug)]
pub struct Tolerance {
    /// Of 出勤.
    pub clock_in: Duration,
    /// Of 退勤.
    pub clock_out: Duration,
}

impl Tolerance {
    /// The tolerance of that kind; breaks have none of their own and take that of 退勤.
    pub fn of(self, kind: PunchKind) -> Duration {
        match kind {
            PunchKind::ClockIn => self.clock_in,
            _ => self.clock_out,
        }
    }
}

/// What the PCs logged on a person's work day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PcDay {
    /// The first ログオン that counts or, where none does, the first at all.
    pub first_logon: Option<Jst>,
    /// The last ログオフ that is known, after that.
    pub last_logoff: Option<Jst>,
    /// The PCs, in order of first use.
    pub terminals: Vec<String>,
    /// The sessions that began on the day, by their beginning.
    pub sessions: Vec<PcSession>,
}

/// Our side of a person's work day.
#[derive(Clone, Debug, Default)]
pub struct OurDay {
    /// The logs.
    pub pc: PcDay,
    /// How far the day is known; `None` where no log of it is left.
    pub settlement: Option<Settlement>,
    /// The punches that the rules give now.
    pub decided: Vec<PunchKind>,
    /// The stored punches that are not withdrawn, by time.
    pub punches: Vec<Punch>,
    /// What the logs and the relay found about the day.
    pub findings: Vec<Finding>,
    /// Whether KING OF TIME, when it was last read, had answered something that was found about the day.
    pub was_answered: bool,
}

/// Our side of a range, by work day and person.
pub type OurDays = BTreeMap<WorkDay, BTreeMap<EmployeeKey, OurDay>>;

impl OurDay {
    /// Gives back the room that is not needed: a big company's month has many days.
    pub fn fit(&mut self) {
        fit(&mut self.pc.terminals);
        fit(&mut self.pc.sessions);
        fit(&mut self.decided);
        fit(&mut self.punches);
        fit(&mut self.findings);
        for punch in &mut self.punches {
            fit(&mut punch.logs);
        }
    }

    pub(super) fn has(&self, state: PunchState) -> bool {
        self.punches.iter().any(|punch| punch.state == state)
    }
}

/// What KING OF TIME shows of a range.
#[derive(Clone, Debug, Default)]
pub struct KotSide {
    /// When the reading began.
    pub began: Option<Jst>,
    /// The work days that stood in the answer.
    pub days: BTreeSet<WorkDay>,
    /// The punches of everybody who stood in the answer, by time; a person without punches may stand
    /// there with none.
    pub records: BTreeMap<(EmployeeKey, WorkDay), Vec<TimeRecord>>,
}

impl KotSide {
    /// What it shows of a person's work day; nothing where the person does not stand in the answer.
    pub(super) fn shown(&self, employee: &EmployeeKey, day: WorkDay) -> &[TimeRecord] {
        let records = self.records.get(&(employee.clone(), day));
        records.map_or(&[], Vec::as_slice)
    }

    /// The same, which is then not here any more.
    pub(super) fn take(&mut self, employee: &EmployeeKey, day: WorkDay) -> Vec<TimeRecord> {
        let records = self.records.remove(&(employee.clone(), day));
        records.unwrap_or_default()
    }
}

/// What a comparison goes by.
#[derive(Clone, Copy, Debug)]
pub struct Terms {
    /// `punch.since`; nothing is punched while it is not known.
    pub since: Option<WorkDay>,
    /// What counts as a difference.
    pub tolerance: Tolerance,
    /// Now.
    pub now: Jst,
}

/// Moves a list into as much room as it needs. What is left is one piece that the next list can have; shrunk in its
/// place it would leave a piece that is too small for any.
fn fit<T>(list: &mut Vec<T>) {
    if list.len() < list.capacity() {
        let mut fitting = Vec::with_capacity(list.len());
        fitting.append(list);
        *list = fitting;
    }
}

/// The minutes of one kind among records, oldest first.
pub(super) fn minutes(records: &[TimeRecord], kind: PunchKind) -> Vec<Minute> {
    let of_kind = records.iter().filter(|record| record.kind() == Some(kind));
    let mut minutes: Vec<Minute> = of_kind.map(TimeRecord::minute).collect();
    minutes.sort_unstable();
    minutes
}

/// Whether there is one of the kind that is none of these.
pub(super) fn shows_another(records: &[TimeRecord], kind: PunchKind, known: &[Minute]) -> bool {
    let is_known = |shown: &Minute| known.iter().any(|time| is_same(*shown, *time));
    !minutes(records, kind).iter().all(is_known)
}

/// Times one minute apart are one punch: KING OF TIME's handling of seconds is not known (KOT section 11).
pub(super) fn is_same(a: Minute, b: Minute) -> bool {
    a.minutes_since(b).abs() <= 1
}

/// The minute that a moment of some evidence says.
pub(super) fn minute_of(rfc3339: &str) -> Option<Minute> {
    let moment = Jst::parse_from_rfc3339(rfc3339).ok()?;
    Some(Minute::cut(
        moment.with_timezone(&crate::domain::time::jst_offset()),
    ))
}
