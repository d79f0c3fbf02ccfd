use super::{Outcome, Tally, compare};
use crate::domain::employee::EmployeeKey;
use crate::domain::finding::Code;
use crate::domain::punch::{PunchKind, TimeRecord};
use crate::domain::reconcile::{KotSide, Tolerance};
use crate::domain::replay::{Replayed, ReplayedDay, Why};
use crate::domain::time::{Jst, Minute, WorkDay};

const CLOCK: &str = "2024-12-17T";

fn at(clock: &str) -> Jst {
    Jst::parse_from_rfc3339(&format!("{CLOCK}{clock}:30+09:00")).unwrap()
}

fn kind(letter: &str) -> PunchKind {
    let code = letter.parse().unwrap();
    PunchKind::of_code(code).unwrap()
}

/// `1 09:00, 2 18:00` on a side.
fn punches(side: &str) -> Vec<(PunchKind, Jst)> {
    let words = side.split(", ").filter_map(|one| one.split_once(' '));
    words.map(|(code, clock)| (kind(code), at(clock))).collect()
}

fn day() -> (EmployeeKey, WorkDay) {
    let day = WorkDay::parse("2024-12-17").unwrap();
    (EmployeeKey::new("taro"), day)
}

fn replayed(ours: &str, is_settled: bool) -> Replayed {
    let punches = punches(ours).into_iter();
    let told = ReplayedDay {
        punches: punches.map(|(kind, at)| (kind, Minute::cut(at))).collect(),
        is_settled,
        why: [(PunchKind::ClockOut, Why::Found(Code::NoLogoff))].into(),
    };
    Replayed::from([(day(), told)])
}

fn shown(kot: &str) -> KotSide {
    let records = punches(kot).into_iter().map(|(kind, time)| TimeRecord {
        code: kind.code(),
        time,
        how: None,
    });
    let mut side = KotSide::default();
    side.records.insert(day(), records.collect());
    side
}

fn tolerance() -> Tolerance {
    Tolerance {
        clock_in: chrono::Duration::minutes(15),
        clock_out: chrono::Duration::minutes(5),
    }
}

#[test]
fn each_punch_is_held_against_that_of_the_other_side() {
    for (ours, kot, expected) in [
        (
            "1 09:00, 2 18:00",
            "1 08:45, 2 18:05",
            "1 same 15, 2 same -5",
        ),
        (
            "1 09:00, 2 18:00",
            "1 08:44, 2 17:54",
            "1 later 16, 2 later 6 no-logoff",
        ),
        (
            "1 09:00, 2 18:00",
            "1 09:16, 2 18:06",
            "1 earlier -16, 2 earlier -6 no-logoff",
        ),
        (
            "1 09:00",
            "1 09:00, 2 18:00",
            "1 same 0, 2 missing no-logoff",
        ),
        ("1 09:00, 2 18:00", "", "1 extra, 2 extra"),
        ("", "", ""),
        // The first 出勤 and the last 退勤 are the day's.
        (
            "1 09:00, 2 18:00",
            "2 12:00, 1 13:00, 1 09:00, 2 18:00",
            "1 same 0, 2 same 0",
        ),
        // Each 休憩 against the nearest.
        (
            "3 12:00, 3 15:00, 4 12:45, 4 15:10",
            "3 15:02, 4 12:50, 4 15:30",
            "3 extra, 3 same -2, 4 same -5, 4 earlier -20",
        ),
        ("3 12:00", "3 11:00, 3 12:10", "3 missing, 3 earlier -10"),
    ] {
        let pairs = compare(&replayed(ours, true), &shown(kot), tolerance());
        let told = pairs.iter().map(|pair| {
            let gap = pair.gap().map(|gap| format!(" {gap}")).unwrap_or_default();
            let why = pair.why.map(|why| format!(" {}", why.name()));
            let why = why.unwrap_or_default();
            format!("{} {}{gap}{why}", pair.kind.code(), pair.outcome.name())
        });
        let told: Vec<String> = told.collect();
        let told = told.join(", ");
        assert_eq!(told, expected, "{ours} | {kot}");
    }
}

#[test]
fn what_a_day_that_is_not_settled_lacks_is_open() {
    for (is_settled, outcome) in [(true, Outcome::Missing), (false, Outcome::Open)] {
        let pairs = compare(&replayed("", is_settled), &shown("2 18:00"), tolerance());
        assert_eq!(pairs.len(), 1);
        assert_eq!(pairs[0].outcome, outcome);
    }
}

#[test]
fn who_is_not_in_the_replay_is_left_out() {
    let pairs = compare(&Replayed::new(), &shown("1 09:00"), tolerance());
    assert_eq!(pairs, []);
}

#[test]
fn a_count_tells_the_middle_gap_and_the_largest() {
    for (kots, count, median, largest) in [
        ("", 0, None, None),
        ("10:00", 1, Some(60), Some(60)),
        ("10:00, 11:00", 2, Some(60), Some(120)),
        ("11:00, 09:30, 10:00", 3, Some(60), Some(120)),
    ] {
        let pairs = kots
            .split(", ")
            .filter(|clock| !clock.is_empty())
            .flat_map(|clock| {
                let kot = shown(&format!("1 {clock}"));
                compare(&replayed("1 09:00", true), &kot, tolerance())
            });
        let pairs: Vec<_> = pairs.collect();
        let tally = Tally::of(&pairs);
        let earlier = tally.get(PunchKind::ClockIn, Outcome::Earlier);
        let told = (earlier.count(), earlier.median(), earlier.largest());
        assert_eq!(told, (count, median, largest), "{kots}");
        assert_eq!(tally.all(PunchKind::ClockIn), count);
        assert_eq!(tally.work_days(), usize::from(count > 0));
    }
}
