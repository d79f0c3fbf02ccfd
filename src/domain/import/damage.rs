//! What spreadsheets and hands do to codes: recognised cell by cell, with the likely value.

use super::names::{narrow, unblanked};
use super::originals::{Originals, may_be_shown};
use super::row::Problem;
use crate::domain::pc_log::PcUserName;

/// A damaged cell: how, and what it likely said before.
pub(super) type Damage = (Problem, Option<String>);

/// The user name that a row replaces, and what else is known of names.
#[derive(Clone, Copy, Debug)]
pub(super) struct Before<'a> {
    /// The user name until now; empty for none.
    pub(super) current: &'a str,
    /// 従業員コード of the row.
    pub(super) code: &'a str,
    /// Whether logs bear the name that the cell says: it is a name then, whatever it looks like.
    pub(super) is_logged: bool,
}

/// What is wrong with a サービスアカウント that is to stand in the place of another; a cell that says what
/// already stands is never wrong.
pub(super) fn of_service_account(cell: &str, before: Before<'_>) -> Option<Damage> {
    let Before {
        current,
        code,
        is_logged,
    } = before;
    if cell == current || cell.is_empty() {
        return None;
    }
    let bare = PcUserName::bare(cell);
    if unblanked(cell) != cell {
        Some((Problem::Blanks, filled(unblanked(cell))))
    } else if cell.chars().any(char::is_control) {
        Some((Problem::Control, None))
    } else if bare != cell {
        Some((Problem::Domain, filled(unblanked(bare))))
    } else if is_logged || cell == code {
        None
    } else if !cell.is_ascii() && is_wide(cell, [current, code]) {
        Some((Problem::FullWidth, Some(narrow(cell))))
    } else if is_formula_error(cell) {
        Some((Problem::Converted, filled(current)))
    } else {
        of_spreadsheet(cell, [current, code])
    }
}

/// What a spreadsheet did to one of two texts, or to any text at all.
fn of_spreadsheet(cell: &str, texts: [&str; 2]) -> Option<Damage> {
    let is_blanket_date = is_date(cell) && !cell.starts_with(|c: char| c.is_ascii_alphabetic());
    let traced = may_be_shown(cell).then(|| Originals::new(texts).of(cell));
    traced
        .flatten()
        .or_else(|| scientific(cell).map(|_| (Problem::Scientific, None)))
        .or_else(|| is_blanket_date.then_some((Problem::Date, None)))
}

/// Whether a text that is not all narrow is digits only, or one of two texts.
fn is_wide(cell: &str, texts: [&str; 2]) -> bool {
    let narrowed = narrow(cell);
    is_number(&narrowed) || texts.contains(&narrowed.as_str())
}

const FORMULA_ERRORS: [&str; 7] = [
    "#NAME?", "#VALUE!", "#REF!", "#DIV/0!", "#N/A", "#NUM!", "#NULL!",
];

/// Whether the cell is what a spreadsheet shows in the place of a formula that it cannot compute.
pub(super) fn is_formula_error(cell: &str) -> bool {
    let number = cell.strip_prefix("Err:");
    FORMULA_ERRORS.contains(&cell) || number.is_some_and(is_number)
}

fn filled(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

/// Whether a text is digits only.
pub(super) fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The number that a spreadsheet shows as `1E+05` or `1.23457E+11`, in full, as far as its digits go.
pub(super) fn scientific(cell: &str) -> Option<String> {
    let (mantissa, exponent) = cell.split_once(['E', 'e'])?;
    let (sign, power) = exponent.split_at_checked(1)?;
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = is_number(whole) && (fraction.is_empty() || is_number(fraction));
    if !digits || !matches!(sign, "+" | "-") || !is_number(power) {
        return None;
    }
    let zeros = match sign {
        "+" => power.parse::<usize>().ok()?.checked_sub(fraction.len()),
        _ => None,
    };
    let zeros = zeros.filter(|zeros| *zeros <= 20).unwrap_or_default();
    Some(format!("{whole}{fraction}{}", "0".repeat(zeros)))
}

/// The months as spreadsheets shorten them.
pub(super) const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// Whether the cell has a form into which spreadsheets turn codes such as `1-2` and `2024-1`.
pub(super) fn is_date(cell: &str) -> bool {
    let day = cell.split(' ').next().unwrap_or_default();
    let slashes: Vec<&str> = day.split('/').collect();
    if matches!(slashes.len(), 2 | 3) && slashes.iter().all(|part| is_number(part)) {
        return true;
    }
    if let Some((front, back)) = day.split_once('-') {
        let month = |text: &str| MONTHS.contains(&text);
        return (month(front) && is_number(back)) || (is_number(front) && month(back));
    }
    let Some((front, back)) = day.split_once('月') else {
        return false;
    };
    let month = front.rsplit('年').next().unwrap_or_default();
    is_number(month) && (back.is_empty() || back.strip_suffix('日').is_some_and(is_number))
}

#[cfg(test)]
mod tests {
    use super::{Before, Problem, is_date, is_formula_error, of_service_account, scientific};

    #[test]
    fn dates_are_known_by_the_forms_of_spreadsheets() {
        for cell in [
            "2024/12/17",
            "12/17",
            "2024/1/2 0:00",
            "1月2日",
            "2024年1月2日",
            "2024年1月",
            "2-Jan",
            "Jan-24",
        ] {
            assert!(is_date(cell), "{cell}");
        }
        for cell in [
            "1000", "a/b", "tarouk", "1-2", "月", "五月", "Jan-x", "", "1/2/3/4",
        ] {
            assert!(!is_date(cell), "{cell}");
        }
    }

    #[test]
    fn scientific_notation_is_written_out() {
        let table = [
            ("1E+05", Some("100000")),
            ("1.2E+03", Some("1200")),
            ("1.23457E+11", Some("123457000000")),
            ("1E-05", Some("1")),
            ("1E+99", Some("1")),
            ("1E05", None),
            ("E+05", None),
            ("1E+", None),
            ("1E", None),
            ("tE+05", None),
        ];
        for (cell, number) in table {
            assert_eq!(scientific(cell).as_deref(), number, "{cell}");
        }
    }

    #[test]
    fn each_damage_of_a_user_name_is_told_with_the_part_to_keep() {
        let table: [(&str, &str, Option<Problem>, Option<&str>); 24] = [
            ("tarouk", "1000", None, None),
            ("", "1000", None, None),
            ("=x", "1000", None, None),
            ("ｔａｒｏｕ", "1000", None, None),
            (" odd ", " odd ", None, None),
            ("tarouk ", "", Some(Problem::Blanks), Some("tarouk")),
            ("\u{3000}tarouk", "", Some(Problem::Blanks), Some("tarouk")),
            ("\u{3000}", "", Some(Problem::Blanks), None),
            ("a\nb", "", Some(Problem::Control), None),
            ("EXAMPLE\\tarouk", "", Some(Problem::Domain), Some("tarouk")),
            ("EXAMPLE¥tarouk", "", Some(Problem::Domain), Some("tarouk")),
            ("EXAMPLE￥tarouk", "", Some(Problem::Domain), Some("tarouk")),
            ("０１２３", "0123", Some(Problem::FullWidth), Some("0123")),
            ("123", "0123", Some(Problem::LostZeros), Some("0123")),
            ("1E+05", "100000", Some(Problem::Scientific), Some("100000")),
            ("1.2E+05", "x", Some(Problem::Scientific), None),
            (
                "2024/1/2",
                "2024-1-2",
                Some(Problem::Date),
                Some("2024-1-2"),
            ),
            ("2-Jan", "1-2", Some(Problem::Date), Some("1-2")),
            ("Jan-24", "x", None, None),
            ("5000", "5E3", Some(Problem::Converted), Some("5E3")),
            ("TRUE", "true", Some(Problem::Converted), Some("true")),
            ("#NAME?", "-x", Some(Problem::Converted), Some("-x")),
            ("９９", "", Some(Problem::FullWidth), Some("99")),
            ("77", "x", Some(Problem::LostZeros), Some("0077")),
        ];
        for (cell, current, problem, likely) in table {
            let expected = problem.map(|problem| (problem, likely.map(str::to_owned)));
            let before = Before {
                current,
                code: "0077",
                is_logged: false,
            };
            assert_eq!(of_service_account(cell, before), expected, "{cell:?}");
        }
    }

    #[test]
    fn a_name_that_logs_bear_is_no_damage_unless_it_can_be_no_name() {
        for (cell, problem) in [
            ("77", None),
            ("1E+05", None),
            ("2024/1/2", None),
            ("９９", None),
            (" x", Some(Problem::Blanks)),
        ] {
            let before = Before {
                current: "0077",
                code: "0077",
                is_logged: true,
            };
            let found = of_service_account(cell, before).map(|(problem, _)| problem);
            assert_eq!(found, problem, "{cell}");
        }
    }

    #[test]
    fn the_errors_of_formulas_are_known() {
        for cell in [
            "#NAME?", "#VALUE!", "#REF!", "#DIV/0!", "#N/A", "#NUM!", "Err:508",
        ] {
            assert!(is_formula_error(cell), "{cell}");
        }
        for cell in ["#1", "#TAG", "NAME?", "Err:x", "#", ""] {
            assert!(!is_formula_error(cell), "{cell}");
        }
    }
}
