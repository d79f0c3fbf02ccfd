//! `logs check` as pictures: bars in the terminal, a page for a browser.

mod browser;
mod page;

use crate::harness::{HANAKO, Office, TARO, pc_log};

/// A whole day, a half day, and a night before the start.
fn month() -> Office {
    let office = Office::of(&[TARO, HANAKO]);
    office.malion_has([
        pc_log("2024-12-17 09:00 PC-1 tarouk ログオン"),
        pc_log("2024-12-17 12:00 PC-1 tarouk ログオフ"),
        pc_log("2024-12-17 13:00 PC-1 tarouk ログオン"),
        pc_log("2024-12-17 18:00 PC-1 tarouk ログオフ"),
        pc_log("2024-12-17 10:00 PC-2 hanakod ログオン"),
        pc_log("2024-12-18 09:30 PC-2 hanakod ログオン"),
        pc_log("2024-12-18 17:30 PC-2 hanakod ログオフ"),
    ]);
    office.relays_at(&["2024-12-17 10:05", "2024-12-18 10:05", "2024-12-19 10:05"]);
    office.relays_at(&["2024-12-20 10:05"]);
    office
}

const CHECK: [&str; 6] = [
    "logs",
    "check",
    "--from",
    "2024-12-17",
    "--to",
    "2024-12-18",
];

#[test]
fn a_day_is_a_bar_with_its_sessions_its_punches_and_letters_that_the_legend_explains() {
    let office = month();
    let ran = office.run(&[&CHECK[..], &["--timeline", "--lang", "ja"]].concat());
    let ran = ran.exits(6);
    for line in [
        "                9     10    11    12    13    14    15    16    17    18\n",
        "勤怠 太郎 12-17 [█████████████████······██████████████████████████████]\n",
        "髙橋 花子 12-17       [┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄ A\n",
        "髙橋 花子 12-18    [███████████████████████████████████████████████]\n",
        "A  no-logoff: 退勤なし (1 日)\n",
    ] {
        assert!(ran.told().contains(line), "{line}\n{}", ran.told());
    }
    assert!(!ran.told().contains('\u{1b}'), "{}", ran.told());
}

#[test]
fn a_colour_is_there_only_where_it_is_asked_for_and_the_other_formats_stay_what_they_are() {
    let office = month();
    let timeline = |words: &[&str]| {
        let words = [&CHECK[..], &["--timeline"], words].concat();
        office.run(&words).exits(6)
    };
    assert!(
        timeline(&["--color", "always"])
            .told()
            .contains("\u{1b}[1;31mA")
    );
    let document = timeline(&["--format", "json"]).document("pcpunch.logs-check.v1");
    let sessions = &document["days"][0]["pc"]["sessions"];
    assert_eq!(
        sessions[1],
        serde_json::json!({"terminal": "PC-1", "from": "2024-12-17T13:00:00+09:00",
                           "until": "2024-12-17T18:00:00+09:00"})
    );
    timeline(&["--format", "csv"]).says("employee_code,name,user,work_day,");
}

#[test]
fn what_is_not_about_a_day_stands_below_the_bars() {
    let office = Office::of(&[TARO]);
    office.malion_has([
        pc_log("2024-12-17 09:00 PC-1 tarouk ログオン"),
        pc_log("2024-12-17 09:00 PC-9 nobody ログオン"),
    ]);
    office.relays_at(&["2024-12-17 10:05"]);
    office.at("2024-12-18 10:05");
    let ran = office.run(&[&CHECK[..], &["--timeline", "--lang", "en"]].concat());
    ran.exits(6)
        .says("[unlinked] user name without an account: nobody");
}

#[test]
fn a_check_is_written_as_one_page_that_fetches_nothing_and_that_only_its_owner_reads() {
    use std::os::unix::fs::PermissionsExt;

    let office = month();
    office.file("check.html", "an older page, open to all");
    let written = |lang: &str| {
        let words = [&CHECK[..], &["--html", "check.html", "--lang", lang]].concat();
        office.run(&words).exits(6).says("no-logoff");
        std::fs::read_to_string(office.path("check.html")).unwrap()
    };
    let page = written("ja");
    for part in [
        "<html lang=\"ja\">",
        "<tr id=\"d0\" data-who=\"0001 勤怠 太郎\" data-codes=\"\">",
        "<tr id=\"d1\" data-who=\"0002 髙橋 花子\" data-codes=\"no-logoff\">",
        "<td>2024-12-17 (火)</td>",
        "<a href=\"#f0\">退勤なし</a>",
        "<option value=\"no-logoff\">退勤なし (no-logoff)</option>",
        "<dt>対応が必要</dt><dd>1</dd>",
        "<a href=\"#code=no-logoff\">退勤なし <b>1</b></a>",
        "<tr id=\"f0\" data-who=\"0002 髙橋 花子\" data-codes=\"no-logoff\">",
        "<a href=\"#d1\">2024-12-17</a>",
        "script-src 'sha256-",
        "対処:",
        "<rect class=\"session\"",
        "<rect class=\"open\"",
        "prefers-color-scheme: dark",
        "@media print",
    ] {
        assert!(page.contains(part), "{part}\n{page}");
    }
    assert!(written("en").contains("What to do:"));
    for elsewhere in ["http:", "https:", "src=", "@import", "url("] {
        assert!(!page.contains(elsewhere), "{elsewhere}\n{page}");
    }
    let file = std::fs::metadata(office.path("check.html")).unwrap();
    assert_eq!(file.permissions().mode() & 0o777, 0o600);
    let beside = std::fs::read_dir(office.path("")).unwrap().flatten();
    let left = beside.filter(|entry| entry.file_name().to_string_lossy().starts_with(".tmp"));
    assert_eq!(left.count(), 0);
}

#[test]
fn what_people_are_called_stays_text_on_the_page() {
    let office = Office::of(&[("<1>", "<script>alert(1)</script>", "\"o'x\" & <u>", "evil")]);
    office.malion_has([
        pc_log("2024-12-17 09:00 <PC> evil ログオン"),
        pc_log("2024-12-17 09:00 PC <i>x</i> ログオン"),
    ]);
    office.relays_at(&["2024-12-17 10:05"]);
    office.at("2024-12-18 10:05");
    office.run(&[&CHECK[..], &["--html", "check.html"]].concat());
    let page = std::fs::read_to_string(office.path("check.html")).unwrap();
    assert!(
        page.contains("&lt;script&gt;alert(1)&lt;/script&gt; &quot;o&#39;x&quot; &amp; &lt;u&gt;"),
        "{page}"
    );
    assert!(page.contains("&lt;i&gt;x&lt;/i&gt;"), "{page}");
    assert_eq!(page.matches("<script>").count(), 1, "{page}");
    for raw in ["<u>", "<i>", "<1>", "<PC>"] {
        assert!(!page.contains(raw), "{raw}\n{page}");
    }
}

#[test]
fn a_page_that_cannot_be_written_is_said() {
    let office = month();
    let words = [&CHECK[..], &["--html", "missing/check.html"]].concat();
    office.fails(&words, 1, "check.file");
}
