//! One user name on several PCs at once: perhaps two people (relay-rules, "Held"; manual 5.2.1).

use std::collections::BTreeMap;

use chrono::Duration;

use super::finding::{Code, Evidence, Finding, Severity};
use super::pc_log::{Fate, LinkKind, PcLog, PcUserName};
use super::session::Session;
use super::time::{Jst, WorkDay};
use super::timesheet::Timesheet;

/// A user name whose sessions overlapped on several PCs.
#[derive(Clone, Debug)]
pub struct SharedName {
    /// In whose logs.
    pub kind: LinkKind,
    /// The name.
    pub name: PcUserName,
    /// Whether a local account is among them: then what is unsent is held.
    pub held: bool,
    /// The calendar day of the first overlap: nothing from it on is sure to be one person's.
    pub from: WorkDay,
    /// The calendar day until which the overlap is remembered.
    pub until: WorkDay,
    /// What to show.
    pub finding: Finding,
}

struct Stay<'a> {
    from: Jst,
    until: Jst,
    log: &'a PcLog,
}

/// Finds names in overlapping sessions on several PCs. An overlap is remembered for `memory` after it.
/// Overlaps of domain accounts are one person at two PCs; without a domain in the logs nothing can be
/// told, which is a note and holds nothing.
pub fn shared_names(sheet: &Timesheet, logs: &[PcLog], memory: Duration) -> Vec<SharedName> {
    let mut stays: BTreeMap<(LinkKind, &PcUserName), Vec<Stay<'_>>> = BTreeMap::new();
    for ((kind, name, _), sessions) in &sheet.sessions {
        // Of somebody who is set aside nothing is told.
        let told = sessions
            .iter()
            .filter(|session| sheet.fates.get(&session.logon) != Some(&Fate::Excluded));
        let of_name = told.filter_map(|session| stay(session, logs));
        stays.entry((*kind, name)).or_default().extend(of_name);
    }
    stays
        .into_iter()
        .filter_map(|((kind, name), stays)| judge(kind, name, stays, memory))
        .collect()
}

/// From a session's begin to its end; one that never ended counts until the end of its calendar day.
fn stay<'a>(session: &Session, logs: &'a [PcLog]) -> Option<Stay<'a>> {
    let log = logs.get(session.logon)?;
    let from = log.raw.occurred_at;
    let midnight = WorkDay::new(from.date_naive())
        .next()
        .begins_at(chrono::NaiveTime::MIN);
    let end = session
        .logoff
        .or(session.replaced_by)
        .and_then(|index| logs.get(index));
    let until = match session.logoff {
        Some(_) => end.map_or(midnight, |end| end.raw.occurred_at),
        None => end.map_or(midnight, |newer| newer.raw.occurred_at.min(midnight)),
    };
    Some(Stay { from, until, log })
}

fn judge(
    kind: LinkKind,
    name: &PcUserName,
    mut stays: Vec<Stay<'_>>,
    memory: Duration,
) -> Option<SharedName> {
    stays.sort_by_key(|stay| stay.from);
    let mut overlaps = Vec::new();
    for (position, stay) in stays.iter().enumerate() {
        let later = stays
            .iter()
            .skip(position + 1)
            .take_while(|other| other.from < stay.until);
        let elsewhere = later.filter(|other| other.log.raw.terminal != stay.log.raw.terminal);
        overlaps.extend(elsewhere.map(|other| (stay, other)));
    }
    let is_local = |pair: &(&Stay<'_>, &Stay<'_>)| is_local(pair.0.log) || is_local(pair.1.log);
    let says_nothing = |pair: &(&Stay<'_>, &Stay<'_>)| {
        pair.0.log.raw.domain.is_empty() && pair.1.log.raw.domain.is_empty()
    };
    let held = overlaps.iter().any(is_local);
    overlaps.retain(|pair| {
        if held {
            is_local(pair)
        } else {
            says_nothing(pair)
        }
    });
    let ((first, other), last) = (overlaps.first()?, overlaps.last()?);
    let evidence = [first, other]
        .into_iter()
        .fold(Evidence::default(), |evidence, stay| {
            evidence
                .log(stay.log.id)
                .time(stay.log.raw.occurred_at)
                .terminal(&stay.log.raw.terminal)
        });
    let mut finding = Finding::of_user(Code::SharedUserName, name, evidence.in_logs_of(kind));
    if !held {
        finding.severity = Severity::Note;
    }
    Some(SharedName {
        kind,
        name: name.clone(),
        held,
        from: WorkDay::new(first.from.date_naive()).back(1),
        until: WorkDay::new((last.1.from + memory).date_naive()),
        finding,
    })
}

/// A local account's domain is the PC's own name, with or without its DNS suffix.
fn is_local(log: &PcLog) -> bool {
    let pc = log.raw.terminal.split('.').next().unwrap_or_default();
    !log.raw.domain.is_empty() && log.raw.domain.eq_ignore_ascii_case(pc)
}

impl SharedName {
    /// Whether what is unsent of the log's user name on `day` is held.
    pub fn holds(&self, log: &PcLog, day: WorkDay) -> bool {
        let is_of_it = self.kind == log.kind && self.name == log.user_name;
        self.held && is_of_it && self.from <= day && day <= self.until
    }
}
