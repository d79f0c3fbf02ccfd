//! Past logs, met as a relay that had run all the while would have met them: round by round, each log when it
//! was collected, by the rules of every round. Nothing is sent: KING OF TIME shows what went to it here.

mod ledger;
mod piece;
mod rounds;
mod why;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use super::account::Link;
use super::employee::EmployeeKey;
use super::picture::Material;
use super::policy::Policies;
use super::punch::PunchKind;
use super::rules::{People, Rules};
use super::time::{Jst, Minute, WorkDay};

use rounds::Rounds;

pub use why::Why;

/// Sessions and nights reach over a day's ends by no more than so many days.
const MARGIN_DAYS: u64 = 3;

/// So many work days are replayed at a time: what a round looks at grows with them.
const DAYS_AT_A_TIME: u64 = 31;

/// Under which a replay runs.
pub struct Terms<'a> {
    /// The rules, with `since` before all logs.
    pub rules: &'a Rules,
    /// Everybody, with borders and night-shift hours as they are to hold.
    pub people: &'a People,
    /// Policies as they are to hold.
    pub policies: &'a Policies,
    /// The work days that are asked for.
    pub days: RangeInclusive<WorkDay>,
    /// When KING OF TIME may be read at some moment: `None` for at once.
    pub opens_at: &'a dyn Fn(Jst) -> Option<Jst>,
    /// `punch.in_closed_hours send`.
    pub sends_unread: bool,
    /// People whose code moved and waits for an import to confirm it.
    pub moved: &'a BTreeSet<EmployeeKey>,
    /// Now: no round is later.
    pub now: Jst,
}

/// One person's work day at the end of a replay.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReplayedDay {
    /// What KING OF TIME would show, by kind and time.
    pub punches: Vec<(PunchKind, Minute)>,
    /// Whether everything about the day is known; else more may still come.
    pub is_settled: bool,
    /// Why a punch of a kind is missing, or is not what the logs say in the end.
    pub why: BTreeMap<PunchKind, Why>,
}

/// The work days asked for of everybody who has an account on them and is not set aside, with logs or
/// without.
pub type Replayed = BTreeMap<(EmployeeKey, WorkDay), ReplayedDay>;

/// Replays `past`, but for its people and policies, which are those of `terms`; `history` are the links that
/// its own were made from.
pub fn replay(past: &Material, history: &[Link], terms: &Terms<'_>) -> Replayed {
    let mut replayed = Replayed::new();
    let mut first = *terms.days.start();
    while first <= *terms.days.end() {
        let last = first.ahead(DAYS_AT_A_TIME - 1).min(*terms.days.end());
        let reach = reach(first..=last, terms.rules);
        for piece in piece::pieces(past, history, &reach) {
            let material = piece.material(past, terms, *reach.start());
            Rounds::new(material, terms, first..=last).run_into(&mut replayed);
        }
        first = last.next();
    }
    replayed
}

/// The days whose logs say something of `days`.
fn reach(days: RangeInclusive<WorkDay>, rules: &Rules) -> RangeInclusive<WorkDay> {
    let reach = u64::try_from(rules.lookback.num_days()).unwrap_or_default() + MARGIN_DAYS;
    days.start().back(reach)..=days.end().ahead(reach)
}

#[cfg(test)]
mod tests;
