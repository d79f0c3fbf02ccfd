//! How long a reading lets punches go: a machine may sleep, and a slow pace may wait, in the middle of a round.

use chrono::Duration;

use super::time::Jst;

/// Who punches by hand or by card meanwhile is not seen: no punch rests on an older reading.
const MOMENT: Duration = Duration::minutes(10);

/// Whether what began to be read then still lets a punch go.
pub fn is_fresh(began: Jst, now: Jst) -> bool {
    now - began <= MOMENT
}

#[cfg(test)]
mod tests {
    use super::is_fresh;
    use crate::domain::time::from_epoch;

    #[test]
    fn a_reading_lets_punches_go_for_ten_minutes() {
        let began = 1_734_393_839;
        for (gone, fresh) in [(0, true), (600, true), (601, false), (7200, false)] {
            let at = |second| from_epoch(second).unwrap();
            assert_eq!(is_fresh(at(began), at(began + gone)), fresh, "{gone}");
        }
    }
}
