//! What spreadsheets and hands do to codes: recognised cell by cell, with the likely value.

use super::names::{narrow, unblanked};
use super::row::Problem;
use crate::domain::pc_log::PcUserName;

/// A damaged cell: how, and what it likely said before.
pub(super) type Damage = (Problem, Option<String>);

/// What is wrong with a サービスアカウント that is to replace `current`; a cell that says what already
/// stands is never wrong.
pub(super) fn of_service_account(cell: &str, current: &str) -> Option<Damage> {
    if cell == current || cell.is_empty() {
        return None;
    }
    let bare = PcUserName::of_log(cell);
    if unblanked(cell) != cell {
        Some((Problem::Blanks, filled(unblanked(cell))))
    } else if cell.chars().any(char::is_control) {
        Some((Problem::Control, None))
    } else if bare.as_str() != cell {
        Some((Problem::Domain, filled(unblanked(bare.as_str()))))
    } else if narrow(cell) == current {
        Some((Problem::FullWidth, filled(current)))
    } else if is_number(current) && without_zeros(current) == cell {
        Some((Problem::LostZeros, filled(current)))
    } else if let Some(number) = scientific(cell) {
        Some((Problem::Scientific, (number == current).then_some(number)))
    } else if is_date(cell) && !cell.starts_with(|c: char| c.is_ascii_alphabetic()) {
        Some((Problem::Date, None))
    } else {
        None
    }
}

fn filled(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

/// Whether a text is digits only.
pub(super) fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A number without its leading zeros; the last digit stays.
pub(super) fn without_zeros(number: &str) -> &str {
    let digits = number.trim_start_matches('0');
    match digits {
        "" => number
            .get(number.len().saturating_sub(1)..)
            .unwrap_or_default(),
        digits => digits,
    }
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

const MONTHS: [&str; 12] = [
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
    use super::{Problem, is_date, of_service_account, scientific, without_zeros};

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
    fn zeros_are_dropped_as_a_spreadsheet_drops_them() {
        for (number, dropped) in [("01000", "1000"), ("1000", "1000"), ("000", "0"), ("", "")] {
            assert_eq!(without_zeros(number), dropped);
        }
    }

    #[test]
    fn each_damage_of_a_user_name_is_told_with_the_part_to_keep() {
        let table: [(&str, &str, Option<Problem>, Option<&str>); 17] = [
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
            ("2024/1/2", "2024-1-2", Some(Problem::Date), None),
        ];
        for (cell, current, problem, likely) in table {
            let expected = problem.map(|problem| (problem, likely.map(str::to_owned)));
            assert_eq!(of_service_account(cell, current), expected, "{cell:?}");
        }
    }
}
