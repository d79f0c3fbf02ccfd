//! What was counted.

/// The counts of a part of the matrix.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Toll {
    /// Points at which a round was to die.
    pub(super) points: usize,
    /// Histories, each from before the round to the next day's last.
    pub(super) cells: usize,
    /// Those in which the round died there; in the others it had ended by then.
    pub(super) killed: usize,
    /// Those in which a request met the fault.
    pub(super) faulty: usize,
    /// Those that did not end as they had to.
    pub(super) failed: usize,
    /// Expected punches that KING OF TIME lacks.
    pub(super) lost: usize,
    /// Punches that it has twice, or that nobody expected.
    pub(super) doubled: usize,
    /// Expected punches that it lacks and that the relay says a person must decide.
    pub(super) to_a_person: usize,
    /// Rounds that ended by themselves although nothing was in their way: the proof that no point is left.
    pub(super) whole: usize,
}

impl Toll {
    /// A cell that did not come to its end.
    pub(super) fn failure() -> Self {
        Self {
            cells: 1,
            failed: 1,
            ..Self::default()
        }
    }

    /// Whether no round died, and not because something else had ended all of them.
    pub(super) fn ends_by_itself(self) -> bool {
        self.killed == 0 && self.whole > 0
    }
}

impl std::ops::AddAssign for Toll {
    fn add_assign(&mut self, other: Self) {
        self.points += other.points;
        self.cells += other.cells;
        self.killed += other.killed;
        self.faulty += other.faulty;
        self.failed += other.failed;
        self.lost += other.lost;
        self.doubled += other.doubled;
        self.to_a_person += other.to_a_person;
        self.whole += other.whole;
    }
}

impl std::iter::Sum for Toll {
    fn sum<I: Iterator<Item = Self>>(tolls: I) -> Self {
        tolls.fold(Self::default(), |mut sum, toll| {
            sum += toll;
            sum
        })
    }
}

impl std::fmt::Display for Toll {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self {
            points,
            cells,
            killed,
            faulty,
            failed,
            lost,
            doubled,
            to_a_person,
            ..
        } = self;
        write!(
            f,
            "kill points {points}, cells {cells}, killed {killed}, met a fault {faulty}, failed {failed}, \
             lost {lost}, doubled {doubled}, left to a person {to_a_person}"
        )
    }
}
