//! The integration manual's own example, typed as an administrator would type it.

use std::fs;

use crate::harness::{Office, moment, pc_log};

/// 勤怠 太郎's office: nothing is set up but KING OF TIME and MaLion themselves.
fn office() -> Office {
    let office = Office::empty(&[("1000", "勤怠", "太郎", "")]);
    office.malion_has([
        pc_log("2024-12-17 09:03 PC-1 tarouk ログオン"),
        pc_log("2024-12-17 18:22 PC-1 tarouk ログオフ").collected(moment("2024-12-18 08:40")),
    ]);
    office
}

/// 初期設定: where the services are, and the secrets, which stand on no command line.
fn sets_up(office: &Office) {
    let sandbox = &office.sandbox;
    let (admin, secret) = sandbox.malion.codes();
    for (key, value) in [
        ("kot.base_url", sandbox.kot.base_url()),
        ("malion.base_url", sandbox.malion.base_url()),
        ("punch.since", "2024-12-17".to_owned()),
    ] {
        office.run(&["config", "set", key, &value]).exits(0);
    }
    for (key, value) in [
        ("kot.token", sandbox.kot.token()),
        ("malion.admin_code", admin),
        ("malion.secret_code", secret),
    ] {
        office.run(&["config", "set", key, &value]).exits(2);
        office
            .run_with(&["config", "set", key, "--stdin"], Some(&value))
            .exits(0);
    }
}

/// CSVデータ保存, the サービスアカウント edited in the file, CSVデータ入力.
fn links_by_file(office: &Office) {
    office.run(&["accounts", "export", "links.csv"]).exits(0);
    let file = office.path("links.csv");
    let text = fs::read_to_string(&file).unwrap();
    assert_eq!(
        text,
        "\u{feff}連携種別,種別コード,打刻先アカウント,姓・名,サービスアカウント\r\n\
         MaLion連携,3,1000,勤怠 太郎,1000\r\n"
    );
    fs::write(&file, text.replace("太郎,1000", "太郎,tarouk")).unwrap();
    office
        .run(&["accounts", "import", "links.csv"])
        .exits(0)
        .ends_saying("1件のアカウントを更新");
    office
        .run(&["accounts", "import", "links.csv"])
        .exits(0)
        .ends_saying("0件のアカウントを更新");
}

#[test]
fn the_manuals_example_ends_with_its_two_punches_and_every_day_ok() {
    let office = office();
    sets_up(&office);
    office
        .run(&["employees", "sync"])
        .exits(0)
        .says("勤怠 太郎");
    links_by_file(&office);

    office.relays_at(&["2024-12-17 09:05", "2024-12-17 12:00", "2024-12-17 19:00"]);
    office.kot_has(&["1000 2024-12-17 出勤 09:03"]);
    office.relays_at(&["2024-12-18 08:45", "2024-12-18 10:05"]);
    office.kot_has(&["1000 2024-12-17 出勤 09:03", "1000 2024-12-17 退勤 18:22"]);
    let arrived: Vec<String> = office
        .sandbox
        .kot
        .punches()
        .iter()
        .map(|punch| punch.arrived_at.format("%m-%d").to_string())
        .collect();
    assert_eq!(arrived, ["12-17", "12-18"]);

    let check = office.run(&["logs", "check", "--format", "json"]).exits(0);
    let document = check.document("pcpunch.logs-check.v1");
    assert_eq!(
        document["counts"],
        serde_json::json!({"ok": 1}),
        "{}",
        check.told()
    );
    office.run(&["logs", "check"]).exits(0).says("勤怠 太郎");
}

#[test]
fn a_round_with_nothing_new_asks_malion_twice_at_most_and_king_of_time_nothing() {
    let office = office();
    sets_up(&office);
    office.run(&["employees", "sync"]).exits(0);
    links_by_file(&office);
    office.relays_at(&["2024-12-17 12:00", "2024-12-18 10:05"]);
    assert_eq!(office.posts(), 2);

    for time in ["2024-12-18 10:10", "2024-12-18 12:00", "2024-12-18 23:55"] {
        office.sandbox.malion.clear_requests();
        office.sandbox.kot.clear_requests();
        office.relays_at(&[time]);
        let asked = office.sandbox.malion.requests().len();
        assert!(
            (1..=2).contains(&asked),
            "MaLion was asked {asked} times at {time}"
        );
        assert!(
            office.sandbox.kot.requests().is_empty(),
            "KING OF TIME was asked at {time}"
        );
    }
}
