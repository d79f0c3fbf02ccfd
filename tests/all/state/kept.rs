//! `state.keep_days`: what has been kept for long enough goes, and is never punched again.

use super::TARO;
use crate::harness::Office;

const HEADING: &str =
    "ログID,発生日時,操作,端末名,ドメイン名,ユーザー名,出退勤システム連携コード\n";

fn round(office: &Office, file: &str) -> serde_json::Value {
    let words = ["relay", "run", "--once", "--format", "json", "--from", file];
    office.run(&words).exits(0).document("pcpunch.relay-run.v1")
}

#[test]
fn a_day_that_was_removed_is_not_punched_again_whatever_file_brings_it_back() {
    let office = Office::of(&[TARO]);
    office.setting("link.malion", "off");
    office.setting("state.keep_days", "92");
    office.setting("punch.max_age_days", "9999");
    let days = "1,2024/12/17 09:03:12,ログオン,PC-1,EXAMPLE,tarouk,A01\n\
                2,2024/12/17 18:22:10,ログオフ,PC-1,EXAMPLE,tarouk,A01\n\
                3,2024/12/17 09:00:00,ログオン,PC-9,EXAMPLE,stranger,A09\n";
    office.file("days.csv", &format!("{HEADING}{days}"));
    office.at("2024-12-18 12:00");
    let words = ["relay", "run", "--once", "--from", "days.csv"];
    let complete = [&words[..], &["--complete-until", "2024-12-18T12:00"]].concat();
    office.run(&complete).exits(0);
    let sent = ["1000 2024-12-17 出勤 09:03", "1000 2024-12-17 退勤 18:22"];
    office.kot_has(&sent);

    let logs = |office: &Office| {
        let ran = office.run(&["logs", "list", "--date", "2024-12-17", "--format", "json"]);
        ran.document("pcpunch.logs-list.v1")["logs"]
            .as_array()
            .unwrap()
            .len()
    };
    office.at("2025-03-10 12:00");
    round(&office, "days.csv");
    assert_eq!(logs(&office), 3, "kept for 92 days");

    office.at("2025-06-20 12:00");
    round(&office, "days.csv");
    assert_eq!(
        logs(&office),
        0,
        "all of them are removed at the end of the round"
    );
    let again = round(&office, "days.csv");
    assert_eq!(
        again["collected"]["new"], 3,
        "the file brings them back as if they were new"
    );
    assert_eq!(again["punches"]["decided"], 0);
    office.kot_has(&sent);
    assert_eq!(office.posts(), 2);
}
