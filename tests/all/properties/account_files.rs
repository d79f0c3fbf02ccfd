//! The account-link file: any table goes there and back, and no bytes whatever are taken for more than they say.

use pcpunch::csv::Encoding;
use pcpunch::csv::accounts::read;
use pcpunch::csv::encoding::encode;
use proptest::prelude::*;
use proptest::sample::Index;

use crate::accounts::company::{Came, Company};

const READABLE: [Encoding; 5] = [
    Encoding::Utf8,
    Encoding::Utf8Bom,
    Encoding::Cp932,
    Encoding::Utf16Le,
    Encoding::Utf16Be,
];

/// A cell of any Unicode, more often of what files trip over. NUL is no text in any of the encodings.
fn cell() -> impl Strategy<Value = String> {
    let tricky = prop::sample::select(vec![
        "=",
        "+",
        "-",
        "@",
        "\"",
        ",",
        "\r",
        "\n",
        "\r\n",
        "\t",
        " ",
        "\u{3000}",
        "=\"0123\"",
        "0",
        "12",
        "1E+05",
        "1-2",
        "太郎",
        "髙",
        "～",
        "−",
        "¥",
        "\\",
        "𠮷",
        "\u{feff}",
        "\u{301}",
        "ﾀﾛｳ",
        "１",
        ";",
        "'",
    ]);
    let any = any::<char>().prop_filter("a NUL", |c| *c != '\0');
    let piece = prop_oneof![tricky.prop_map(str::to_owned), any.prop_map(String::from)];
    prop::collection::vec(piece, 0..6).prop_map(|pieces| pieces.concat())
}

/// People with codes and user names of their own; anybody's user name may be empty.
fn company() -> impl Strategy<Value = Company> {
    let person = (cell(), cell(), cell(), cell());
    prop::collection::vec(person, 0..8).prop_map(|people| {
        let people = people.into_iter().enumerate();
        let people: Vec<[String; 4]> = people
            .map(|(number, (code, last, first, user))| {
                let own = |text: &str| format!("{text}{number}");
                let user = if user.is_empty() { user } else { own(&user) };
                [own(&code), last, first, user]
            })
            .collect();
        Company::of(&people)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn any_table_comes_back_byte_for_byte_in_every_encoding_that_can_hold_it(
        company in company(),
        for_excel: bool,
    ) {
        for encoding in READABLE {
            let bytes = match company.file(encoding, for_excel) {
                Ok(bytes) => bytes,
                Err(error) => {
                    prop_assert_eq!(encoding, Encoding::Cp932);
                    let character = error.source.character.to_string();
                    prop_assert!(encode(&character, encoding).is_err());
                    let mut users = company.accounts.iter().map(|one| one.service_account.as_str());
                    let is_named = error.name.contains(&character)
                        || error.employee_code.contains(&character)
                        || users.any(|user| user.contains(&character));
                    prop_assert!(is_named);
                    continue;
                }
            };
            for wanted in [None, Some(encoding)] {
                match company.imports(&bytes, wanted) {
                    Came::Taken(plan) => {
                        prop_assert!(plan.is_empty());
                        prop_assert_eq!(plan.unchanged, company.employees.len());
                    }
                    refused => prop_assert!(false, "{:?} {:?}", encoding, refused),
                }
                prop_assert_eq!(read(&bytes, wanted).unwrap().encoding, encoding);
            }
            prop_assert_eq!(company.file(encoding, for_excel).unwrap(), bytes);
        }
    }

    #[test]
    fn no_bytes_whatever_make_the_reading_panic_or_take_a_row_that_is_not_there(
        company in company(),
        noise in prop::collection::vec(any::<u8>(), 0..200),
        cuts in prop::collection::vec((any::<Index>(), any::<u8>(), 0_u8..3), 0..6),
        encoding in prop::sample::select(READABLE.to_vec()),
    ) {
        let mut damaged = company.file(encoding, false).unwrap_or_default();
        for (place, byte, what) in cuts {
            let place = place.index(damaged.len() + 1);
            match what {
                0 => damaged.insert(place, byte),
                1 => damaged.truncate(place),
                _ => drop(damaged.get_mut(place).map(|old| *old = byte)),
            }
        }
        for bytes in [&noise, &damaged] {
            for wanted in READABLE.map(Some).into_iter().chain([None]) {
                if let Came::Taken(plan) = company.imports(bytes, wanted) {
                    let rows = plan.changes.len() + plan.unchanged + plan.left_alone;
                    prop_assert_eq!(rows, read(bytes, wanted).unwrap().rows().count());
                }
            }
        }
    }
}
