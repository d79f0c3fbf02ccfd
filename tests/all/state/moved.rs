//! A file that comes from another machine or another time reads what is there before it sends.

use std::fs;

use pcpunch::sandbox::{Fault, On, Reshape};

use super::{HANAKO, TARO, on, state_file};
use crate::harness::Office;

const ANOTHER_MACHINE: &str = "UPDATE meta SET value = 'machine-0' WHERE name = 'place.machine'";

/// Taro came on the 17th and was punched at noon.
fn at_work() -> Office {
    let office = Office::of(&[TARO, HANAKO]);
    office.malion_has([on("tarouk", "2024-12-17 09:00")]);
    office.at("2024-12-17 12:00").round_posts(1, 0);
    office
}

fn number(office: &Office) -> std::path::PathBuf {
    office.path("state/pcpunch/state.db.round")
}

#[test]
fn a_file_at_home_reads_nothing_more() {
    let office = at_work();
    assert_eq!(state_file(&office), None);
    let asked = office.sandbox.kot.requests().len();
    office.at("2024-12-17 12:05").round_posts(0, 0);
    assert_eq!(office.sandbox.kot.requests().len(), asked);
    use std::os::unix::fs::MetadataExt;
    let mode = fs::metadata(number(&office)).unwrap().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn each_way_of_coming_from_elsewhere_is_recognised_and_read_up_in_one_round() {
    let another_machine = |office: &Office| {
        office.sql(ANOTHER_MACHINE);
    };
    let nothing_beside = |office: &Office| fs::remove_file(number(office)).unwrap();
    let newer_beside = |office: &Office| {
        let text = fs::read_to_string(number(office)).unwrap();
        let (_, machine) = text.split_once(' ').unwrap();
        fs::write(number(office), format!("99 {machine}")).unwrap();
    };
    let ways: [fn(&Office); 3] = [another_machine, nothing_beside, newer_beside];
    for (name, comes) in ["moved", "copied", "restored"].into_iter().zip(ways) {
        let office = at_work();
        comes(&office);
        assert_eq!(state_file(&office).as_deref(), Some(name));
        let before = office.sandbox.kot.requests().len();
        office.rounds_at(&["2024-12-19 12:05", "2024-12-19 12:34"]);
        assert_eq!(office.sandbox.kot.requests().len(), before, "{name}");
        office.at("2024-12-19 12:35").round_posts(0, 0);
        let asked = office.sandbox.kot.requests().split_off(before);
        assert_eq!(asked.len(), 1, "{asked:#?}");
        assert_eq!(asked[0].query, "start=2024-12-16&end=2024-12-19");
        assert_eq!(state_file(&office), None, "{name}");
    }
}

#[test]
fn a_number_that_nobody_can_read_is_none() {
    for bytes in [
        &b""[..],
        b"what a broken disk left of it",
        b"\0\0\0\0\0\0\0\0",
        &[0xff, 0xfe, 0x20, 0x31],
        b"9223372036854775807 machine-1\n",
        b"-3 machine-1\n",
    ] {
        let office = at_work();
        fs::write(number(&office), bytes).unwrap();
        assert_eq!(state_file(&office).as_deref(), Some("copied"), "{bytes:?}");
        office.rounds_at(&["2024-12-17 12:05", "2024-12-17 12:35"]);
        assert_eq!(state_file(&office), None, "{bytes:?}");
    }
}

#[test]
fn a_number_that_cannot_be_read_or_written_sends_nothing() {
    let office = at_work();
    office.malion_has([on("hanako", "2024-12-17 12:01")]);
    fs::remove_file(number(&office)).unwrap();
    fs::create_dir(number(&office)).unwrap();
    office.at("2024-12-17 12:05");
    office.relay().exits(9);
    assert_eq!(office.posts(), 1);
    fs::remove_dir(number(&office)).unwrap();
    office.at("2024-12-17 12:10").round_posts(0, 0);
    office.at("2024-12-17 12:40").round_posts(1, 0);
}

#[test]
fn a_file_is_not_at_home_before_an_answer_has_shown_its_recent_days() {
    for reshape in [Reshape::EmptyList, Reshape::PunchesHidden] {
        let office = at_work();
        office.setting("punch.in_closed_hours", "send");
        office.sql(ANOTHER_MACHINE);
        let fault = Fault::Reshape(reshape);
        office.sandbox.kot.fault(fault, On::reading().always());
        for time in ["2024-12-17 12:05", "2024-12-17 12:35", "2024-12-17 17:20"] {
            office.at(time).round_posts(0, 0);
            assert_eq!(state_file(&office).as_deref(), Some("moved"));
        }
        // Another file has sent it.
        office.enters("2000", "2024-12-17", 1, "2024-12-17 12:30");
        office.malion_has([on("hanako", "2024-12-17 12:30")]);
        office.at("2024-12-17 17:45").round_posts(0, 0);
        office.sandbox.kot.clear_faults();
        office.at("2024-12-17 18:31").round_posts(0, 0);
        assert_eq!(state_file(&office), None);
        office.kot_has(&[
            "1000 2024-12-17 出勤 09:00",
            "2000 2024-12-17 出勤 12:30 (not ours)",
        ]);
    }
}

#[test]
fn a_dry_run_leaves_a_file_where_it_is_and_shows_what_its_round_would_do() {
    let office = Office::of(&[TARO, HANAKO]);
    office.malion_has([on("tarouk", "2024-12-17 09:00")]);
    office.at("2024-12-17 12:00");
    shows_what_a_round_does(&office, None);
    office.malion_has([on("hanako", "2024-12-18 09:10")]);
    office.at("2024-12-18 12:00");
    shows_what_a_round_does(&office, None);
    office.sql(ANOTHER_MACHINE);
    office.at("2024-12-19 12:05").round_posts(0, 0);
    office.at("2024-12-19 12:35");
    shows_what_a_round_does(&office, Some("moved"));
}

/// A dry run of a file that comes from there, and the round after it.
#[track_caller]
fn shows_what_a_round_does(office: &Office, from: Option<&str>) {
    let beside = || fs::read(number(office)).ok();
    let before = beside();
    let dry = ["relay", "run", "--once", "--dry-run", "--format", "json"];
    let ran = office.run(&dry).exits(0);
    assert_eq!(beside(), before);
    assert_eq!(state_file(office).as_deref(), from);
    let shown = ran.document("pcpunch.relay-run.v1");
    let round = office.round(0);
    for field in ["run", "collected", "findings"] {
        assert_eq!(shown[field], round[field], "{field}");
    }
    assert_eq!(
        shown["sent"].as_array().map(Vec::len),
        round["sent"].as_array().map(Vec::len)
    );
    // What was sent is looked at once more.
    let asked = |round: &serde_json::Value| round["requests"]["kot_reads"].as_u64().unwrap();
    let again = u64::from(round["sent"] != serde_json::json!([]));
    assert_eq!(asked(&shown) + again, asked(&round), "{shown:#} {round:#}");
    assert_eq!(state_file(office), None);
}

#[test]
fn nothing_is_sent_before_what_is_there_could_be_read() {
    let office = at_work();
    office.sql(ANOTHER_MACHINE);
    office.malion_has([on("hanako", "2024-12-17 12:01")]);
    office.sandbox.kot.fault(Fault::DropBefore, On::reading());
    office.at("2024-12-17 12:05").round_posts(0, 0);
    office.at("2024-12-17 12:35").round_posts(0, 5);
    assert_eq!(state_file(&office).as_deref(), Some("moved"));
    office.at("2024-12-17 12:40").round_posts(1, 0);
    assert_eq!(state_file(&office), None);
}

#[test]
fn in_the_closed_hours_a_moved_file_sends_nothing_until_a_round_has_read() {
    let office = Office::of(&[TARO, HANAKO]);
    office.setting("punch.in_closed_hours", "send");
    office.at("2024-12-17 08:20").round_posts(0, 0);
    office.sql(ANOTHER_MACHINE);
    office.malion_has([on("tarouk", "2024-12-17 08:40")]);
    for time in ["2024-12-17 08:45", "2024-12-17 08:50", "2024-12-17 09:30"] {
        office.at(time).round_posts(0, 0);
        assert_eq!(state_file(&office).as_deref(), Some("moved"));
    }
    office.at("2024-12-17 10:01").round_posts(1, 0);
    office.malion_has([on("hanako", "2024-12-17 17:00")]);
    office.at("2024-12-17 17:25").round_posts(1, 0);
    office.kot_has(&["1000 2024-12-17 出勤 08:40", "2000 2024-12-17 出勤 17:00"]);
}

#[test]
fn what_a_moved_file_was_shown_is_not_sent_unread_later() {
    let office = Office::of(&[TARO, HANAKO]);
    office.setting("punch.in_closed_hours", "send");
    office.malion_has([on("hanako", "2024-12-17 07:30")]);
    office.links(&[("2000", "")]).exits(0);
    office.at("2024-12-17 07:40").round_posts(0, 0);
    office.sql(ANOTHER_MACHINE);
    office.at("2024-12-17 07:45").round_posts(0, 0);
    // Another file had sent it; here its link comes only in the closed hours.
    office.enters("2000", "2024-12-17", 1, "2024-12-17 07:30");
    office.at("2024-12-17 08:20").round_posts(0, 0);
    assert_eq!(state_file(&office), None);
    office.links(&[("2000", "hanako")]).exits(0);
    office.at("2024-12-17 08:45").round_posts(0, 0);
    office.at("2024-12-17 10:01").round_posts(0, 0);
    office.kot_has(&["2000 2024-12-17 出勤 07:30 (not ours)"]);
}

#[test]
fn what_was_under_way_when_a_file_came_is_waited_for_before_anything_is_sent() {
    let office = Office::of(&[TARO, HANAKO]);
    let empty = office.state();
    office.malion_has([on("tarouk", "2024-12-17 09:00")]);
    let late = Fault::ApplyLater(chrono::TimeDelta::minutes(20));
    office.sandbox.kot.fault(late, On::punch());
    office.at("2024-12-17 12:00").round_posts(1, 5);
    office.kot_has(&[]);
    // Of that request the file that is put back knows nothing.
    office.puts_back(&empty);
    for time in ["2024-12-17 12:01", "2024-12-17 12:19", "2024-12-17 12:25"] {
        let round = office.at(time).round(0);
        assert_eq!(round["next_read_at"], "2024-12-17T12:31:00+09:00", "{time}");
    }
    office.kot_has(&["1000 2024-12-17 出勤 09:00"]);
    office.at("2024-12-17 12:31").round_posts(0, 0);
    office.kot_has(&["1000 2024-12-17 出勤 09:00"]);
    office.book_says(&["1000 2024-12-17 出勤 09:00 already-there"]);
}

#[test]
fn a_file_that_comes_a_second_time_waits_anew() {
    let office = at_work();
    office.sql(ANOTHER_MACHINE);
    office.at("2024-12-17 12:05").round_posts(0, 0);
    let copy = office.state();
    office.at("2024-12-17 12:35").round_posts(0, 0);
    assert_eq!(state_file(&office), None);
    office.puts_back(&copy);
    office.malion_has([on("hanako", "2024-12-17 12:36")]);
    office.rounds_at(&["2024-12-17 12:40", "2024-12-17 13:09"]);
    assert_eq!(office.posts(), 1);
    office.at("2024-12-17 13:10").round_posts(1, 0);
}
