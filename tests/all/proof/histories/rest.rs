//! Holds what there is in the end against the model: all that must be there, and nothing twice.

use std::collections::{BTreeMap, BTreeSet};

use super::books::Books;
use super::judge::{Answer, Judge, Noted, Posted, Stored};
use super::model::{Punched, given};
use super::script::{DAY, MINUTE, told};

/// An answer that was lost so long before the calm is a person's to settle.
const TOO_LONG_UNKNOWN: i64 = 3 * DAY;

impl Judge<'_> {
    /// After the calm all is there that must be, nothing is there twice, and what is not there is told for a reason.
    pub(super) fn rests(
        &self,
        books: &Books,
        read: i64,
        there: &[Stored],
        book: &[Noted],
    ) -> Result<(), String> {
        let given = given(self.history, books, read);
        let mut places: BTreeMap<(usize, i64, u8), Vec<Stored>> = BTreeMap::new();
        for stored in there {
            let (person, day, kind, _) = stored.punched;
            places.entry((person, day, kind)).or_default().push(*stored);
        }
        for (place, stored) in &places {
            let ours = stored.iter().filter(|stored| stored.is_ours).count();
            let by_hand = stored.len() - ours;
            if place.2 < 3 && ours > 1 {
                return Err(format!("doubled: {place:?} {stored:?}"));
            }
            let minutes: BTreeSet<i64> = stored.iter().map(|stored| stored.punched.3).collect();
            if by_hand == 0 && minutes.len() < ours {
                return Err(format!("twice: {place:?} {stored:?}"));
            }
        }
        if let Some(noted) = book
            .iter()
            .find(|noted| ["unknown", "sending"].contains(&noted.state.as_str()))
        {
            return Err(format!("not settled: {noted:?}"));
        }
        for (punched, ground) in &given {
            if let Err(why) = self.is_there(*punched, *ground, &places, book) {
                let of_day = |one: &Punched| (one.0, one.1) == (punched.0, punched.1);
                let there: Vec<&Stored> = there
                    .iter()
                    .filter(|stored| of_day(&stored.punched))
                    .collect();
                let book: Vec<&Noted> =
                    book.iter().filter(|noted| of_day(&noted.punched)).collect();
                let posted: Vec<&Posted> = self
                    .posted
                    .iter()
                    .filter(|posted| of_day(&posted.punched))
                    .collect();
                let moment = told(punched.3 * MINUTE);
                return Err(format!(
                    "lost: {punched:?} ({moment}; {why})\nthere: {there:?}\nbook: {book:?}\nposted: {posted:?}"
                ));
            }
        }
        Ok(())
    }

    /// A punch that the rules give is there, or it is told why not.
    fn is_there(
        &self,
        punched: Punched,
        ground: usize,
        places: &BTreeMap<(usize, i64, u8), Vec<Stored>>,
        book: &[Noted],
    ) -> Result<(), String> {
        let (person, day, kind, minute) = punched;
        let shown = |kind: u8| {
            let of_kind = places.get(&(person, day, kind)).into_iter().flatten();
            of_kind.map(|stored| stored.punched.3).collect::<Vec<i64>>()
        };
        let rolling = self.history.choices.rolling;
        let is_shown = match kind {
            2 if rolling => shown(2).iter().any(|at| *at >= minute),
            1 | 2 => !shown(kind).is_empty(),
            _ => shown(kind).contains(&minute),
        };
        let is_doubled = shown(1).len() > 1 || shown(2).len() > 1;
        let has_begun = shown(1).iter().any(|begun| *begun < minute);
        if is_shown
            || is_doubled
            || kind != 1 && !has_begun
            || day < self.history.calm - self.history.choices.max_age
        {
            return Ok(());
        }
        let is_another = |posted: &&Posted| {
            posted.ground == ground
                && posted.punched.2 == kind
                && (posted.punched.0, posted.punched.1) != (person, day)
        };
        if self.posted.iter().any(|posted| is_another(&posted)) {
            return Ok(());
        }
        let of_day = |posted: &&Posted| (posted.punched.0, posted.punched.1) == (person, day);
        if kind > 2 && !self.breaks_are_due(punched, places) {
            return Ok(());
        }
        let mut of_day: Vec<&Posted> = self.posted.iter().filter(of_day).collect();
        if of_day.iter().any(|posted| {
            posted.answer == Answer::Refused
                && (posted.punched.2 == kind || posted.punched.3 <= minute)
        }) {
            let is_told = book.iter().any(|noted| {
                noted.state == "refused" && (noted.punched.0, noted.punched.1) == (person, day)
            });
            return if is_told {
                Ok(())
            } else {
                Err("refused, and not told".to_owned())
            };
        }
        // The other half of a break waits for a person.
        let is_alone = book.iter().any(|noted| {
            let (whose, on, which, _) = noted.punched;
            (whose, on) == (person, day) && which + kind == 7 && noted.state == "person"
        });
        of_day.retain(|posted| posted.punched.2 == kind && posted.answer == Answer::Unknown);
        let first_calm = self.history.calm_rounds()[0];
        let is_too_long = |posted: &&Posted| first_calm - posted.time > TOO_LONG_UNKNOWN;
        let mut noted = book.iter().filter(|noted| {
            (noted.punched.0, noted.punched.1, noted.punched.2) == (person, day, kind)
        });
        match noted
            .next_back()
            .map(|noted| (noted.state.as_str(), noted.reason.as_str()))
        {
            Some(("person", _)) if of_day.len() + self.killed >= 2 => Ok(()),
            Some(("person", _)) if of_day.iter().any(is_too_long) => Ok(()),
            Some(("held", "no-pair" | "too-old")) if is_alone => Ok(()),
            other => Err(format!("{other:?}, {} answers lost", of_day.len())),
        }
    }

    /// Whether the breaks were known when the 退勤 was sent that stands there, which is the day's last sign.
    fn breaks_are_due(
        &self,
        punched: Punched,
        places: &BTreeMap<(usize, i64, u8), Vec<Stored>>,
    ) -> bool {
        let (person, day, ..) = punched;
        let outs = places.get(&(person, day, 2)).into_iter().flatten();
        let ours: Vec<Punched> = outs
            .filter(|stored| stored.is_ours)
            .map(|stored| stored.punched)
            .collect();
        let by_hand = [3, 4].iter().any(|kind| {
            places
                .get(&(person, day, *kind))
                .into_iter()
                .flatten()
                .any(|stored| !stored.is_ours)
        });
        // So does one of ours of which the file that was put back knows nothing.
        let is_forgotten = self.posted.iter().any(|posted| {
            let (whose, on, kind, _) = posted.punched;
            posted.is_forgotten && (whose, on) == (person, day) && kind > 2
        });
        let sent = self
            .posted
            .iter()
            .find(|posted| ours.contains(&posted.punched));
        !by_hand && !is_forgotten && sent.is_some_and(|sent| sent.day.contains(&punched))
    }
}
