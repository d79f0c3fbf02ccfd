//! What comes from outside, hostile: every kept input and changes of it, put to the same targets as under libFuzzer
//! (tests/fuzz). Each input keeps the promises of its target.

use std::fmt::Write as _;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use crate::month::chance::Chance;

#[path = "../fuzz/targets/mod.rs"]
mod targets;

/// So many changes of all kept inputs of a target are tried; more take longer than they find.
const CHANGES: usize = 1_000;

/// The longest changed input, in bytes.
const LONGEST: usize = 16 * 1024;

/// What trips readers of files, numbers, times and terminals.
const TRICKY: [&[u8]; 24] = [
    b"",
    b"\0",
    b"\"",
    b",",
    b"\n",
    b"\r",
    b"\t",
    b"\\",
    b"{",
    b"[",
    b"]",
    b"=",
    b"\xff",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"\x1b[2J",
    b"\xc2\x9b",
    b"\xe2\x80\xae",
    b"-1",
    b"18446744073709551616",
    b"1e999",
    b"-262143-01-01",
    b"+262142-12-31",
    "髙".as_bytes(),
];

#[test]
#[allow(clippy::print_stdout, reason = "how many inputs there were is said")]
fn no_kept_input_and_no_change_of_one_breaks_a_promise() {
    for (name, target) in targets::ALL {
        let corpus = corpus(name);
        let mut chance = Chance::of(0x0f22);
        for (file, kept) in &corpus {
            holds(name, target, kept, file);
        }
        for _ in 0..CHANGES {
            let (file, kept) = &corpus[below(&mut chance, corpus.len())];
            let (_, other) = &corpus[below(&mut chance, corpus.len())];
            let changed = changed(kept, other, &mut chance);
            holds(name, target, &changed, file);
        }
        println!("{name}: {} inputs kept, {CHANGES} changes", corpus.len());
    }
}

/// The kept inputs of a target, by name.
fn corpus(target: &str) -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus");
    let entries = fs::read_dir(folder.join(target)).unwrap();
    let mut kept: Vec<(String, Vec<u8>)> = entries
        .map(|entry| {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, fs::read(path).unwrap())
        })
        .collect();
    kept.sort();
    assert!(!kept.is_empty(), "{target}");
    kept
}

/// Puts an input to a target, and shows it where that panics.
fn holds(name: &str, target: targets::Target, input: &[u8], file: &str) {
    let held = catch_unwind(AssertUnwindSafe(|| target(input)));
    assert!(held.is_ok(), "{name}, from {file}:\n{}", hex(input));
}

fn hex(input: &[u8]) -> String {
    input.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn below(chance: &mut Chance, count: usize) -> usize {
    let count = i64::try_from(count).unwrap();
    usize::try_from(chance.between(0, count)).unwrap()
}

/// One to four changes: bytes put in, taken out, turned, repeated, or taken from another input.
fn changed(kept: &[u8], other: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut input = kept.to_vec();
    for _ in 0..=below(chance, 4) {
        let (one, two) = (
            below(chance, input.len() + 1),
            below(chance, input.len() + 1),
        );
        let (from, to) = (one.min(two), one.max(two));
        let near = to.min(from + 16);
        match below(chance, 7) {
            0 => drop(input.splice(from..from, chance.one_of(&TRICKY).iter().copied())),
            1 => drop(input.splice(from..near, chance.one_of(&TRICKY).iter().copied())),
            2 => drop(input.drain(from..near)),
            3 => input.truncate(to),
            4 => input[from..near]
                .iter_mut()
                .for_each(|byte| *byte ^= 1 << (from % 8)),
            5 => {
                let piece = input[from..near].repeat(1 + below(chance, 40));
                input.splice(from..from, piece);
            }
            _ => {
                let start = below(chance, other.len() + 1);
                input.splice(from..near, other[start..].iter().copied());
            }
        }
        input.truncate(LONGEST);
    }
    input
}
