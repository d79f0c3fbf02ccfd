//! Real Windows logon records of two people at one PC, from the file to KING OF TIME.
//!
//! What is expected was worked out by hand from the file, in Japanese time. Three of the days:
//! - 2016-07-09, fsir: a ログオン at 03:15 lies in the quiet hours; the first one after them is at 07:16:54.
//!   The last record is a ログオン, at 09:50:30, and the next is another day's: no 退勤, and the last known
//!   ログオフ, at 09:50:09, is named.
//! - 2016-07-17, fsir: 06:11:09 ends the day before's session, so 06:12:57 is the first ログオン; the last
//!   session, begun at 23:42:27, ends at 03:25:21 of the next day: no 退勤, and that time is named.
//! - 2016-07-16, archir: two ログオン at 09:17:49 and 09:18:06, each written twice, and no ログオフ ever.

use std::env;
use std::path::{Path, PathBuf};

use serde_json::json;

use crate::harness::Office;

const FILE: &str = "windows-logons/security-2016-2017.csv";

/// Where the records are: `PCPUNCH_TEST_DATA`, or beside the checkout.
fn records() -> Option<PathBuf> {
    let beside = || {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        root.ancestors()
            .skip(1)
            .map(|folder| folder.join("shared/data"))
            .find(|data| data.is_dir())
    };
    let data = env::var_os("PCPUNCH_TEST_DATA")
        .map(PathBuf::from)
        .or_else(beside)?;
    let file = data.join(FILE);
    file.is_file().then_some(file)
}

#[test]
fn real_records_of_two_people_give_the_punches_worked_out_by_hand() {
    let Some(file) = records() else {
        skipped();
        return;
    };
    let people = [
        ("1000", "実在", "一郎", "fsir"),
        ("2000", "実在", "二郎", "archir"),
    ];
    let office = Office::empty(&people).set_up();
    office
        .setting("punch.since", "2016-01-01")
        .setting("punch.max_age_days", "9999");
    office.at("2017-05-01 12:00").opens(&people);
    let file = file.to_str().unwrap();
    let round = || {
        let words = ["relay", "run", "--once", "--from", file, "--format", "json"];
        office.run(&words).exits(0).document("pcpunch.relay-run.v1")
    };

    let first = round();
    assert_eq!(first["collected"]["read"], 135, "{first:#}");
    let fates = json!({
        "punched": 9, "night-logon": 3, "half-day": 63, "open": 4,
        "other-operation": 9, "duplicate": 47,
    });
    assert_eq!(first["collected"]["by_fate"], fates, "{first:#}");
    office.kot_has(&[
        "1000 2016-07-09 出勤 07:16",
        "1000 2016-07-10 出勤 07:26",
        "1000 2016-07-16 出勤 09:18",
        "1000 2016-07-17 出勤 06:12",
        "1000 2016-07-24 出勤 05:37",
        "1000 2016-07-25 出勤 20:48",
        "1000 2016-07-30 出勤 08:51",
        "1000 2017-04-14 出勤 10:17",
        "2000 2016-07-16 出勤 09:17",
    ]);
    let checked = office.check("2016-07-01", "2017-04-30");
    let checked = checked.exits(6).finds(&[
        "night-logon 1000 2016-07-09 [2016-07-09 03:15:51] [WIN-03DLIIOFRRA]",
        "night-logon 1000 2016-07-18 [2016-07-18 03:26:08] [WIN-03DLIIOFRRA]",
        "night-logon 1000 2017-03-22 [2017-03-22 02:23:59] [WIN-03DLIIOFRRA]",
        "no-logoff 1000 2016-07-09 [2016-07-09 09:50:09] [WIN-03DLIIOFRRA]",
        "no-logoff 1000 2016-07-10 [2016-07-16 09:18:43] [WIN-03DLIIOFRRA]",
        "no-logoff 1000 2016-07-16 [2016-07-17 06:11:09] [WIN-03DLIIOFRRA]",
        "no-logoff 1000 2016-07-17 [2016-07-18 03:25:21] [WIN-03DLIIOFRRA]",
        "no-logoff 1000 2016-07-24 [2016-07-25 08:17:12] [WIN-03DLIIOFRRA]",
        "no-logoff 1000 2016-07-25 [2016-07-30 08:47:48] [WIN-03DLIIOFRRA]",
        "no-logoff 1000 2016-07-30 [2016-08-01 20:16:48] [WIN-03DLIIOFRRA]",
        "no-logoff 2000 2016-07-16 [] []",
        "no-logon 1000 2016-08-01 [2016-08-01 20:16:48] [WIN-03DLIIOFRRA]",
        "no-logs 2000 [2016-07-16 09:18:06] [WIN-03DLIIOFRRA]",
        "waiting-logoff 1000 2017-03-22 [] []",
    ]);
    // The ログオフ at 03:25:21 ended the session of the day before, and is not the end of this day.
    let mut days = checked.document["days"].as_array().unwrap().iter();
    let of_18 = days.find(|day| day["work_day"] == "2016-07-18").unwrap();
    assert_eq!(of_18["pc"]["first_logon"], "2016-07-18T03:26:08+09:00");
    assert!(of_18["pc"]["last_logoff"].is_null(), "{of_18:#}");

    let posts = office.posts();
    let again = round();
    assert_eq!(
        again["collected"]["by_fate"],
        json!({"duplicate": 135}),
        "{again:#}"
    );
    assert_eq!(office.posts(), posts);
}

/// Said on the terminal itself, past the test runner that keeps what passing tests print.
fn skipped() {
    use std::io::Write;
    let said = writeln!(
        std::io::stderr(),
        "skipped: no {FILE} beside the checkout or in PCPUNCH_TEST_DATA"
    );
    said.unwrap();
}
