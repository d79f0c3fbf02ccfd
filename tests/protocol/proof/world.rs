//! A state of the model: the state files, the processes at work, what is under way, and KING OF TIME.

use pcpunch::domain::delivery::Proof;
use pcpunch::domain::punch::PunchState;

use super::process::Process;
use super::scenario::{Identical, Scenario, Slot, Trouble, UNKNOWN};

/// Punches of a scenario, by position.
pub(super) type Slots = Vec<usize>;

/// Everything there is at one moment.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct World {
    /// Ticks since the beginning.
    pub(super) now: u16,
    /// What may still go wrong.
    pub(super) left: Trouble,
    /// What the rules give of each punch.
    pub(super) given: Vec<Given>,
    /// What KING OF TIME has, in the order in which it came.
    pub(super) kot: Vec<Record>,
    /// Requests that were given up and may still be applied.
    pub(super) flying: Vec<Flight>,
    /// State files.
    pub(super) files: Vec<File>,
    /// Processes at work; those of file `n` stand at `n`, and behind all files again.
    pub(super) running: Vec<Option<Process>>,
    /// Since the world turned calm: rounds.
    pub(super) calm: Option<u8>,
    /// An answer leaves out a work day on which nobody has punched.
    pub(super) leaves_out: bool,
    /// What becomes of an identical punch.
    pub(super) identical: Identical,
    /// Promises that were broken on the way here.
    pub(super) broken: Broken,
}

/// What the rules give.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Given {
    /// The punch as it stands in the scenario.
    First,
    /// The same ten minutes earlier, by a log that came late.
    Earlier,
    /// None: the link is another one.
    Nothing,
}

/// A punch in KING OF TIME.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Record {
    /// The punch of the same person and kind.
    pub(super) slot: usize,
    /// In minutes of the work day.
    pub(super) minute: u16,
    /// From us; else by hand or by card.
    pub(super) ours: bool,
}

/// A request whose answer nobody waits for any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Flight {
    pub(super) slot: usize,
    pub(super) minute: u16,
    /// Since when nobody waits.
    pub(super) given_up: u16,
}

/// What one state file knows that matters here.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct File {
    /// The stored punches, by position in the scenario.
    pub(super) punches: Vec<Option<Entry>>,
    /// When the last round ended; kept only where something rests on it.
    pub(super) finished: Option<u16>,
    /// When KING OF TIME said closed hours though none are configured, until it is asked again.
    pub(super) told_closed: Option<u16>,
    /// Moved or restored, and not read up since.
    pub(super) elsewhere: bool,
    /// When the first round here found that out.
    pub(super) found: Option<u16>,
    /// People of whom something was shown when it was read up.
    pub(super) adopted: Vec<u8>,
}

/// A stored punch with what its attempts and readings left.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Entry {
    pub(super) state: PunchState,
    pub(super) minute: u16,
    pub(super) ground: Given,
    pub(super) reason: Option<&'static str>,
    pub(super) released: bool,
    /// Any attempt.
    pub(super) attempted: bool,
    /// An attempt that ended, and may have reached KING OF TIME.
    pub(super) may_have_left: bool,
    /// End of the last attempt.
    pub(super) ended: Option<u16>,
    /// End of the last attempt whose answer was lost.
    pub(super) lost: Option<u16>,
    pub(super) absences: u8,
    /// Begins of readings of earlier rounds that did not show it.
    pub(super) absent: Vec<u16>,
    /// Begin of such a reading in this round.
    pub(super) absent_now: Option<u16>,
}

/// Promises, and whether they were broken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Broken {
    /// A POST without a reading that the closed hours do not excuse.
    pub(super) unread: bool,
    /// A POST after a lost answer without a reading begun late enough.
    pub(super) blind: bool,
    /// An unknown punch decided again without such a reading, or without a complete one.
    pub(super) unproven: bool,
}

impl Slot {
    /// The minute that the rules give; `None` where they give none.
    pub(super) fn minute(&self, given: Given) -> Option<u16> {
        match given {
            Given::First => Some(self.minute),
            Given::Earlier => Some(self.minute - 10),
            Given::Nothing => None,
        }
    }
}

impl World {
    /// Before the first round.
    pub(super) fn new(scenario: &Scenario, leaves_out: bool, identical: Identical) -> Self {
        let file = File {
            finished: scenario.was_at_work.then_some(0),
            ..File::empty(scenario.slots.len())
        };
        Self {
            now: 0,
            left: scenario.trouble,
            given: vec![Given::First; scenario.slots.len()],
            kot: Vec::new(),
            flying: Vec::new(),
            files: vec![file; scenario.files],
            running: vec![None; scenario.places()],
            calm: None,
            leaves_out,
            identical,
            broken: Broken::default(),
        }
    }

    /// Whether no process is at work.
    pub(super) fn is_idle(&self) -> bool {
        self.running.iter().all(Option::is_none)
    }

    /// The file of a process at that place.
    pub(super) fn file(&mut self, by: usize) -> &mut File {
        let files = self.files.len();
        &mut self.files[by % files]
    }

    /// The stored punch that a process at that place is about.
    pub(super) fn entry(&mut self, by: usize, slot: usize) -> &mut Entry {
        self.file(by).punches[slot].as_mut().unwrap()
    }
}

impl File {
    /// A file that knows nothing.
    pub(super) fn empty(slots: usize) -> Self {
        Self {
            punches: vec![None; slots],
            finished: None,
            told_closed: None,
            elsewhere: false,
            found: None,
            adopted: Vec::new(),
        }
    }

    /// The punches in one of these states, by position.
    pub(super) fn in_state(&self, wanted: &[PunchState]) -> Slots {
        let is_wanted = |entry: &Entry| wanted.contains(&entry.state);
        let punches = self.punches.iter().enumerate();
        let wanted = punches.filter(|(_, entry)| entry.as_ref().is_some_and(is_wanted));
        wanted.map(|(slot, _)| slot).collect()
    }

    /// `State::begin_run`. In a new round, what the last one remembered is that of an earlier round now.
    pub(super) fn begin_run(&mut self, now: u16) {
        if self.elsewhere {
            self.found.get_or_insert(now);
        }
        for entry in self.punches.iter_mut().flatten() {
            if let Some(began) = entry.absent_now.take() {
                entry.absent.push(began);
            }
            entry.forget_what_no_rule_asks_for();
        }
    }
}

impl Entry {
    /// The begin of the earliest reading of an earlier round, not before then, that did not show it.
    pub(super) fn absent_before(&self, since: u16) -> Option<u16> {
        self.absent.iter().copied().find(|began| *began >= since)
    }

    /// `DayReading::remember_absence`: the first of a round, unless it proves nothing.
    pub(super) fn remember_absence(&mut self, proof: Proof, began: u16) {
        if proof != Proof::Incomplete {
            self.absent_now.get_or_insert(began);
        }
    }

    /// Two states that no step can tell apart are to be one.
    fn forget_what_no_rule_asks_for(&mut self) {
        if matches!(
            self.state,
            PunchState::Accepted | PunchState::AlreadyThere | PunchState::Dropped
        ) {
            self.absent.clear();
            (self.ended, self.lost, self.absences) = (None, None, 0);
            return;
        }
        let since = self.ended.unwrap_or_default();
        let kept = [
            self.absent_before(since),
            self.absent_before(since + UNKNOWN),
        ];
        self.absent = kept.into_iter().flatten().collect();
        self.absent.dedup();
    }
}
