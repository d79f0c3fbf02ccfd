//! A round that is killed, at every durable write and at every request: nothing is lost, nothing is sent twice.

mod requests;
mod writes;

use std::collections::BTreeMap;
use std::io::{self, Write};

use pcpunch::sandbox::{Log, StoredPunch};

use super::{HANAKO, JIRO, Somebody, TARO, off, on};
use crate::harness::{Noted, Office};

const PEOPLE: [Somebody; 3] = [TARO, HANAKO, JIRO];

/// A round that is to be killed, of two days in the life of three people.
#[derive(Clone, Copy)]
struct Doomed {
    /// Rounds before it, which end well.
    before: &'static [&'static str],
    /// When it begins.
    at: &'static str,
    /// A round soon after it.
    soon: &'static str,
    /// Rounds that settle what was lost: half an hour after that, and ten minutes more.
    later: &'static [&'static str],
    /// A round that sends whatever the other day has.
    last: &'static str,
    /// Settings that are set before its first round.
    settings: &'static [(&'static str, &'static str)],
    /// What Taro's lunch hour is punched as.
    lunch: &'static [&'static str],
}

/// The three 出勤 of a morning.
const MORNING: Doomed = Doomed {
    before: &["2024-12-17 08:00"],
    at: "2024-12-17 12:00",
    soon: "2024-12-17 12:05",
    later: &["2024-12-17 12:36", "2024-12-17 12:47"],
    last: "2024-12-18 12:00",
    settings: &[],
    lunch: &[],
};

/// The three 出勤 of a morning, sent in the closed hours without a reading.
const UNREAD: Doomed = Doomed {
    before: &["2024-12-17 08:25"],
    at: "2024-12-17 09:22",
    soon: "2024-12-17 09:27",
    later: &["2024-12-17 10:06", "2024-12-17 10:17"],
    last: "2024-12-18 12:00",
    settings: &[("punch.in_closed_hours", "send")],
    lunch: &[],
};

/// The three 退勤 of the day before, and the three 出勤 of the new one.
const NEXT_MORNING: Doomed = Doomed {
    before: &["2024-12-17 12:00"],
    at: "2024-12-18 10:05",
    soon: "2024-12-18 10:10",
    later: &["2024-12-18 10:41", "2024-12-18 10:52"],
    last: "2024-12-19 12:00",
    settings: &[],
    lunch: &[],
};

/// The same with 休憩開始 and 休憩終了 before Taro's 退勤, all sent one after the other, so that a kill between
/// them is one of the points.
const BREAKS: Doomed = Doomed {
    settings: &[("link.breaks", "on"), ("kot.lanes", "1")],
    lunch: &["1000 2024-12-17 3 12:00", "1000 2024-12-17 4 13:00"],
    ..NEXT_MORNING
};

/// What a KING OF TIME has too little and too much of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Toll {
    points: usize,
    lost: usize,
    doubled: usize,
}

/// Everything just before the round, from which it can be begun again and again.
struct Eve {
    doomed: Doomed,
    state: Vec<u8>,
    punches: Vec<StoredPunch>,
}

impl Doomed {
    /// What the counts are told of.
    fn told(&self) -> String {
        let breaks = if self.lunch.is_empty() {
            ""
        } else {
            " with breaks"
        };
        format!("the round at {}{breaks}", self.at)
    }

    fn sets_up(&self, office: &Office) {
        for (key, value) in self.settings {
            office.setting(key, value);
        }
    }

    fn eve(self) -> Eve {
        let office = Office::of(&PEOPLE);
        self.sets_up(&office);
        office.malion_has(logs());
        office.rounds_at(self.before);
        Eve {
            doomed: self,
            state: office.state(),
            punches: office.sandbox.kot.punches(),
        }
    }
}

impl Eve {
    /// An office just before the round.
    fn office(&self) -> Office {
        let office = Office::empty(&PEOPLE).set_up();
        office.begins_with(&self.state).malion_has(logs());
        self.doomed.sets_up(&office);
        for punch in &self.punches {
            let StoredPunch {
                key,
                work_day,
                time,
                code,
                ..
            } = punch;
            let kot = &office.sandbox.kot;
            kot.add_punch(key, *work_day, *time, *code, None);
        }
        office.at(self.doomed.at);
        office
    }

    /// The rounds after the kill, and what they left KING OF TIME with. `meanwhile` happens after the first.
    fn recovers(&self, office: &Office, meanwhile: impl FnOnce(), told: &str) -> Toll {
        // What the killed round had sent may arrive beside this round's own requests.
        office.relays_at(&[self.doomed.soon]);
        meanwhile();
        for time in self.doomed.later {
            let is_lost = |punch: &Noted| punch.state == "unknown";
            // Without one whose answer was lost, such a round only asks MaLion for more.
            if office.book().iter().any(is_lost) {
                office.rounds_at(&[time]);
            }
        }
        office.rounds_at(&[self.doomed.last]);
        let toll = toll(&office.sandbox.kot.punches(), self.doomed.lunch);
        assert_eq!((toll.lost, toll.doubled), (0, 0), "{told}");
        toll
    }
}

fn logs() -> Vec<Log> {
    let users = [("tarouk", "00"), ("hanako", "10"), ("jirok", "20")];
    let of = |(user, minute)| {
        [
            on(user, &format!("2024-12-17 09:{minute}")),
            off(user, &format!("2024-12-17 18:{minute}")),
            on(user, &format!("2024-12-18 09:{minute}")),
        ]
    };
    let lunch = [
        off("tarouk", "2024-12-17 12:00"),
        on("tarouk", "2024-12-17 13:00"),
    ];
    users.into_iter().flat_map(of).chain(lunch).collect()
}

/// Holds the record against three people's 出勤 and 退勤 of the first day and 出勤 of the second, and what one of
/// them has at noon.
fn toll(stored: &[StoredPunch], lunch: &[&str]) -> Toll {
    let lunch = lunch.iter().map(|line| ((*line).to_owned(), 0));
    let mut wanted: BTreeMap<String, usize> = lunch.collect();
    for (code, minute) in [("1000", "00"), ("2000", "10"), ("3000", "20")] {
        for punch in ["17 1 09", "18 1 09", "17 2 18"] {
            wanted.insert(format!("{code} 2024-12-{punch}:{minute}"), 0);
        }
    }
    let mut strange = 0;
    for punch in stored {
        let (code, time) = (&punch.employee_code, punch.time.format("%H:%M"));
        let line = format!("{code} {} {} {time}", punch.work_day, punch.code);
        match wanted.get_mut(&line) {
            Some(count) => *count += 1,
            None => strange += 1,
        }
    }
    Toll {
        points: 1,
        lost: wanted.values().filter(|count| **count == 0).count(),
        doubled: wanted.values().filter(|count| **count > 1).count() + strange,
    }
}

impl Toll {
    /// Says the counts beside the test run's own lines, whether or not it captures what tests print.
    fn tell(self, what: &str) {
        writeln!(io::stderr(), "killed {what}: {self}").expect("stderr");
    }
}

impl std::iter::Sum for Toll {
    fn sum<I: Iterator<Item = Self>>(tolls: I) -> Self {
        tolls.fold(Self::default(), |sum, toll| Self {
            points: sum.points + toll.points,
            lost: sum.lost + toll.lost,
            doubled: sum.doubled + toll.doubled,
        })
    }
}

impl std::fmt::Display for Toll {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self {
            points,
            lost,
            doubled,
        } = self;
        write!(f, "kill points: {points}, lost {lost}, doubled {doubled}")
    }
}
