//! What one person's PCs write over the month: sittings at a PC, then the logs of them, as late as they come.

use super::chance::Chance;
use super::script::{DAY, Division, HOUR, Log};

const MINUTE: i64 = 60;

/// A user name on a PC.
#[derive(Clone, Debug)]
pub(super) struct Seat {
    pub(super) pc: String,
    pub(super) domain: String,
    pub(super) user: String,
    pub(super) is_linked: bool,
}

/// From a ログオン to a ログオフ; either may never come to be known.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sitting {
    pub(super) on: i64,
    pub(super) off: i64,
    pub(super) has_on: bool,
    pub(super) has_off: bool,
    /// The PC was shut down with it: MaLion has the ログオフ when the PC starts again.
    pub(super) is_shutdown: bool,
    /// Everything of it comes at once.
    pub(super) is_prompt: bool,
}

impl Sitting {
    fn of(on: i64, off: i64) -> Self {
        Self {
            on,
            off,
            has_on: true,
            has_off: true,
            is_shutdown: false,
            is_prompt: false,
        }
    }
}

/// The sittings of one working day of that division, first to last.
pub(super) fn working_day(chance: &mut Chance, division: Division, day: i64) -> Vec<Sitting> {
    let midnight = day * DAY;
    let (begin, end) = match division {
        Division::Plant => (
            chance.between(20 * HOUR, 22 * HOUR + 1800),
            chance.between(28 * HOUR + 1800, 31 * HOUR + 1800),
        ),
        _ => (
            chance.between(8 * HOUR, 9 * HOUR + 3300),
            chance.between(17 * HOUR, 20 * HOUR + 1800),
        ),
    };
    let end = match division {
        Division::Lab if chance.in_thousand(80) => chance.between(24 * HOUR, 28 * HOUR),
        Division::Office if chance.in_thousand(10) => chance.between(24 * HOUR, 25 * HOUR),
        Division::Plant if chance.in_thousand(5) => begin + 13 * HOUR,
        _ => end,
    };
    let (begin, end) = (midnight + begin, midnight + end);
    let mut sittings = with_lunch(chance, begin, end);
    if let Some(last) = sittings.last_mut() {
        last.is_shutdown = chance.in_thousand(600);
        // The power fails, or the PC is left on.
        last.has_off = !chance.in_thousand(20);
    }
    if sittings.len() > 1 && chance.in_thousand(15) {
        // Just after boot MaLion does not know the user.
        let lost = chance.one_of(&[0, 0, 1]);
        sittings[lost].has_on = false;
        sittings.iter_mut().for_each(|one| one.is_prompt = true);
    }
    if division != Division::Plant && chance.in_thousand(15) {
        sittings.insert(0, update(chance, midnight));
    }
    sittings
}

/// A pause around the middle, of about an hour and sometimes to the second.
fn with_lunch(chance: &mut Chance, begin: i64, end: i64) -> Vec<Sitting> {
    let middle = (begin + end) / 2;
    let noon = middle - middle % HOUR - HOUR;
    match chance.between(0, 100) {
        0..40 => {
            let from = noon + chance.one_of(&[0, 0, 12, 30, 59, 300]);
            let pause = chance.one_of(&[40, 55, 59, 60, 60, 61, 75]) * MINUTE;
            let to = from + pause + chance.one_of(&[-59, -30, 0, 0, 17, 45]);
            vec![Sitting::of(begin, from), Sitting::of(to, end)]
        }
        40..46 => {
            let restart = middle + chance.between(0, HOUR);
            let back = restart + chance.between(90, 400);
            vec![Sitting::of(begin, restart), Sitting::of(back, end)]
        }
        46..50 => {
            let early = Sitting::of(begin, noon);
            let short = Sitting::of(noon + 20 * MINUTE, noon + 40 * MINUTE);
            vec![early, short, Sitting::of(noon + 2 * HOUR, end)]
        }
        _ => vec![Sitting::of(begin, end)],
    }
}

/// An update in the small hours, which logs off again or does not.
fn update(chance: &mut Chance, midnight: i64) -> Sitting {
    let on = midnight + chance.between(2 * HOUR, 4 * HOUR);
    let mut sitting = Sitting::of(on, on + chance.between(200, 900));
    sitting.has_off = chance.in_thousand(700);
    sitting
}

/// Writes down logs.
pub(super) struct Pen<'a> {
    pub(super) chance: &'a mut Chance,
    pub(super) logs: &'a mut Vec<Log>,
}

impl Pen<'_> {
    /// The logs of one seat's sittings, which are in order.
    pub(super) fn sittings(&mut self, seat: &Seat, sittings: &[Sitting]) {
        for (place, sitting) in sittings.iter().enumerate() {
            if sitting.has_on {
                let delay = self.delay(sitting.is_prompt);
                self.twice_at_times(seat, sitting.on, sitting.on + delay, "ログオン");
                self.other_operations(seat, sitting);
            }
            if sitting.has_off {
                let next = sittings.get(place + 1);
                let restart = next.map_or(sitting.off + DAY, |next| next.on.max(sitting.off) + 95);
                let collected = if sitting.is_shutdown && !sitting.is_prompt {
                    restart
                } else {
                    sitting.off + self.delay(sitting.is_prompt)
                };
                self.twice_at_times(seat, sitting.off, collected, "ログオフ");
            }
        }
    }

    fn delay(&mut self, is_prompt: bool) -> i64 {
        let late = !is_prompt && self.chance.in_thousand(12);
        if late {
            self.chance.between(2 * HOUR, 4 * DAY)
        } else {
            self.chance.between(20, 300)
        }
    }

    /// The same record twice, at once or days later; or two records of one thing.
    fn twice_at_times(&mut self, seat: &Seat, at: i64, collected: i64, operation: &'static str) {
        self.log(seat, at, collected, operation);
        if self.chance.in_thousand(15) {
            let mut again = self.logs.last().expect("the log itself").clone();
            again.collected = collected + self.chance.one_of(&[0, 0, 400, 2 * DAY]);
            self.logs.push(again);
        }
        if self.chance.in_thousand(15) {
            let later = self.chance.one_of(&[0, 0, 17, 40, 200]);
            self.log(seat, at + later, collected + later, operation);
        }
    }

    fn other_operations(&mut self, seat: &Seat, sitting: &Sitting) {
        if self.chance.in_thousand(100) && sitting.on + HOUR < sitting.off {
            let at = self.chance.between(sitting.on, sitting.off);
            let operation = self.chance.one_of(&["ロック", "アンロック", "電源ON"]);
            self.log(seat, at, at + 100, operation);
        }
    }

    /// One log. Whether it bears an id and how it bears the domain varies. No time is at the second at which
    /// the relay runs.
    pub(super) fn log(&mut self, seat: &Seat, at: i64, collected: i64, operation: &'static str) {
        let has_id = self.chance.in_thousand(900);
        let in_front = !seat.domain.is_empty() && self.chance.in_thousand(50);
        let user = match (in_front, self.chance.one_of(&['\\', '¥', '￥'])) {
            (true, mark) => format!("{}{mark}{}", seat.domain, seat.user),
            _ => seat.user.clone(),
        };
        self.logs.push(Log {
            id: has_id.then(|| format!("L{:06}", self.logs.len())),
            at: at + i64::from(at % 60 == ROUND_SECOND),
            collected: collected + i64::from(collected % 60 == ROUND_SECOND),
            operation,
            pc: seat.pc.clone(),
            domain: seat.domain.clone(),
            user,
            is_linked: seat.is_linked,
        });
    }
}

/// Rounds begin at this second of a minute.
pub(super) const ROUND_SECOND: i64 = 34;
