//! Files that spreadsheets and hands damaged: every damaged cell is named, and no sound row is.

mod libreoffice;
mod rules;

use std::collections::BTreeSet;

use pcpunch::csv::Encoding;
use pcpunch::csv::encoding::encode;
use pcpunch::domain::import::{CellError, column};

use self::rules::DAMAGES;
use super::company::{Came, Company};

/// Where サービスアカウント stands.
const SERVICE: usize = 4;

/// Codes and user names of every form that a spreadsheet takes for something else, and of plain ones.
fn people() -> Vec<[String; 4]> {
    const LAST: [&str; 4] = ["勤怠", "髙橋", "山本", "Smith"];
    let forms: [fn(usize) -> String; 12] = [
        |n| format!("{n:05}"),
        |n| (20_000 + n).to_string(),
        |n| (612_345_678_901 + n * 10_000_000).to_string(),
        |n| (12_345_678_901_234_567_000 + n * 1_000).to_string(),
        |n| format!("{}E{}", n % 9 + 1, n / 9 + 6),
        |n| format!("{}-{}", n / 20 % 4 + 1, n % 20 + 1),
        |n| format!("{}.50", 300 + n),
        |n| format!("{}:{:02}", n / 50 % 24, n % 50 + 1),
        |n| format!("-y{n}"),
        |n| format!("tarou.k{n}"),
        |n| format!("ユーザー{n}"),
        |n| format!("A{n:04}"),
    ];
    let mut people: Vec<[String; 4]> = (0..240)
        .map(|number| {
            let (form, n) = (forms[number % forms.len()], number / forms.len());
            let last = LAST[number % LAST.len()].to_owned();
            let user = form(n);
            let code = user.replace("ユーザー", "U").replace("-y", "+y");
            [code, last, format!("{number}郎"), user]
        })
        .collect();
    people.push(["true", "真", "偽", "true"].map(str::to_owned));
    people
}

/// The cells of the file of these people, the heading first.
fn cells(people: &[[String; 4]]) -> Vec<[String; 5]> {
    let heading = column::ALL.map(str::to_owned);
    let rows = people.iter().map(|[code, last, first, user]| {
        let name = format!("{last} {first}");
        [
            "MaLion連携".to_owned(),
            "3".to_owned(),
            code.clone(),
            name,
            user.clone(),
        ]
    });
    std::iter::once(heading).chain(rows).collect()
}

fn text(cells: &[[String; 5]], line_end: &str) -> String {
    let quoted = |cell: &String| match cell.contains(['\n', '"', ',']) {
        true => format!("\"{}\"", cell.replace('"', "\"\"")),
        false => cell.clone(),
    };
    let line = |row: &[String; 5]| row.each_ref().map(quoted).join(",") + line_end;
    cells.iter().map(line).collect()
}

/// The physical line on which each row begins.
fn lines(cells: &[[String; 5]]) -> Vec<u64> {
    let mut line = 1;
    let mut lines = Vec::new();
    for row in cells {
        lines.push(line);
        line += 1 + row
            .iter()
            .map(|cell| cell.matches('\n').count() as u64)
            .sum::<u64>();
    }
    lines
}

fn refused(company: &Company, bytes: &[u8], about: &str) -> Vec<CellError> {
    match company.imports(bytes, None) {
        Came::Refused(errors) => errors,
        other => panic!("{about}: {other:?}"),
    }
}

#[test]
fn each_cell_that_was_damaged_by_any_rule_is_named_and_no_other() {
    let people = people();
    let company = Company::of(&people);
    let sound = cells(&people);
    let (mut files, mut damaged_cells, mut traced) = (0, 0, 0);
    for (number, (damage, columns)) in DAMAGES.into_iter().enumerate() {
        for place in columns {
            // Every third row or so: sound rows stand between damaged ones.
            let mut damaged = sound.clone();
            let mut expected: Vec<(usize, String)> = Vec::new();
            for (index, row) in damaged.iter_mut().enumerate().skip(1) {
                let is_hit = (index + index / 12) % 3 == number % 3 || index == people.len();
                let after = is_hit.then(|| damage(&row[*place])).flatten();
                if let Some(after) = after.filter(|after| *after != row[*place]) {
                    expected.push((index, std::mem::replace(&mut row[*place], after)));
                }
            }
            let about = format!("damage {number} of column {place}");
            assert!(!expected.is_empty(), "{about} hits nothing");
            let lines = lines(&damaged);
            for (encoding, line_end) in [(Encoding::Utf8Bom, "\r\n"), (Encoding::Utf16Le, "\n")] {
                let bytes = encode(&text(&damaged, line_end), encoding).unwrap();
                let errors = refused(&company, &bytes, &about);
                let found: BTreeSet<(u64, &str)> = errors
                    .iter()
                    .map(|error| (error.line, error.column.as_str()))
                    .collect();
                let heading = column::ALL[*place];
                let wanted: BTreeSet<(u64, &str)> = expected
                    .iter()
                    .map(|(index, _)| (lines[*index], heading))
                    .collect();
                assert_eq!(found, wanted, "{about}");
                files += 1;
                damaged_cells += expected.len();
                traced += errors
                    .iter()
                    .filter(|error| {
                        let was = expected
                            .iter()
                            .find(|(index, _)| lines[*index] == error.line);
                        was.is_some_and(|(_, was)| error.likely.as_ref() == Some(was))
                    })
                    .count();
            }
        }
    }
    // What a cell was is not told where several texts are shown so, or where nothing of it is left.
    assert_eq!((files, damaged_cells, traced), (84, 2_602, 1_710));
}

#[test]
fn codes_that_become_other_peoples_are_told_by_the_names_beside_them() {
    let people = [
        ["01000", "勤怠", "太郎", "a"],
        ["1000", "髙橋", "花子", "b"],
        ["0123", "山本", "三郎", "c"],
    ];
    let company = Company::of(&people);
    // A spreadsheet dropped the zeros of the first; somebody sorted one column by itself.
    for (codes, expected) in [
        (
            ["1000", "1000", "0123"],
            vec![(2, column::NAME), (3, column::CODE)],
        ),
        (
            ["1000", "0123", "01000"],
            vec![(2, column::NAME), (3, column::NAME), (4, column::NAME)],
        ),
    ] {
        let rows = codes.iter().zip(&people);
        let rows: Vec<String> = rows
            .map(|(code, [_, last, first, user])| {
                format!("MaLion連携,3,{code},{last} {first},{user}\n")
            })
            .collect();
        let file = format!("{}\n{}", column::ALL.join(","), rows.concat());
        let errors = refused(&company, file.as_bytes(), &file);
        let found: Vec<_> = errors.iter().map(|e| (e.line, e.column.as_str())).collect();
        let of_names: Vec<_> = found
            .iter()
            .filter(|(_, name)| *name != column::SERVICE)
            .collect();
        assert_eq!(of_names, expected.iter().collect::<Vec<_>>(), "{file}");
    }
}

#[test]
fn sound_rows_are_taken_whatever_they_look_like() {
    let people = people();
    let company = Company::of(&people);
    let sound = cells(&people);
    for line_end in ["\r\n", "\n", "\r"] {
        for encoding in [
            Encoding::Utf8,
            Encoding::Utf8Bom,
            Encoding::Cp932,
            Encoding::Utf16Be,
        ] {
            let bytes = encode(&text(&sound, line_end), encoding).unwrap();
            match company.imports(&bytes, None) {
                Came::Taken(plan) => assert_eq!((plan.unchanged, plan.is_empty()), (241, true)),
                other => panic!("{encoding:?}: {other:?}"),
            }
        }
    }
    let new_names = [
        "taro.k",
        "TaroK",
        "たろう",
        "太郎",
        "PC-1",
        "user_01",
        "9876",
        "00042",
        "E5",
        "a b",
        "x+1",
        "",
    ];
    let renamed: Vec<[String; 5]> = sound
        .iter()
        .enumerate()
        .filter(|(index, _)| *index == 0 || index % 20 == 0)
        .map(|(index, row)| {
            let mut row = row.clone();
            if index > 0 {
                new_names[index / 20 - 1].clone_into(&mut row[SERVICE]);
            }
            row
        })
        .collect();
    match company.imports(text(&renamed, "\n").as_bytes(), None) {
        Came::Taken(plan) => assert_eq!(plan.changes.len(), new_names.len()),
        other => panic!("{other:?}"),
    }
}

#[test]
fn files_that_are_damaged_as_a_whole_are_refused() {
    let people = people();
    let company = Company::of(&people);
    let sound = text(&cells(&people), "\r\n");
    let bytes = sound.as_bytes();
    let middle = sound.find("髙橋").unwrap() + 1;
    let mut torn = bytes.to_vec();
    torn[middle] = 0xff;
    let unmarked: Vec<u8> = sound.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (bytes, about) in [
        (torn, "a torn character"),
        (unmarked, "UTF-16 without its mark"),
        (b"PK\x03\x04\x14\0\x06\0".to_vec(), "a workbook"),
    ] {
        assert!(
            matches!(company.imports(&bytes, None), Came::NoText),
            "{about}"
        );
    }
    let stray = sound.replacen("勤怠 0郎", "\"勤怠 0郎", 1);
    let doubled = format!("{sound}{}\r\n", sound.lines().nth(1).unwrap());
    for (file, about) in [
        (
            sound.replace(column::SERVICE, "サービス"),
            "another heading",
        ),
        (sound.replace(column::CODE, column::NAME), "a heading twice"),
        (
            sound.lines().skip(1).collect::<Vec<_>>().join("\n"),
            "no heading",
        ),
        (sound.replace(',', ";"), "another separator"),
        (stray, "a stray quote"),
        (doubled, "a row twice"),
        (
            sound.replace("MaLion連携,3,", "MaLion連携,1,"),
            "another kind",
        ),
        (sound.replacen("0郎,", "0郎,x,", 1), "a cell too many"),
        (String::new(), "nothing"),
    ] {
        assert!(
            !refused(&company, file.as_bytes(), about).is_empty(),
            "{about}"
        );
    }
}
