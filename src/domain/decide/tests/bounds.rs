//! Where a work day begins and ends, and when it is settled.

use chrono::NaiveTime;

use super::Office;

#[test]
fn a_day_border_at_five_keeps_the_night_in_its_day() {
    let office = Office {
        border: NaiveTime::from_hms_opt(5, 0, 0).unwrap(),
        ..Office::new()
    };
    let logs = ["17 22:00:00 on PC-1", "18 03:30:00 off PC-1"];
    assert_eq!(office.told(&logs, "18 10:59:00"), ["17 出勤 22:00"]);
    assert_eq!(
        office.told(&logs, "18 11:00:00"),
        ["17 出勤 22:00 退勤 18日03:30"]
    );
}

#[test]
fn night_shift_hours_keep_a_night_in_the_day_it_began() {
    let office = Office {
        night_shift: 12,
        ..Office::new()
    };
    let logs = [
        "17 22:00:00 on PC-1",
        "18 02:00:00 off PC-1",
        "18 03:00:00 on PC-1",
        "18 06:00:00 off PC-1",
        "18 22:00:00 on PC-1",
        "19 06:00:00 off PC-1",
    ];
    assert_eq!(office.told(&logs[..4], "18 09:59:00"), ["17 出勤 22:00"]);
    assert_eq!(
        office.told(&logs, "19 10:00:00"),
        [
            "17 出勤 22:00 退勤 18日06:00",
            "18 出勤 22:00 退勤 19日06:00"
        ]
    );
}

#[test]
fn a_day_is_settled_only_by_a_reading_after_its_end_and_the_minutes_held_open() {
    let logs = ["17 09:00:00 on PC-1", "17 18:00:00 off PC-1"];
    for (read_until, punches) in [("18 05:59:59", 1), ("18 06:00:00", 2)] {
        let picture = Office::new().picture(&logs, read_until);
        let decision = picture.decisions.values().next().unwrap();
        assert_eq!(decision.punches.len(), punches, "{read_until}");
    }
}
