//! The rounds of a replay: one whenever something could have changed.

use std::ops::RangeInclusive;

use chrono::{Duration, NaiveTime};

use crate::domain::decide::Settlement;
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
    /// What the last round saw and told.
    seen: Option<(Picture, Vec<Finding>)>,
    /// Whether a day that is looked at may still change by itself.
    is_waiting: bool,
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
            seen: None,
            is_waiting: false,
        }
    }

    /// Runs all rounds and tells the days.
    pub(super) fn run_into(mut self, replayed: &mut Replayed) {
        let mut wakes = None;
        loop {
            let collected = self.coming.last().map(|log| log.raw.collected_at);
            let next = [collected, wakes].into_iter().flatten().min();
            let Some(now) = next.filter(|next| *next <= self.terms.now) else {
                break;
            };
            let now = round_at(now).min(self.terms.now);
            let is_news = self.collect(now);
            let is_due = wakes.is_some_and(|wakes| wakes <= now);
            if is_news || is_due {
                wakes = self.round(now);
            }
        }
        self.known.sources.look_from(self.terms.now);
        self.tell(replayed);
    }

    /// Takes what was collected by then, and says whether it can change anything: logs of days before and
    /// after those that are looked at can, as long as one of these is open.
    fn collect(&mut self, now: Jst) -> bool {
        let span = self.looked_at();
        let from = span.start().back(1).begins_at(NaiveTime::MIN);
        let until = span.end().ahead(2).begins_at(NaiveTime::MIN);
        let mut is_news = false;
        while let Some(log) = self.coming.pop_if(|log| log.raw.collected_at <= now) {
            is_news |= self.is_waiting || (from..until).contains(&log.raw.occurred_at);
            let place = (log.raw.occurred_at, log.id);
            let before = |known: &PcLog| (known.raw.occurred_at, known.id) < place;
            let place = self.known.logs.partition_point(before);
            self.known.logs.insert(place, log);
        }
        is_news
    }

    /// The work days that are decided: some more than those asked for, since a night may lead into them.
    fn looked_at(&self) -> RangeInclusive<WorkDay> {
        self.days.start().back(MARGIN_DAYS)..=self.days.end().next()
    }

    /// One round. Says when something changes by itself next.
    fn round(&mut self, now: Jst) -> Option<Jst> {
        let span = self.looked_at();
        self.known.sources.look_from(now);
        let mut picture = picture(&self.known, self.terms.rules, *span.start(), now);
        picture.decisions.retain(|(_, day), _| span.contains(day));
        self.known.held_names.clone_from(&picture.held_names);
        let late = self.plan(&picture, *span.start());
        let opens = (self.terms.opens_at)(now);
        let is_left = self
            .ledger
            .deliver(now, opens.is_none(), self.terms.sends_unread);

        let unsettled =
            picture
                .decisions
                .values()
                .filter_map(|decision| match decision.settlement {
                    Settlement::Settled => None,
                    Settlement::Running { until } | Settlement::WaitingLogoff { until } => {
                        Some(until)
                    }
                });
        let unsettled: Vec<Jst> = unsettled.collect();
        self.is_waiting = !unsettled.is_empty();
        self.seen = Some((picture, late));
        let wakes = unsettled.into_iter().chain(opens.filter(|_| is_left));
        wakes.filter(|wakes| *wakes > now).min()
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
    fn tell(&self, replayed: &mut Replayed) {
        let reasons = Reasons::new(&self.known, self.seen.as_ref());
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

/// The round that meets what came at `moment`.
fn round_at(moment: Jst) -> Jst {
    let seconds = moment.timestamp();
    let whole = seconds + i64::from(moment.timestamp_subsec_nanos() > 0);
    let wait = (-whole).rem_euclid(INTERVAL);
    from_epoch(whole + wait).unwrap_or(moment + Duration::seconds(wait))
}
