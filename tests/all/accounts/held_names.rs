//! A name that two people may share stays held until somebody says whose it is, however long that takes.

use crate::harness::{Office, pc_log};

const OVERLAP: &str = "shared-user-name user [2024-12-17 09:00, 2024-12-17 09:30] [PC-A, PC-B]";

/// What goes once the name is allowed; the days before are too old then.
const ALLOWED: [&str; 6] = [
    "1000 2024-12-24 出勤 09:00",
    "1000 2024-12-24 退勤 18:00",
    "1000 2024-12-27 出勤 09:00",
    "1000 2024-12-27 退勤 18:00",
    "1000 2025-01-07 出勤 09:00",
    "1000 2025-01-07 退勤 18:00",
];

/// Two local accounts of one name overlap on the 17th; from then on only one of them is used.
fn office() -> Office {
    let office = Office::of(&[
        ("1000", "勤怠", "太郎", "user"),
        ("2000", "勤怠", "花子", "hanako"),
    ]);
    sits(&office, "2024-12-17", "09:30", r"PC-B\user");
    for day in [
        "2024-12-17",
        "2024-12-18",
        "2024-12-24",
        "2024-12-27",
        "2025-01-07",
    ] {
        sits(&office, day, "09:00", r"PC-A\user");
    }
    office.relays_at(&[
        "2024-12-17 12:00",
        "2024-12-18 12:00",
        "2024-12-19 12:00",
        "2024-12-25 12:00",
        "2025-01-07 10:05",
    ]);
    office.kot_has(&[]);
    office
}

/// A local account's session of one day, until 18:00.
fn sits(office: &Office, day: &str, from: &str, user: &str) {
    let (pc, _) = user.split_once('\\').expect("a PC");
    office.malion_has([
        pc_log(&format!("{day} {from} {pc} {user} ログオン")),
        pc_log(&format!("{day} 18:00 {pc} {user} ログオフ")),
    ]);
}

#[test]
fn after_three_weeks_it_is_held_and_goes_when_it_is_allowed() {
    let office = office();
    assert!(
        office
            .open_findings()
            .contains(&"shared-user-name".to_owned())
    );
    let checked = office.check("2025-01-07", "2025-01-07").exits(6);
    checked.finds(&[OVERLAP]);

    office.run(&["accounts", "allow-shared", "user"]).exits(0);
    office.relays_at(&["2025-01-07 10:20", "2025-01-08 12:00"]);
    office.kot_has(&ALLOWED);
    let open = office.open_findings();
    assert!(!open.contains(&"shared-user-name".to_owned()), "{open:?}");
    assert!(open.contains(&"too-old".to_owned()), "{open:?}");
    office.rests();
}

#[test]
fn punches_held_for_their_name_are_too_old_however_late_it_is_allowed() {
    let office = office();
    office.run(&["accounts", "allow-shared", "user"]).exits(0);
    office.relays_at(&["2025-03-03 12:00"]);
    office.kot_has(&[]);
    let list = office.run(&["punches", "list", "--state", "held", "--format", "json"]);
    let list = list.exits(0).document("pcpunch.punches-list.v1");
    let held = list["punches"].as_array().unwrap();
    assert!(!held.is_empty());
    for punch in held {
        assert_eq!(punch["reason"], "too-old", "{punch:#}");
    }
}

#[test]
fn from_the_day_of_an_import_that_parts_the_two_both_are_punched() {
    let office = office();
    office.at("2025-01-08 08:00");
    office.links(&[("1000", "taro"), ("2000", "user")]).exits(0);
    sits(&office, "2025-01-08", "09:00", r"PC-A\taro");
    sits(&office, "2025-01-08", "09:10", r"PC-B\user");
    let both = [
        "1000 2025-01-08 出勤 09:00",
        "1000 2025-01-08 退勤 18:00",
        "2000 2025-01-08 出勤 09:10",
        "2000 2025-01-08 退勤 18:00",
    ];
    office.relays_at(&["2025-01-08 12:00", "2025-01-09 12:00"]);
    office.kot_has(&both);
    let still_told = office.check("2025-01-07", "2025-01-07").exits(6);
    still_told.finds(&[OVERLAP]);
    office.check("2025-01-08", "2025-01-08").exits(0).finds(&[]);

    office.relays_at(&["2025-02-03 12:00", "2025-02-03 12:15"]);
    office.kot_has(&both);
    let open = office.open_findings();
    assert!(!open.contains(&"shared-user-name".to_owned()), "{open:?}");

    sits(&office, "2025-02-04", "09:00", r"PC-A\user");
    sits(&office, "2025-02-04", "09:10", r"PC-B\user");
    office.relays_at(&["2025-02-04 12:00", "2025-02-05 12:00"]);
    office.kot_has(&both);
}

#[test]
fn when_it_is_said_no_longer_a_further_overlap_holds_again() {
    let office = office();
    office.run(&["accounts", "allow-shared", "user"]).exits(0);
    office.relays_at(&["2025-01-07 10:20", "2025-01-08 12:00"]);
    office.at("2025-03-03 08:00");
    let remove = ["accounts", "allow-shared", "user", "--remove"];
    office.run(&remove).exits(0);
    sits(&office, "2025-03-03", "09:00", r"PC-A\user");
    office.relays_at(&["2025-03-03 12:00", "2025-03-04 12:00"]);
    let before = [
        &ALLOWED[..],
        &["1000 2025-03-03 出勤 09:00", "1000 2025-03-03 退勤 18:00"],
    ]
    .concat();
    office.kot_has(&before);

    sits(&office, "2025-03-05", "09:00", r"PC-A\user");
    sits(&office, "2025-03-05", "09:10", r"PC-B\user");
    office.relays_at(&["2025-03-05 12:00", "2025-03-06 12:00"]);
    office.kot_has(&before);
}
