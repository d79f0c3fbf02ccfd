//! What somebody's PCs write on a day: sittings at a PC, then the logs of them, as late as they come.

use super::cast::ROUND_SECOND;
use super::script::{DAY, Division, HOUR, Log, MINUTE};
use crate::month::chance::Chance;

/// A user name on a PC.
#[derive(Clone, Debug)]
pub(super) struct Seat {
    pub(super) pc: String,
    pub(super) user: String,
}

/// From a ログオン to a ログオフ.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sitting {
    pub(super) on: i64,
    pub(super) off: i64,
}

impl Sitting {
    /// One at another PC that overlaps this one.
    pub(super) fn beside(&self, chance: &mut Chance) -> Option<Self> {
        let is_long = self.off - self.on > 2 * HOUR;
        is_long.then(|| Self {
            on: self.on + chance.between(-1800, 3600),
            off: self.off + chance.between(-3600, 3600),
        })
    }
}

/// The sittings of one working day, first to last.
pub(super) fn day_of_work(chance: &mut Chance, division: Division, day: i64) -> Vec<Sitting> {
    let (begin, end) = match division {
        Division::Plant => (
            chance.between(20 * HOUR, 23 * HOUR),
            chance.between(28 * HOUR, 32 * HOUR),
        ),
        Division::Lab => (
            chance.between(7 * HOUR, 11 * HOUR),
            chance.between(17 * HOUR, 28 * HOUR),
        ),
        Division::Office => (
            chance.between(7 * HOUR, 11 * HOUR),
            chance.between(16 * HOUR, 24 * HOUR + 600),
        ),
    };
    let (begin, end) = (day * DAY + begin, day * DAY + end);
    let middle = (begin + end) / 2;
    let noon = middle - middle % HOUR;
    let mut sittings = match chance.between(0, 10) {
        0..3 => {
            let from = noon + chance.one_of(&[0, 12, 59, 300]);
            let to = from
                + chance.one_of(&[40, 59, 60, 60, 61, 75]) * MINUTE
                + chance.one_of(&[-30, 0, 0, 17]);
            vec![
                Sitting {
                    on: begin,
                    off: from,
                },
                Sitting { on: to, off: end },
            ]
        }
        3 => {
            let off = chance.between(begin + 600, middle);
            vec![
                Sitting { on: begin, off },
                Sitting {
                    on: off + 90,
                    off: middle,
                },
                Sitting {
                    on: middle + 2 * HOUR,
                    off: end,
                },
            ]
        }
        _ => vec![Sitting {
            on: begin,
            off: end,
        }],
    };
    if division != Division::Plant && chance.in_thousand(60) {
        // An update in the small hours.
        let on = day * DAY + chance.between(2 * HOUR, 4 * HOUR);
        sittings.insert(
            0,
            Sitting {
                on,
                off: on + chance.between(200, 900),
            },
        );
    }
    sittings.retain(|one| one.on < one.off);
    sittings
}

/// Writes down logs.
pub(super) struct Pen<'a> {
    pub(super) chance: &'a mut Chance,
    pub(super) logs: &'a mut Vec<Log>,
    /// No log comes after that.
    pub(super) latest: i64,
    /// Every log comes, at once.
    pub(super) is_plain: bool,
}

impl Pen<'_> {
    pub(super) fn writes(&mut self, seat: &Seat, sittings: &[Sitting]) {
        for sitting in sittings {
            self.log(seat, sitting.on, true);
            self.log(seat, sitting.off, false);
        }
    }

    /// One log: in time, late, twice or never.
    fn log(&mut self, seat: &Seat, at: i64, is_on: bool) {
        let dice = if self.is_plain {
            0
        } else {
            self.chance.between(0, 100)
        };
        let delay = match dice {
            0..75 => self.chance.between(20, 300),
            75..90 => self.chance.between(1800, 14 * HOUR),
            90..95 => self.chance.between(14 * HOUR, 3 * DAY),
            _ => return,
        };
        let at = at + i64::from(at % MINUTE == ROUND_SECOND);
        let log = Log {
            id: self.chance.in_thousand(900).then_some(self.logs.len()),
            at,
            collected: self.comes(at, delay),
            is_on,
            pc: seat.pc.clone(),
            user: seat.user.clone(),
        };
        if self.chance.in_thousand(60) {
            let later = self.chance.one_of(&[0, 400, 6 * HOUR, DAY]);
            let collected = self.comes(log.collected, later);
            self.logs.push(Log {
                collected,
                ..log.clone()
            });
        }
        self.logs.push(log);
    }

    fn comes(&self, at: i64, later: i64) -> i64 {
        let collected = (at + later).min(self.latest.max(at + 20));
        collected + i64::from(collected % MINUTE == ROUND_SECOND)
    }
}
