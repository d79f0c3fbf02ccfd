//! What one round after the other does and says.

use pcpunch::sandbox::{Boundary, Fault, Hold, On};

use super::{PATIENCE, sends, taro, taro_comes};

#[test]
fn a_log_that_comes_between_two_rounds_is_punched_by_the_next_and_once() {
    let office = taro();
    let mut relay = office.loops();
    let first = relay.round();
    assert!(!sends(&first), "{first}");
    taro_comes(&office);
    let sent = relay.rounds_until(sends);
    assert_eq!(sent["punches"]["accepted"], 1, "{sent}");
    for _ in 0..2 {
        let idle = relay.round();
        assert!(!sends(&idle), "{idle}");
        assert_eq!(idle["requests"]["kot_reads"], 0, "{idle}");
        assert!(idle["requests"]["malion"].as_u64() <= Some(2), "{idle}");
    }
    relay.terminate();
    relay.ends().exits(143);
    office.kot_has(&["1000 2024-12-17 出勤 11:59"]);
    assert_eq!(office.posts(), 1);
}

#[test]
fn people_read_one_line_a_round_and_with_quiet_only_of_rounds_in_which_something_happened() {
    let office = taro();
    let mut relay = office.loops_with(&["--interval", "1s", "--quiet", "--lang", "en"]);
    taro_comes(&office);
    let line = relay.line();
    assert!(line.starts_with("2024-12-17 12:00:"), "{line}");
    assert!(line.contains("1 new logs; punches: 1 sent"), "{line}");
    let mut other = office.loops_with(&["--interval", "1s", "--lang", "en"]);
    let mut lines = [other.line(), other.line()];
    // Where both wanted the lock at once, one skipped its turn and said so elsewhere.
    lines.sort();
    assert!(
        lines.iter().all(|line| line.contains("0 sent")),
        "{lines:?}"
    );
    other.terminate();
    other.ends().exits(143);
    relay.terminate();
    let told = relay.ends().exits(143).told();
    assert!(told.contains("--- stdout\n--- stderr\n---"), "{told}");
}

#[test]
fn a_turn_is_skipped_while_another_round_holds_the_lock() {
    let office = taro();
    taro_comes(&office);
    let hold = Hold::at(Boundary::BeforeApplying);
    let fault = Fault::Hold(hold.clone());
    office.sandbox.malion.fault(fault, On::logs());
    let by_hand = office.starts_a_round();
    assert!(hold.wait_until_held(PATIENCE));
    let mut relay = office.loops_with(&["--interval", "1s", "--format", "json", "--lang", "en"]);
    let said = relay.warning();
    assert!(said.contains("Another round"), "{said}");
    hold.go_on();
    by_hand.ends().exits(0);
    assert!(!sends(&relay.round()));
    relay.terminate();
    relay.ends().exits(143);
    assert_eq!(office.posts(), 1);
}
