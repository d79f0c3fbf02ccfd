//! A small company made up from a seed: who works how, what becomes of people, links and files, and what goes wrong.

use super::days::{Pen, Seat, day_of_work};
use super::script::{
    Choices, DAY, Division, Fate, HOUR, History, MINUTE, Person, Request, Step, Trouble, Way, What,
};
use crate::month::chance::Chance;

/// Rounds begin at this second of a minute, at which nothing else happens.
pub(super) const ROUND_SECOND: i64 = 34;

/// Minutes of a day around which much happens.
const SLOTS: [i64; 20] = [
    5, 160, 370, 470, 500, 508, 530, 560, 601, 606, 630, 720, 780, 900, 1040, 1065, 1111, 1150,
    1290, 1435,
];

/// What becomes of the first two people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Story {
    Ordinary,
    Joins,
    Leaves,
    Renamed,
    HandsOn,
    CodeNames,
    CodesSwapped,
    LinkedLate,
}

/// The history of a seed.
pub(super) fn history(seed: u64) -> History {
    let mut chance = Chance::of(seed);
    let days = chance.between(4, 8);
    let choices = choices(&mut chance);
    let people = chance.between(2, 5);
    let story = chance.one_of(&[
        Story::Ordinary,
        Story::Ordinary,
        Story::Ordinary,
        Story::Joins,
        Story::Leaves,
        Story::Renamed,
        Story::HandsOn,
        Story::CodeNames,
        Story::CodesSwapped,
        Story::LinkedLate,
    ]);
    let mut cast = Cast {
        history: History {
            seed,
            choices,
            people: Vec::new(),
            logs: Vec::new(),
            steps: Vec::new(),
            calm: days + 1,
        },
        days,
        story,
        first_links: Vec::new(),
        has_hands: !choices.unread && chance.in_thousand(350),
        is_restored: chance.in_thousand(200),
        lies: 1,
        chance,
    };
    for person in 0..people {
        cast.plays(person);
    }
    cast.begins();
    cast.goes_on();
    cast.rounds();
    cast.history.steps.sort_by_key(|(time, _)| *time);
    cast.puts_back();
    cast.history
}

fn choices(chance: &mut Chance) -> Choices {
    let rolling = chance.in_thousand(200);
    Choices {
        rolling,
        breaks: !rolling && chance.in_thousand(500),
        unread: chance.in_thousand(200),
        at_once: chance.in_thousand(850),
        lookback: chance.one_of(&[1, 2, 2, 14]),
        max_age: chance.one_of(&[14, 14, 14, 4]),
    }
}

struct Cast {
    chance: Chance,
    history: History,
    days: i64,
    story: Story,
    first_links: Vec<(String, String)>,
    /// Whether people punch by card or by hand too.
    has_hands: bool,
    is_restored: bool,
    /// How many readings may still show less than there is: the promise does not hold where several do.
    lies: usize,
}

fn code(person: i64) -> String {
    format!("{person:04}")
}

fn user_name(person: i64) -> String {
    format!("user{person}")
}

impl Cast {
    fn plays(&mut self, person: i64) {
        let (story, chance) = (self.story, &mut self.chance);
        let division = match story {
            // Who hands something on and who takes it over work in one division.
            Story::HandsOn | Story::CodeNames if person < 2 => Division::Office,
            _ => chance.one_of(&[
                Division::Office,
                Division::Office,
                Division::Lab,
                Division::Plant,
            ]),
        };
        let is_new = story == Story::Joins && person == 0;
        let is_code_name = story == Story::CodeNames && person < 2;
        let name = if is_code_name {
            code(person)
        } else {
            user_name(person)
        };
        let is_linked_late = story == Story::LinkedLate && person == 0;
        self.history.people.push(Person {
            code: code(person),
            division,
            hired: is_new.then_some(3),
            is_there: !is_new,
        });
        if !(is_new || is_code_name || is_linked_late) {
            self.first_links.push((code(person), name.clone()));
        }
        let seat = Seat {
            pc: format!("PC-{person}"),
            user: name,
        };
        let has_two = self.chance.in_thousand(300);
        for day in 0..=self.days {
            if self.chance.in_thousand(700) || is_code_name && day < 3 {
                self.works(person, day, &seat, has_two);
            }
        }
    }

    fn works(&mut self, person: i64, day: i64, seat: &Seat, has_two: bool) {
        let mut seat = seat.clone();
        match (self.story, person) {
            (Story::Renamed, 0) if day >= 3 => seat.user = "user0.new".to_owned(),
            (Story::HandsOn, 0) if day >= 3 => seat.user = "user1.old".to_owned(),
            (Story::HandsOn, 1) if day >= 3 => seat.user = user_name(0),
            _ => {}
        }
        let division = self.history.people[person as usize].division;
        let is_plain = self.story == Story::CodeNames && person < 2;
        let mut pen = Pen {
            chance: &mut self.chance,
            logs: &mut self.history.logs,
            latest: self.history.calm * DAY + 9 * HOUR,
            is_plain,
        };
        let sittings = day_of_work(pen.chance, division, day);
        pen.writes(&seat, &sittings);
        if has_two && pen.chance.in_thousand(500) {
            seat.pc = format!("NOTE-{person}");
            let beside = sittings
                .iter()
                .filter_map(|one| one.beside(pen.chance))
                .collect::<Vec<_>>();
            pen.writes(&seat, &beside);
        }
        let begins = sittings[0].on;
        if self.has_hands && self.chance.in_thousand(150) {
            self.enters(person, day, 1, begins + self.chance_of_minutes(-20, 20));
        }
        if self.has_hands && self.chance.in_thousand(100) {
            let ends = sittings[sittings.len() - 1].off;
            self.enters(person, day, 2, ends + self.chance_of_minutes(-20, 40));
        }
        if self.has_hands && self.chance.in_thousand(40) {
            self.enters(person, day, 3, begins + self.chance_of_minutes(120, 240));
        }
    }

    fn chance_of_minutes(&self, from: i64, to: i64) -> i64 {
        self.chance.clone().between(from, to) * MINUTE
    }

    /// By card as it happens, or by hand later.
    fn enters(&mut self, person: i64, day: i64, kind: u8, at: i64) {
        let at = at - at % MINUTE;
        let later = self.chance.one_of(&[0, 0, 5 * HOUR, DAY, 2 * DAY]);
        let step = Step::Entered(person as usize, day, kind, at);
        self.history.steps.push((at + later, step));
    }

    /// The first sync, the first links and the first round.
    fn begins(&mut self) {
        let links = std::mem::take(&mut self.first_links);
        let noon = 12 * HOUR + ROUND_SECOND;
        self.at(noon, Step::Sync);
        if !links.is_empty() {
            self.at(noon + MINUTE, Step::Import(links));
        }
        self.at(noon + 2 * HOUR, Step::Round(Vec::new()));
    }

    fn at(&mut self, time: i64, step: Step) {
        self.history.steps.push((time, step));
    }

    /// What the story is about.
    fn goes_on(&mut self) {
        let row = |person: i64, name: &str| (code(person), name.to_owned());
        let when = |day: i64, hour: i64| day * DAY + hour * HOUR + 17;
        let delay = self.chance.between(0, 2);
        match self.story {
            Story::Ordinary => {}
            Story::Joins => {
                self.at(when(3, 11), Step::Hired(0));
                self.at(when(3 + delay, 13), Step::Sync);
                self.at(when(3 + delay, 14), Step::Import(vec![row(0, "user0")]));
            }
            Story::Leaves => {
                self.at(when(2, 11), Step::Resigned(0, 3));
                self.at(when(2 + delay, 13), Step::Sync);
            }
            Story::Renamed => self.at(when(3, 11), Step::Import(vec![row(0, "user0.new")])),
            Story::HandsOn => {
                let rows = vec![row(0, "user1.old"), row(1, "user0")];
                self.at(when(3, 11), Step::Import(rows));
            }
            Story::CodeNames => {
                self.at(when(3, 12), Step::CodesSwapped(0, 1));
                self.at(when(3, 13), Step::Sync);
                // The accounts stay with their people, whose codes are the other ones now.
                let rows = vec![row(0, "0001"), row(1, "0000")];
                self.at(when(4 + delay, 11), Step::Import(rows));
            }
            Story::CodesSwapped => {
                self.at(when(3, 12), Step::CodesSwapped(0, 1));
                self.at(when(3, 13), Step::Sync);
            }
            Story::LinkedLate => self.at(when(2 + delay, 14), Step::Import(vec![row(0, "user0")])),
        }
    }

    /// Some rounds a day, and what goes wrong with them.
    fn rounds(&mut self) {
        for day in 1..=self.days {
            for _ in 0..self.chance.between(1, 5) {
                let minute = if self.chance.in_thousand(700) {
                    self.chance.one_of(&SLOTS)
                } else {
                    self.chance.between(0, 24 * 60)
                };
                let time = day * DAY + minute * MINUTE + ROUND_SECOND;
                let step = self.round();
                let is_plain = matches!(&step, Step::Round(troubles) if troubles.is_empty());
                self.at(time, step);
                if !is_plain && self.chance.in_thousand(600) {
                    let after = self.chance.one_of(&[5, 12, 35, 50]);
                    let step = self.round();
                    self.at(time + after * MINUTE, step);
                }
            }
        }
    }

    fn round(&mut self) -> Step {
        let punch = Request::Punch([0, 0, 1, 2][self.chance.between(0, 4) as usize]);
        match self.chance.between(0, 100) {
            0..45 => Step::Round(Vec::new()),
            45..70 => {
                let mut troubles = vec![self.trouble(punch)];
                if self.chance.in_thousand(300) {
                    troubles.push(self.trouble(Request::Punch(1)));
                }
                Step::Round(troubles)
            }
            70..76 => Step::Round(vec![self.trouble(Request::Logs)]),
            76..82 => Step::Round(vec![self.trouble(Request::Reading)]),
            82..88 => Step::Dies {
                after: self.chance.in_thousand(500),
                write: u32::try_from(self.chance.between(1, 30)).expect("a number"),
            },
            88..96 => Step::Killed {
                at: self
                    .chance
                    .one_of(&[punch, punch, Request::Reading, Request::Logs]),
                fate: self
                    .chance
                    .one_of(&[Fate::DoneBefore, Fate::DoneAfter, Fate::Never]),
            },
            _ => Step::TwoRounds,
        }
    }

    fn trouble(&mut self, on: Request) -> Trouble {
        let anywhere = [
            What::DroppedBefore,
            What::Reset,
            What::Truncated,
            What::Html,
            What::ForeignJson,
            What::Broken(500, false),
            What::Broken(503, false),
            What::TooMany,
            What::KeptClosed,
        ];
        let what = match on {
            Request::Logs => self.chance.one_of(
                &[
                    &anywhere[..],
                    &[What::Doubled, What::FieldMissing, What::Unauthorized],
                ]
                .concat(),
            ),
            Request::Reading => {
                let may_lie = self.lies > 0 && !self.has_hands && !self.is_restored;
                let lies: &[What] = if may_lie {
                    &[What::Empty, What::Hidden, What::Empty, What::Hidden]
                } else {
                    &[]
                };
                self.chance.one_of(
                    &[
                        &anywhere[..],
                        &[What::Closed, What::Access, What::Unauthorized],
                        lies,
                    ]
                    .concat(),
                )
            }
            Request::Punch(_) => {
                let later = What::DoneLater(self.chance.between(1, 26));
                let own = [
                    What::DroppedBefore,
                    What::DroppedAfter,
                    What::DroppedAfter,
                    later,
                    later,
                    What::Broken(500, true),
                    What::Refused,
                    What::Closed,
                    What::Access,
                    What::Redirected,
                ];
                self.chance.one_of(&[&anywhere[..], &own].concat())
            }
        };
        self.lies -= usize::from(matches!(what, What::Empty | What::Hidden));
        Trouble { on, what }
    }

    /// An older file comes back, when whatever was under way has arrived or never will.
    fn puts_back(&mut self) {
        let steps = &self.history.steps;
        let is_quiet = |place: &usize| steps[*place].0 - steps[place - 1].0 > 50 * MINUTE;
        let gaps: Vec<usize> = (5..steps.len()).filter(is_quiet).collect();
        if !self.is_restored || gaps.is_empty() {
            return;
        }
        let back = self.chance.one_of(&gaps);
        let copied = self.chance.between(3, back as i64) as usize;
        let way = self
            .chance
            .one_of(&[Way::Restored, Way::Copied, Way::Folder]);
        let way = if self.history.choices.unread && way == Way::Folder {
            Way::Restored
        } else {
            way
        };
        let (before, after) = (steps[back - 1].0 + 45 * MINUTE, steps[copied].0 + 20);
        self.history
            .steps
            .insert(back, (before, Step::PutBack(way)));
        self.history.steps.insert(copied + 1, (after, Step::Backup));
        self.history.steps.sort_by_key(|(time, _)| *time);
    }
}
