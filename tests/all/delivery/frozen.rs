//! A day that is doubled, and a file that cannot be trusted: nothing is sent until somebody says so.

use super::{many_came, off, on, taro_came};
use crate::harness::Office;

const UNFREEZE: [&str; 5] = ["relay", "unfreeze", "--reason", "deleted by hand", "--yes"];

/// So many people, whose 出勤 of the day was sent at noon; a card made another for each. Their ログオフ are known
/// and it is the next day.
fn doubled(count: u32) -> Office {
    let office = many_came(count);
    office.round_posts(count as usize, 0);
    for one in 0..count {
        let code = format!("{}", 1000 + one);
        office.enters(&code, "2024-12-17", 1, "2024-12-17 08:30");
        office.malion_has([off(&format!("user{code}"), "2024-12-17 18:00")]);
    }
    office.at("2024-12-18 12:00");
    office
}

fn cards_are_deleted(office: &Office) {
    office.sandbox.kot.remove_punches(|punch| !punch.by_api);
}

#[test]
fn a_doubled_day_of_ours_is_frozen_until_king_of_time_shows_one() {
    let office = doubled(1);
    for time in ["2024-12-18 12:00", "2024-12-18 12:05"] {
        let round = office.at(time).round_posts(0, 0);
        assert_eq!(Office::findings_of(&round), ["double-in-kot", "frozen"]);
    }
    let status = office
        .run(&["relay", "status", "--format", "json"])
        .exits(0);
    let status = status.document("pcpunch.status.v1");
    assert_eq!(
        (&status["frozen"], &status["frozen_days"]),
        (&false.into(), &1.into())
    );
    cards_are_deleted(&office);
    let round = office.at("2024-12-18 12:10").round_posts(1, 0);
    assert_eq!(Office::findings_of(&round), [""; 0]);
    office.kot_has(&["1000 2024-12-17 出勤 09:00", "1000 2024-12-17 退勤 18:00"]);
}

#[test]
fn a_doubled_day_of_others_is_told_and_not_frozen() {
    let office = taro_came();
    office.enters("1000", "2024-12-17", 1, "2024-12-17 08:30");
    office.enters("1000", "2024-12-17", 1, "2024-12-17 08:40");
    let round = office.round_posts(0, 0);
    assert_eq!(Office::findings_of(&round), ["double-in-kot"]);
}

#[test]
fn three_doubled_days_are_frozen_and_the_others_go_on() {
    let office = doubled(3);
    office.malion_has([on("user1000", "2024-12-18 09:00")]);
    office.round_posts(1, 0);
}

#[test]
fn a_fourth_doubled_day_freezes_the_file_until_a_person_says_so() {
    let office = doubled(4);
    office.fails(&["relay", "run", "--once"], 7, "state.frozen");
    assert_eq!(office.posts(), 4);

    // It still collects, decides and stores, and asks KING OF TIME nothing.
    office.malion_has([on("user1000", "2024-12-18 12:05")]);
    let asked = office.sandbox.kot.requests().len();
    let round = office.at("2024-12-18 12:10").round_posts(0, 7);
    assert_eq!(office.sandbox.kot.requests().len(), asked);
    assert_eq!(round["collected"]["new"], 1);
    assert!(Office::findings_of(&round).contains(&"frozen"));
    let status = office
        .run(&["relay", "status", "--format", "json"])
        .exits(0);
    let status = status.document("pcpunch.status.v1");
    assert_eq!(status["frozen"], true);
    assert_eq!(status["freeze"]["reason"], "doubles");
    assert_eq!(
        status["freeze"]["since"], "2024-12-18T12:00:00+09:00",
        "{status:#}"
    );

    office.fails(&UNFREEZE[..4], 2, "usage.needs_yes");
    office.run(&UNFREEZE).exits(0);
    // The days stand as they are, and are not counted again.
    office.at("2024-12-18 12:20").round_posts(1, 0);
    office.at("2024-12-18 12:30").round_posts(0, 0);
    cards_are_deleted(&office);
    office.at("2024-12-18 12:40").round_posts(4, 0);
}

#[test]
fn nothing_of_a_frozen_file_is_sent_by_hand_either() {
    let office = doubled(4);
    office.relay().exits(7);
    let waits = office
        .book()
        .into_iter()
        .find(|punch| punch.state == "decided");
    let id = waits.expect("a 退勤").id;
    office.sql(&format!(
        "UPDATE punches SET state = 'held' WHERE id = {id}"
    ));
    let id = id.to_string();
    office.fails(&["punches", "send", &id, "--yes"], 7, "state.frozen");
    assert_eq!(office.posts(), 4);
}

#[test]
fn a_file_that_disagrees_with_itself_sends_nothing() {
    for (cause, harm) in [
        (
            "never-sent",
            "DELETE FROM attempts;",
        ),
        (
            "no-attempt",
            "DELETE FROM attempts; UPDATE punches SET state = 'unknown';",
        ),
        (
            "two-of-a-kind",
            "DROP INDEX one_clock_in;
             INSERT INTO punches (employee_key, work_day, kind, minute, state, decided_at, changed_at)
             SELECT employee_key, work_day, kind, minute + 60, 'decided', 0, 0 FROM punches;",
        ),
        (
            "cursor-ahead",
            "UPDATE meta SET value = value + 864000 WHERE name = 'cursor.malion';",
        ),
    ] {
        let office = taro_came();
        office.round_posts(1, 0);
        office.sql(harm);
        office.at("2024-12-18 12:00").round_posts(0, 7);
        let status = office.run(&["relay", "status", "--format", "json"]).exits(0);
        let status = status.document("pcpunch.status.v1");
        assert_eq!(status["freeze"]["reason"], cause, "{status:#}");
        // What a person has looked at does not freeze it again.
        office.run(&UNFREEZE).exits(0);
        let ran = office.at("2024-12-18 12:10").relay();
        assert!(!ran.told().contains("state.frozen"), "{}", ran.told());
    }
}

#[test]
fn unfreezing_nothing_is_done_and_says_so() {
    let office = taro_came();
    let words = [&UNFREEZE[..4], &["--lang", "en"]].concat();
    let ran = office.run(&words).exits(0);
    assert!(ran.told().contains("Nothing is frozen."), "{}", ran.told());
    office.run(&["relay", "unfreeze", "--yes"]).exits(2);
}

#[test]
fn the_reason_is_kept_in_the_file() {
    let office = doubled(1);
    office.round_posts(0, 0);
    office.run(&UNFREEZE).exits(0);
    let file = rusqlite::Connection::open(office.state_file()).unwrap();
    let said = "SELECT reason FROM freezes WHERE ended_at IS NOT NULL";
    let reason: String = file.query_row(said, [], |row| row.get(0)).unwrap();
    assert_eq!(reason, "deleted by hand");
}
