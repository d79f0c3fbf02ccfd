//! Who may read what the program lays down.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::time::Duration;

use pcpunch::sandbox::{Boundary, Fault, Hold, On};

use crate::harness::{Office, TARO, pc_log};

/// Files that hold secrets, people's names or working times are their owner's; metrics are numbers that a monitor
/// reads as another user.
const MODES: [(&str, u32); 12] = [
    ("state/pcpunch", 0o700),
    ("state/pcpunch/state.db", 0o600),
    ("state/pcpunch/state.db-wal", 0o600),
    ("state/pcpunch/state.db-shm", 0o600),
    ("state/pcpunch/state.db.lock", 0o600),
    ("state/pcpunch/state.db.round", 0o600),
    ("state/pcpunch/state.db.before-restore", 0o600),
    ("backup.db", 0o600),
    ("secrets.db", 0o600),
    ("links.csv", 0o600),
    ("page.html", 0o600),
    ("pcpunch.prom", 0o644),
];

#[test]
fn no_umask_lets_others_read_or_change_what_is_laid_down() {
    for umask in ["000", "022", "077"] {
        let office = Office::empty(&[TARO]).set_up();
        let run = |words: &[&str]| office.run_under(umask, words).exits(0);
        run(&["employees", "sync"]);
        run(&["accounts", "export", "links.csv"]);
        office.malion_has([pc_log("2024-12-17 11:00 PC-1 tarouk ログオン")]);
        office.at("2024-12-17 12:00");
        run(&["relay", "run", "--once", "--metrics", "pcpunch.prom"]);
        let date = ["--date", "2024-12-17", "--html", "page.html"];
        office.run_under(umask, &[&["logs", "check"], &date[..]].concat());
        run(&["state", "backup", "backup.db"]);
        run(&["state", "backup", "secrets.db", "--with-secrets"]);
        run(&["state", "restore", "backup.db", "--yes"]);

        let hold = Hold::at(Boundary::BeforeApplying);
        let fault = Fault::Hold(hold.clone());
        office.sandbox.malion.fault(fault, On::logs());
        let round = office.starts_a_round();
        assert!(hold.wait_until_held(Duration::from_secs(20)));
        for (name, mode) in MODES {
            let found = fs::metadata(office.path(name)).expect(name).permissions();
            assert_eq!(found.mode() & 0o777, mode, "{name} under {umask}");
        }
        hold.go_on();
        round.ends();
    }
}
