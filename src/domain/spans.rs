//! What has been read whole of a source, however it is asked.

use super::time::Jst;

/// What has been read whole: pairs of a moment and of a later one. Whatever occurred from the first on,
/// and had come to the source by the second, is known.
///
/// A source that is asked by when it collected a log can carry on what is known: what came meanwhile is
/// all there is to add. One that is asked by when a log occurred cannot: what came late stands among what
/// was read before, so each reading counts for itself, from its first moment to when it began.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spans(Vec<(Jst, Jst)>);

impl Spans {
    /// Spans in any order.
    pub fn new(mut spans: Vec<(Jst, Jst)>) -> Self {
        spans.sort_unstable_by_key(|(from, until)| (*from, std::cmp::Reverse(*until)));
        let mut telling: Vec<(Jst, Jst)> = Vec::new();
        for (from, until) in spans {
            // One that begins later and does not reach further says nothing more.
            if telling.last().is_none_or(|(_, known)| *known < until) {
                telling.push((from, until));
            }
        }
        Self(telling)
    }

    /// The same after a reading of all that occurred from `from` on, begun at `until`, or after a file
    /// that is complete until then.
    pub fn with(mut self, from: Jst, until: Jst) -> Self {
        self.0.push((from, until.max(from)));
        Self::new(self.0)
    }

    /// The same after a reading of all that was collected from `from` until before `until`.
    pub fn with_collected(mut self, from: Jst, until: Jst) -> Self {
        let carried_on = self.0.iter_mut().filter(|(_, known)| from <= *known);
        for (_, known) in carried_on {
            *known = until.max(*known);
        }
        self.with(from, until)
    }

    /// What is known without anything that came to the source after `moment`.
    pub fn before(self, moment: Jst) -> Self {
        let known = self.0.into_iter().filter(|(from, _)| *from < moment);
        Self::new(
            known
                .map(|(from, until)| (from, until.min(moment)))
                .collect(),
        )
    }

    /// The spans, oldest first; each begins and ends later than the one before.
    pub fn as_slice(&self) -> &[(Jst, Jst)] {
        &self.0
    }

    /// Those of the spans that `other` does not have.
    pub fn but_for<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = &'a (Jst, Jst)> {
        let missing = |span: &&(Jst, Jst)| other.0.binary_search(span).is_err();
        self.0.iter().filter(missing)
    }

    /// Whether they tell more than `before` only of what had not been read by its end: the last span reaches
    /// further, or others begin later.
    pub fn goes_on_from(&self, before: &Self) -> bool {
        let Some((last, _)) = before.0.last() else {
            return self.0.is_empty();
        };
        self.but_for(before).all(|(from, _)| last <= from)
            && before.but_for(self).all(|(from, _)| last <= from)
    }

    /// Whether reading on can tell more of what occurred at `moment`: it lies in a span, or behind all of them.
    pub fn may_tell_of(&self, moment: Jst) -> bool {
        let is_behind = self.0.last().is_none_or(|(_, until)| *until < moment);
        is_behind || self.read_until(moment).is_some()
    }

    /// Until when everything from `moment` on is known; `None` where `moment` itself lies in no span.
    pub fn read_until(&self, moment: Jst) -> Option<Jst> {
        let begun = self.0.partition_point(|(from, _)| *from <= moment);
        let (_, until) = self.0.get(begun.checked_sub(1)?)?;
        (moment <= *until).then_some(*until)
    }
}

#[cfg(test)]
mod tests {
    use super::Spans;
    use crate::domain::time::{Jst, from_epoch};

    fn t(seconds: i64) -> Jst {
        from_epoch(seconds).unwrap()
    }

    #[test]
    fn each_moment_is_known_by_the_newest_reading_that_began_before_it() {
        let spans = Spans::new(vec![
            (t(50), t(60)),
            (t(0), t(10)),
            (t(8), t(20)),
            (t(15), t(18)),
        ]);
        let told = [(t(0), t(10)), (t(8), t(20)), (t(50), t(60))];
        assert_eq!(spans.as_slice(), told);
        for (moment, until) in [
            (0, Some(10)),
            (7, Some(10)),
            (8, Some(20)),
            (20, Some(20)),
            (21, None),
            (49, None),
            (55, Some(60)),
            (-1, None),
        ] {
            assert_eq!(spans.read_until(t(moment)), until.map(t), "{moment}");
        }
    }

    #[test]
    fn a_reading_by_collection_carries_on_what_is_known_and_one_by_occurrence_does_not() {
        let start = || Spans::new(vec![(t(0), t(10)), (t(5), t(20))]);
        for (name, spans, expected) in [
            (
                "collected",
                start().with_collected(t(19), t(30)),
                vec![(0, 10), (5, 30)],
            ),
            (
                "collected from where the older one ended",
                start().with_collected(t(10), t(30)),
                vec![(0, 30)],
            ),
            (
                "collected after a gap",
                start().with_collected(t(21), t(30)),
                vec![(0, 10), (5, 20), (21, 30)],
            ),
            (
                "occurred",
                start().with(t(19), t(30)),
                vec![(0, 10), (5, 20), (19, 30)],
            ),
            (
                "all occurred since the beginning",
                start().with(t(0), t(30)),
                vec![(0, 30)],
            ),
            (
                "the work day of an open session",
                start().with(t(3), t(30)),
                vec![(0, 10), (3, 30)],
            ),
            (
                "nothing that came later",
                Spans::new(vec![(t(0), t(10)), (t(5), t(20)), (t(15), t(30))]).before(t(12)),
                vec![(0, 10), (5, 12)],
            ),
            (
                "less than is known",
                start().with(t(6), t(15)),
                vec![(0, 10), (5, 20)],
            ),
        ] {
            let expected: Vec<_> = expected.into_iter().map(|(a, b)| (t(a), t(b))).collect();
            assert_eq!(spans.as_slice(), expected, "{name}");
        }
    }
}
