//! How far the logs of each product are known, and which of the products a person's work day waits for.

use std::collections::{BTreeMap, BTreeSet};

use super::pc_log::{LinkKind, PcLog};
use super::spans::Spans;
use super::time::Jst;
use super::timesheet::Day;

/// What has been read whole of every product, and whose link is on.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    spans: BTreeMap<LinkKind, Spans>,
    on: BTreeSet<LinkKind>,
    /// Nothing is known of later readings.
    as_of: Option<Jst>,
}

impl Sources {
    /// What was read of each, and the products whose link is on.
    pub fn new(spans: BTreeMap<LinkKind, Spans>, on: impl IntoIterator<Item = LinkKind>) -> Self {
        Self {
            spans,
            on: on.into_iter().collect(),
            as_of: None,
        }
    }

    /// From now on the same as they stood at `moment`: what was read later was not known then.
    pub fn look_from(&mut self, moment: Jst) {
        self.as_of = Some(moment);
    }

    /// Whether the products whose link is on, of those that `counts` says, were read whole from one moment
    /// until another.
    pub fn are_read(&self, from: Jst, until: Jst, counts: impl Fn(LinkKind) -> bool) -> bool {
        let mut waits_for = self.on.iter().filter(|kind| counts(**kind));
        waits_for.all(|kind| {
            self.read_until(*kind, from)
                .is_some_and(|read| until <= read)
        })
    }

    fn read_until(&self, kind: LinkKind, moment: Jst) -> Option<Jst> {
        let until = self.spans.get(&kind)?.read_until(moment)?;
        Some(self.as_of.map_or(until, |as_of| until.min(as_of)))
    }

    /// Whether the product's link is on.
    pub fn is_on(&self, kind: LinkKind) -> bool {
        self.on.contains(&kind)
    }

    /// What is known of a person's work day. It waits for the products whose link is on and in which
    /// the person `has_account`. Where there is none, the link of the product that logged the day was
    /// turned off: nothing else can tell that the day is known, so it is waited for all the same.
    pub fn of_day(
        &self,
        day: &Day,
        logs: &[PcLog],
        has_account: impl Fn(LinkKind) -> bool,
    ) -> Known {
        let mut first_logs: BTreeMap<LinkKind, Jst> = BTreeMap::new();
        for log in day.logs.iter().filter_map(|&index| logs.get(index)) {
            let at = log.raw.occurred_at;
            let first = first_logs.entry(log.kind).or_insert(at);
            *first = at.min(*first);
        }
        let mut waits_for: BTreeSet<LinkKind> = self
            .on
            .iter()
            .copied()
            .filter(|kind| has_account(*kind))
            .collect();
        if waits_for.is_empty() {
            waits_for = first_logs.keys().copied().collect();
        }
        let first_of_all = first_logs.values().min().copied();
        let first_of = |kind| first_logs.get(&kind).copied().or(first_of_all);
        let read = LinkKind::ALL.map(|kind| {
            let read = first_of(kind).and_then(|first| self.read_until(kind, first));
            (kind, read)
        });
        let grows = waits_for.iter().any(|kind| {
            let spans = self.spans.get(kind);
            first_of(*kind).is_some_and(|first| spans.is_none_or(|spans| spans.may_tell_of(first)))
        });
        Known {
            read: BTreeMap::from(read),
            logged: first_logs.into_keys().collect(),
            waits_for,
            grows,
        }
    }
}

/// Until when everything about one person's work day is known, product by product.
#[derive(Clone, Debug)]
pub struct Known {
    read: BTreeMap<LinkKind, Option<Jst>>,
    logged: BTreeSet<LinkKind>,
    waits_for: BTreeSet<LinkKind>,
    grows: bool,
}

impl Known {
    /// When the day may be seen otherwise though no log comes: at `until`, a reading that it waits for. Once that
    /// is past, with any reading that goes on from what is known of the day; `None` where none does.
    pub fn changes_at(&self, until: Jst, now: Jst) -> Option<Jst> {
        (now < until || self.grows).then(|| until.max(now))
    }

    /// Until when everything is known of all products that the day waits for; `None` where one of them
    /// has not been read over the day at all.
    pub fn until(&self) -> Option<Jst> {
        self.of_all(&self.waits_for)
    }

    /// Until when everything is known of all products that logged anything of the day.
    pub fn of_all_that_logged(&self) -> Option<Jst> {
        self.of_all(&self.logged)
    }

    /// Until when everything is known of one product.
    pub fn of(&self, kind: LinkKind) -> Option<Jst> {
        self.read.get(&kind).copied().flatten()
    }

    fn of_all(&self, kinds: &BTreeSet<LinkKind>) -> Option<Jst> {
        let read = kinds.iter().map(|kind| self.of(*kind));
        read.min().flatten()
    }

    /// Whether the day waits for that product.
    pub fn waits_for(&self, kind: LinkKind) -> bool {
        self.waits_for.contains(&kind)
    }
}

#[cfg(test)]
mod tests;
