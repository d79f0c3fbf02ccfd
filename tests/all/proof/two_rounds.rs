//! Two rounds started at one moment, many times: one works, the other says so and leaves or comes after it.

use super::scale::Scale;
use super::tell;
use crate::harness::{Office, pc_log};

const PEOPLE: [(&str, &str, &str, &str); 3] = [
    ("1000", "勤怠", "太郎", "tarouk"),
    ("2000", "打刻", "花子", "hanako"),
    ("3000", "勤怠", "次郎", "jirok"),
];

const EXPECTED: [&str; 3] = [
    "1000 2024-12-17 出勤 09:00",
    "2000 2024-12-17 出勤 09:00",
    "3000 2024-12-17 出勤 09:00",
];

#[test]
fn two_rounds_at_one_moment_send_each_punch_once() {
    let before = Office::of(&PEOPLE).state();
    let times = Scale::asked().bound(10, 50);
    let mut left = 0;
    for _ in 0..times {
        let office = Office::empty(&PEOPLE).set_up();
        office.begins_with(&before);
        for (_, _, _, user) in PEOPLE {
            let line = format!("2024-12-17 09:00 PC-{user} {user} ログオン");
            office.malion_has([pc_log(&line)]);
        }
        office.at("2024-12-17 12:00");
        let both = [office.starts_a_round(), office.starts_a_round()];
        let mut codes = both.map(|round| round.ends().ended_with());
        codes.sort_unstable();
        // The other may also have come when the first had ended.
        assert!(matches!(codes, [Some(0), Some(0 | 8)]), "{codes:?}");
        left += usize::from(codes[1] == Some(8));
        office.kot_has(&EXPECTED);
        assert_eq!(office.posts(), EXPECTED.len());
        office.rests();
    }
    tell(&format!(
        "two rounds at one moment: {times} times, {left} times one left; lost 0, doubled 0"
    ));
}
