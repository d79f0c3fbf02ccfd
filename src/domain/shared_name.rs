//! One user name on several PCs at once: perhaps two people (relay-rules, "Held"; manual 5.2.1).

use std::collections::BTreeMap;

use chrono::Duration;

use super::finding::{Code, Evidence, Finding, Severity};
use super::held_name::HeldName;
use super::ownership::Links;
use super::pc_log::{Fate, LinkKind, PcLog, PcUserName};
use super::rules::People;
use super::session::Session;
use super::time::{DaySpan, Jst, WorkDay};
use super::timesheet::Timesheet;

/// A user name that may be two people's.
#[derive(Clone, Debug)]
pub struct SharedName {
    /// The name, with the overlap that was seen first.
    pub name: HeldName,
    /// Whether what is unsent of it is held; else it is only told.
    pub is_held: bool,
    /// The work days that it holds or, where it is only told, on which it is remembered.
    pub days: DaySpan,
}

/// The overlaps of one name on the days on which it was one person's by one link.
#[derive(Clone, Debug)]
pub struct Overlap {
    /// The name, with the first of them.
    pub name: HeldName,
    /// Whether a local account is among them.
    pub is_local: bool,
    /// The calendar day of the last of them.
    pub last: WorkDay,
}

struct Stay<'a> {
    from: Jst,
    until: Jst,
    log: &'a PcLog,
    /// `None` where it is nobody's.
    work_day: Option<WorkDay>,
}

type Pair<'a> = (&'a Stay<'a>, &'a Stay<'a>);

/// Finds names in overlapping sessions on several PCs. Overlaps of domain accounts are one person at two
/// PCs; without a domain in the logs nothing can be told, which is a note and holds nothing.
pub fn overlaps(sheet: &Timesheet, logs: &[PcLog], links: &Links) -> Vec<Overlap> {
    let mut stays: BTreeMap<(LinkKind, &PcUserName), Vec<Stay<'_>>> = BTreeMap::new();
    for ((kind, name, _), sessions) in &sheet.sessions {
        // Of somebody who is set aside nothing is told.
        let told = sessions
            .iter()
            .filter(|session| sheet.fates.get(&session.logon) != Some(&Fate::Excluded));
        let of_name = told.filter_map(|session| stay(session, sheet, logs));
        stays.entry((*kind, name)).or_default().extend(of_name);
    }
    let of_name = |((kind, name), stays)| by_link(kind, name, stays, links);
    stays.into_iter().flat_map(of_name).collect()
}

/// From a session's begin to its end; one that never ended counts until the end of its calendar day.
fn stay<'a>(session: &Session, sheet: &Timesheet, logs: &'a [PcLog]) -> Option<Stay<'a>> {
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
    let place = sheet.places.get(&session.logon);
    Some(Stay {
        from,
        until,
        log,
        work_day: place.map(|(_, day)| *day),
    })
}

/// The overlaps of a name, link by link: one that reaches from one link's days into the next one's says
/// something of both.
fn by_link(
    kind: LinkKind,
    name: &PcUserName,
    mut stays: Vec<Stay<'_>>,
    links: &Links,
) -> Vec<Overlap> {
    stays.sort_by_key(|stay| stay.from);
    let mut pairs: BTreeMap<Option<WorkDay>, Vec<(WorkDay, Pair<'_>)>> = BTreeMap::new();
    for (position, stay) in stays.iter().enumerate() {
        let later = stays
            .iter()
            .skip(position + 1)
            .take_while(|other| other.from < stay.until);
        for other in later.filter(|other| other.log.raw.terminal != stay.log.raw.terminal) {
            for day in [stay.work_day, other.work_day].into_iter().flatten() {
                if let Some(span) = links.days_around(kind, name, day) {
                    let of_link = pairs.entry(span.from).or_default();
                    of_link.push((day, (stay, other)));
                }
            }
        }
    }
    let judged = |pairs| judge(kind, name, pairs);
    pairs.into_values().filter_map(judged).collect()
}

fn judge(
    kind: LinkKind,
    name: &PcUserName,
    mut pairs: Vec<(WorkDay, Pair<'_>)>,
) -> Option<Overlap> {
    let is_local = |pair: Pair<'_>| is_local(pair.0.log) || is_local(pair.1.log);
    let says_nothing =
        |pair: Pair<'_>| pair.0.log.raw.domain.is_empty() && pair.1.log.raw.domain.is_empty();
    let has_local = pairs.iter().any(|(_, pair)| is_local(*pair));
    pairs.retain(|(_, pair)| match has_local {
        true => is_local(*pair),
        false => says_nothing(*pair),
    });
    let (_, (first, other)) = pairs.first()?;
    let (_, (_, last)) = pairs.last()?;
    let evidence = [first, other]
        .into_iter()
        .fold(Evidence::default(), |evidence, stay| {
            evidence
                .log(stay.log.id)
                .time(stay.log.raw.occurred_at)
                .terminal(&stay.log.raw.terminal)
        });
    Some(Overlap {
        name: HeldName {
            kind,
            name: name.clone(),
            from: pairs.iter().map(|(day, _)| *day).min()?,
            evidence: evidence.in_logs_of(kind),
        },
        is_local: has_local,
        last: WorkDay::new(last.from.date_naive()),
    })
}

/// A local account's domain is the PC's own name, with or without its DNS suffix.
fn is_local(log: &PcLog) -> bool {
    let pc = log.raw.terminal.split('.').next().unwrap_or_default();
    !log.raw.domain.is_empty() && log.raw.domain.eq_ignore_ascii_case(pc)
}

impl SharedName {
    /// A name that is held, on the days of its link; `None` where it is nobody's now. After somebody's last
    /// day nothing is left to hold.
    pub fn held(name: HeldName, links: &Links, people: &People) -> Option<Self> {
        let days = links.days_around(name.kind, &name.name, name.from)?;
        let owner = links.owner_on(name.kind, &name.name, name.from);
        let last_day = owner.and_then(|owner| people.get(owner)?.resigned);
        let until = [days.until, last_day].into_iter().flatten().min();
        Some(Self {
            name,
            is_held: true,
            days: DaySpan { until, ..days },
        })
    }

    /// A name of which nothing can be told, remembered for so long after its last overlap.
    pub fn noted(overlap: Overlap, memory: Duration) -> Self {
        let until = WorkDay::new(overlap.last.date() + memory);
        Self {
            days: DaySpan {
                from: Some(overlap.name.from),
                until: Some(until),
            },
            name: overlap.name,
            is_held: false,
        }
    }

    /// Whether what is unsent of the log's user name on `day` is held.
    pub fn holds(&self, log: &PcLog, day: WorkDay) -> bool {
        let is_of_it = self.name.kind == log.kind && self.name.name == log.user_name;
        self.is_held && is_of_it && self.days.contains(day)
    }

    /// Whether it is something to tell of a range of work days: from its first overlap on.
    pub fn concerns(&self, first: WorkDay, last: WorkDay) -> bool {
        self.name.from <= last && self.days.until.is_none_or(|until| first <= until)
    }

    /// What to show.
    pub fn finding(&self) -> Finding {
        let evidence = self.name.evidence.clone();
        let mut finding = Finding::of_user(Code::SharedUserName, &self.name.name, evidence);
        if !self.is_held {
            finding.severity = Severity::Note;
        }
        finding
    }
}

#[cfg(test)]
mod tests;
