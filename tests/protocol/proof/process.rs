//! A process at work: where it stands, and what it knows that no file does.

use pcpunch::domain::delivery::Proof;

use super::world::Slots;

/// A round, or `punches send`, under way. Nothing of it outlives a kill.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Process {
    pub(super) job: Job,
    pub(super) stage: Stage,
    /// The round's last whole reading.
    pub(super) reading: Option<Reading>,
    /// What that reading proves.
    pub(super) proof: Option<Proof>,
    /// Decided punches that it is to send.
    pub(super) due: Slots,
    /// What KING OF TIME took in this round.
    pub(super) taken: Slots,
    /// What was sent in this round with an outcome that ends its day's turn, or taken.
    pub(super) sent: Slots,
    /// Sending has ended for everybody.
    pub(super) halted: bool,
    /// What was looked at grew too old for a punch.
    pub(super) outdated: bool,
    /// When what goes unread was looked at.
    pub(super) looked: u16,
    /// How much was sent when this pass over what is due began; none before the first.
    pub(super) sent_before: Option<usize>,
    /// KING OF TIME said closed hours.
    pub(super) told_closed: bool,
    /// The file was read up in this round.
    pub(super) adopts: bool,
}

/// What a process is there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Job {
    /// `relay run`.
    Round,
    /// `punches send` of one punch.
    Order(usize),
}

/// Where a process stands.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Stage {
    /// The lock is held and the round has its number.
    Begun,
    /// The rules have decided.
    Decided,
    /// A moved or restored file is to be read up.
    Adopting,
    /// The day is to be read.
    Asking,
    /// The question is under way: since when, and how much KING OF TIME had then.
    Reading { began: u16, had: usize },
    /// The reading is held against unknown punches.
    Settling(Slots),
    /// Punches are sent, each person in a lane.
    Sending(Vec<Lane>),
    /// The day is read anew, since the reading grew too old before all was sent.
    ReadingAnew { began: u16, had: usize },
    /// What was sent to is to be looked at once more.
    LookingAgain,
    /// The second question is under way.
    ReadingAgain { began: u16, had: usize },
    /// The second reading is held against unknown punches.
    SettlingAgain(Slots),
    /// The round is to be ended.
    Ending,
}

/// One person's punches, one after another.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Lane {
    /// The next one is at this place among those due, tried so often.
    Next { at: usize, tries: u8 },
    /// The attempt is on the disk, and bytes may leave.
    Sending { at: usize, tries: u8 },
    /// The answer is there and not yet recorded.
    Answered { at: usize, tries: u8, class: Class },
    /// Nothing more in this round.
    Done,
}

/// What an answer to a POST means, as far as rounds differ by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Class {
    Accepted,
    Refused,
    Unknown,
    Throttled,
    Closed,
    /// No connection, or no access: sending ends.
    Halted,
}

/// A whole reading of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Reading {
    pub(super) began: u16,
    pub(super) shows: Shows,
    /// Whether the day was in the answer.
    pub(super) names_day: bool,
}

/// What a reading shows of KING OF TIME's punches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Shows {
    /// The first so many.
    First(usize),
    /// So many without one of them.
    Without { first: usize, lacks: usize },
    /// None.
    Nothing,
}
