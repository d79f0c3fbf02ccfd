//! The punches of a replay against those that people made themselves: which are the same, earlier, later,
//! missing, or nobody's, and by how many minutes.

use std::collections::{BTreeMap, BTreeSet};

use super::employee::EmployeeKey;
use super::punch::{PunchKind, TimeRecord};
use super::reconcile::{KotSide, Tolerance};
use super::replay::{Replayed, ReplayedDay, Why};
use super::time::{Minute, WorkDay};

/// How one punch stands to the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// Both are there, and no further apart than what counts as a difference (勤怠差異).
    Same,
    /// Ours is the earlier.
    Earlier,
    /// Ours is the later.
    Later,
    /// KING OF TIME shows one, and the rules give none.
    Missing,
    /// The rules give one, and KING OF TIME shows none.
    Extra,
    /// KING OF TIME shows one, and whether the rules give one is not known yet.
    Open,
}

impl Outcome {
    /// All of them, in the order in which they are told.
    pub const ALL: [Self; 6] = [
        Self::Same,
        Self::Earlier,
        Self::Later,
        Self::Missing,
        Self::Extra,
        Self::Open,
    ];

    /// Its name in JSON, CSV and the catalogues.
    pub fn name(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Earlier => "earlier",
            Self::Later => "later",
            Self::Missing => "missing",
            Self::Extra => "extra",
            Self::Open => "open",
        }
    }
}

/// One punch of a person's work day, on both sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// Whose.
    pub employee: EmployeeKey,
    /// Of which work day.
    pub work_day: WorkDay,
    /// Which.
    pub kind: PunchKind,
    /// What the rules give.
    pub ours: Option<Minute>,
    /// What KING OF TIME shows.
    pub kot: Option<Minute>,
    /// How they stand to each other.
    pub outcome: Outcome,
    /// Why ours is missing, or not what the logs say in the end, where that is known.
    pub why: Option<Why>,
}

impl Pair {
    /// Minutes from KING OF TIME's punch to ours, negative where ours is earlier; `None` where one of them is
    /// missing.
    pub fn gap(&self) -> Option<i64> {
        Some(self.ours?.minutes_since(self.kot?))
    }
}

/// Holds a replay against what KING OF TIME shows of the same days, by person, day and kind. Of several 出勤
/// that it shows the first counts, of several 退勤 the last; each 休憩 of one side is held against the nearest
/// of the other. Whoever is not in the replay is left out.
pub fn compare(replayed: &Replayed, kot: &KotSide, tolerance: Tolerance) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for ((employee, work_day), day) in replayed {
        let records = kot.records.get(&(employee.clone(), *work_day));
        let records = records.map_or(&[][..], Vec::as_slice);
        for kind in PunchKind::ALL {
            for (ours, kot) in matched(kind, day, records) {
                let why = day.why.get(&kind).copied();
                let outcome = outcome(ours, kot, tolerance.of(kind).num_minutes(), day.is_settled);
                pairs.push(Pair {
                    employee: employee.clone(),
                    work_day: *work_day,
                    kind,
                    ours,
                    kot,
                    outcome,
                    why: why.filter(|_| !matches!(outcome, Outcome::Same | Outcome::Extra)),
                });
            }
        }
    }
    pairs
}

fn outcome(ours: Option<Minute>, kot: Option<Minute>, tolerance: i64, is_settled: bool) -> Outcome {
    match ours.zip(kot).map(|(ours, kot)| ours.minutes_since(kot)) {
        Some(gap) if gap.abs() <= tolerance => Outcome::Same,
        Some(gap) if gap < 0 => Outcome::Earlier,
        Some(_) => Outcome::Later,
        None if ours.is_some() => Outcome::Extra,
        None if is_settled => Outcome::Missing,
        None => Outcome::Open,
    }
}

/// The punches of one kind, side by side; nothing where neither side has any.
fn matched(
    kind: PunchKind,
    day: &ReplayedDay,
    records: &[TimeRecord],
) -> Vec<(Option<Minute>, Option<Minute>)> {
    let ours = day.punches.iter().filter(|(of, _)| *of == kind);
    let mut ours: Vec<Minute> = ours.map(|(_, time)| *time).collect();
    let of_kind = records.iter().filter(|record| record.kind() == Some(kind));
    let mut kot: Vec<Minute> = of_kind.map(TimeRecord::minute).collect();
    ours.sort_unstable();
    kot.sort_unstable();
    let one = |ours: Option<&Minute>, kot: Option<&Minute>| match (ours, kot) {
        (None, None) => Vec::new(),
        (ours, kot) => vec![(ours.copied(), kot.copied())],
    };
    match kind {
        PunchKind::ClockIn => one(ours.first(), kot.first()),
        PunchKind::ClockOut => one(ours.last(), kot.last()),
        _ => nearest_pairs(ours, kot),
    }
}

/// The two nearest are a pair, then the two nearest of the rest, until one side is used up; by time.
fn nearest_pairs(
    mut ours: Vec<Minute>,
    mut kot: Vec<Minute>,
) -> Vec<(Option<Minute>, Option<Minute>)> {
    let mut pairs = Vec::new();
    loop {
        let all = ours
            .iter()
            .flat_map(|ours| kot.iter().map(move |kot| (*ours, *kot)));
        let Some((a, b)) = all.min_by_key(|(ours, kot)| ours.minutes_since(*kot).abs()) else {
            break;
        };
        ours.retain(|time| *time != a);
        kot.retain(|time| *time != b);
        pairs.push((Some(a), Some(b)));
    }
    pairs.extend(ours.into_iter().map(|time| (Some(time), None)));
    pairs.extend(kot.into_iter().map(|time| (None, Some(time))));
    pairs.sort_by_key(|(ours, kot)| ours.or(*kot));
    pairs
}

/// How many punches came out in one way, and by how many minutes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Gaps without their sign, in order; as many as there are pairs of which both sides are there.
    gaps: Vec<i64>,
    one_sided: usize,
}

impl Count {
    /// How many.
    pub fn count(&self) -> usize {
        self.gaps.len() + self.one_sided
    }

    /// The middle gap in minutes, of two middle ones the smaller; `None` where there is none.
    pub fn median(&self) -> Option<i64> {
        self.gaps.get(self.gaps.len().checked_sub(1)? / 2).copied()
    }

    /// The largest gap in minutes.
    pub fn largest(&self) -> Option<i64> {
        self.gaps.last().copied()
    }

    fn add(&mut self, gap: Option<i64>) {
        match gap.map(i64::abs) {
            None => self.one_sided += 1,
            Some(gap) => self.gaps.push(gap),
        }
    }
}

/// Counts by kind and outcome.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    counts: BTreeMap<(PunchKind, Outcome), Count>,
    work_days: BTreeSet<WorkDay>,
}

impl Tally {
    /// Counts pairs.
    pub fn of<'a>(pairs: impl IntoIterator<Item = &'a Pair>) -> Self {
        let mut tally = Self::default();
        for pair in pairs {
            let count = tally.counts.entry((pair.kind, pair.outcome)).or_default();
            count.add(pair.gap());
            tally.work_days.insert(pair.work_day);
        }
        for count in tally.counts.values_mut() {
            count.gaps.sort_unstable();
        }
        tally
    }

    /// The pairs of a kind that came out so.
    pub fn get(&self, kind: PunchKind, outcome: Outcome) -> Count {
        self.counts
            .get(&(kind, outcome))
            .cloned()
            .unwrap_or_default()
    }

    /// How many punches of a kind there are on either side.
    pub fn all(&self, kind: PunchKind) -> usize {
        let of_kind = self.counts.iter().filter(|((of, _), _)| *of == kind);
        of_kind.map(|(_, count)| count.count()).sum()
    }

    /// On how many work days anybody has a punch, on either side.
    pub fn work_days(&self) -> usize {
        self.work_days.len()
    }
}

#[cfg(test)]
mod tests;
