//! What KING OF TIME has answered stays answered, and what comes back is a new finding.

use super::{DAY, days, worked};
use crate::harness::moment;

#[test]
fn what_a_check_saw_answered_no_round_raises_again() {
    let provoked = days::no_logoff();
    let office = provoked.office;
    (provoked.answer)(&office);
    office.relays_at(&["2024-12-19 10:30", "2024-12-20 10:05"]);
    let open = office.open_findings();
    assert!(!open.contains(&"no-logoff".to_owned()), "{open:?}");
    // Nor does a check that cannot ask.
    let offline = ["logs", "check", "--offline", "--date", DAY];
    let told = office.run(&offline).exits(0).told();
    assert!(!told.contains("no-logoff"), "{told}");
}

#[test]
fn a_round_that_reads_the_day_sees_the_answer_too() {
    let office = days::no_logon().office;
    assert_eq!(office.open_findings(), ["no-logon"]);
    office.enters("1000", DAY, 1, "2024-12-17 08:30");
    office.relays_at(&["2024-12-18 10:20"]);
    assert!(office.open_findings().is_empty(), "the 退勤 has gone");
    office.relays_at(&["2024-12-18 10:30"]);
    assert!(office.open_findings().is_empty(), "it stays answered");
}

#[test]
fn what_comes_back_after_it_was_answered_is_a_new_finding() {
    let provoked = days::no_logoff();
    let office = provoked.office;
    let first = office.check(DAY, DAY).number_of("no-logoff");
    (provoked.answer)(&office);
    office.sandbox.kot.remove_punches(|punch| !punch.by_api);
    let again = office.check(DAY, DAY).exits(6).number_of("no-logoff");
    assert_ne!(first, again);
    office.relays_at(&["2024-12-19 10:30"]);
    assert_eq!(office.check(DAY, DAY).number_of("no-logoff"), again);
}

#[test]
fn in_the_closed_hours_a_check_says_so_and_shows_what_is_known() {
    let office = worked();
    let check = ["logs", "check", "--date", DAY];
    let ran = office.at("2024-12-18 17:45").run(&check).exits(5);
    let told = ran.says("(未確認)").says("09:00–18:00").told();
    assert!(told.contains("18:31"), "until when: {told}");
}

#[test]
fn offline_nobody_is_asked() {
    let office = worked();
    let came = moment("2024-12-18 10:10");
    office.malion_has([super::taro("19:00 ロック").collected(came)]);
    let (kot, malion) = (&office.sandbox.kot, &office.sandbox.malion);
    kot.clear_requests();
    malion.clear_requests();
    let offline = [
        "logs",
        "check",
        "--offline",
        "--from",
        DAY,
        "--to",
        "2024-12-20",
    ];
    office.run(&offline).exits(0).says("(未確認)");
    assert!(kot.requests().is_empty() && malion.requests().is_empty());
}
