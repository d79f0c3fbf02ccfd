//! Why a replayed work day lacks a punch, or has one that its logs no longer give.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::decide::Settlement;
use crate::domain::employee::EmployeeKey;
use crate::domain::finding::{Code, Finding};
use crate::domain::pc_log::{Fate, LinkKind};
use crate::domain::picture::{Material, Picture};
use crate::domain::plan::NOT_LATER;
use crate::domain::punch::{Punch, PunchKind, PunchState};
use crate::domain::rules::Person;
use crate::domain::time::{Jst, WorkDay};

use super::Terms;
use super::rounds::Seen;

/// The reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// What a round would have found: `no-logoff`, `night-logon`, `late-change`, …
    Found(Code),
    /// The day has logs, and none that counts: this became of them.
    Logs(Fate),
    /// The day has no logs.
    NoLogs,
    /// The source was not read over the whole day.
    NotRead,
    /// The day was not settled when the replay ended.
    NotSettled,
}

impl Why {
    /// Its name in JSON and CSV.
    pub fn name(self) -> &'static str {
        match self {
            Self::Found(code) => code.name(),
            Self::Logs(fate) => fate.name(),
            Self::NoLogs => "no-pc-log",
            Self::NotRead => "not-read",
            Self::NotSettled => "not-settled",
        }
    }
}

type Fates<'a> = BTreeMap<(&'a EmployeeKey, WorkDay), BTreeSet<Fate>>;

/// What keeps a log out of all work days, the most telling first.
const DROPPED: [Fate; 6] = [
    Fate::NotEmployed,
    Fate::NoLinkCode,
    Fate::IgnoredUser,
    Fate::ClockWrong,
    Fate::SystemUser,
    Fate::OtherOperation,
];

/// What the last round knew.
pub(super) struct Reasons<'a> {
    known: &'a Material,
    picture: &'a Picture,
    findings: BTreeMap<(&'a EmployeeKey, WorkDay), Vec<&'a Finding>>,
    /// What became of logs that count for no work day.
    fates: Fates<'a>,
}

impl<'a> Reasons<'a> {
    /// Sorts what was told by person and day.
    pub(super) fn new(known: &'a Material, seen: &'a Seen) -> Self {
        let mut findings: BTreeMap<_, Vec<&Finding>> = BTreeMap::new();
        for finding in seen.late.iter().chain(&seen.picture.findings) {
            if let (Some(employee), Some(day)) = (&finding.employee, finding.work_day) {
                findings.entry((employee, day)).or_default().push(finding);
            }
        }
        Self {
            known,
            picture: &seen.picture,
            findings,
            fates: fates(known, &seen.picture),
        }
    }

    /// Whether the person has a user name of any product on that day.
    pub(super) fn has_account(&self, key: &EmployeeKey, day: WorkDay) -> bool {
        let mut kinds = LinkKind::ALL.into_iter();
        kinds.any(|kind| self.known.links.has_account(kind, key, day))
    }

    /// Whether the sources were read whole over the person's work day until it could be settled.
    pub(super) fn is_read(&self, person: &Person, day: WorkDay, terms: &Terms<'_>) -> bool {
        let (from, until) = (person.borders.start(day), person.borders.end(day));
        let counts = |kind| self.known.links.has_account(kind, &person.key, day);
        let ready: Jst = until + terms.rules.settle;
        self.known.sources.are_read(from, ready, counts)
    }

    /// Whether nothing more can come of the day.
    pub(super) fn is_settled(&self, key: &EmployeeKey, day: WorkDay, is_read: bool) -> bool {
        match self.settlement(key, day) {
            Some(settlement) => settlement == Settlement::Settled,
            None => is_read,
        }
    }

    fn settlement(&self, key: &EmployeeKey, day: WorkDay) -> Option<Settlement> {
        let decision = self.picture.decisions.get(&(key.clone(), day))?;
        Some(decision.settlement)
    }

    /// The reasons, by kind, of which there are any.
    pub(super) fn of_day(
        &self,
        key: &EmployeeKey,
        day: WorkDay,
        punches: &[Punch],
        is_read: bool,
    ) -> BTreeMap<PunchKind, Why> {
        let kinds = PunchKind::ALL.into_iter();
        let told = kinds.filter_map(|kind| {
            let of_kind = || punches.iter().filter(|punch| punch.kind == kind);
            let is_there = of_kind().any(|punch| punch.state == PunchState::Accepted);
            let why = match (self.late_change(key, day, kind), is_there) {
                (true, _) => Some(Why::Found(Code::LateChange)),
                (false, true) => None,
                (false, false) => held(of_kind()).or_else(|| self.missing(key, day, kind, is_read)),
            };
            Some((kind, why?))
        });
        told.collect()
    }

    fn late_change(&self, key: &EmployeeKey, day: WorkDay, kind: PunchKind) -> bool {
        let late = self
            .findings_of(key, day)
            .filter(|one| one.code == Code::LateChange);
        late.flat_map(|finding| finding.evidence.changes())
            .any(|(of, ..)| of == kind)
    }

    fn findings_of<'s>(
        &'s self,
        key: &'s EmployeeKey,
        day: WorkDay,
    ) -> impl Iterator<Item = &'s Finding> {
        let told = self.findings.get(&(key, day));
        told.into_iter().flatten().copied()
    }

    /// Why the rules give none of that kind. Breaks are missing for no reason of their own.
    fn missing(
        &self,
        key: &EmployeeKey,
        day: WorkDay,
        kind: PunchKind,
        is_read: bool,
    ) -> Option<Why> {
        if kind.is_break() {
            return None;
        }
        let Some(settlement) = self.settlement(key, day) else {
            let fates = self.fates.get(&(key, day));
            let became = |fate: &&Fate| fates.is_some_and(|fates| fates.contains(*fate));
            let fate = DROPPED.iter().find(became);
            return Some(match fate {
                Some(fate) => Why::Logs(*fate),
                None if is_read => Why::NoLogs,
                None => Why::NotRead,
            });
        };
        let is_found = |code: &&Code| self.findings_of(key, day).any(|one| one.code == **code);
        match (telling(kind).iter().find(is_found), settlement) {
            (Some(code), _) => Some(Why::Found(*code)),
            (None, Settlement::Settled) => None,
            (None, _) if is_read => Some(Why::NotSettled),
            (None, _) => Some(Why::NotRead),
        }
    }
}

/// The findings that say why a punch of that kind is missing, the most telling first.
fn telling(kind: PunchKind) -> &'static [Code] {
    match kind {
        PunchKind::ClockIn => &[Code::NoLogon, Code::NightLogon, Code::OutOfDay],
        _ => &[
            Code::WaitingLogoff,
            Code::NoLogoff,
            Code::NoLogon,
            Code::OutOfDay,
            Code::NightLogon,
        ],
    }
}

/// Why punches of a kind did not go although the rules give them.
fn held<'p>(mut punches: impl Iterator<Item = &'p Punch>) -> Option<Why> {
    let held = punches.find(|punch| punch.state == PunchState::Held)?;
    match held.reason.as_deref() {
        Some(NOT_LATER) => Some(Why::Found(Code::NoLogoff)),
        reason => Some(Why::Found(Code::of_name(reason?)?)),
    }
}

/// The fates of all logs whose user name is somebody's on their calendar day, by person and day.
fn fates<'a>(known: &'a Material, picture: &Picture) -> Fates<'a> {
    let Some(first) = known.logs.first() else {
        return Fates::new();
    };
    let none = BTreeSet::new();
    let verdicts = picture.verdicts(&known.logs, first.raw.occurred_at, &BTreeSet::new(), &none);
    let mut fates = Fates::new();
    for (log, verdict) in known.logs.iter().zip(verdicts) {
        let day = WorkDay::new(log.raw.occurred_at.date_naive());
        if let Some(owner) = known.links.owner_on(log.kind, &log.user_name, day) {
            let of_day = fates.entry((owner, day)).or_default();
            of_day.insert(verdict.fate);
        }
    }
    fates
}
