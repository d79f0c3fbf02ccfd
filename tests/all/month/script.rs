//! A month as plain numbers: what the PCs wrote, what people did, and when the relay ran.

/// Seconds of an hour and of a day. Times are seconds since the first midnight, days count from there.
pub(super) const HOUR: i64 = 3600;
pub(super) const DAY: i64 = 24 * HOUR;

/// What happened, in order, and every log that MaLion ever gets.
#[derive(Debug, Default)]
pub(super) struct Month {
    pub(super) people: Vec<Person>,
    pub(super) logs: Vec<Log>,
    /// With the time of each.
    pub(super) events: Vec<(i64, Event)>,
}

/// One of KING OF TIME's people.
#[derive(Clone, Debug)]
pub(super) struct Person {
    /// The code at first; later ones come by [`Event::CodesSwapped`].
    pub(super) code: String,
    pub(super) division: Division,
    /// 入社日.
    pub(super) hired: Option<i64>,
    /// Whether the person is in KING OF TIME from the beginning; else by [`Event::Hired`].
    pub(super) is_there: bool,
}

/// The three divisions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Division {
    /// Its day begins at 00:00.
    Office,
    /// Its day begins at 05:00.
    Lab,
    /// It works at night: twelve hours from the first ログオン belong together.
    Plant,
}

/// One record of MaLion.
#[derive(Clone, Debug)]
pub(super) struct Log {
    pub(super) id: Option<String>,
    pub(super) at: i64,
    pub(super) collected: i64,
    pub(super) operation: &'static str,
    pub(super) pc: String,
    pub(super) domain: String,
    /// As logged, with a domain in front at times.
    pub(super) user: String,
    /// Whether the PC has a 出退勤システム連携コード.
    pub(super) is_linked: bool,
}

/// What people and the relay do.
#[derive(Clone, Debug)]
pub(super) enum Event {
    /// `relay run --once`.
    Round,
    /// `employees sync`.
    Sync,
    /// `accounts import`: PC user names by the 従業員コード of that moment.
    Import(Vec<(String, String)>),
    /// Somebody is entered in KING OF TIME.
    Hired(usize),
    /// A 退職日 is entered.
    Resigned(usize, i64),
    /// Two people's codes are exchanged in KING OF TIME.
    CodesSwapped(usize, usize),
    /// Somebody punches by card or by hand: person, work day, kind, time.
    Entered(usize, i64, u8, i64),
    /// MaLion cannot be reached from now on.
    MalionDown,
    /// It can again.
    MalionUp,
}
