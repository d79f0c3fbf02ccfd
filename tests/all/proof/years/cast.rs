//! A year made up from a seed: some fifty days of it on which something happens, and what PCs write on them.

use super::super::calendar::{DAY, HOUR, MINUTE};
use super::script::{File, Log, Step, Year};
use super::staff::Staff;
use crate::month::chance::Chance;

/// The last day on which anything happens.
const LAST: i64 = 250;
/// Rounds begin at this second of a minute, at which nothing else happens.
const ROUND_SECOND: i64 = 34;

/// The year of a seed.
pub(super) fn year(seed: u64) -> Year {
    let mut chance = Chance::of(seed);
    let staff = Staff::new(Chance::of(!seed));
    let closes = chance.in_thousand(400).then(|| chance.between(20, LAST));
    let people = match closes {
        Some(_) => 10,
        None => chance.between(6, 9),
    };
    let mut cast = Cast {
        chance,
        staff,
        closes,
        going: Vec::new(),
        is_changed: false,
        is_to_be_said: false,
        logs: Vec::new(),
        steps: Vec::new(),
    };
    cast.begins(people);
    let mut day = 1;
    while day < LAST {
        cast.day(day);
        day += cast.chance.one_of(&[1, 1, 1, 2, 3, 5, 7, 9, 14]);
    }
    cast.ends(day);
    cast.steps.sort_by_key(|(time, _)| *time);
    Year {
        seed,
        people: cast.staff.count(),
        logs: cast.logs,
        steps: cast.steps,
    }
}

struct Cast {
    chance: Chance,
    staff: Staff,
    /// The day on which a whole office is deleted.
    closes: Option<i64>,
    /// Who was deleted at once, and nobody has said yet whether that is right.
    going: Vec<usize>,
    /// Whether KING OF TIME has changed since the last sync.
    is_changed: bool,
    /// Whether an import ought to come.
    is_to_be_said: bool,
    logs: Vec<Log>,
    steps: Vec<(i64, Step)>,
}

impl Cast {
    fn at(&mut self, day: i64, clock: (i64, i64), step: Step) {
        let second = if matches!(step, Step::Round) {
            ROUND_SECOND
        } else {
            0
        };
        let time = day * DAY + clock.0 * HOUR + clock.1 * MINUTE + second;
        self.steps.push((time, step));
    }

    fn begins(&mut self, people: i64) {
        for person in 0..people {
            for step in self.staff.joins(0) {
                self.at(0, (7, person), step);
            }
        }
        self.at(0, (10, 30), Step::Sync(None));
        self.imports(0, (11, 10));
        self.at(0, (12, 5), Step::Round);
    }

    fn day(&mut self, day: i64) {
        self.kot_changes(day);
        let sync = self
            .chance
            .one_of(&[(10, 30), (10, 30), (13, 30), (20, 30)]);
        let syncs = if self.is_changed { 600 } else { 60 };
        if self.chance.in_thousand(syncs) {
            let allowed = (!self.going.is_empty()).then_some(9);
            self.going.clear();
            self.at(day, sync, Step::Sync(allowed));
            self.is_changed = false;
        }
        let imports = if self.is_to_be_said { 500 } else { 60 };
        if self.chance.in_thousand(imports) {
            let clock = self.chance.one_of(&[(11, 10), (14, 10), (20, 50)]);
            self.imports(day, clock);
            self.is_to_be_said = self.chance.in_thousand(300);
        }
        for user in self.staff.users_on(day) {
            self.works(day, &user);
        }
        for (of_thousand, later, clock) in [
            (500, 0, (12, 5)),
            (150, 0, (16, 5)),
            (400, 0, (20, 5)),
            (600, 1, (11, 35)),
        ] {
            if self.chance.in_thousand(of_thousand) {
                self.at(day + later, clock, Step::Round);
            }
        }
    }

    fn kot_changes(&mut self, day: i64) {
        let mut steps = Vec::new();
        if self.chance.in_thousand(400) {
            steps.extend(self.staff.comes_late());
        }
        // What a limit stopped was a slip, or the next sync is allowed to.
        if self.chance.in_thousand(500) {
            for person in std::mem::take(&mut self.going) {
                steps.extend(self.staff.restores(person));
            }
        }
        for _ in 0..self.chance.one_of(&[0, 1, 1, 2]) {
            self.is_to_be_said = true;
            steps.extend(self.staff.happens(day));
        }
        if self.closes.is_some_and(|closes| closes <= day) {
            self.closes = None;
            self.going = self.staff.all_go(day, &mut steps);
            self.at(day, (10, 20), Step::Sync(None));
        }
        self.is_changed |= !steps.is_empty();
        for (minute, step) in (0..).zip(steps) {
            self.at(day, (7, minute), step);
        }
    }

    /// An import that tells the truth, or one that takes people for one another and is mostly undone.
    fn imports(&mut self, day: i64, clock: (i64, i64)) {
        let (mut rows, since) = self.staff.truth(day);
        if rows.is_empty() {
            return;
        }
        let is_wrong = self.chance.in_thousand(100);
        if is_wrong && rows.len() > 1 {
            let mut users: Vec<String> = rows.iter().map(|row| row.user.clone()).collect();
            users.rotate_left(1);
            for (row, user) in rows.iter_mut().zip(users) {
                row.user = user;
            }
        }
        if self.chance.in_thousand(30) {
            rows[0].user.clear();
        }
        let file = File {
            rows,
            is_named: self.chance.in_thousand(500),
            from: self.chance.in_thousand(500).then_some(since.max(day - 12)),
        };
        self.at(day, clock, Step::Import(file));
        let undoes = if is_wrong { 800 } else { 80 };
        if self.chance.in_thousand(undoes) {
            self.is_to_be_said = true;
            let after = self.chance.one_of(&[(0, 20), (1, 30), (24, 10)]);
            let later = (clock.0 + after.0, clock.1 + after.1);
            self.at(day, later, Step::Undo);
        }
    }

    /// One or two sessions of a day, mostly at once in MaLion.
    fn works(&mut self, day: i64, user: &str) {
        let mut at = |from: i64, to: i64| day * DAY + self.chance.between(from * HOUR, to * HOUR);
        let (on, off) = (at(7, 10), at(15, 20));
        let noon = (at(11, 12), at(12, 14));
        let mut sittings = vec![(on, off)];
        if self.chance.in_thousand(200) {
            sittings = vec![(on, noon.0), (noon.1, off)];
        }
        let dice = self.chance.between(0, 100);
        let late = match dice {
            0..8 => self.chance.between(14 * HOUR, 3 * DAY),
            8..12 => self.chance.between(4 * DAY, 20 * DAY),
            _ => 0,
        };
        let late_off = match dice {
            90..94 => self.chance.between(14 * HOUR, 3 * DAY),
            _ => late,
        };
        let ends = dice < 97;
        let last = sittings.len() - 1;
        for (number, (on, off)) in sittings.into_iter().enumerate() {
            let delay = self.chance.between(20, 200);
            self.log(user, on, on + late + delay, true);
            if ends || number < last {
                self.log(user, off, off + late_off + delay, false);
            }
        }
    }

    fn log(&mut self, user: &str, at: i64, collected: i64, is_on: bool) {
        let off_the_rounds = |time: i64| time + i64::from(time % MINUTE == ROUND_SECOND);
        self.logs.push(Log {
            at: off_the_rounds(at),
            collected: off_the_rounds(collected),
            is_on,
            user: user.to_owned(),
        });
    }

    /// All that is open is told, and every wait of the rules ends.
    fn ends(&mut self, day: i64) {
        for (minute, step) in (0..).zip(self.staff.comes_late()) {
            self.at(day, (7, minute), step);
        }
        self.at(day, (13, 30), Step::Sync(Some(9)));
        self.imports(day, (14, 10));
        for (later, clock) in [(0, (16, 5)), (1, (12, 5)), (2, (12, 5)), (16, (12, 5))] {
            self.at(day + later, clock, Step::Round);
        }
        self.at(day + 16, (12, 15), Step::Round);
    }
}
