//! What is shown of long work while it lasts: on a terminal, and nowhere else.

use std::thread;
use std::time::Duration;

use pcpunch::sandbox::{Boundary, Fault, Hold, On};

use crate::harness::{Office, TARO, pc_log};

const PATIENCE: Duration = Duration::from_secs(20);
const ROUND: [&str; 5] = ["relay", "run", "--once", "--lang", "en"];
const QUIET: [&str; 4] = ["relay", "run", "--once", "--quiet"];
const WORDS: &str = "Collecting logs";
const AWAY: &str = "\r\u{1b}[2K";

/// Taro came at nine, and MaLion does not answer before it is let.
fn slow_office() -> (Office, Hold) {
    let office = Office::of(&[TARO]);
    office.malion_has([pc_log("2024-12-17 09:00 PC-1 tarouk ログオン")]);
    office.at("2024-12-17 12:00");
    let hold = Hold::at(Boundary::BeforeApplying);
    office
        .sandbox
        .malion
        .fault(Fault::Hold(hold.clone()), On::logs());
    (office, hold)
}

#[test]
fn on_a_terminal_long_work_is_shown_and_taken_away_before_anything_else_is_said() {
    let (office, hold) = slow_office();
    let Some(mut round) = office.on_terminal("xterm", &ROUND) else {
        return;
    };
    assert!(hold.wait_until_held(PATIENCE));
    round.shows(WORDS);
    hold.go_on();
    let (shown, ran) = round.ends();
    ran.exits(0);
    let mut pieces: Vec<&str> = shown.split(AWAY).collect();
    let said = pieces.pop().expect("what is said at the end");
    assert!(
        said.contains("1 sent") && !said.contains(WORDS),
        "{shown:?}"
    );
    let mut lines = pieces.into_iter();
    assert_eq!(lines.next(), Some(""), "{shown:?}");
    for line in lines {
        assert!(!line.contains('\n') && !line.is_empty(), "{shown:?}");
    }
}

#[test]
fn nothing_is_shown_off_a_terminal_with_quiet_and_where_no_line_can_be_taken_away() {
    let offices = [slow_office(), slow_office(), slow_office()];
    let [(piped, _), (quiet, _), (dumb, _)] = &offices;
    let off = piped.starts(&ROUND);
    let on = [
        quiet.on_terminal("xterm", &QUIET),
        dumb.on_terminal("dumb", &ROUND),
    ];
    let started = if on[0].is_some() { 3 } else { 1 };
    for (_, hold) in &offices[..started] {
        assert!(hold.wait_until_held(PATIENCE));
    }
    // Longer than it takes until something would be shown.
    thread::sleep(Duration::from_millis(1500));
    for (_, hold) in &offices {
        hold.go_on();
    }
    let mut told = vec![off.ends().exits(0).told()];
    told.extend(on.into_iter().flatten().map(|round| round.ends().0));
    for told in told {
        assert!(!told.contains(WORDS) && !told.contains(AWAY), "{told:?}");
    }
}
