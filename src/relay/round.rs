//! One round of the relay, from the first log to the last reading.

use std::collections::BTreeMap;

use crate::clock::Clock;
use crate::domain::headway::Headway;
use crate::domain::pc_log::{Fate, LinkKind};
use crate::domain::punch::PunchState;
use crate::domain::time::{Jst, WorkDay};
use crate::kot::Kot;
use crate::state::{SharedState, State};

use super::collect::{Source, collect};
use super::daily_sync::{Synced, sync_if_due};
use super::decide::{Decided, decide_where_needed};
use super::look::frozen_findings;
use super::patience::told_closed_until;
use super::prune::prune_if_due;
use super::report::access_findings;
use super::told::Told;
use super::{Choices, Collected, Delivered, Delivery, Error, Report, punch_findings, today};

/// What a round needs.
pub struct Round<'a> {
    /// The state file, whose round lock is held.
    pub state: &'a SharedState,
    /// Where logs come from.
    pub source: Source<'a>,
    /// KING OF TIME; `None` where nothing is known that would let us ask it.
    pub kot: Option<&'a Kot<'a>>,
    /// `link.employees`: the kinds of which everybody has an account; `None` leaves syncs to people.
    pub syncs: Option<Vec<LinkKind>>,
    /// The clock.
    pub clock: &'a Clock,
    /// The settings.
    pub choices: &'a Choices,
    /// Everything up to the last step.
    pub dry_run: bool,
    /// Where it is noted how far the round has come.
    pub headway: &'a Headway,
}

impl Round<'_> {
    /// Syncs once a day, collects, decides, delivers and settles. What the source or KING OF TIME does
    /// wrong ends its own step only: a round without logs still delivers what was decided before. But who
    /// is not let in asks once a round. At the end, once a day, what has been kept long enough goes.
    ///
    /// # Errors
    /// What the state file refuses.
    pub fn run(&self) -> Result<Report, Error> {
        let started = self.clock.now();
        self.state.hold().freeze_where_a_cursor_is_ahead(started)?;
        let run = self.state.hold().begin_run(started)?;
        let already_there = self.already_there(started)?;
        let mut report = Report {
            run,
            ..Report::default()
        };

        let mut synced = self.sync(started)?;
        let is_shut_out = synced.is_shut_out();
        report.errors.extend(synced.error.take());

        let mut collected = collect(self.state, &self.source, started, self.headway)?;
        report.malion_opens_at = collected.error.as_ref().and_then(Error::waits_until);
        let error = collected.error.take();
        report
            .errors
            .extend(error.filter(|error| error.waits_until().is_none()));

        let mut state = self.state.hold();
        let new = &collected.new;
        let decided = decide_where_needed(&mut state, self.choices, new, started, self.headway)?;
        drop(state);
        report.decided = decided.new;
        report.withdrawn = decided.withdrawn;

        let stopped = is_shut_out || report.errors.iter().any(Error::is_stopped);
        let mut delivered = match self.kot.filter(|_| !stopped) {
            Some(kot) => self.deliver(kot, run, &decided)?,
            None => Delivered::default(),
        };
        delivered.findings.extend(synced.finding());
        report.sync = synced.plan;
        let mut report = self.conclude(report, collected, decided, delivered)?;
        if !self.dry_run {
            prune_if_due(&mut self.state.hold(), self.choices, started)?;
        }
        report.already_there = self.already_there(started)?.saturating_sub(already_there);
        Ok(report)
    }

    fn sync(&self, now: Jst) -> Result<Synced, Error> {
        match (self.kot, &self.syncs) {
            (Some(kot), Some(kinds)) => sync_if_due(self.state, kot, kinds, now, self.headway),
            _ => Ok(Synced::default()),
        }
    }

    /// How many punches are another recorder's, of those days on which a round may find one.
    fn already_there(&self, now: Jst) -> Result<usize, Error> {
        let oldest = self.choices.oldest_day(now);
        let state = self.state.hold();
        Ok(state.count_in_since(PunchState::AlreadyThere, oldest)?)
    }

    fn deliver(&self, kot: &Kot<'_>, run: i64, decided: &Decided) -> Result<Delivered, Error> {
        Delivery {
            state: self.state,
            kot,
            clock: self.clock,
            choices: self.choices,
            run,
            dry_run: self.dry_run,
            headway: self.headway,
            only: None,
            superseded: &decided.superseded,
        }
        .run()
    }

    /// Stores what was found out, and tells the round.
    fn conclude(
        &self,
        mut report: Report,
        collected: Collected,
        mut decided: Decided,
        mut delivered: Delivered,
    ) -> Result<Report, Error> {
        let mut state = self.state.hold();
        let now = self.clock.now();
        report.errors.extend(delivered.error.take());
        let told = Told::of(
            &state,
            &self.source,
            &collected,
            &mut decided,
            &mut delivered,
            self.choices.tolerance,
            now,
        )?;
        let mut findings = std::mem::take(&mut decided.findings);
        findings.extend(delivered.findings);
        findings.extend(told.silence());
        findings.extend(punch_findings(&state, self.choices.oldest_day(now))?);
        findings.extend(frozen_findings(&state)?);
        let told = told.after_sync(report.sync.is_some());
        let closed_until = told_closed_until(&state, now)?;
        findings.extend(access_findings(&report.errors, closed_until));
        let sorted = told.sort(&state, findings)?;
        state.answer_findings(&sorted.answered, now)?;
        state.update_findings(&sorted.standing, |known| told.covers(known), now)?;
        decided.note(&mut state)?;

        report.by_fate = fates(&collected, decided.fates);
        report.read = collected.read;
        report.new = collected.new.len();
        report.bears_link_code = collected.bears_link_code;
        report.clock_is_off = collected.clock_is_off || delivered.clock_is_off;
        report.sent.reserve_exact(delivered.sent.len());
        for id in delivered.sent {
            report.sent.extend(state.punch(id)?);
        }
        report.held = state.count_in_since(PunchState::Held, WorkDay::EARLIEST)?;
        report.waiting = state.count_in_since(PunchState::Decided, WorkDay::EARLIEST)?;
        report.next_read_at = delivered.next_read_at;
        report.breaker_opened = delivered.breaker_opened;
        report.sent_unread = delivered.sent_unread;
        report.frozen = state.frozen_file()?;
        Ok(report)
    }
}

/// What became of the logs that were read, of which `fates` has those that were looked at: what nobody looks at any
/// more waits for a link.
fn fates(collected: &Collected, mut fates: BTreeMap<Fate, usize>) -> BTreeMap<Fate, usize> {
    let looked_at: usize = fates.values().sum();
    let rest = collected.new.len().saturating_sub(looked_at);
    for (fate, count) in [
        (Fate::Unlinked, rest),
        (Fate::Duplicate, collected.duplicates),
    ] {
        if count > 0 {
            *fates.entry(fate).or_default() += count;
        }
    }
    fates
}

/// The first work day that is punched: the one of the setting or, where none is set, the work day
/// after the first round that may send.
///
/// # Errors
/// What the state file refuses.
pub fn first_since(state: &mut State, now: Jst) -> Result<WorkDay, Error> {
    let since = today(now).next();
    state.change_settings(&[("punch.since", Some(&since.to_string()))], now)?;
    Ok(since)
}
