//! What a reading of KING OF TIME says about a punch: whether it may be sent, and what became of one
//! whose answer was lost (delivery.md, "A punch's life").

use chrono::Duration;

use super::finding::Code;
use super::gate::rolling_gate;
use super::punch::{Punch, PunchKind, PunchState, TimeRecord};
use super::time::{Jst, Minute};

/// Two readings that are to agree begin so far apart, in two rounds.
const AGREEMENT: Duration = Duration::minutes(10);

/// An unknown punch older than this is a person's to decide.
const TOO_LONG_UNKNOWN: Duration = Duration::days(3);

/// How much a complete answer proves about what it does not show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Proof {
    /// It shows at least half of what KING OF TIME accepted from us for that day.
    Whole,
    /// We have nothing on that day to hold it against; the day itself was in the answer.
    Unvouched,
    /// We have nothing on that day, and the answer does not name the day at all.
    DayMissing,
    /// It lacks more than half of what was accepted: it proves nothing (`kot-incomplete`).
    Incomplete,
}

impl Proof {
    /// Judges a well-formed answer by the punches that KING OF TIME `accepted` from us for the people
    /// and day that were asked for, and how many of these are `shown`.
    pub fn judge(day_named: bool, accepted: usize, shown: usize) -> Self {
        match (accepted, day_named) {
            (0, true) => Self::Unvouched,
            (0, false) => Self::DayMissing,
            _ if day_named && shown * 2 >= accepted => Self::Whole,
            _ => Self::Incomplete,
        }
    }
}

/// What KING OF TIME shows of one person's work day.
#[derive(Clone, Debug)]
pub struct Shown<'a> {
    /// When the reading began.
    pub began: Jst,
    /// Whether this machine's clock agrees with KING OF TIME's: by another nobody knows how long ago anything was.
    pub is_timed: bool,
    /// How much it proves.
    pub proof: Proof,
    /// Begin of an earlier reading, in an earlier round, that did not show the punch either.
    pub absent_before: Option<Jst>,
    /// The punches, in any order.
    pub records: &'a [TimeRecord],
}

impl Shown<'_> {
    /// The minutes of one kind, oldest first.
    pub(super) fn minutes(&self, kind: PunchKind) -> Vec<Minute> {
        let of_kind = self
            .records
            .iter()
            .filter(|record| record.kind() == Some(kind));
        let mut minutes: Vec<Minute> = of_kind.map(TimeRecord::minute).collect();
        minutes.sort_unstable();
        minutes
    }

    /// Two 出勤 or two 退勤: nothing more is sent to such a day.
    pub fn doubled(&self) -> Option<PunchKind> {
        [PunchKind::ClockIn, PunchKind::ClockOut]
            .into_iter()
            .find(|kind| self.minutes(*kind).len() > 1)
    }

    /// Why nothing may be sent on what it does not show, where that is so.
    pub(super) fn unproven(&self) -> Option<Gate> {
        match self.proof {
            Proof::Incomplete => Some(Gate::Unproven(self.proof)),
            Proof::DayMissing if !self.agrees_with_an_earlier_one() => {
                Some(Gate::Unproven(self.proof))
            }
            _ => None,
        }
    }

    fn agrees_with_an_earlier_one(&self) -> bool {
        let is_apart = |earlier| self.began - earlier >= AGREEMENT;
        self.is_timed && self.absent_before.is_some_and(is_apart)
    }
}

/// What may be done with a punch that is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gate {
    /// Send it.
    Send,
    /// It is there and we had attempted it: it is ours.
    Ours,
    /// One of that kind is there from elsewhere.
    AlreadyThere(Minute),
    /// A 退勤 waits until KING OF TIME shows a 出勤.
    NoClockInYet,
    /// A 退勤 that is not later than the 出勤 shown is not sent.
    NotLater(Minute),
    /// A 休憩 whose other half is not sent, or was not accepted.
    NoPair,
    /// The day has two 出勤 or two 退勤.
    Doubled(PunchKind),
    /// The answer may lack punches; another reading must agree.
    Unproven(Proof),
}

/// Whether a due 出勤 or 退勤 may be sent to a day that looks like this.
pub fn gate(punch: &Punch, shown: &Shown<'_>) -> Gate {
    let same_kind = shown.minutes(punch.kind);
    if let Some(kind) = shown.doubled() {
        return Gate::Doubled(kind);
    }
    if punch.rolling {
        if let Some(gate) = rolling_gate(punch, shown) {
            return gate;
        }
    } else if let Some(time) = nearest(&same_kind, punch.time) {
        let ours = is_same(time, punch.time) && punch.may_have_left;
        return if ours {
            Gate::Ours
        } else {
            Gate::AlreadyThere(time)
        };
    }
    if let Some(gate) = shown.unproven() {
        return gate;
    }
    if punch.kind == PunchKind::ClockIn {
        return Gate::Send;
    }
    match shown.minutes(PunchKind::ClockIn).first() {
        None => Gate::NoClockInYet,
        Some(clock_in) if *clock_in >= punch.time => Gate::NotLater(*clock_in),
        Some(_) => Gate::Send,
    }
}

/// What became of a punch whose answer was lost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Settled {
    /// KING OF TIME has it.
    Accepted,
    /// One of that kind is there at another time.
    AlreadyThere(Minute),
    /// Proven absent: it may be sent once more.
    Again,
    /// A person must decide.
    Person,
    /// Not to be told yet.
    NotYet,
}

/// Settles an unknown punch by a reading. `unknown_for` is `kot.unknown_minutes`: KING OF TIME applies
/// a request within that time or never.
pub fn settle(punch: &Punch, shown: &Shown<'_>, unknown_for: Duration) -> Settled {
    let same_kind = shown.minutes(punch.kind);
    if let Some(time) = nearest(&same_kind, punch.time) {
        if is_same(time, punch.time) {
            return Settled::Accepted;
        }
        // Our own other breaks, and the 退勤 that policy `rolling` sent before, stand beside it.
        let instead = match punch.kind {
            PunchKind::BreakStart | PunchKind::BreakEnd => None,
            _ if punch.rolling => same_kind.last().filter(|last| punch.time < **last).copied(),
            _ => Some(time),
        };
        if let Some(time) = instead {
            return Settled::AlreadyThere(time);
        }
    }
    if !shown.is_timed {
        return Settled::NotYet;
    }
    let Some(ended) = punch.last_attempt_ended else {
        return Settled::Person;
    };
    if shown.began - ended > TOO_LONG_UNKNOWN {
        return Settled::Person;
    }
    // A list that lacks somebody looks like a whole one: a single reading proves no absence.
    let is_late = |began: Jst| began >= ended + unknown_for;
    let proven = shown.proof != Proof::Incomplete
        && shown.absent_before.is_some_and(is_late)
        && shown.agrees_with_an_earlier_one();
    match (proven, punch.absences) {
        (false, _) => Settled::NotYet,
        (true, 0) => Settled::Again,
        (true, _) => Settled::Person,
    }
}

/// Whether an earlier punch of the person's work day keeps later ones back.
pub fn holds_later_ones(state: PunchState) -> bool {
    matches!(
        state,
        PunchState::Unknown | PunchState::Sending | PunchState::Refused
    )
}

/// The shown time nearest to ours, since a card reader's may differ from it.
pub(super) fn nearest(shown: &[Minute], ours: Minute) -> Option<Minute> {
    shown
        .iter()
        .copied()
        .min_by_key(|time| time.minutes_since(ours).abs())
}

/// Times one minute apart are one punch: KING OF TIME's handling of seconds is not known (KOT section 11).
pub(super) fn is_same(shown: Minute, ours: Minute) -> bool {
    shown.minutes_since(ours).abs() <= 1
}

/// When sending stops for the rest of a round: something is wrong with all of it, not with one punch.
#[derive(Clone, Debug, Default)]
pub struct Breaker {
    unknown_in_a_row: u32,
    refusals: Vec<(String, u32)>,
}

impl Breaker {
    /// Unknown outcomes one after another that open it.
    const UNKNOWN: u32 = 3;
    /// Refusals with one code and no acceptance between them that open it.
    const REFUSED: u32 = 5;

    /// KING OF TIME took a punch.
    pub fn accepted(&mut self) {
        *self = Self::default();
    }

    /// An answer was lost.
    pub fn unknown(&mut self) {
        self.unknown_in_a_row += 1;
    }

    /// KING OF TIME refused a punch, with its code where it gave one.
    pub fn refused(&mut self, code: Option<&str>) {
        self.unknown_in_a_row = 0;
        let code = code.unwrap_or_default();
        match self.refusals.iter_mut().find(|(known, _)| known == code) {
            Some((_, count)) => *count += 1,
            None => self.refusals.push((code.to_owned(), 1)),
        }
    }

    /// Whether the sending of this round ends.
    pub fn is_open(&self) -> bool {
        self.unknown_in_a_row >= Self::UNKNOWN
            || self
                .refusals
                .iter()
                .any(|(_, count)| *count >= Self::REFUSED)
    }
}

/// The finding that tells of a punch in that state, where one does.
pub fn finding_of(state: PunchState) -> Option<Code> {
    match state {
        PunchState::Refused => Some(Code::Refused),
        PunchState::Unknown | PunchState::Sending => Some(Code::Unknown),
        PunchState::AlreadyThere => Some(Code::AlreadyThere),
        PunchState::Person => Some(Code::Person),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
