//! The account-link file through the binary: out, in and out again, and what a refused one leaves.

use std::fs;

use crate::harness::Office;

/// 従業員コード, 姓, 名 and PC user name.
type Somebody<'a> = (&'a str, &'a str, &'a str, &'a str);

/// People whose codes, names and user names a file can trip over; CP932 holds the first five.
const PEOPLE: [Somebody<'static>; 7] = [
    ("0001", "勤怠", "太郎", "=1+1"),
    ("+02", "髙橋", "\"花\"子", "-hanako"),
    ("1-2", "山本,", "～三郎", "@x y"),
    ("5E3", "O'Neil", "Ann　Mary", "tarou\"k"),
    ("１２", "行", "改\n行", "５"),
    ("12", "𠮷野", "é\u{301}", "¥−〜"),
    ("007", "", "", ""),
];

/// An office of these people whose accounts stand as they are, since files would refuse to set some of them.
fn office(people: &[Somebody<'_>]) -> Office {
    let office = Office::empty(people).set_up();
    office.run(&["employees", "sync"]).exits(0);
    for (code, .., user) in people {
        let (code, user) = (code.replace('\'', "''"), user.replace('\'', "''"));
        office.sql(&format!(
            "UPDATE accounts SET service_account = '{user}', set_by_import = 1
             WHERE employee_key = (SELECT key FROM employees WHERE code = '{code}')"
        ));
    }
    office
}

fn exports(office: &Office, file: &str, options: &[&str]) -> Vec<u8> {
    let words = [&["accounts", "export", file, "--yes"], options].concat();
    office.run(&words).exits(0);
    fs::read(office.path(file)).unwrap()
}

#[test]
fn what_a_file_can_trip_over_comes_back_byte_for_byte() {
    let whole = office(&PEOPLE);
    let held = office(&PEOPLE[..5]);
    for (office, options) in [
        (&whole, &["--encoding", "utf-8"][..]),
        (&whole, &["--encoding", "utf-16le", "--for-excel"]),
        (&held, &["--encoding", "cp932"]),
    ] {
        let first = exports(office, "first.csv", options);
        let before = office.state();
        office
            .run(&["accounts", "import", "first.csv", "--encoding", options[1]])
            .exits(0)
            .ends_saying("0件のアカウントを更新");
        assert_eq!(office.state(), before, "{options:?}");
        assert_eq!(exports(office, "second.csv", options), first, "{options:?}");
    }
}

#[test]
fn a_name_that_an_encoding_cannot_hold_leaves_no_file_behind() {
    let office = office(&PEOPLE);
    let export = ["accounts", "export", "links.csv", "--encoding", "cp932"];
    office.fails(&export, 1, "accounts.encoding");
    office
        .run(&export)
        .exits(1)
        .warns("12 𠮷野")
        .warns("「𠮷」");
    assert!(!office.path("links.csv").exists());
    fs::write(office.path("links.csv"), "kept").unwrap();
    office.run(&[&export[..], &["--yes"]].concat()).exits(1);
    assert_eq!(fs::read(office.path("links.csv")).unwrap(), b"kept");
}

#[test]
fn no_refused_file_changes_anything() {
    let office = office(&PEOPLE[..5]);
    let sound = exports(&office, "sound.csv", &["--encoding", "utf-8"]);
    let before = office.state();
    let text = String::from_utf8(sound.clone()).unwrap();
    let mut torn = sound.clone();
    torn.truncate(sound.len() - 6);
    torn.push(0xe3);
    for bytes in [
        torn,
        b"\xff\xfe\x00".to_vec(),
        text.replace("5E3", "5000").into_bytes(),
        text.replace("@x y", " new ").into_bytes(),
        text.replacen("-hanako", "\"-hanako", 1).into_bytes(),
    ] {
        fs::write(office.path("bad.csv"), &bytes).unwrap();
        office.run(&["accounts", "import", "bad.csv"]).exits(1);
        assert_eq!(
            office.state(),
            before,
            "{}",
            String::from_utf8_lossy(&bytes)
        );
    }
}

#[test]
fn a_dry_run_says_row_by_row_what_the_real_run_does() {
    let office = office(&PEOPLE[..2]);
    let rows = "打刻先アカウント,サービスアカウント\n0001,tarouk\n+02,\n";
    office.file("links.csv", rows);
    let import = ["accounts", "import", "links.csv", "--format", "json"];
    let before = office.state();
    let rehearsed = office.run(&[&import[..], &["--dry-run"]].concat()).exits(0);
    assert_eq!(office.state(), before);
    let mut rehearsed = rehearsed.document("pcpunch.accounts-import.v1");
    let done = office
        .run(&import)
        .exits(0)
        .document("pcpunch.accounts-import.v1");
    let told: Vec<_> = rehearsed["changes"].as_array().unwrap().iter().collect();
    let told: Vec<_> = told
        .iter()
        .map(|row| {
            [&row["line"], &row["name"], &row["before"], &row["after"]].map(ToString::to_string)
        })
        .collect();
    let expected = [
        ["2", "\"勤怠 太郎\"", "\"=1+1\"", "\"tarouk\""],
        ["3", "\"髙橋 \\\"花\\\"子\"", "\"-hanako\"", "\"\""],
    ];
    assert_eq!(told, expected);
    rehearsed["dry_run"] = false.into();
    assert_eq!(rehearsed, done);
}
