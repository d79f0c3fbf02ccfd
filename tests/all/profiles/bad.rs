//! Profiles that are none end every round before it begins, and say where and why.

use super::{Shape, office_with, profile_of};
use crate::harness::Office;

const ROUND: [&str; 3] = ["relay", "run", "--once"];

/// What in the CSV profile is replaced by what; then the key and the line that are told, and a word of each
/// language.
const BAD: [(&str, &str, &str, u32, &str, &str); 14] = [
    (
        "auth = \"basic\"",
        "auth = \"basix\"",
        "request.auth",
        9,
        "basix は選べません",
        "no choice",
    ),
    (
        "auth = \"basic\"",
        "auth = \"query\"",
        "request.query",
        15,
        "{admin_code} がありません",
        "lacks {admin_code}",
    ),
    (
        "kind = \"{category}\"",
        "kind = \"{admin_code}\"",
        "request.query.kind",
        16,
        "コードがここに",
        "code stands here",
    ),
    (
        "page = \"{page}\"",
        "page = \"1\"",
        "request.query",
        15,
        "{page} がありません",
        "lacks {page}",
    ),
    (
        "page = \"{page}\"",
        "page = \"{cursor}\"",
        "request.query",
        15,
        "{page} がありません",
        "lacks {page}",
    ),
    (
        "style = \"page\"",
        "style = \"cursor\"",
        "paging.style",
        23,
        "json のときだけ",
        "only with response.format = json",
    ),
    (
        "style = \"page\"",
        "stile = \"page\"",
        "paging.style",
        22,
        "ありません",
        "is missing",
    ),
    (
        "user = \"利用者\"",
        "user = \"/user\"",
        "fields.user",
        42,
        "見出しを書きます",
        "heading of their column",
    ),
    (
        "user = \"利用者\"",
        "usr = \"利用者\"",
        "fields.usr",
        42,
        "このキーはありません",
        "no such key",
    ),
    (
        "zone = \"JST\"\nauth",
        "auth",
        "request.time_format",
        7,
        "zone =",
        "zone =",
    ),
    (
        "logoff = [",
        "logoff = [\"ログイン\", ",
        "values.logoff",
        47,
        "すでにログオンの語",
        "already",
    ),
    (
        "closed_hours = \"03:00-03:30\"",
        "closed_hours = \"3-4\"",
        "limits.closed_hours",
        51,
        "HH:MM-HH:MM",
        "HH:MM-HH:MM",
    ),
    (
        "window_hours = 72",
        "window_hours = 0",
        "request.window_hours",
        6,
        "1 から 8784",
        "from 1 to 8784",
    ),
    ("[paging]", "[paging", "", 22, "TOML", "TOML"),
];

#[test]
fn a_bad_profile_is_told_by_file_line_and_key_and_nothing_is_asked() {
    let office = office_with(Office::of(&[]), Shape::PagesOfCsv);
    let right = profile_of(Shape::PagesOfCsv);
    for (old, new, key, line, japanese, english) in BAD {
        assert!(right.contains(old), "{old}");
        office.file("malion.toml", &right.replacen(old, new, 1));
        office.fails(&ROUND, 2, "profile.bad");
        office.check_finds(2, "malion-settings");
        for (lang, words, at) in [
            ("ja", japanese, format!("malion.toml の {line} 行目")),
            ("en", english, format!("malion.toml, line {line}")),
        ] {
            let ran = office.run(&["relay", "run", "--once", "--lang", lang]);
            let told = ran.told();
            for part in [words, key, &at] {
                assert!(told.contains(part), "{new}: {part}\n{told}");
            }
        }
    }
    assert_eq!(office.sandbox.malion.requests().len(), 0);
}

#[test]
fn the_nearest_key_is_the_remedy() {
    let office = office_with(Office::of(&[]), Shape::PagesOfCsv);
    let right = profile_of(Shape::PagesOfCsv);
    office.file("malion.toml", &right.replace("user = ", "usr = "));
    let ran = office
        .run(&["relay", "run", "--once", "--lang", "en"])
        .exits(2);
    let told = ran.told();
    assert!(told.contains("Did you mean user?"), "{told}");
}

#[test]
fn a_profile_that_is_not_there_or_describes_files_only_is_named() {
    let office = Office::of(&[]);
    office.setting("malion.profile", "nowhere.toml");
    office.fails(&ROUND, 2, "profile.unreadable");
    office.check_finds(2, "malion-settings");
    let told = office.run(&ROUND).told();
    assert!(told.contains("nowhere.toml"), "{told}");
    let (_, file) = profile_of(Shape::CursorAndForm)
        .split_once("[file]")
        .map(|(a, b)| (a.to_owned(), b.to_owned()))
        .expect("a part");
    office.file("nowhere.toml", &format!("name = \"files\"\n[file]{file}"));
    office.fails(&ROUND, 2, "profile.bad");
    let told = office.run(&ROUND).told();
    assert!(told.contains("request"), "{told}");
}
