//! Two days of three people, a round in which the power fails, and what is there of it in the end.

use std::collections::BTreeMap;
use std::fmt;
use std::io::{self, Write};

use pcpunch::domain::time::WorkDay;
use pcpunch::sandbox::{Log, StoredPunch};
use rusqlite::Connection;

use super::image::Image;
use crate::harness::{Noted, Office, moment, pc_log};

const PEOPLE: [(&str, &str, &str, &str); 3] = [
    ("1000", "勤怠", "太郎", "tarouk"),
    ("2000", "打刻", "花子", "hanako"),
    ("3000", "勤怠", "次郎", "jirok"),
];

/// A round of those days, and the rounds around it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Doomed {
    /// Rounds before it, which end well.
    before: &'static [&'static str],
    /// When it begins.
    pub(super) at: &'static str,
    /// A round soon after it.
    soon: &'static str,
    /// Rounds that settle what was lost: half an hour after that, and ten minutes more.
    later: &'static [&'static str],
    /// A round that sends whatever the other day has.
    last: &'static str,
}

/// The three 出勤 of a morning.
pub(super) const MORNING: Doomed = Doomed {
    before: &["2024-12-17 08:00"],
    at: "2024-12-17 12:00",
    soon: "2024-12-17 12:05",
    later: &["2024-12-17 12:36", "2024-12-17 12:47"],
    last: "2024-12-18 12:00",
};

/// The three 退勤 of the day before, and the three 出勤 of the new one.
pub(super) const NEXT_MORNING: Doomed = Doomed {
    before: &["2024-12-17 12:00"],
    at: "2024-12-18 10:05",
    soon: "2024-12-18 10:10",
    later: &["2024-12-18 10:41", "2024-12-18 10:52"],
    last: "2024-12-19 12:00",
};

/// Everything at some moment: the disk, and KING OF TIME's record.
#[derive(Clone)]
pub(super) struct World {
    pub(super) image: Image,
    pub(super) punches: Vec<StoredPunch>,
}

/// What KING OF TIME has too little and too much of, and how many punches the relay does not know to be its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Toll {
    pub(super) images: usize,
    pub(super) lost: usize,
    pub(super) doubled: usize,
    pub(super) forgotten: usize,
}

impl Doomed {
    /// The moment before that round.
    pub(super) fn eve(self) -> World {
        let office = Office::of(&PEOPLE);
        office.setting("kot.lanes", "1");
        office.malion_has(logs());
        office.rounds_at(self.before);
        World::of(&office)
    }

    /// The disk before even the rounds before that one.
    pub(super) fn earlier(self) -> Image {
        let office = Office::of(&PEOPLE);
        Image::of(&office)
    }

    /// An office at the beginning of that round, on whose machine nothing was ever run.
    pub(super) fn office(self) -> Office {
        let office = Office::empty(&PEOPLE).set_up();
        // One after the other: then nothing is under way while anything is written.
        office.setting("kot.lanes", "1");
        office.malion_has(logs());
        office.at(self.at);
        office
    }

    /// The rounds after the power has come back, and what they left KING OF TIME with. `meanwhile` happens after
    /// the first.
    pub(super) fn recovers(self, office: &Office, meanwhile: impl FnOnce()) -> Toll {
        office.rounds_at(&[self.soon]);
        meanwhile();
        for time in self.later {
            let is_lost = |punch: &Noted| punch.state == "unknown";
            // Without one whose answer was lost, such a round only asks MaLion for more.
            if office.book().iter().any(is_lost) {
                office.rounds_at(&[time]);
            }
        }
        office.rounds_at(&[self.last]);
        is_whole(office);
        let others = |punch: &&Noted| punch.state != "accepted";
        Toll {
            forgotten: office.book().iter().filter(others).count(),
            ..toll(&office.sandbox.kot.punches())
        }
    }
}

impl World {
    /// The world of an office.
    pub(super) fn of(office: &Office) -> Self {
        Self {
            image: Image::of(office),
            punches: office.sandbox.kot.punches(),
        }
    }

    /// Puts an office there.
    pub(super) fn put(&self, office: &Office) {
        self.image.put(office);
        for punch in &self.punches {
            arrives(office, punch);
        }
    }
}

/// KING OF TIME takes that punch.
pub(super) fn arrives(office: &Office, punch: &StoredPunch) {
    let kot = &office.sandbox.kot;
    kot.add_punch(&punch.key, punch.work_day, punch.time, punch.code, None);
}

/// Syncs and links the three people, as a person does who begins.
pub(super) fn opens(office: &Office) {
    office.opens(&PEOPLE);
}

/// The same, and one round after the two days.
pub(super) fn begins_again(office: &Office) -> Toll {
    office.at(MORNING.before[0]);
    opens(office);
    office.rounds_at(&[NEXT_MORNING.last]);
    is_whole(office);
    toll(&office.sandbox.kot.punches())
}

fn logs() -> Vec<Log> {
    let users = [("tarouk", "00"), ("hanako", "10"), ("jirok", "20")];
    let of = |(user, minute)| {
        [
            ("17 09", "ログオン"),
            ("17 18", "ログオフ"),
            ("18 09", "ログオン"),
        ]
        .map(|(time, what)| pc_log(&format!("2024-12-{time}:{minute} PC-{user} {user} {what}")))
    };
    users.into_iter().flat_map(of).collect()
}

/// Holds the record against three people's 出勤 and 退勤 of the first day and 出勤 of the second.
fn toll(stored: &[StoredPunch]) -> Toll {
    let mut wanted = BTreeMap::new();
    for (code, minute) in [("1000", "00"), ("2000", "10"), ("3000", "20")] {
        for (day, kind, hour) in [("17", 1, "09"), ("17", 2, "18"), ("18", 1, "09")] {
            let day = format!("2024-12-{day}");
            let time = moment(&format!("{day} {hour}:{minute}"));
            let day = WorkDay::parse(&day).expect("a work day");
            wanted.insert((code.to_owned(), day, kind, time), 0_usize);
        }
    }
    let mut strange = 0;
    for punch in stored {
        let code = punch.employee_code.clone();
        match wanted.get_mut(&(code, punch.work_day, punch.code, punch.time)) {
            Some(count) => *count += 1,
            None => strange += 1,
        }
    }
    Toll {
        images: 1,
        lost: wanted.values().filter(|count| **count == 0).count(),
        doubled: wanted.values().filter(|count| **count > 1).count() + strange,
        forgotten: 0,
    }
}

/// The state file agrees with itself.
#[track_caller]
fn is_whole(office: &Office) {
    let file = Connection::open(office.state_file()).expect("a state file");
    let check = |pragma: &str| -> String {
        let found = file.query_row(pragma, [], |row| row.get(0));
        found.expect("a state file")
    };
    assert_eq!(check("PRAGMA integrity_check"), "ok");
    let dangling = "SELECT count(*) || '' FROM pragma_foreign_key_check";
    assert_eq!(check(dangling), "0");
}

impl Toll {
    /// Nothing is wrong.
    pub(super) fn is_none(&self) -> bool {
        (self.lost, self.doubled, self.forgotten) == (0, 0, 0)
    }

    /// Says the counts beside the test run's own lines, whether or not it captures what tests print.
    pub(super) fn tell(self, what: &str) {
        writeln!(io::stderr(), "power cut: {what}: {self}").expect("stderr");
    }
}

impl std::iter::Sum for Toll {
    fn sum<I: Iterator<Item = Self>>(tolls: I) -> Self {
        tolls.fold(Self::default(), |sum, toll| Self {
            images: sum.images + toll.images,
            lost: sum.lost + toll.lost,
            doubled: sum.doubled + toll.doubled,
            forgotten: sum.forgotten + toll.forgotten,
        })
    }
}

impl fmt::Display for Toll {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            images,
            lost,
            doubled,
            forgotten,
        } = self;
        write!(
            f,
            "{images} images, lost {lost}, doubled {doubled}, forgotten {forgotten}"
        )
    }
}
