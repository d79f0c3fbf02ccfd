//! 勤怠差異: what the PCs logged against what was punched by whatever means, for payroll (KOT section 8).

use std::collections::BTreeMap;
use std::sync::Arc;

use super::employee::EmployeeKey;
use super::ownership::Placer;
use super::pc_log::{Operation, PcLog};
use super::picture::Material;
use super::punch::{PunchKind, TimeRecord};
use super::reconcile::Tolerance;
use super::time::{Jst, Minute, WorkDay};

/// The words of the operations that stand in for a ログオン and a ログオフ where a day has none.
const UNLOCK: &str = "アンロック";
const LOCK: &str = "ロック";

/// What the PCs say of one end of a work day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PcMark {
    /// When, by the minute.
    pub time: Minute,
    /// By which operation: ログオン or アンロック, ログオフ or ロック.
    pub operation: Operation,
}

/// What KING OF TIME shows of one end of a work day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PunchMark {
    /// When, by the minute.
    pub time: Minute,
    /// How it was punched, where KING OF TIME says so.
    pub how: Option<Arc<str>>,
    /// Whether it was sent from here.
    pub is_ours: bool,
}

/// How the two compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// Both are there: minutes from the PC log to the punch, negative where the punch is earlier.
    Minutes(i64),
    /// Only the PC log is there.
    NoPunch,
    /// Only the punch is there.
    NoLog,
    /// The day is not settled, and its last PC log may still come.
    Waiting,
    /// Neither is there.
    Nothing,
}

/// One end of a work day: 出勤 or 退勤.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct End {
    /// The PC's side.
    pub pc: Option<PcMark>,
    /// The side of KING OF TIME.
    pub punch: Option<PunchMark>,
    /// How they compare.
    pub gap: Gap,
    /// Whether it is a difference: one side is missing, or the gap is over the threshold. A gap equal to the
    /// threshold is none.
    pub differs: bool,
}

/// A person's work day, compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Whose.
    pub employee: EmployeeKey,
    /// Which day.
    pub work_day: WorkDay,
    /// 出勤.
    pub clock_in: End,
    /// 退勤.
    pub clock_out: End,
}

/// What is known of a person's work day on both sides.
#[derive(Clone, Debug, Default)]
pub struct BothSides {
    /// The first ログオン, else the first アンロック.
    pub first: Option<PcMark>,
    /// The last ログオフ, else the last ロック.
    pub last: Option<PcMark>,
    /// Whether a later PC log may still come.
    pub is_open: bool,
    /// What KING OF TIME shows, by time.
    pub records: Vec<TimeRecord>,
    /// The punches of the day that it accepted from us.
    pub ours: Vec<(PunchKind, Minute)>,
}

impl PcMark {
    /// A log as a mark.
    pub fn at(time: Jst, operation: Operation) -> Self {
        Self {
            time: Minute::cut(time),
            operation,
        }
    }
}

impl BothSides {
    /// Compares the day; `None` where neither side has anything of it.
    pub fn compare(
        &self,
        employee: &EmployeeKey,
        work_day: WorkDay,
        tolerance: Tolerance,
    ) -> Option<Difference> {
        let of_kind = |kind| {
            let mut records = self.records.iter();
            records
                .by_ref()
                .filter(move |record| record.kind() == Some(kind))
                .collect::<Vec<_>>()
        };
        let (ins, outs) = (of_kind(PunchKind::ClockIn), of_kind(PunchKind::ClockOut));
        let clock_in = self.end(
            self.first.clone(),
            ins.first().copied(),
            PunchKind::ClockIn,
            tolerance,
        );
        let clock_out = self.end(
            self.last.clone(),
            outs.last().copied(),
            PunchKind::ClockOut,
            tolerance,
        );
        let has_something = |end: &End| end.gap != Gap::Nothing;
        let is_told =
            has_something(&clock_in) || clock_out.pc.is_some() || clock_out.punch.is_some();
        is_told.then(|| Difference {
            employee: employee.clone(),
            work_day,
            clock_in,
            clock_out,
        })
    }

    fn end(
        &self,
        pc: Option<PcMark>,
        record: Option<&TimeRecord>,
        kind: PunchKind,
        tolerance: Tolerance,
    ) -> End {
        let punch = record.map(|record| self.punch_mark(record));
        let gap = match (&pc, &punch) {
            _ if kind == PunchKind::ClockOut && self.is_open => Gap::Waiting,
            (Some(pc), Some(punch)) => Gap::Minutes(punch.time.minutes_since(pc.time)),
            (Some(_), None) => Gap::NoPunch,
            (None, Some(_)) => Gap::NoLog,
            (None, None) => Gap::Nothing,
        };
        let differs = match gap {
            Gap::Minutes(minutes) => minutes.abs() > tolerance.of(kind).num_minutes(),
            Gap::NoPunch | Gap::NoLog => true,
            Gap::Waiting | Gap::Nothing => false,
        };
        End {
            pc,
            punch,
            gap,
            differs,
        }
    }

    fn punch_mark(&self, record: &TimeRecord) -> PunchMark {
        let time = record.minute();
        // KING OF TIME's handling of seconds is not known (KOT section 11).
        let is_ours = self.ours.iter().any(|(kind, ours)| {
            record.kind() == Some(*kind) && time.minutes_since(*ours).abs() <= 1
        });
        PunchMark {
            time,
            how: record.how.clone(),
            is_ours,
        }
    }
}

impl Difference {
    /// Whether either end differs.
    pub fn differs(&self) -> bool {
        self.clock_in.differs || self.clock_out.differs
    }

    /// Minutes between PC logs that lie outside of the punches, of the ends that differ: time at the PC before
    /// 出勤 and after 退勤.
    pub fn outside_minutes(&self) -> i64 {
        let minutes = |end: &End, sign: i64| match end.gap {
            Gap::Minutes(minutes) if end.differs => (minutes * sign).max(0),
            _ => 0,
        };
        minutes(&self.clock_in, 1) + minutes(&self.clock_out, -1)
    }
}

/// The first アンロック and the last ロック of people's work days.
pub type Locks = BTreeMap<(EmployeeKey, WorkDay), [Option<PcMark>; 2]>;

/// Those of the logs that are kept of them.
pub fn locks(material: &Material) -> Locks {
    let mut placer = Placer::new(&material.people, &material.links);
    let mut locks = Locks::new();
    for log in &material.logs {
        let place = placer.place(log);
        let Operation::Other(word) = &log.raw.operation else {
            continue;
        };
        let Some((person, day)) = place.filter(|_| word == UNLOCK || word == LOCK) else {
            continue;
        };
        let [unlock, lock] = locks.entry((person.key.clone(), day)).or_default();
        if word == LOCK {
            *lock = Some(mark(log));
        } else if unlock.is_none() {
            *unlock = Some(mark(log));
        }
    }
    locks
}

fn mark(log: &PcLog) -> PcMark {
    PcMark::at(log.raw.occurred_at, log.raw.operation.clone())
}

#[cfg(test)]
mod tests {
    use chrono::Duration;

    use super::{BothSides, Gap, PcMark};
    use crate::domain::employee::EmployeeKey;
    use crate::domain::pc_log::Operation;
    use crate::domain::punch::TimeRecord;
    use crate::domain::reconcile::Tolerance;
    use crate::domain::time::{Jst, WorkDay};

    fn at(clock: &str) -> Jst {
        Jst::parse_from_rfc3339(&format!("2024-12-17T{clock}+09:00")).unwrap()
    }

    fn sides(pc: [&str; 2], punched: [&str; 2]) -> BothSides {
        let mark =
            |clock: &str, operation| (!clock.is_empty()).then(|| PcMark::at(at(clock), operation));
        let record = |(code, clock): (i64, &str)| {
            (!clock.is_empty()).then(|| TimeRecord {
                code,
                time: at(clock),
                how: None,
            })
        };
        BothSides {
            first: mark(pc[0], Operation::Logon),
            last: mark(pc[1], Operation::Logoff),
            records: [1, 2].into_iter().zip(punched).filter_map(record).collect(),
            ..BothSides::default()
        }
    }

    /// Thresholds 15 and 10 minutes; a gap equal to the threshold is no difference.
    #[test]
    fn each_end_is_compared_by_the_minute_with_its_own_threshold() {
        let tolerance = Tolerance {
            clock_in: Duration::minutes(15),
            clock_out: Duration::minutes(10),
        };
        let gap = Gap::Minutes;
        for (pc, punched, clock_in, clock_out, differ, outside) in [
            (
                ["09:00:00", "18:00:00"],
                ["09:00:00", "18:00:00"],
                gap(0),
                gap(0),
                [false, false],
                0,
            ),
            (
                ["09:00:59", "18:10:59"],
                ["09:15:00", "18:00:00"],
                gap(15),
                gap(-10),
                [false, false],
                0,
            ),
            (
                ["09:00:00", "18:11:00"],
                ["09:16:00", "18:00:00"],
                gap(16),
                gap(-11),
                [true, true],
                27,
            ),
            (
                ["09:16:00", "18:00:00"],
                ["09:00:00", "18:11:00"],
                gap(-16),
                gap(11),
                [true, true],
                0,
            ),
            (
                ["", "18:00:00"],
                ["09:00:00", ""],
                Gap::NoLog,
                Gap::NoPunch,
                [true, true],
                0,
            ),
            (
                ["09:00:00", ""],
                ["", ""],
                Gap::NoPunch,
                Gap::Nothing,
                [true, false],
                0,
            ),
        ] {
            let employee = EmployeeKey::new("taro");
            let day = WorkDay::parse("2024-12-17").unwrap();
            let found = sides(pc, punched)
                .compare(&employee, day, tolerance)
                .unwrap();
            assert_eq!(
                (found.clock_in.gap, found.clock_out.gap),
                (clock_in, clock_out)
            );
            assert_eq!(
                [found.clock_in.differs, found.clock_out.differs],
                differ,
                "{pc:?}"
            );
            assert_eq!(found.outside_minutes(), outside, "{pc:?}");
        }
    }

    #[test]
    fn a_day_without_anything_is_no_row_and_an_open_one_is_not_compared_at_its_end() {
        let tolerance = Tolerance {
            clock_in: Duration::zero(),
            clock_out: Duration::zero(),
        };
        let employee = EmployeeKey::new("taro");
        let day = WorkDay::parse("2024-12-17").unwrap();
        let nothing = sides(["", ""], ["", ""]);
        assert_eq!(nothing.compare(&employee, day, tolerance), None);
        let open = BothSides {
            is_open: true,
            ..sides(["09:00:00", "12:00:00"], ["09:00:00", "18:00:00"])
        };
        let found = open.compare(&employee, day, tolerance).unwrap();
        assert_eq!(found.clock_out.gap, Gap::Waiting);
        assert!(!found.differs());
    }
}
