//! The company's choices that the rules depend on.

use std::collections::BTreeMap;

use chrono::{Duration, NaiveTime};
use wildmatch::WildMatch;

use super::employee::EmployeeKey;
use super::nights::Nights;
use super::time::{DaySpan, Jst, WorkDay};
use super::work_day::Borders;

/// When a 出勤 is decided (`punch.clock_in`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClockIn {
    /// As soon as its ログオン is collected.
    AtOnce,
    /// When its work day is settled: for companies that use IC cards too.
    Settled,
}

/// `punch.night_shift_hours`: one number, or others by 所属コード.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NightShift {
    /// Hours in divisions that are not named.
    pub default_hours: u32,
    /// Hours by 所属コード.
    pub by_division: BTreeMap<String, u32>,
}

impl NightShift {
    /// The hours of that 所属コード; zero is no night shift.
    pub fn of(&self, division_code: &str) -> Duration {
        let hours = self
            .by_division
            .get(division_code)
            .unwrap_or(&self.default_hours);
        Duration::hours(i64::from(*hours))
    }
}

/// `punch.quiet_hours`, half-open; may go over midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuietHours {
    /// First quiet minute.
    pub from: NaiveTime,
    /// First minute that is not quiet any more.
    pub to: NaiveTime,
}

impl QuietHours {
    /// Whether a moment lies in them.
    pub fn contains(self, moment: Jst) -> bool {
        let time = moment.time();
        if self.from <= self.to {
            self.from <= time && time < self.to
        } else {
            self.from <= time || time < self.to
        }
    }
}

/// The choices, settled and valid.
#[derive(Clone, Debug)]
pub struct Rules {
    /// `punch.since`; nothing is punched before it, and nothing at all while it is not known.
    pub since: Option<WorkDay>,
    /// `punch.max_age_days`.
    pub max_age_days: u64,
    /// `punch.clock_in`.
    pub clock_in: ClockIn,
    /// `punch.settle_minutes`.
    pub settle: Duration,
    /// `punch.quiet_hours`; `None` for none.
    pub quiet: Option<QuietHours>,
    /// `malion.lookback_days`: how long a missing ログオフ is waited for.
    pub lookback: Duration,
    /// `malion.require_link_code`.
    pub require_link_code: bool,
    /// `logs.ignore_users`.
    pub ignore_users: Vec<WildMatch>,
}

/// What the rules must know of one person.
#[derive(Clone, Debug)]
pub struct Person {
    /// Who it is.
    pub key: EmployeeKey,
    /// 入社日, where known.
    pub hired: Option<WorkDay>,
    /// 退職日, where known.
    pub resigned: Option<WorkDay>,
    /// Where the person's work days begin.
    pub borders: Borders,
    /// The person's night-shift hours.
    pub nights: Nights,
    /// The work days on which the person is set aside (`accounts exclude`).
    pub exclusions: Vec<DaySpan>,
}

impl Person {
    /// Whether `day` lies within 入社日 and 退職日, both included.
    pub fn is_employed_on(&self, day: WorkDay) -> bool {
        self.hired.is_none_or(|hired| hired <= day) && self.resigned.is_none_or(|last| day <= last)
    }

    /// Whether the person is set aside on `day`: nothing is punched then, and nothing told of it.
    pub fn is_excluded_on(&self, day: WorkDay) -> bool {
        self.exclusions.iter().any(|span| span.contains(day))
    }

    /// Whether the person's division works at night on `day`, and so has no quiet hours.
    pub fn works_nights_on(&self, day: WorkDay) -> bool {
        self.nights.of(day) > Duration::zero()
    }
}

/// Whether two clocks differ so much that no work day is settled by a reading (relay-rules, "settled", d).
pub fn is_clock_off(skew: Option<Duration>) -> bool {
    skew.is_some_and(|skew| skew.abs() > Duration::minutes(2))
}

/// People by key.
pub type People = BTreeMap<EmployeeKey, Person>;

#[cfg(test)]
mod tests {
    use chrono::NaiveTime;

    use super::QuietHours;

    #[test]
    fn quiet_hours_are_half_open_and_may_go_over_midnight() {
        let hour = |h| NaiveTime::from_hms_opt(h, 0, 0).unwrap();
        let night = QuietHours {
            from: hour(0),
            to: hour(5),
        };
        let late = QuietHours {
            from: hour(23),
            to: hour(5),
        };
        for (time, in_night, in_late) in [
            ("00:00:00", true, true),
            ("04:59:59", true, true),
            ("05:00:00", false, false),
            ("23:00:00", false, true),
            ("22:59:59", false, false),
        ] {
            let moment =
                chrono::DateTime::parse_from_rfc3339(&format!("2024-12-17T{time}+09:00")).unwrap();
            assert_eq!(night.contains(moment), in_night, "{time}");
            assert_eq!(late.contains(moment), in_late, "{time}");
        }
    }
}
