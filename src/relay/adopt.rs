//! A file that was moved or restored may lack punches that KING OF TIME has from us: what is there is read
//! and taken down before anything is sent.

use crate::domain::punch::{Punch, PunchKind};
use crate::domain::time::{Jst, WorkDay};
use crate::domain::unread::LONGEST_OPEN;
use crate::kot;

use super::reading::DayReading;
use super::{Delivered, Delivery, Error, today};

impl Delivery<'_> {
    /// From when a reading shows everything that a moved or restored file may have missed: `None` for now.
    /// What had no answer before it came here may be applied as late as any other.
    pub(super) fn shows_all_at(&self) -> Result<Option<Jst>, Error> {
        let found = self.state.hold().found_elsewhere_at()?;
        let shows_all = found.map(|found| found + self.choices.unknown_for);
        Ok(shows_all.filter(|at| *at > self.clock.now()))
    }

    /// Reads every work day since the last round that the file knows of, for everybody, and takes down what
    /// is there. Says whether anything may be sent now.
    pub(super) fn adopt(&self, due: &[Punch], delivered: &mut Delivered) -> Result<bool, Error> {
        let from = {
            let state = self.state.hold();
            if state.elsewhere()?.is_none() {
                return Ok(true);
            }
            self.first_missed(state.left_at()?.map(today), due)
        };
        let to = today(self.clock.now());
        let reading = match self.kot.time_records(from, to, None) {
            Ok(reading) => reading,
            Err(error) => {
                self.hinder(delivered, error.into())?;
                return Ok(false);
            }
        };
        let is_proven = self.proves_recent_days(&reading, from, to)?;
        let mut shown = Vec::new();
        for (day, people) in reading.days {
            for (employee, records) in people {
                let kinds = records.iter().filter_map(|record| record.kind());
                shown.extend(kinds.map(|kind: PunchKind| (employee.clone(), day, kind)));
            }
        }
        let mut state = self.state.hold();
        state.adopt(&shown)?;
        // Only a round ends it: what a person sends meanwhile is read like anything else.
        if self.only.is_none() && is_proven {
            state.note_adopted(self.run)?;
        }
        Ok(true)
    }

    /// Whether it means anything what a reading does not show of the days to which something may go unread: what
    /// it left out is not adopted, and would be sent again in the closed hours. Older days are always read first.
    fn proves_recent_days(
        &self,
        reading: &kot::Reading,
        from: WorkDay,
        to: WorkDay,
    ) -> Result<bool, Error> {
        let recent = (0..=LONGEST_OPEN.unsigned_abs()).map(|days| to.back(days));
        for day in recent.take_while(|day| from <= *day) {
            let accepted = self.state.hold().accepted_on(day)?;
            if !DayReading::of_all(day, reading.clone(), accepted).proves_something() {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// The first work day that the file may not know all of: the one that ran when its last round ended,
    /// whatever the border; without any round, as far back as anything is punched.
    fn first_missed(&self, left: Option<WorkDay>, due: &[Punch]) -> WorkDay {
        let now = self.clock.now();
        let oldest = || {
            let oldest = self.choices.oldest_day(now);
            self.choices
                .rules
                .since
                .map_or(oldest, |since| since.max(oldest))
        };
        let from = left.map_or_else(oldest, |left| left.back(1));
        let due = due.iter().map(|punch| punch.work_day);
        due.fold(from, WorkDay::min).min(today(now))
    }
}
