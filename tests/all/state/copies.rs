//! A copied folder is not recognised: what protects there, and what does not.

use std::fs;
use std::os::unix::fs::DirBuilderExt;
use std::path::PathBuf;
use std::time::Duration;

use pcpunch::sandbox::{Boundary, Fault, Hold, On};
use serde_json::Value;

use super::{HANAKO, TARO, on};
use crate::harness::{Office, pc_log};

/// Another relay of the same company on the same machine, whose folder is a copy of the first one's, with everything
/// that stands in it.
struct Copy {
    state: PathBuf,
}

impl Copy {
    fn of(office: &Office) -> Self {
        let folder = office.path("copy");
        fs::DirBuilder::new().mode(0o700).create(&folder).unwrap();
        for file in fs::read_dir(office.path("state/pcpunch")).unwrap() {
            let file = file.unwrap();
            fs::copy(file.path(), folder.join(file.file_name())).unwrap();
        }
        Self {
            state: folder.join("state.db"),
        }
    }

    fn words(&self) -> [&str; 7] {
        let state = self.state.to_str().unwrap();
        [
            "--state", state, "relay", "run", "--once", "--format", "json",
        ]
    }

    /// One round of it that ends with 0 and posts so often.
    #[track_caller]
    fn round_posts(&self, office: &Office, posts: usize) -> Value {
        let before = office.posts();
        let ran = office.run(&self.words()).exits(0);
        assert_eq!(office.posts() - before, posts, "{}", ran.told());
        ran.document("pcpunch.relay-run.v1")
    }
}

/// Taro was punched at noon; then the folder was copied.
fn copied() -> (Office, Copy) {
    let office = Office::of(&[TARO, HANAKO]);
    office.malion_has([on("tarouk", "2024-12-17 09:00")]);
    office.at("2024-12-17 12:00").round_posts(1, 0);
    let copy = Copy::of(&office);
    (office, copy)
}

#[test]
fn the_reading_before_each_punch_keeps_two_copies_from_doubling() {
    let (office, copy) = copied();
    let mut logoff = pc_log("2024-12-17 18:00 PC-tarouk tarouk ログオフ");
    logoff.collected_at = crate::harness::moment("2024-12-18 09:00");
    office.malion_has([logoff, on("hanako", "2024-12-18 09:10")]);
    office.at("2024-12-18 10:05").round_posts(2, 0);
    copy.round_posts(&office, 0);
    office.malion_has([on("tarouk", "2024-12-18 10:10")]);
    office.at("2024-12-18 10:15");
    copy.round_posts(&office, 1);
    office.round_posts(0, 0);
    office.kot_has(&[
        "1000 2024-12-17 出勤 09:00",
        "1000 2024-12-17 退勤 18:00",
        "1000 2024-12-18 出勤 10:10",
        "2000 2024-12-18 出勤 09:10",
    ]);
}

#[test]
fn where_nothing_is_read_two_copies_double_which_is_seen_and_frozen_afterwards() {
    let office = Office::of(&[TARO]);
    office.setting("punch.in_closed_hours", "send");
    office.at("2024-12-17 08:20").round_posts(0, 0);
    let copy = Copy::of(&office);
    office.malion_has([on("tarouk", "2024-12-17 08:40")]);
    office.at("2024-12-17 08:45");
    office.relay().exits(0);
    copy.round_posts(&office, 1);
    let there = "1000 2024-12-17 出勤 08:40";
    office.kot_has(&[there, there]);
    office.at("2024-12-17 10:01");
    for round in [office.round_posts(0, 0), copy.round_posts(&office, 0)] {
        assert_eq!(Office::findings_of(&round), ["double-in-kot", "frozen"]);
    }
}

#[test]
fn two_copies_that_send_at_one_moment_double_which_is_seen_and_frozen_afterwards() {
    let (office, copy) = copied();
    let mut logoff = pc_log("2024-12-17 18:00 PC-tarouk tarouk ログオフ");
    logoff.collected_at = crate::harness::moment("2024-12-18 09:00");
    office.malion_has([logoff]);
    office.at("2024-12-18 12:00");
    let hold = Hold::at(Boundary::BeforeApplying);
    let both = On::punch().times(2);
    office.sandbox.kot.fault(Fault::Hold(hold.clone()), both);
    let rounds = [office.starts_a_round(), office.starts(&copy.words())];
    while office.posts() < 3 {
        std::thread::sleep(Duration::from_millis(5));
    }
    hold.go_on();
    for round in rounds {
        round.ends().exits(0);
    }
    let there = ["1000 2024-12-17 出勤 09:00", "1000 2024-12-17 退勤 18:00"];
    office.kot_has(&[there[0], there[1], there[1]]);
    // Whoever looked last has seen it.
    let frozen = |state: &std::path::Path| -> i64 {
        let file = rusqlite::Connection::open(state).unwrap();
        let count = "SELECT count(*) FROM freezes WHERE ended_at IS NULL";
        file.query_row(count, [], |row| row.get(0)).unwrap()
    };
    assert!(0 < frozen(&office.state_file()) + frozen(&copy.state));
}
