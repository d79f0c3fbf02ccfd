//! The rounds of a replay: one whenever something could have changed.

use std::ops::RangeInclusive;

use chrono::{Duration, NaiveTime};

use crate::domain::decide::{Decision, Settlement};
use crate::domain::employee::EmployeeKey;
use crate::domain::finding::Finding;
use crate::domain::pc_log::{LogId, PcLog};
use crate::domain::picture::{Material, Picture, picture};
use crate::domain::plan::{Inputs, plan};
use crate::domain::time::{Jst, WorkDay, from_epoch};

use super::ledger::{Ledger, records};
use super::why::Reasons;
use super::{MARGIN_DAYS, Replayed, ReplayedDay, Terms};

/// From one round to the next, seconds: `relay run`'s own interval.
const INTERVAL: i64 = 300;

/// A piece of the past on its way through the rounds.
pub(super) struct Rounds<'a> {
    terms: &'a Terms<'a>,
    /// The work days that are asked for.
    days: RangeInclusive<WorkDay>,
    /// What is known, its logs those that were collected.
    known: Material,
    /// Logs that are still to be collected, the next one last.
    coming: Vec<PcLog>,
    ledger: Ledger,
    /// The first work day that may still change by itself.
    waiting: Option<WorkDay>,
}

/// What a round saw and told.
pub(super) struct Seen {
    pub(super) picture: Picture,
    pub(super) late: Vec<Finding>,
    /// When something changes by itself next.
    wakes: Option<Jst>,
}

impl<'a> Rounds<'a> {
    /// Before the first round.
    pub(super) fn new(
        piece: Material,
        terms: &'a Terms<'a>,
        days: RangeInclusive<WorkDay>,
    ) -> Self {
        let mut known = piece;
        let mut coming = std::mem::take(&mut known.logs);
        coming.sort_by_key(|log| std::cmp::Reverse((log.raw.collected_at, log.id)));
        Self {
            terms,
            days,
            known,
            coming,
            ledger: Ledger::default(),
            waiting: None,
        }
    }

    /// Runs all rounds, the last of them now and over all days, and tells the days.
    pub(super) fn run_into(mut self, replayed: &mut Replayed) {
        let mut wakes: Option<Jst> = None;
        loop {
            let collected = self.coming.last().map(|log| log.raw.collected_at);
            let next = [collected, wakes].into_iter().flatten().min();
            let Some(now) = next.filter(|next| *next <= self.terms.now) else {
                break;
            };
            let now = round_at(now).min(self.terms.now);
            let changed = self.collect(now);
            let is_due = wakes.is_some_and(|wakes| wakes <= now);
            if changed.is_some() || is_due {
                let first = changed.into_iter().chain(self.waiting).min();
                wakes = self.round(now, first).wakes;
            }
        }
        let seen = self.round(self.terms.now, None);
        self.tell(&seen, replayed);
    }

    /// Takes what was collected by then. Gives the first work day that it can change: logs of days before and
    /// after those that are looked at change none, as long as no day waits.
    fn collect(&mut self, now: Jst) -> Option<WorkDay> {
        let span = self.looked_at();
        let from = span.start().back(1).begins_at(NaiveTime::MIN);
        let until = span.end().ahead(2).begins_at(NaiveTime::MIN);
        let mut changed: Option<WorkDay> = None;
        while let Some(log) = self.coming.pop_if(|log| log.raw.collected_at <= now) {
            let at = log.raw.occurred_at;
            if self.waiting.is_some() || (from..until).contains(&at) {
                // A day border and a night together count it to two days before at the earliest.
                let day = WorkDay::new(at.date_naive()).back(2);
                changed = changed.into_iter().chain([day]).min();
            }
            let place = (log.raw.occurred_at, log.id);
            let before = |known: &PcLog| (known.raw.occurred_at, known.id) < place;
            let place = self.known.logs.partition_point(before);
            self.known.logs.insert(place, log);
        }
        changed
    }

    /// The work days that are decided: some more than those asked for, since a night may lead into them.
    fn looked_at(&self) -> RangeInclusive<WorkDay> {
        self.days.start().back(MARGIN_DAYS)..=self.days.end().next()
    }

    /// One round, over the work days from `first` on: earlier ones are settled, and nothing that came since
    /// is theirs.
    fn round(&mut self, now: Jst, first: Option<WorkDay>) -> Seen {
        let span = self.looked_at();
        let first = first.map_or(*span.start(), |first| first.max(*span.start()));
        self.known.sources.look_from(now);
        let mut picture = picture(&self.known, self.terms.rules, first, now);
        picture.decisions.retain(|(_, day), _| span.contains(day));
        self.known.held_names.clone_from(&picture.held_names);
        let late = self.plan(&picture, first);
        let opens = (self.terms.opens_at)(now);
        let is_left = self
            .ledger
            .deliver(now, opens.is_none(), self.terms.sends_unread);

        let unsettled: Vec<(WorkDay, Jst)> = picture
            .decisions
            .iter()
            .filter_map(|((_, day), decision)| Some((*day, open_until(decision)?)))
            .collect();
        let days = unsettled.iter().map(|(day, _)| *day);
        self.waiting = days.chain(self.ledger.oldest_waiting()).min();
        let wakes = unsettled.iter().map(|(_, until)| *until);
        let wakes = wakes.chain(opens.filter(|_| is_left));
        Seen {
            wakes: wakes.filter(|wakes| *wakes > now).min(),
            picture,
            late,
        }
    }

    /// Holds what the rules give against what went, and takes it down.
    fn plan(&mut self, picture: &Picture, first_day: WorkDay) -> Vec<Finding> {
        let people = &self.known.people;
        let logs = &self.known.logs;
        let is_shared = |id: LogId, day: WorkDay| {
            let log = || logs.iter().find(|log| log.id == id);
            !picture.shared.is_empty() && log().is_some_and(|log| picture.is_shared(log, day))
        };
        let is_excluded = |employee: &EmployeeKey, day: WorkDay| {
            let person = people.get(employee);
            person.is_some_and(|person| person.is_excluded_on(day))
        };
        let plan = plan(&Inputs {
            decisions: &picture.decisions,
            stored: self.ledger.punches(),
            first_day,
            // A log that was collected months later is held for its age by a relay, and was not in the past
            // that is to be known here.
            oldest_day: WorkDay::EARLIEST,
            taken: self.ledger.taken(),
            moved: self.terms.moved,
            is_excluded: &is_excluded,
            is_shared: &is_shared,
        });
        self.ledger.apply(plan.changes);
        plan.findings
    }

    /// Every work day asked for on which a person has an account and is not set aside.
    fn tell(&self, seen: &Seen, replayed: &mut Replayed) {
        let reasons = Reasons::new(&self.known, seen);
        for (key, person) in &self.known.people {
            let days = std::iter::successors(Some(*self.days.start()), |day| Some(day.next()));
            for day in days.take_while(|day| day <= self.days.end()) {
                if person.is_excluded_on(day) || !reasons.has_account(key, day) {
                    continue;
                }
                let punches = self.ledger.punches_of(key, day);
                let shown = records(&punches);
                let is_read = reasons.is_read(person, day, self.terms);
                let told = ReplayedDay {
                    punches: shown
                        .iter()
                        .filter_map(|record| Some((record.kind()?, record.minute())))
                        .collect(),
                    is_settled: reasons.is_settled(key, day, is_read),
                    why: reasons.of_day(key, day, &punches, is_read),
                };
                replayed.insert((key.clone(), day), told);
            }
        }
    }
}

/// Until when a day is waited for that is not settled.
fn open_until(decision: &Decision) -> Option<Jst> {
    match decision.settlement {
        Settlement::Settled => None,
        Settlement::Running { until } | Settlement::WaitingLogoff { until } => Some(until),
    }
}

/// The round that meets what came at `moment`.
fn round_at(moment: Jst) -> Jst {
    let seconds = moment.timestamp();
    let whole = seconds + i64::from(moment.timestamp_subsec_nanos() > 0);
    let wait = (-whole).rem_euclid(INTERVAL);
    from_epoch(whole + wait).unwrap_or(moment + Duration::seconds(wait))
}
