//! What a run of the checker goes through: which punches, how much trouble, and which assumption or which
//! step of the protocol is taken away.

use pcpunch::domain::punch::PunchKind;

/// Minutes in one tick of the model's time.
pub(super) const TICK: u16 = 10;
/// `kot.unknown_minutes` in ticks.
pub(super) const UNKNOWN: u16 = 3;
/// How old a reading may be on which something is sent, in ticks.
pub(super) const MOMENT: u16 = 1;
/// An hour in ticks.
pub(super) const HOUR: u16 = 6;

/// A punch that the rules give.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Slot {
    /// Whose: 0 or 1.
    pub(super) person: u8,
    /// Which.
    pub(super) kind: PunchKind,
    /// When, in minutes of the work day.
    pub(super) minute: u16,
}

/// Taro's 出勤.
pub(super) const IN: Slot = of(0, PunchKind::ClockIn, 9 * 60);
/// Taro's 退勤.
pub(super) const OUT: Slot = of(0, PunchKind::ClockOut, 18 * 60);
/// Taro's 休憩開始.
pub(super) const BREAK_START: Slot = of(0, PunchKind::BreakStart, 12 * 60);
/// Taro's 休憩終了.
pub(super) const BREAK_END: Slot = of(0, PunchKind::BreakEnd, 13 * 60);
/// Hanako's 出勤.
pub(super) const HER_IN: Slot = of(1, PunchKind::ClockIn, 9 * 60);

const fn of(person: u8, kind: PunchKind, minute: u16) -> Slot {
    Slot {
        person,
        kind,
        minute,
    }
}

/// How much of each may still happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Trouble {
    /// Steps of ten minutes.
    pub(super) ticks: u16,
    /// Outages of four days.
    pub(super) outages: u8,
    /// Processes that are killed.
    pub(super) kills: u8,
    /// Answers to a POST that leave it open what became of it.
    pub(super) lost: u8,
    /// Answers to a POST that say that it was not applied.
    pub(super) refusals: u8,
    /// Answers to a reading that look whole and show nothing of what is there.
    pub(super) empties: u8,
    /// Punches by hand or by card.
    pub(super) hands: u8,
    /// Changes of what the rules give: an earlier log, or none any more.
    pub(super) edits: u8,
    /// `punches send` and `punches drop`.
    pub(super) orders: u8,
    /// State files put back.
    pub(super) restores: u8,
}

impl Trouble {
    /// None at all, and no time passes.
    pub(super) const NONE: Self = Self {
        ticks: 0,
        outages: 0,
        kills: 0,
        lost: 0,
        refusals: 0,
        empties: 0,
        hands: 0,
        edits: 0,
        orders: 0,
        restores: 0,
    };
}

/// What KING OF TIME does with a punch that it has already (KOT section 11).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Identical {
    /// It is two punches.
    Doubled,
    /// It is still one, and the answer is that of a success.
    Collapsed,
    /// It is refused.
    Refused,
}

/// An assumption of the promise that is taken away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Beyond {
    /// KING OF TIME applies a request up to an hour after it was given up.
    AppliedLate,
    /// A reading leaves out single punches that were applied before it began.
    BlindReading,
    /// A proxy repeats a POST.
    Repeated,
    /// Somebody punches by hand between our reading and our sending.
    HandMeanwhile,
}

/// A step of the protocol that is done wrongly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mutant {
    /// The attempt is committed after sending.
    CommitAfterSending,
    /// A punch without an outcome is taken for one that was never sent.
    UnknownAsDecided,
    /// Nothing is read before a sending.
    NoReading,
    /// An empty 200 proves absence at once.
    EmptyIsAbsence,
    /// A reading that failed settles like a complete one.
    SettledUnread,
    /// A reading lets punches go however old it is.
    OldReading,
    /// The client repeats a POST whose answer was lost.
    PostRetried,
    /// An unknown punch is settled without waiting for `kot.unknown_minutes`.
    NoWaiting,
    /// A file that was put back sends without waiting for what it does not know of.
    NoWaitingWhenRestored,
    /// What was absent twice is sent a third time.
    NeverAPerson,
    /// What is unknown stays so.
    NeverSettled,
    /// Two rounds at once.
    NoLock,
    /// What may go unread is not looked at again when it goes.
    UnreadForGood,
}

/// One run of the checker.
#[derive(Clone, Debug)]
pub(super) struct Scenario {
    /// The punches, of one person's day after another and by time.
    pub(super) slots: &'static [Slot],
    /// State files of the same company.
    pub(super) files: usize,
    /// How much may go wrong.
    pub(super) trouble: Trouble,
    /// From which tick to which KING OF TIME cannot be read.
    pub(super) closed: Option<(u16, u16)>,
    /// `punch.in_closed_hours = send`.
    pub(super) sends_unread: bool,
    /// Whether each file has finished a round just before.
    pub(super) was_at_work: bool,
    /// Whether an answer leaves out a work day on which nobody has punched; all of these are gone through.
    pub(super) leaves_out: &'static [bool],
    /// What becomes of an identical punch; all of these are gone through.
    pub(super) identical: &'static [Identical],
    /// What is assumed no more.
    pub(super) beyond: Option<Beyond>,
    /// What is done wrongly.
    pub(super) mutant: Option<Mutant>,
}

impl Scenario {
    /// A calm world with these punches, one state file and open hours.
    pub(super) const fn of(slots: &'static [Slot], trouble: Trouble) -> Self {
        Self {
            slots,
            files: 1,
            trouble,
            closed: None,
            sends_unread: false,
            was_at_work: false,
            leaves_out: &[false],
            identical: &[Identical::Doubled],
            beyond: None,
            mutant: None,
        }
    }

    /// Places for processes: one for each file, since a second waits for the lock.
    pub(super) fn places(&self) -> usize {
        self.files * if self.is(Mutant::NoLock) { 2 } else { 1 }
    }

    pub(super) fn is(&self, mutant: Mutant) -> bool {
        self.mutant == Some(mutant)
    }

    pub(super) fn lacks(&self, beyond: Beyond) -> bool {
        self.beyond == Some(beyond)
    }

    /// How long after it was given up KING OF TIME may still apply a request, in ticks.
    pub(super) fn latest(&self) -> u16 {
        if self.lacks(Beyond::AppliedLate) {
            HOUR
        } else {
            UNKNOWN
        }
    }

    /// Whether the clock stands in the closed hours.
    pub(super) fn is_closed(&self, now: u16) -> bool {
        self.closed
            .is_some_and(|(from, until)| (from..until).contains(&now))
    }
}
