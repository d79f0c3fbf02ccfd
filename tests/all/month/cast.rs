//! The company of a month: who works how, and what becomes of people and their codes.

use super::chance::Chance;
use super::days::{Pen, ROUND_SECOND, Seat, Sitting, working_day};
use super::script::{DAY, Division, Event, HOUR, Month, Person};

/// Logs are written on days 0 to 31, rounds run to two days later.
const DAYS: i64 = 32;

/// The parts that somebody may have; the others are ordinary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Ordinary,
    /// Works at two PCs at once.
    TwoPcs,
    /// Has an IC card too.
    Card,
    /// The PC user name is the code.
    CodeName,
    /// A CodeName; the next person is the other one.
    Swapped,
    /// An ordinary name; the next person is the other one.
    SwappedCodes,
    /// A CodeName who is hired on day 9.
    Joins,
    /// Leaves on day 17.
    Leaves,
    /// Is linked to the right name on day 11 only.
    LinkedLate,
    /// The same, on day 23: some work days are too old then.
    LinkedTooLate,
    /// Has another name from day 14 on, and the import comes on day 15.
    Renamed,
    /// Hands the name on to the next person on day 19.
    HandsOn,
    /// A local account whose name somebody else has on another PC.
    SharesName,
    /// A local account of a name of its own.
    Local,
    /// The PC has no 出退勤システム連携コード.
    NoLinkCode,
}

/// The parts that are played once in every hundred people, in pairs where they need two.
const CASTING: [(i64, Part); 21] = [
    (3, Part::Swapped),
    (6, Part::SwappedCodes),
    (10, Part::Joins),
    (13, Part::Leaves),
    (16, Part::LinkedLate),
    (19, Part::LinkedTooLate),
    (22, Part::Renamed),
    (26, Part::HandsOn),
    (30, Part::SharesName),
    (34, Part::Local),
    (38, Part::NoLinkCode),
    (41, Part::TwoPcs),
    (42, Part::TwoPcs),
    (43, Part::TwoPcs),
    (44, Part::TwoPcs),
    (45, Part::Card),
    (46, Part::Card),
    (50, Part::CodeName),
    (51, Part::CodeName),
    (52, Part::CodeName),
    (53, Part::TwoPcs),
];

/// A month of so many people, which follows its seed; on working days the relay runs in these hours.
pub(super) fn month(people: i64, seed: u64, hours: &[i64]) -> Month {
    let mut cast = Cast {
        chance: Chance::of(seed),
        month: Month::default(),
        first_links: Vec::new(),
    };
    for number in 0..people {
        let part = CASTING.iter().find(|(place, _)| *place == number % 100);
        cast.plays(number, part.map_or(Part::Ordinary, |(_, part)| *part));
    }
    cast.machines();
    cast.relay(hours);
    cast.month.events.sort_by_key(|(time, _)| *time);
    cast.month
}

struct Cast {
    chance: Chance,
    month: Month,
    first_links: Vec<(String, String)>,
}

impl Cast {
    fn plays(&mut self, number: i64, part: Part) {
        let code = format!("{number:04}");
        let name = user_name(number);
        // Who hands something on and who takes it over work in one division.
        let division = match (number % 100, number % 7) {
            (3..=7 | 22..=27, _) => Division::Office,
            (_, 0) => Division::Plant,
            (_, 1 | 3 | 5) => Division::Lab,
            _ => Division::Office,
        };
        let person = self.month.people.len();
        self.month.people.push(Person {
            code: code.clone(),
            division,
            hired: (part == Part::Joins).then_some(9),
            is_there: part != Part::Joins,
        });
        let is_swapped = number % 100 == 4;
        let is_code_name =
            is_swapped || matches!(part, Part::CodeName | Part::Swapped | Part::Joins);
        let name = if is_code_name { code.clone() } else { name };
        let linked = match part {
            Part::LinkedLate | Part::LinkedTooLate => name.to_uppercase(),
            _ => name.clone(),
        };
        if !is_code_name {
            self.first_links.push((code.clone(), linked));
        }
        self.happens_to(person, part, &name);
        self.works(person, part, name);
    }

    /// What is entered in KING OF TIME and imported because of that part.
    fn happens_to(&mut self, person: usize, part: Part, name: &str) {
        let code = |person: usize| format!("{person:04}");
        let own = || (code(person), name.to_owned());
        let next = user_name(person as i64 + 1);
        let mut at = |day: i64, hour: i64, event: Event| {
            self.month.events.push((day * DAY + hour * HOUR, event));
        };
        match part {
            Part::Swapped => {
                at(12, 12, Event::CodesSwapped(person, person + 1));
                // The accounts stay with their people, whose codes are the other ones now.
                let rows = vec![
                    (code(person), code(person + 1)),
                    (code(person + 1), code(person)),
                ];
                at(14, 11, Event::Import(rows));
            }
            Part::SwappedCodes => at(12, 12, Event::CodesSwapped(person, person + 1)),
            Part::Joins => at(10, 12, Event::Hired(person)),
            Part::Leaves => at(15, 12, Event::Resigned(person, 17)),
            Part::LinkedLate => at(11, 14, Event::Import(vec![own()])),
            Part::LinkedTooLate => at(23, 14, Event::Import(vec![own()])),
            Part::Renamed => at(
                15,
                11,
                Event::Import(vec![(code(person), format!("{name}.new"))]),
            ),
            Part::HandsOn => {
                let rows = vec![
                    (code(person), format!("{next}.old")),
                    (code(person + 1), name.to_owned()),
                ];
                at(19, 11, Event::Import(rows));
            }
            _ => {}
        }
    }

    /// A month of work.
    fn works(&mut self, person: usize, part: Part, name: String) {
        let seat = |pc: &str, user: &str| Seat {
            pc: pc.to_owned(),
            domain: "EXAMPLE".to_owned(),
            user: user.to_owned(),
            is_linked: true,
        };
        let own_pc = format!("PC-{person:04}");
        let mut main = seat(&own_pc, &name);
        if matches!(part, Part::SharesName | Part::Local) {
            main.domain.clone_from(&own_pc);
        }
        main.is_linked = part != Part::NoLinkCode;
        let days = match part {
            Part::Joins => 8..DAYS,
            Part::Leaves => 0..20,
            _ => 0..DAYS,
        };
        let mut sittings = Vec::new();
        for day in days {
            // The last of the year and its first three days are holidays, and so are most weekends.
            let is_holiday = matches!(day % 7, 5 | 6) || (15..=18).contains(&day);
            // A third works few days, a third some, a third all.
            let usual = [450, 700, 950][person % 3];
            if self.chance.in_thousand(if is_holiday { 30 } else { usual }) {
                sittings.extend(self.day(person, part, day));
            }
        }
        if part == Part::TwoPcs {
            let second = seat(&format!("NOTE-{person:04}"), &name);
            let beside: Vec<Sitting> = sittings.iter().filter_map(|one| self.beside(one)).collect();
            self.pen().sittings(&second, &beside);
        }
        if part == Part::SharesName {
            let pc = format!("LAB-{person:04}");
            let mut other = seat(&pc, &name);
            other.domain = pc;
            let beside: Vec<Sitting> = sittings.iter().filter_map(|one| self.beside(one)).collect();
            self.pen().sittings(&other, &beside);
        }
        self.sits_down(person, part, &main, &sittings);
    }

    /// The sittings at the main PC, under the name of each day.
    fn sits_down(&mut self, person: usize, part: Part, main: &Seat, sittings: &[Sitting]) {
        let renamed = |name: String| Seat {
            user: name,
            ..main.clone()
        };
        let (from, later) = match part {
            Part::Renamed => (14, renamed(format!("{}.new", main.user))),
            Part::HandsOn => (19, renamed(format!("{}.old", user_name(person as i64 + 1)))),
            // The next person of HandsOn.
            _ if person % 100 == 27 => (19, renamed(user_name(person as i64 - 1))),
            _ => (DAYS + 1, main.clone()),
        };
        let place = sittings.partition_point(|one| one.on < from * DAY);
        self.pen().sittings(main, &sittings[..place]);
        self.pen().sittings(&later, &sittings[place..]);
    }

    fn day(&mut self, person: usize, part: Part, day: i64) -> Vec<Sitting> {
        let division = self.month.people[person].division;
        let mut sittings = working_day(&mut self.chance, division, day);
        let first = sittings[0];
        if matches!(part, Part::Joins | Part::Leaves) {
            // Whole sessions only around the days on which nobody is employed.
            sittings
                .iter_mut()
                .for_each(|one| (one.has_on, one.has_off) = (true, true));
        }
        let in_time = first.on - first.on % 60 - 300;
        if part == Part::Card && day > 0 {
            let entered = Event::Entered(person, day, 1, in_time);
            self.month.events.push((in_time, entered));
        } else if !first.has_on && part != Part::TwoPcs && self.chance.in_thousand(500) {
            let tomorrow = (day + 1) * DAY + 13 * HOUR;
            let entered = Event::Entered(person, day, 1, first.on - first.on % 60);
            self.month.events.push((tomorrow, entered));
        }
        sittings
    }

    /// A sitting at another PC that overlaps this one.
    fn beside(&mut self, sitting: &Sitting) -> Option<Sitting> {
        let is_long = sitting.off - sitting.on > HOUR;
        (is_long && self.chance.in_thousand(600)).then(|| Sitting {
            on: sitting.on + self.chance.between(-900, 1800),
            off: sitting.off + self.chance.between(-1200, 900),
            has_off: sitting.has_off || self.chance.in_thousand(500),
            ..*sitting
        })
    }

    fn pen(&mut self) -> Pen<'_> {
        Pen {
            chance: &mut self.chance,
            logs: &mut self.month.logs,
        }
    }

    /// What machines and strangers write.
    fn machines(&mut self) {
        let users = [
            "SYSTEM",
            "Local Service",
            "DWM-2",
            "umfd-0",
            "",
            "PC-0001$",
            "vendor7",
            "Administrator",
        ];
        for day in 0..DAYS {
            for (place, user) in users.iter().enumerate() {
                let seat = Seat {
                    pc: format!("PC-{:04}", (place as i64 * 31 + day) % 60),
                    domain: String::new(),
                    user: (*user).to_owned(),
                    is_linked: true,
                };
                let on = day * DAY + self.chance.between(0, 20 * HOUR);
                self.pen().log(&seat, on, on + 60, "ログオン");
                self.pen().log(&seat, on + 700, on + 800, "ログオフ");
            }
            // A clock that is an hour and more ahead.
            let seat = Seat {
                pc: "PC-0000".to_owned(),
                domain: "EXAMPLE".to_owned(),
                user: user_name(0),
                is_linked: true,
            };
            if day % 10 == 3 {
                let at = day * DAY + 7 * HOUR;
                self.pen().log(&seat, at + 2 * HOUR, at, "ログオン");
            }
        }
    }

    /// The rounds, syncs and imports, and a MaLion that cannot be reached for a day and a half.
    fn relay(&mut self, hours: &[i64]) {
        let first_links = std::mem::take(&mut self.first_links);
        let mut at = |time: i64, event: Event| self.month.events.push((time, event));
        at(12 * HOUR, Event::Sync);
        at(12 * HOUR + 60, Event::Import(first_links));
        at(22 * DAY + 3 * HOUR, Event::MalionDown);
        at(23 * DAY + 12 * HOUR, Event::MalionUp);
        for day in [10, 12, 15] {
            at(day * DAY + 12 * HOUR + 600, Event::Sync);
        }
        for day in 0..DAYS + 2 {
            let is_weekend = matches!(day % 7, 5 | 6);
            let hours: &[i64] = if is_weekend { &[11] } else { hours };
            for hour in hours.iter().filter(|hour| day > 0 || **hour > 12) {
                let minute = self.chance.between(5, 55);
                at(
                    day * DAY + hour * HOUR + minute * 60 + ROUND_SECOND,
                    Event::Round,
                );
            }
        }
    }
}

fn user_name(number: i64) -> String {
    let begins = ["tanaka", "suzuki", "sato", "ito", "mori", "kato", "abe"];
    format!("{}{number:03}", begins[(number % 7) as usize])
}
