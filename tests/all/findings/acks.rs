//! `logs check --ack`: a person sets a finding aside.

use serde_json::Value;

use super::{DAY, days, logs, punches};
use crate::harness::{Checked, Office, pc_log};

/// Sets the finding of that code aside.
#[track_caller]
fn sets_aside(office: &Office, code: &str, reason: &str) -> String {
    let number = office.check(DAY, DAY).number_of(code);
    let words = ["logs", "check", "--ack", &number, "--reason", reason];
    office.run(&words).exits(0).says(reason);
    number
}

fn reason(checked: &Checked, code: &str) -> Option<String> {
    let reason = &checked.finding(code)?["ack_reason"];
    reason.as_str().map(str::to_owned)
}

#[test]
fn a_finding_that_is_set_aside_is_told_as_such_and_calls_nobody() {
    let office = days::no_logoff().office;
    let number = sets_aside(&office, "no-logoff", "本人に確認中");
    let checked = office.check(DAY, DAY).exits(0);
    assert_eq!(
        reason(&checked, "no-logoff").as_deref(),
        Some("本人に確認中")
    );
    let finding = checked.finding("no-logoff").expect("it is still told");
    assert_eq!(finding["acknowledged"], true);
    assert_eq!(finding["ack_at"], "2024-12-19T10:05:00+09:00");
    office
        .run(&["logs", "check", "--date", DAY])
        .exits(0)
        .says(&format!("#{number} [no-logoff]"))
        .says("了承済み: 本人に確認中");
    let round = office.at("2024-12-19 10:30").round(0);
    assert!(!Office::findings_of(&round).contains(&"no-logoff"));
    let checked = office.check(DAY, DAY).exits(0);
    assert_eq!(checked.number_of("no-logoff"), number);
}

#[test]
fn new_evidence_of_substance_is_a_new_finding() {
    let office = logs::no_link_code().office;
    sets_aside(&office, "no-link-code", "共用の PC");
    let mut same = pc_log("2024-12-17 10:30 PC-1 tarouk ログオフ");
    same.link_code = Some(String::new());
    office.malion_has([same]);
    office.relays_at(&["2024-12-17 10:35"]);
    let checked = office.check(DAY, DAY);
    assert!(reason(&checked, "no-link-code").is_some(), "the same PC");

    let mut other = pc_log("2024-12-17 10:40 PC-2 tarouk ログオン");
    other.link_code = Some(String::new());
    office.malion_has([other]);
    office.relays_at(&["2024-12-17 10:45"]);
    let checked = office.check(DAY, DAY);
    assert!(reason(&checked, "no-link-code").is_none(), "another PC");
}

#[test]
fn a_finding_that_a_check_alone_knows_is_set_aside_too() {
    let office = punches::missing_in_kot().office;
    sets_aside(&office, "missing-in-kot", "本人の申請で削除");
    office.relays_at(&["2024-12-18 10:20"]);
    office.check(DAY, DAY).exits(0);
}

#[test]
fn what_was_set_aside_and_answered_is_a_new_finding_when_it_comes_back() {
    let office = punches::missing_in_kot().office;
    let first = sets_aside(&office, "missing-in-kot", "本人の申請で削除");
    office.enters("1000", DAY, 2, "2024-12-17 18:00");
    office.check(DAY, DAY).exits(0).finds(&[]);
    office.fails(
        &["logs", "check", "--ack", &first, "--reason", "もう一度"],
        1,
        "finding.closed",
    );
    office.sandbox.kot.remove_punches(|punch| punch.code == 2);
    let again = office.check(DAY, DAY).exits(6);
    assert_ne!(again.number_of("missing-in-kot"), first);
}

#[test]
fn what_cannot_be_set_aside_is_said() {
    let office = days::no_logoff().office;
    let number = office.check(DAY, DAY).number_of("no-logoff");
    let ack = ["logs", "check", "--ack"];
    office.fails(
        &[&ack[..], &["9999", "--reason", "理由"]].concat(),
        2,
        "finding.not_known",
    );
    office.fails(&[&ack[..], &[&number]].concat(), 2, "usage");
    let blank = [&ack[..], &[&number, "--reason", "  "]].concat();
    office.fails(&blank, 2, "usage");
    office.fails(&["logs", "check", "--reason", "理由"], 2, "usage");
    let both = [&ack[..], &[&number, "--reason", "理由", "--offline"]].concat();
    office.fails(&both, 2, "usage");

    office.check(DAY, DAY).exits(6);
    let good = [&ack[..], &[&number, "--reason", "理由"]].concat();
    office.run(&good).exits(0);
    office.fails(&good, 1, "finding.set_aside");
}

#[test]
fn the_answer_is_a_document_and_a_line_too() {
    let office = days::no_logoff().office;
    let number = office.check(DAY, DAY).number_of("no-logoff");
    let words = ["logs", "check", "--ack", &number, "--reason", "確認中"];
    let ran = office.run(&[&words[..], &["--format", "json"]].concat());
    let document: Value = ran.exits(0).document("pcpunch.logs-ack.v1");
    assert_eq!(document["finding"]["code"], "no-logoff", "{document:#}");
    assert_eq!(document["finding"]["ack_reason"], "確認中");

    let csv = ["logs", "check", "--date", DAY, "--format", "csv"];
    let ran = office.run(&csv).exits(0);
    let told = ran.told();
    let of_finding = |line: &&str| line.contains(&format!(",no-logoff,no-logoff,{number},act,"));
    let line = told
        .lines()
        .find(of_finding)
        .unwrap_or_else(|| panic!("{told}"));
    for piece in [
        "時刻 12:00",
        "PC PC-1",
        "KING OF TIME に退勤を手で入力",
        "確認中",
    ] {
        assert!(line.contains(piece), "{piece} in {line}");
    }
}
