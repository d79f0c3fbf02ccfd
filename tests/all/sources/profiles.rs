//! Files in a form of their own, which a profile describes.

use std::fs;

use encoding_rs::SHIFT_JIS;

use super::{SMARTON, TARO, collected};
use crate::harness::Office;

const PROFILE: &str = r#"
name = "smarton"

[values]
logon = ["認証成功"]
logoff = ["サインアウト"]

[file]
encoding = "cp932"
time_format = "%Y-%m-%d %H:%M:%S"
zone = "JST"

[file.fields]
occurred_at = "日時"
operation = "イベント"
terminal = "コンピュータ"
user = "利用者"
"#;

const FILE: &str = "日時,イベント,コンピュータ,利用者,備考\n\
                    2024-12-17 08:50:11,認証成功,PC-1,s-taro,\n\
                    2024-12-17 12:00:00,離席,PC-1,s-taro,昼\n\
                    2024-12-17 18:10:59,サインアウト,PC-1,s-taro,\n";

const OF_SMARTON: [&str; 4] = [
    "--source",
    "smarton",
    "--complete-until",
    "2024-12-18T06:00",
];

fn office() -> Office {
    let office = Office::empty(&[TARO]).set_up();
    office.setting("link.smarton", "on");
    office.run(&["employees", "sync"]).exits(0);
    office.links_of(SMARTON, &[("1000", "s-taro")]).exits(0);
    office.links_of("3", &[("1000", "")]).exits(0);
    fs::write(office.path("smarton.csv"), SHIFT_JIS.encode(FILE).0).unwrap();
    office.file("smarton.toml", PROFILE);
    office.at("2024-12-18 12:00");
    office
}

#[test]
fn a_file_is_read_by_the_profile_that_is_named_or_by_the_one_of_the_settings() {
    let of_settings = office();
    of_settings.takes("smarton.csv", &OF_SMARTON).exits(1);
    of_settings.setting("malion.profile", "smarton.toml");
    let of_option = office();
    let named = [&OF_SMARTON[..], &["--profile", "smarton.toml"]].concat();
    for (office, options) in [(of_settings, &OF_SMARTON[..]), (of_option, &named[..])] {
        let ran = office.takes("smarton.csv", options).exits(0);
        let collected = collected(&ran);
        assert_eq!(collected["read"], 3, "{}", ran.told());
        assert_eq!(collected["by_fate"]["other-operation"], 1, "{}", ran.told());
        office.kot_has(&["1000 2024-12-17 出勤 08:50", "1000 2024-12-17 退勤 18:10"]);
        let list = ["logs", "list", "--date", "2024-12-17", "--format", "json"];
        let listed = office.run(&list).exits(0).document("pcpunch.logs-list.v1");
        let log = &listed["logs"][0];
        assert_eq!(log["link"], "smarton", "{log:#}");
        assert_eq!(log["source"], "smarton", "{log:#}");
    }
}

#[test]
fn a_profile_that_cannot_be_used_is_refused_before_anything_is_read() {
    let office = office();
    let no_file_part = PROFILE.split("[file]").next().unwrap();
    office.file("no-file-part.toml", no_file_part);
    office.file("typo.toml", &PROFILE.replace("time_format", "time_fromat"));
    office.file("no-toml.toml", "name =");
    for (profile, words) in [
        ("missing.toml", "missing.toml"),
        ("no-file-part.toml", "no-file-part.toml"),
        ("typo.toml", "time_format"),
        ("no-toml.toml", "no-toml.toml"),
    ] {
        let options = [&OF_SMARTON[..], &["--profile", profile]].concat();
        office.takes("smarton.csv", &options).exits(2).warns(words);
    }
    office.kot_has(&[]);
    office.fates("2024-12-17", "2024-12-17", &[]);
    let without_a_file = ["relay", "run", "--once", "--profile", "smarton.toml"];
    office.run(&without_a_file).exits(2);
}

#[test]
fn a_file_that_the_profile_does_not_describe_is_refused_by_its_line_and_column() {
    let office = office();
    let spoiled = FILE.replace("2024-12-17 18:10:59", "2024/12/17 18:10");
    fs::write(office.path("smarton.csv"), SHIFT_JIS.encode(&spoiled).0).unwrap();
    let options = [&OF_SMARTON[..], &["--profile", "smarton.toml"]].concat();
    office
        .takes("smarton.csv", &options)
        .exits(1)
        .warns("\"line\":4")
        .warns("日時");
    office.kot_has(&[]);
}
