//! A way through the states, told in words.

use pcpunch::domain::punch::PunchState;

use stateright::Model;

use super::kot::{Came, Fate};
use super::life::{Happens, Life};
use super::moment::at;
use super::process::{Class, Job, Lane, Shows, Stage};
use super::round::Choice;
use super::world::{Given, World};

impl Life {
    /// One line for each thing that happens and that somebody could have seen, until the promise is broken.
    pub(super) fn tell(
        &self,
        promise: &'static str,
        mut path: Vec<(World, Option<Happens>)>,
    ) -> String {
        let holds = self.property(promise).condition;
        if let Some(broken) = path.iter().position(|(world, _)| !holds(self, world)) {
            path.truncate(broken + 1);
        }
        let mut told = String::new();
        let mut clock = String::new();
        let steps = path.windows(2);
        for (before, after) in steps.map(|pair| (&pair[0], &pair[1].0)) {
            let (world, Some(happens)) = before else {
                continue;
            };
            let Some(words) = self.words(world, after, *happens) else {
                continue;
            };
            let now = at(after.now).format("%H:%M").to_string();
            let shown = if now == clock { "     " } else { now.as_str() };
            told.push_str(&format!("    {shown}  {words}\n"));
            clock = now;
        }
        told
    }

    fn words(&self, before: &World, after: &World, happens: Happens) -> Option<String> {
        Some(match happens {
            Happens::Tick => return None,
            Happens::Outage => "nothing runs for four days".to_owned(),
            Happens::Starts(by, Job::Round) => format!("{} begins", self.name(by)),
            Happens::Starts(_, Job::Order(slot)) => {
                format!("a person: punches send {}", self.label(slot))
            }
            Happens::Steps(by, lane, choice) => {
                return self.step_in_words(before, after, by, lane, choice);
            }
            Happens::Killed(by, 0) => format!("{} is killed", self.name(by)),
            Happens::Killed(by, _) => format!("{} is killed; its request had left", self.name(by)),
            Happens::Applied(flight) => {
                let slot = before.flying[flight].slot;
                format!("KING OF TIME applies the {} of before", self.label(slot))
            }
            Happens::ByHand(slot, _) => format!("somebody punches {} by hand", self.label(slot)),
            Happens::LogsSay(Given::Nothing) => "the logs give no punch any more".to_owned(),
            Happens::LogsSay(_) => "the logs give another minute".to_owned(),
            Happens::Dropped(slot) => format!("a person: punches drop {}", self.label(slot)),
            Happens::Restored => "a state file of before is put back".to_owned(),
            Happens::Calm => "nothing goes wrong any more".to_owned(),
            Happens::CalmRound => "a round ends well".to_owned(),
        })
    }

    fn step_in_words(
        &self,
        before: &World,
        after: &World,
        by: usize,
        lane: usize,
        choice: Choice,
    ) -> Option<String> {
        let process = before.running[by].as_ref()?;
        Some(match (&process.stage, choice) {
            (Stage::Sending(lanes), choice) => {
                let (Lane::Next { at, .. } | Lane::Sending { at, .. } | Lane::Answered { at, .. }) =
                    &lanes[lane]
                else {
                    return None;
                };
                let label = self.label(*process.due.get(*at)?);
                match choice {
                    Choice::Answered(class, fate) => {
                        format!("POST of {label}: {}", words_of(class, fate))
                    }
                    _ => return self.change(before, after, by),
                }
            }
            (_, Choice::Came(came)) => format!("the day is read: {}", shown(came)),
            (Stage::Ending, _) => format!("{} ends", self.name(by)),
            _ => return self.change(before, after, by),
        })
    }

    /// What a step wrote into the state file.
    fn change(&self, before: &World, after: &World, by: usize) -> Option<String> {
        let file = by % before.files.len();
        let was = before.files[file].punches.iter();
        let is = after.files[file].punches.iter();
        let changed: Vec<String> = was
            .zip(is)
            .enumerate()
            .filter_map(|(slot, (was, is))| {
                let state = |entry: &super::world::Entry| entry.state;
                let (was, is) = (was.as_ref().map(state), is.as_ref().map(state)?);
                (was != Some(is)).then(|| format!("{} is {}", self.label(slot), name(is)))
            })
            .collect();
        let file = if before.files.len() > 1 {
            format!("file {}: ", file + 1)
        } else {
            String::new()
        };
        (!changed.is_empty()).then(|| format!("{file}{}", changed.join(", ")))
    }

    fn name(&self, by: usize) -> String {
        match self.scenario.places() {
            1 => "a round".to_owned(),
            _ => format!("round {}", by + 1),
        }
    }

    fn label(&self, slot: usize) -> &'static str {
        self.scenario.slots[slot].kind.label()
    }
}

fn name(state: PunchState) -> &'static str {
    state.name()
}

fn words_of(class: Class, fate: Fate) -> String {
    let answer = match class {
        Class::Accepted => "accepted",
        Class::Refused => "refused",
        Class::Unknown => "no answer that tells",
        Class::Throttled => "too many",
        Class::Closed => "closed hours",
        Class::Halted => "no access",
    };
    let fate = match fate {
        Fate::Applied => "applied",
        Fate::UnderWay => "not applied yet",
        Fate::Dropped => "not applied",
        Fate::Twice => "applied twice",
    };
    format!("{answer}; {fate}")
}

fn shown(came: Came) -> &'static str {
    match came {
        Came::Whole(Shows::First(0) | Shows::Nothing) => "nothing there",
        Came::Whole(Shows::First(_)) => "what is there",
        Came::Whole(Shows::Without { .. }) => "without one that is there",
        Came::WithoutTheDay => "an answer without the day",
        Came::Nothing => "no whole answer",
    }
}
