//! Every refusal of an import and a sync: its exit code, its code for scripts, and its sentence in both languages.

use std::fs;

use pcpunch::domain::import::Problem;
use pcpunch::domain::time::WorkDay;
use pcpunch::sandbox::{Access, Canned, DataKind, Fault, On, key_of};

use crate::harness::{HANAKO, Office, TARO};

const IMPORT: [&str; 3] = ["accounts", "import", "links.csv"];
const SYNC: [&str; 2] = ["employees", "sync"];

/// Somebody with a code for each damage, somebody who resigned, somebody deleted, and two who came to one code.
fn office() -> Office {
    let office = Office::of(&[TARO, HANAKO]);
    for (code, last, first) in [
        ("0100000", "指数", "一"),
        ("1-2", "日付", "二"),
        ("5E3", "数値", "三"),
        ("9001", "退職", "済"),
        ("9002", "削除", "済"),
        ("8001", "重複", "一"),
        ("8002", "重複", "二"),
    ] {
        office.joins(code, last, first);
    }
    office.run(&SYNC).exits(0);
    let kot = &office.sandbox.kot;
    assert!(kot.resign(&key_of("9001"), WorkDay::parse("2024-12-10")));
    assert!(kot.delete(&key_of("9002")));
    office.run(&SYNC).exits(0);
    office.sql("UPDATE employees SET code = '8001' WHERE code = '8002'");
    office
}

/// Whoever is there, and whose PC user name is whose.
fn people(office: &Office) -> (String, Vec<String>) {
    let list = office.run(&["employees", "list", "--format", "json"]);
    (list.told(), office.links_held())
}

/// The file that provokes a problem, and what its line says in Japanese and in English. The match is whole: a new
/// problem does not compile without one.
fn provocation(problem: Problem) -> (&'static str, &'static str, &'static str) {
    const ROW: &str = "打刻先アカウント,姓・名,サービスアカウント\n";
    let (rows, japanese, english) = match problem {
        Problem::UnknownColumn => (
            "打刻先アカウント,サービスアカウント,部署\n",
            "1 行目、部署「部署」: 知らない見出しです。",
            "No such heading is known.",
        ),
        Problem::MissingColumn => (
            "打刻先アカウント\n",
            "この見出しの列が必要です。",
            "is needed.",
        ),
        Problem::DoubleColumn => (
            "打刻先アカウント,サービスアカウント,サービスアカウント\n",
            "同じ見出しが二つあります。",
            "The heading stands twice.",
        ),
        Problem::BeyondColumns => (
            "0001,勤怠 太郎,x,y\n",
            "2 行目、(見出しなし)「y」: 見出しのない列に値があります。",
            "The cell stands under no heading.",
        ),
        Problem::OpenQuote => (
            "0001,\"勤怠 太郎,x\n",
            "2 行目: この行で開いた引用符が閉じていません。",
            "line 2: A quote that opens in this row is never closed.",
        ),
        Problem::Kind => (
            "連携種別,打刻先アカウント,サービスアカウント\nMalion連携,0001,x\n",
            "2 行目、連携種別「Malion連携」: この名前の連携種別はありません。",
            "No kind of link has this name.",
        ),
        Problem::KindCode => (
            "種別コード,打刻先アカウント,サービスアカウント\n４,0001,x\n",
            "種別コードは 1、2、3 のどれかです。",
            "The code of a kind is 1, 2 or 3.",
        ),
        Problem::KindMismatch => (
            "連携種別,種別コード,打刻先アカウント,サービスアカウント\nMaLion連携,1,0001,x\n",
            "連携種別と種別コードが合いません。 正しくは「SmartOn ID連携」ではありませんか?",
            "do not agree.",
        ),
        Problem::NoCode => (
            ",勤怠 太郎,x\n",
            "従業員コードがありません。",
            "The employee code is missing.",
        ),
        Problem::UnknownEmployee => (
            "7777,,x\n",
            "「7777」: この従業員コードの人はいません。",
            "Nobody has this employee code.",
        ),
        Problem::Resigned => (
            "9001,,x\n",
            "9001 退職 済 は 2024-12-10 に退職しています。",
            "9001 退職 済 resigned on 2024-12-10.",
        ),
        Problem::Gone => (
            "9002,,x\n",
            "9002 削除 済 は KING OF TIME から削除されています。",
            "9002 削除 済 is deleted in KING OF TIME.",
        ),
        Problem::SeveralEmployees => (
            "8001,,x\n",
            "この従業員コードの人が複数います: 8001 重複 ",
            "Several people have this employee code: 8001 重複 ",
        ),
        Problem::Blanks => (
            "0001,勤怠 太郎,x \n",
            "「x 」: 前または後に空白があります。 正しくは「x」ではありませんか?",
            "There are blanks at an end. Perhaps \"x\"?",
        ),
        Problem::FullWidth => (
            "０００１,勤怠 太郎,x\n",
            "「０００１」: 全角の文字になっています。 正しくは「0001」ではありませんか?",
            "The characters are full-width. Perhaps \"0001\"?",
        ),
        Problem::LostZeros => (
            "1,勤怠 太郎,x\n",
            "先頭の 0 が失われています (表計算ソフト)。 正しくは「0001」ではありませんか?",
            "A spreadsheet took leading zeros away. Perhaps \"0001\"?",
        ),
        Problem::Scientific => (
            "1E+05,,x\n",
            "指数表記になっています (表計算ソフト)。 正しくは「0100000」ではありませんか?",
            "scientific notation. Perhaps \"0100000\"?",
        ),
        Problem::Date => (
            "1月2日,,x\n",
            "日付になっています (表計算ソフト)。 正しくは「1-2」ではありませんか?",
            "A spreadsheet turned it into a date. Perhaps \"1-2\"?",
        ),
        Problem::Converted => (
            "5000,,x\n",
            "別の値に変わっています (表計算ソフト)。 正しくは「5E3」ではありませんか?",
            "A spreadsheet turned it into another value. Perhaps \"5E3\"?",
        ),
        Problem::Name => (
            "0001,髙橋 花子,x\n",
            "この従業員コードの人は 0001 勤怠 太郎 です。コードが入れ替わっていませんか? \
             改姓などで正しければ --accept-names。 その氏名の人は 0002 髙橋 花子 です。",
            "This employee code is of 0001 勤怠 太郎. Were codes swapped? If it is right, as after a marriage: \
             --accept-names. The person of that name is 0002 髙橋 花子.",
        ),
        Problem::Domain => (
            "0001,勤怠 太郎,EXAMPLE\\taro\n",
            "ドメイン名は付けません。 正しくは「taro」ではありませんか?",
            "The domain does not belong here. Perhaps \"taro\"?",
        ),
        Problem::Control => (
            "0001,勤怠 太郎,\"a\nb\"\n",
            "改行などの制御文字があります。",
            "It holds a line break or another control character.",
        ),
        Problem::SecondRow => (
            "0001,,x\n0001,,y\n",
            "3 行目、打刻先アカウント「0001」: 0001 勤怠 太郎 の行は 2 行目にもあります。",
            "Line 2 is of 0001 勤怠 太郎 too.",
        ),
        Problem::SharedName => (
            "0002,,tarouk\n",
            "0002 髙橋 花子 と 0001 勤怠 太郎 は二人とも在籍中のため、同じユーザー名にはできません。",
            "0002 髙橋 花子 and 0001 勤怠 太郎 are both current, and cannot have one user name.",
        ),
    };
    let is_whole = rows.contains("打刻先アカウント");
    let file = if is_whole {
        rows.to_owned()
    } else {
        format!("{ROW}{rows}")
    };
    (Box::leak(file.into_boxed_str()), japanese, english)
}

#[test]
fn each_cell_that_is_refused_is_told_in_both_languages_and_nothing_changes() {
    let office = office();
    let before = office.state();
    for problem in Problem::ALL {
        let (file, japanese, english) = provocation(problem);
        office.file("links.csv", file);
        for (lang, sentence) in [("ja", japanese), ("en", english)] {
            let ran = office
                .run(&[&IMPORT[..], &["--lang", lang]].concat())
                .exits(1);
            let ran = ran.warns(sentence);
            let told = ran.told();
            assert!(
                !told.contains("import-") && !told.contains(&key_of("0001")),
                "{told}"
            );
        }
        let ran = office
            .run(&[&IMPORT[..], &["--format", "json"]].concat())
            .exits(1);
        let told = ran.told();
        assert!(
            told.contains(&format!("\"code\":\"{}\"", problem.code())),
            "{told}"
        );
    }
    assert_eq!(office.state(), before);
}

#[test]
fn a_file_that_cannot_be_read_or_written_is_told_in_both_languages() {
    let office = office();
    office.fails(&["accounts", "import", "missing.csv"], 1, "accounts.file");
    fs::write(office.path("links.csv"), b"\x82").unwrap();
    office.fails(&IMPORT, 1, "accounts.encoding");
    office.run(&IMPORT).exits(1).warns("先頭から 0 バイト目");
    office.fails(
        &[&IMPORT[..], &["--encoding", "utf-8"]].concat(),
        1,
        "accounts.encoding",
    );
    office.file("links.csv", "打刻先アカウント,サービスアカウント\n7777,x\n");
    office.fails(&IMPORT, 1, "accounts.refused");
    office.fails(
        &["accounts", "export", "missing/links.csv"],
        1,
        "accounts.file",
    );
    office.fails(&["accounts", "export", "links.csv"], 2, "usage.needs_yes");
}

#[test]
fn each_limit_of_a_sync_is_told_with_its_numbers_in_both_languages() {
    let codes: Vec<String> = (1..=12).map(|n| format!("{n:04}")).collect();
    let staff: Vec<_> = codes
        .iter()
        .map(|code| (code.as_str(), "姓", "名", ""))
        .collect();
    let office = Office::empty(&staff).set_up();
    office.run(&SYNC).exits(0);
    let before = people(&office);
    let kot = &office.sandbox.kot;
    let stops = |japanese: &str, english: &str| {
        office.fails(&SYNC, 7, "sync.limit");
        office.run(&SYNC).exits(7).warns(japanese);
        office
            .run(&[&SYNC[..], &["--dry-run", "--lang", "en"]].concat())
            .exits(7)
            .warns(english);
        assert_eq!(people(&office), before, "{japanese}");
    };
    let company = kot.company_key();
    kot.set_company_key("another");
    stops("別の会社のものです", "of another company");
    kot.set_company_key(&company);
    for (code, ..) in &staff[..6] {
        kot.delete(&key_of(code));
    }
    stops(
        "在籍者 12 人のうち 6 人が一度に退職または削除になります",
        "would be 6 of 12 active people",
    );
    for (code, ..) in &staff {
        kot.delete(&key_of(code));
    }
    stops(
        "従業員が一人もいません (登録済みの在籍者 12 人)",
        "lists nobody; active so far: 12",
    );
    for code in ["5001", "5002"] {
        office.joins(code, "新", "人");
    }
    stops(
        "在籍者 12 人が一人も見つからず、全員 (2 人) が新しい人です",
        "all that are listed (2) are new",
    );
}

#[test]
fn what_keeps_people_from_being_read_is_told_in_both_languages() {
    let office = Office::of(&[TARO, HANAKO]);
    let before = people(&office);
    let kot = &office.sandbox.kot;
    let list = On::get("/v1.0/employees").always();
    let one = r#"{"key":"k1","code":"0001","lastName":"勤怠","firstName":"太郎"}"#;
    for (record, who) in [
        (
            r#"{"code":"0002","lastName":"髙橋","firstName":"花子"}"#,
            "0002 髙橋 花子",
        ),
        (
            r#"{"key":"k2","lastName":"髙橋","firstName":"花子"}"#,
            "髙橋 花子",
        ),
        (
            r#"{"key":"k1","code":"0002","lastName":"髙橋"}"#,
            "0001 勤怠 太郎",
        ),
        (
            r#"{"key":"k2","code":"0002","lastName":"髙橋","hiredDate":"昨日"}"#,
            "昨日",
        ),
    ] {
        kot.fault(
            Fault::Answer(Canned::text(200, &format!("[{one},{record}]"))),
            list.clone(),
        );
        office.fails(&SYNC, 5, "kot.malformed");
        for lang in ["ja", "en"] {
            let ran = office
                .run(&[&SYNC[..], &["--lang", lang]].concat())
                .exits(5);
            ran.warns(who).warns("髙橋");
        }
        kot.clear_faults();
    }
    kot.deny(DataKind::Employees, Access::Read);
    office.fails(&SYNC, 4, "kot.access_refused");
    kot.allow(DataKind::Employees, Access::Read);
    office.setting("kot.closed_hours", "11:30-12:30");
    office.fails(&SYNC, 5, "kot.closed");
    office.run(&SYNC).exits(5).warns("12:3");
    assert_eq!(people(&office), before);
}

#[test]
fn a_code_that_moved_is_told_with_the_people_on_both_sides() {
    let office = Office::empty(&[TARO, HANAKO]).set_up();
    office.run(&SYNC).exits(0);
    for (whose, code) in [("0001", "9999"), ("0002", "0001"), ("0001", "0002")] {
        assert!(office.sandbox.kot.change_code(&key_of(whose), code));
    }
    let dry = |lang| {
        office
            .run(&[&SYNC[..], &["--dry-run", "--lang", lang]].concat())
            .exits(0)
    };
    dry("ja")
        .warns("従業員コード 0001 は 0002 勤怠 太郎 から 0001 髙橋 花子 に移りました。")
        .warns("従業員コード 0002 は 0001 髙橋 花子 から 0002 勤怠 太郎 に移りました。");
    dry("en").warns("The employee code 0001 is 0001 髙橋 花子's now and was 0002 勤怠 太郎's");
    office.run(&SYNC).exits(0);
    office.at("2024-12-17 10:05").relay().ends_like_a_round();
    let check = [
        "logs",
        "check",
        "--from",
        "2024-12-17",
        "--to",
        "2024-12-17",
    ];
    let told = office.run(&check).told();
    assert!(told.contains("このコードの前の人 0001 髙橋 花子"), "{told}");
    assert!(told.contains("このコードの前の人 0002 勤怠 太郎"), "{told}");
}

#[test]
fn somebody_whose_code_is_anothers_user_name_is_told_with_the_other() {
    let office = Office::of(&[TARO]);
    office.links(&[("0001", "0002")]).exits(0);
    office.joins("0002", "髙橋", "花子");
    let dry = |lang| {
        office
            .run(&[&SYNC[..], &["--dry-run", "--lang", lang]].concat())
            .exits(0)
    };
    dry("ja").warns("0002 髙橋 花子: 0001 勤怠 太郎 のサービスアカウントが「0002」のため");
    dry("en").warns("0002 髙橋 花子: the service account of 0001 勤怠 太郎 is \"0002\"");
    office.run(&SYNC).exits(0);

    office
        .sandbox
        .kot
        .resign(&key_of("0001"), WorkDay::parse("2024-12-10"));
    office.run(&SYNC).exits(0);
    office.file(
        "links.csv",
        "打刻先アカウント,サービスアカウント\n0002,0002\n",
    );
    let import = |lang| {
        office
            .run(&[&IMPORT[..], &["--dry-run", "--lang", lang]].concat())
            .exits(0)
    };
    import("ja").warns("0002 は 0001 勤怠 太郎 (退職または削除) から 0002 髙橋 花子 に移ります。");
    import("en").warns("0002 passes from 0001 勤怠 太郎 (resigned or gone) to 0002 髙橋 花子.");
    let words = [&IMPORT[..], &["--dry-run", "--format", "json"]].concat();
    let document = office.run(&words).exits(0);
    let document = document.document("pcpunch.accounts-import.v1");
    assert_eq!(document["passed_on"][0]["from_employee_code"], "0001");
}
