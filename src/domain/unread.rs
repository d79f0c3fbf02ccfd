//! `punch.in_closed_hours = send`: which punches go to a day that was not read (delivery.md). It is the one
//! setting that weakens the promise.

use chrono::Duration;

use super::punch::{Punch, PunchKind, PunchState};
use super::time::{Jst, WorkDay};

/// How long ago this machine may have finished its last round on this file.
const AT_WORK: Duration = Duration::hours(1);
/// Days that may stand in a closed month, which could not be looked up, are further back than this.
pub const LONGEST_OPEN: i64 = 3;

/// What is known of the file and its place in the closed hours.
#[derive(Clone, Copy, Debug)]
pub struct Circumstances {
    /// Now.
    pub now: Jst,
    /// When this machine last finished a round on this file.
    pub finished: Option<Jst>,
    /// Whether the file was moved or restored and no round has finished since.
    pub is_elsewhere: bool,
    /// Whether the token is the one whose company was compared.
    pub is_token_known: bool,
}

/// What the file knows of a punch's person and work day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// Whether anything was ever attempted there.
    pub is_attempted: bool,
    /// Whether anything was shown there when a moved or restored file was read up, or two of a kind since.
    pub is_shown: bool,
}

/// Whether any punch may go unread now.
pub fn may_go_unread(circumstances: &Circumstances) -> bool {
    let Circumstances {
        now,
        finished,
        is_elsewhere,
        is_token_known,
    } = *circumstances;
    let is_at_work = finished.is_some_and(|at| at <= now && now - at <= AT_WORK);
    is_at_work && !is_elsewhere && is_token_known
}

/// Whether this punch may, where any may.
pub fn goes_unread(punch: &Punch, known: Known, today: WorkDay) -> bool {
    punch.kind == PunchKind::ClockIn
        && punch.state == PunchState::Decided
        && punch.attempts == 0
        && !known.is_attempted
        && !known.is_shown
        && today.days_since(punch.work_day) <= LONGEST_OPEN
}

#[cfg(test)]
mod tests {
    use super::{Circumstances, Known, goes_unread, may_go_unread};
    use crate::domain::employee::EmployeeKey;
    use crate::domain::punch::{Punch, PunchId, PunchKind, PunchState};
    use crate::domain::time::{Jst, Minute, WorkDay};

    fn at(clock: &str) -> Jst {
        Jst::parse_from_rfc3339(&format!("2024-12-17T{clock}:00+09:00")).unwrap()
    }

    #[test]
    fn a_machine_at_work_on_its_own_file_may_send_unread() {
        for (finished, is_elsewhere, is_token_known, may) in [
            (Some("09:00"), false, true, true),
            (Some("08:05"), false, true, true),
            (Some("08:04"), false, true, false),
            (Some("09:06"), false, true, false),
            (None, false, true, false),
            (Some("09:00"), true, true, false),
            (Some("09:00"), false, false, false),
        ] {
            let circumstances = Circumstances {
                now: at("09:05"),
                finished: finished.map(at),
                is_elsewhere,
                is_token_known,
            };
            assert_eq!(may_go_unread(&circumstances), may, "{circumstances:?}");
        }
    }

    #[test]
    fn only_a_clock_in_of_an_untouched_day_goes_unread() {
        let today = WorkDay::new(at("09:05").date_naive());
        let clock_in = Punch {
            id: PunchId(1),
            employee: EmployeeKey::new("k"),
            work_day: today,
            kind: PunchKind::ClockIn,
            time: Minute::cut(at("09:00")),
            state: PunchState::Decided,
            reason: None,
            released: false,
            rolling: false,
            logs: Vec::new(),
            attempts: 0,
            may_have_left: false,
            last_attempt_ended: None,
            absences: 0,
            kot_code: None,
            kot_message: None,
        };
        let of_kind = |kind| Punch {
            kind,
            ..clock_in.clone()
        };
        let of_day = |days| Punch {
            work_day: today.back(days),
            ..clock_in.clone()
        };
        let in_state = |state| Punch {
            state,
            ..clock_in.clone()
        };
        let tried = Punch {
            attempts: 1,
            ..clock_in.clone()
        };
        let untouched = Known::default();
        let attempted = Known {
            is_attempted: true,
            ..untouched
        };
        let shown = Known {
            is_shown: true,
            ..untouched
        };
        for (punch, known, goes) in [
            (clock_in.clone(), untouched, true),
            (clock_in.clone(), attempted, false),
            (clock_in.clone(), shown, false),
            (tried, untouched, false),
            (of_kind(PunchKind::ClockOut), untouched, false),
            (of_kind(PunchKind::BreakStart), untouched, false),
            (of_kind(PunchKind::BreakEnd), untouched, false),
            (of_day(3), untouched, true),
            (of_day(4), untouched, false),
            (in_state(PunchState::Held), untouched, false),
            (in_state(PunchState::Unknown), untouched, false),
        ] {
            assert_eq!(
                goes_unread(&punch, known, today),
                goes,
                "{punch:?} {known:?}"
            );
        }
    }
}
