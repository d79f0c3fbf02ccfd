//! Breaks, rolling 退勤, and days of which nothing is punched.

use super::Office;
use crate::domain::finding::Code;
use crate::domain::policy::Policy;
use crate::domain::time::WorkDay;

#[test]
fn breaks_are_decided_with_the_clock_out_and_only_where_their_edges_are_known() {
    let office = Office {
        policy: Policy::Settled {
            break_minutes: Some(60),
        },
        ..Office::new()
    };
    let lunch = [
        "17 09:00:00 on PC-1",
        "17 12:00:00 off PC-1",
        "17 13:00:00 on PC-1",
        "17 18:22:00 off PC-1",
    ];
    assert_eq!(office.told(&lunch, "18 05:59:00"), ["17 出勤 09:00"]);
    let whole = "17 出勤 09:00 休憩開始 12:00 休憩終了 13:00 退勤 18:22";
    assert_eq!(office.told(&lunch, "18 06:00:00"), [whole]);
    let plain = "17 出勤 09:00 退勤 18:22";
    for (name, more, expected) in [
        (
            "a ログオフ in the gap whose ログオン is missing",
            vec!["17 12:40:00 off PC-2"],
            vec![plain],
        ),
        (
            "a second record of the end",
            vec!["17 12:00:40 off PC-1"],
            vec![whole],
        ),
        (
            "a ログオフ whose ログオン is missing, later than the gap on its PC",
            vec![
                "17 15:00:00 off PC-1",
                "17 16:30:00 off PC-1",
                "17 17:30:00 on PC-1",
            ],
            vec![whole],
        ),
        (
            "another PC, left on since the day before",
            vec!["16 09:00:00 on PC-2"],
            vec!["16 出勤 09:00 [waiting-logoff]", plain],
        ),
        (
            "another PC, left on since the day before and ended in the gap",
            vec!["16 09:00:00 on PC-2", "17 12:30:00 off PC-2"],
            vec!["16 出勤 09:00 [no-logoff]", plain],
        ),
        (
            "another PC, left on since the day before and ended in the morning",
            vec!["16 09:00:00 on PC-2", "17 10:00:00 off PC-2"],
            vec!["16 出勤 09:00 [no-logoff]", whole],
        ),
    ] {
        let logs: Vec<&str> = lunch.iter().copied().chain(more).collect();
        assert_eq!(office.told(&logs, "18 10:05:00"), expected, "{name}");
    }
}

#[test]
fn a_rolling_clock_out_is_the_last_end_known_at_once_and_an_end_that_was_not_the_last_is_told() {
    let office = Office {
        policy: Policy::Rolling,
        ..Office::new()
    };
    let logs = [
        "17 09:00:00 on PC-1",
        "17 12:00:00 off PC-1",
        "17 13:00:00 on PC-1",
        "17 18:22:00 off PC-1",
    ];
    assert_eq!(office.told(&logs[..1], "17 10:00:00"), ["17 出勤 09:00"]);
    assert_eq!(
        office.told(&logs[..2], "17 12:05:00"),
        ["17 出勤 09:00 退勤 12:00"]
    );
    let again = ["17 出勤 09:00 退勤 12:00 [waiting-logoff]"];
    assert_eq!(office.told(&logs[..3], "18 10:05:00"), again);
    assert_eq!(
        office.told(&logs, "17 18:25:00"),
        ["17 出勤 09:00 退勤 18:22"]
    );
    let power_loss = [&logs[..3], &["18 09:00:00 on PC-1"]].concat();
    assert_eq!(
        office.told(&power_loss, "19 10:05:00")[0],
        "17 出勤 09:00 退勤 12:00 [no-logoff]"
    );
    let night = ["17 22:00:00 on PC-1", "18 06:00:00 off PC-1"];
    assert_eq!(
        office.told(&night, "19 10:05:00")[0],
        "17 出勤 22:00 [no-logoff]"
    );
}

#[test]
fn of_days_on_which_somebody_is_set_aside_nothing_is_punched_and_nothing_told() {
    let office = Office {
        excluded: Some(("2024-12-17", "2024-12-18")),
        ..Office::new()
    };
    let logs = [
        "16 09:00:00 on PC-1",
        "16 18:00:00 off PC-1",
        "17 03:00:00 on PC-1",
        "18 09:00:00 off PC-1",
        "19 09:00:00 on PC-1",
    ];
    assert_eq!(
        office.told(&logs, "20 10:05:00"),
        ["16 出勤 09:00 退勤 18:00", "19 出勤 09:00 [waiting-logoff]"]
    );
}

#[test]
fn days_before_since_are_kept_and_never_punched() {
    let mut office = Office::new();
    office.rules.since = WorkDay::parse("2024-12-18");
    let logs = ["17 09:00:00 on PC-1", "18 09:00:00 on PC-1"];
    assert_eq!(office.told(&logs, "18 10:05:00"), ["17", "18 出勤 09:00"]);
    office.rules.since = None;
    assert_eq!(office.told(&logs, "18 10:05:00"), ["17", "18"]);
}

#[test]
fn a_logoff_from_before_the_first_logon_is_not_named_as_the_end_of_the_day() {
    let logs = [
        "17 09:00:00 on PC-1",
        "18 00:30:00 off PC-1",
        "18 09:00:00 on PC-1",
        "20 09:00:00 on PC-1",
    ];
    let picture = Office::new().picture(&logs, "22 10:05:00");
    let named = |day: &str| -> Vec<String> {
        let day = WorkDay::parse(day);
        let mut findings = picture.findings.iter();
        let found = findings.find(|one| one.code == Code::NoLogoff && one.work_day == day);
        found.unwrap().evidence.times.clone()
    };
    assert_eq!(named("2024-12-17"), ["2024-12-18T00:30:00+09:00"]);
    assert!(named("2024-12-18").is_empty());
}
