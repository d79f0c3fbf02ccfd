//! Taking logs from MaLion's API, by when it collected them or by when they occurred.

use chrono::{Duration, NaiveTime};

use crate::domain::headway::{Headway, Step};
use crate::domain::pc_log::LinkKind;
use crate::domain::rules::is_clock_off;
use crate::domain::time::Jst;
use crate::malion::{By, Category, Malion};
use crate::state::{Progress, Reading, SharedState};

use super::by_occurrence::{Before, Plan, Reread};
use super::pages::store_while_reading;
use super::{Collected, Error};

/// A round reads again what was collected so shortly before the last one ended.
const OVERLAP: Duration = Duration::minutes(10);
/// The longest span that is asked for at once, and after which the cursor moves.
const WINDOW: Duration = Duration::hours(24);
const KIND: LinkKind = LinkKind::MaLion;

/// What one round does with MaLion.
pub(super) struct Api<'a> {
    pub(super) state: &'a SharedState,
    pub(super) client: &'a Malion<'a>,
    /// `malion.lookback_days`.
    pub(super) lookback: Duration,
    pub(super) reread: Reread,
    pub(super) now: Jst,
    pub(super) headway: &'a Headway,
}

impl Api<'_> {
    /// Takes what is new. What was read before an error stays, and the cursor at the end of the last
    /// span that was read whole.
    pub(super) fn take(&self, collected: &mut Collected) -> Result<(), Error> {
        collected.bears_link_code = self.client.bears_link_code();
        let from = self.now - self.lookback;
        let mut state = self.state.hold();
        state.forget_what_is_ahead(KIND, from, self.now)?;
        drop(state);
        match self.client.by() {
            By::Collected => self.by_collection(collected),
            By::Occurred => self.by_occurrence(collected),
        }
    }

    fn by_collection(&self, collected: &mut Collected) -> Result<(), Error> {
        let cursor = self.state.hold().cursor(KIND)?;
        let first = self.now - self.lookback;
        let from = cursor.map_or(first, |cursor| (cursor - OVERLAP).min(self.now));
        for (from, until) in self.windows(from, self.now) {
            self.read(from, until, Progress::Collected(from, until), collected)?;
        }
        Ok(())
    }

    /// What is new first: should the older days be hard to read, today's logs are there all the same.
    fn by_occurrence(&self, collected: &mut Collected) -> Result<(), Error> {
        let plan = Plan::new(self.before()?, self.reread, self.now);
        let known = |from: Jst| Progress::Occurred {
            from,
            began: self.now,
            reread: plan.whole.is_some_and(|whole| from <= whole),
        };
        for (from, until) in self.windows(plan.fresh, self.now) {
            let progress = if until == self.now {
                known(plan.fresh)
            } else {
                Progress::Onwards(until)
            };
            self.read(from, until, progress, collected)?;
        }
        let left_open = self.left_open(collected)?;
        let Some(older) = plan.older(left_open) else {
            return Ok(());
        };
        for (from, until) in self.windows(older, plan.fresh) {
            let progress = if until == plan.fresh {
                known(older)
            } else {
                Progress::Partial
            };
            self.read(from, until, progress, collected)?;
        }
        Ok(())
    }

    fn before(&self) -> Result<Before, Error> {
        let state = self.state.hold();
        Ok(Before {
            cursor: state.cursor(KIND)?,
            reread: state.last_reread(KIND)?,
        })
    }

    /// When the oldest work day began whose session is still open on a PC that now shows a new ログオン.
    fn left_open(&self, collected: &Collected) -> Result<Option<Jst>, Error> {
        let since = self.now - self.lookback;
        let mut state = self.state.hold();
        state.give_fates()?;
        let day = state.day_left_open(&collected.new, since)?;
        Ok(day.map(|day| day.begins_at(NaiveTime::MIN)))
    }

    /// Reads a span. The last page is stored together with the progress, in one transaction.
    fn read(
        &self,
        from: Jst,
        until: Jst,
        progress: Progress,
        collected: &mut Collected,
    ) -> Result<(), Error> {
        let reading = Reading {
            kind: KIND,
            source: self.client.profile_name(),
            taken_at: self.now,
        };
        let state = self.state;
        let last_page = store_while_reading(
            |take| self.client.read(from, until, Category::Logon, take),
            |page| {
                let taken = state.hold().take_logs(reading, page, Progress::Partial)?;
                collected.add(page.len(), taken);
                Ok(())
            },
        )?;
        collected.clock_is_off = is_clock_off(self.client.clock_skew());
        let progress = if collected.clock_is_off {
            Progress::Partial
        } else {
            progress
        };
        let mut state = self.state.hold();
        let taken = state.take_logs(reading, &last_page, progress)?;
        collected.add(last_page.len(), taken);
        self.headway.advance();
        Ok(())
    }

    /// Spans to read, which are counted.
    fn windows(&self, from: Jst, until: Jst) -> impl Iterator<Item = (Jst, Jst)> {
        self.headway
            .begin(Step::Collect, windows(from, until).count());
        windows(from, until)
    }
}

/// Cuts a span into parts, oldest first.
fn windows(mut from: Jst, until: Jst) -> impl Iterator<Item = (Jst, Jst)> {
    std::iter::from_fn(move || {
        let window = (from, (from + WINDOW).min(until));
        from = window.1;
        (window.0 < window.1).then_some(window)
    })
}
