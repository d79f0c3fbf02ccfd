//! Commands of a person whose disk fails from any step on: all is done or nothing is, and once more does it.

use std::fs;
use std::path::Path;

use rusqlite::Connection;

use super::day::{MORNING, opens};
use super::failing_rounds::{FOR_GOOD, MOST, says_so};
use super::layer::{Fault, Layer, NEVER};
use crate::harness::{Office, Ran};
use crate::proof::scale::Scale;
use crate::proof::tell;

/// The folder that outputs are written to, on a disk of its own.
const OUT: &str = "out";

/// What a command may change in the file, in one line.
const HELD: &str = "
    SELECT (SELECT count(*) FROM employees) || ' employees, '
        || (SELECT count(*) FROM links) || ' links, '
        || (SELECT coalesce(group_concat(key || '=' || value), 'none') FROM settings) || ' set'";

/// A command that changes the state file.
struct Given {
    words: &'static [&'static str],
    /// What is done before it on a disk that works.
    prepares: fn(&Office),
}

impl Given {
    fn office(&self) -> Office {
        let office = MORNING.office();
        office.file(
            "new.csv",
            "打刻先アカウント,サービスアカウント\n1000,tarou2\n2000,hanako2\n",
        );
        (self.prepares)(&office);
        office
    }

    fn at_every_step(&self, fault: Fault, part: usize) {
        let Some(layer) = Layer::new() else {
            return;
        };
        let office = self.office();
        let before = held(&office);
        office.run(self.words).exits(0);
        let after = held(&office);
        let mut failed = 0;
        for step in (1..MOST).step_by(Scale::asked().bound(part, 1)) {
            let office = self.office();
            let journal = layer.failing(&office, fault, step..=FOR_GOOD);
            let ran = office.run(&[self.words, &["--format", "json"]].concat());
            let (was_reached, was_refused) = journal.failed();
            layer.under(&office, NEVER);
            let now = held(&office);
            match ran.ended_with() {
                Some(0) => assert_eq!(now, after, "{step}: {}", ran.told()),
                Some(1) if was_refused => {
                    failed += 1;
                    says_so(&ran, fault, "/state/pcpunch/state.db");
                    assert!(
                        [&before, &after].contains(&&now),
                        "{step}: {now} {}",
                        ran.told()
                    );
                }
                _ => panic!("{step}: {}", ran.told()),
            }
            office.run(self.words).exits(0);
            assert_eq!(held(&office), after, "{step}");
            if !was_reached {
                let words = self.words.join(" ");
                tell(&format!(
                    "disk {fault:?}, {words}: {step} steps at most, {failed} failed"
                ));
                assert!(failed > 1, "{failed} failed");
                return;
            }
        }
        panic!("the command does not end");
    }
}

/// What the file holds; nothing where there is none, or one that was just made.
fn held(office: &Office) -> String {
    let path = office.state_file();
    if fs::metadata(&path).map_or(0, |found| found.len()) == 0 {
        return String::new();
    }
    let file = Connection::open(path).expect("a state file");
    let whole: String = file
        .query_row("PRAGMA integrity_check", [], |row| row.get(0))
        .expect("a state file");
    assert_eq!(whole, "ok");
    let is_new = file.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0));
    if is_new == Ok(0) {
        return String::new();
    }
    let line = file.query_row(HELD, [], |row| row.get::<_, String>(0));
    // A first command that made the tables and no more.
    let line = line.unwrap_or_default();
    if line.starts_with("0 employees, 0 links, none") {
        return String::new();
    }
    line
}

#[test]
fn a_first_command_whose_disk_fails_is_done_by_once_more() {
    for (fault, part) in [
        (Fault::Full, 29),
        (Fault::ReadOnly, 53),
        (Fault::Broken, 53),
    ] {
        Given {
            words: &["employees", "sync"],
            prepares: |_| (),
        }
        .at_every_step(fault, part);
    }
}

#[test]
fn a_sync_whose_disk_fails_is_done_by_once_more() {
    let given = Given {
        words: &["employees", "sync"],
        prepares: |office| {
            office.run(&["config", "set", "kot.lanes", "2"]).exits(0);
        },
    };
    given.at_every_step(Fault::Full, 7);
}

#[test]
fn an_import_whose_disk_fails_is_done_by_once_more() {
    let given = Given {
        words: &["accounts", "import", "new.csv"],
        prepares: opens,
    };
    given.at_every_step(Fault::Full, 7);
    given.at_every_step(Fault::Broken, 13);
}

#[test]
fn a_setting_whose_disk_fails_is_done_by_once_more() {
    let given = Given {
        words: &["config", "set", "logs.ignore_users", "vendor*"],
        prepares: opens,
    };
    given.at_every_step(Fault::Full, 5);
}

/// An output on a full disk of its own: what stands under its name is the old one or the whole new one.
fn written_to_a_full_disk(
    words: &[&str],
    name: &str,
    is_whole: fn(&Path) -> bool,
    fails: impl Fn(&Ran),
    part: usize,
) {
    let Some(layer) = Layer::new() else {
        return;
    };
    let prepared = |has_old: bool| {
        let office = MORNING.office();
        opens(&office);
        fs::create_dir(office.path(OUT)).expect("a folder");
        if has_old {
            office.file(&format!("{OUT}/{name}"), "old");
        }
        office
    };
    let mut failed = 0;
    for (turn, step) in (1..MOST).step_by(Scale::asked().bound(part, 1)).enumerate() {
        let has_old = turn % 2 == 0;
        let office = prepared(has_old);
        let journal = layer.failing(&office, Fault::Full, step..=FOR_GOOD);
        office.environment("POWER_FOLDER", &office.path(OUT));
        let ran = office.run(words);
        let (was_reached, was_refused) = journal.failed();
        layer.under(&office, NEVER);
        let file = office.path(&format!("{OUT}/{name}"));
        let is_as_before = match fs::read(&file) {
            Ok(bytes) => has_old && bytes == b"old",
            Err(_) => !has_old,
        };
        assert!(is_as_before || is_whole(&file), "{step}: {}", ran.told());
        if was_refused {
            failed += 1;
            fails(&ran);
            assert!(
                is_as_before && ran.told().contains(name),
                "{step}: {}",
                ran.told()
            );
            let left = fs::read_dir(office.path(OUT)).expect("a folder").count();
            assert_eq!(
                left,
                usize::from(has_old),
                "{step}: nothing is left beside it"
            );
        } else {
            assert_eq!(ran.ended_with(), Some(0), "{}", ran.told());
        }
        office.run(words).exits(0);
        assert!(is_whole(&file), "{step}");
        if !was_reached {
            tell(&format!(
                "disk Full, {}: {step} steps at most, {failed} failed",
                words.join(" ")
            ));
            assert!(failed > 0);
            return;
        }
    }
    panic!("the command does not end");
}

fn ends_with(file: &Path, end: &str) -> bool {
    fs::read_to_string(file).is_ok_and(|text| text.trim_end().ends_with(end))
}

fn fails(ran: &Ran) {
    assert_eq!(ran.ended_with(), Some(1), "{}", ran.told());
}

#[test]
fn a_backup_to_a_full_disk_leaves_no_half_of_one() {
    let is_whole = |file: &Path| {
        let file = Connection::open(file).expect("a backup");
        let people = file.query_row("SELECT count(*) FROM employees", [], |row| row.get(0));
        people == Ok(3)
    };
    let fails = |ran: &Ran| {
        fails(ran);
        assert!(ran.told().contains("df -h out"), "{}", ran.told());
    };
    let words = ["state", "backup", "out/backup.db", "--yes"];
    written_to_a_full_disk(&words, "backup.db", is_whole, fails, 13);
}

#[test]
fn a_page_and_an_export_to_a_full_disk_leave_no_half_of_one() {
    let words = [
        "logs",
        "check",
        "--offline",
        "--date",
        "2024-12-17",
        "--html",
        "out/day.html",
    ];
    written_to_a_full_disk(
        &words,
        "day.html",
        |file| ends_with(file, "</html>"),
        fails,
        1,
    );
    let words = ["accounts", "export", "out/links.csv", "--yes"];
    written_to_a_full_disk(
        &words,
        "links.csv",
        |file| ends_with(file, "jirok"),
        fails,
        1,
    );
}

#[test]
fn metrics_that_a_full_disk_does_not_take_change_nothing_of_the_round() {
    let Some(layer) = Layer::new() else {
        return;
    };
    let mut refusals = 0;
    for step in 1..MOST {
        let office = MORNING.office();
        opens(&office);
        fs::create_dir(office.path(OUT)).expect("a folder");
        office.file("out/pcpunch.prom", "old");
        let journal = layer.failing(&office, Fault::Full, step..=FOR_GOOD);
        office.environment("POWER_FOLDER", &office.path(OUT));
        let ran = office.run(&["relay", "run", "--once", "--metrics", "out/pcpunch.prom"]);
        let (was_reached, was_refused) = journal.failed();
        let ran = ran.exits(0);
        assert_eq!(office.sandbox.kot.punches().len(), 3, "{}", ran.told());
        if !was_reached {
            assert!(refusals > 1);
            return;
        }
        if was_refused {
            refusals += 1;
            let bytes = fs::read(office.path("out/pcpunch.prom")).expect("the old ones");
            assert_eq!(bytes, b"old");
            ran.warns("out/pcpunch.prom");
        }
    }
    panic!("the round does not end");
}
