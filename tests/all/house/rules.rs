//! The rules of the house, held against its sources.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use super::rooms::{LONGEST_FILE, MAY_KNOW, PRINTS};
use super::source::{Source, sources};

#[test]
fn every_room_stands_in_the_table_and_in_the_library() {
    let library = sources("src")
        .into_iter()
        .find(|source| source.path.ends_with("src/lib.rs"));
    let code = library.unwrap().code();
    let declared: BTreeSet<&str> = code
        .lines()
        .filter_map(|line| line.trim().strip_prefix("pub mod ")?.strip_suffix(';'))
        .collect();
    let known: BTreeSet<&str> = MAY_KNOW.iter().map(|(room, _)| *room).collect();
    assert_eq!(declared, known);
}

#[test]
fn a_room_knows_only_those_it_may_know() {
    let may_know: BTreeMap<&str, &[&str]> = MAY_KNOW.into_iter().collect();
    let mut trespasses = Vec::new();
    for source in sources("src") {
        let Some(room) = source.room() else {
            continue;
        };
        let known = may_know[room.as_str()];
        for named in source.names("crate::") {
            if named != room && !known.contains(&named.as_str()) {
                trespasses.push(format!("{}: {room} knows {named}", source.path.display()));
            }
        }
        if source.climbs_out() {
            trespasses.push(format!(
                "{}: super:: leaves the room",
                source.path.display()
            ));
        }
    }
    assert!(trespasses.is_empty(), "{trespasses:#?}");
}

#[test]
fn nobody_but_the_program_knows_the_commands() {
    for (room, known) in MAY_KNOW {
        assert!(!known.contains(&"commands"), "{room} may not know commands");
    }
    let main = sources("src")
        .into_iter()
        .find(|source| source.path.ends_with("src/main.rs"));
    let named = main.unwrap().names("pcpunch::");
    assert_eq!(Vec::from_iter(named), ["commands", "settings"]);
}

#[test]
fn only_one_room_prints() {
    let words = ["println!", "print!", "eprintln!", "eprint!", "dbg!"];
    let prints = |source: &Source| {
        let code = source.code();
        words.iter().any(|word| code.contains(word))
    };
    let printing: Vec<PathBuf> = sources("src")
        .into_iter()
        .filter(|source| source.room().as_deref() != Some(PRINTS) && prints(source))
        .map(|source| source.path)
        .collect();
    assert!(printing.is_empty(), "these print: {printing:#?}");
}

#[test]
fn no_file_is_too_long_to_be_read_at_one_sitting() {
    let long: Vec<String> = [sources("src"), sources("tests")]
        .into_iter()
        .flatten()
        .map(|source| (source.text.lines().count(), source.path))
        .filter(|(lines, _)| *lines > LONGEST_FILE)
        .map(|(lines, path)| format!("{}: {lines} lines", path.display()))
        .collect();
    assert!(long.is_empty(), "{long:#?}");
}

#[test]
fn no_source_and_no_test_file_is_forgotten() {
    let sources: Vec<Source> = [sources("src"), sources("tests")]
        .into_iter()
        .flatten()
        .collect();
    let declared: BTreeSet<PathBuf> = sources
        .iter()
        .flat_map(Source::declares)
        .flatten()
        .collect();
    let roots = [
        "src/lib.rs",
        "src/main.rs",
        "tests/all/main.rs",
        "tests/protocol/main.rs",
        // A library of its own, which its test compiles.
        "tests/all/proof/power/disk.rs",
        // What libFuzzer runs, and the targets that it and tests/all/fuzz.rs both name by their path.
        "tests/fuzz/run.rs",
        "tests/fuzz/targets/mod.rs",
    ]
    .map(PathBuf::from);
    let forgotten: Vec<&PathBuf> = sources
        .iter()
        .map(|source| &source.path)
        .filter(|path| !declared.contains(*path) && !roots.contains(path))
        .collect();
    assert!(forgotten.is_empty(), "no module declares {forgotten:#?}");
}
