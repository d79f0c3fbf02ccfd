//! What spreadsheets and hands do to a cell, a rule a function.

const CODE: usize = 2;
const NAME: usize = 3;
const SERVICE: usize = 4;

/// A way to damage a cell; `None` where it does nothing to it.
pub(super) type Damage = fn(&str) -> Option<String>;

fn is_number(cell: &str) -> bool {
    cell.bytes().all(|byte| byte.is_ascii_digit())
}

/// Month and day of a code such as `4-12`, which is no year and month.
fn month_and_day(cell: &str) -> Option<(u32, u32)> {
    let (month, day) = cell.split_once('-')?;
    (month.len() < 3).then(|| Some((month.parse().ok()?, day.parse().ok()?)))?
}

fn lost_zeros(cell: &str) -> Option<String> {
    let number: u64 = cell.parse().ok()?;
    (is_number(cell) && cell.starts_with('0')).then(|| number.to_string())
}

fn scientific(cell: &str) -> Option<String> {
    let shown = format!("{:.5e}", cell.parse::<f64>().ok()?).replace('e', "E+");
    (cell.len() >= 12 && is_number(cell)).then_some(shown)
}

fn formatted_as_scientific(cell: &str) -> Option<String> {
    let (digit, power) = cell.split_once('E')?;
    (is_number(digit) && is_number(power)).then(|| format!("{digit}.00E+{power:0>2}"))
}

fn written_out(cell: &str) -> Option<String> {
    let (digit, power) = cell.split_once('E')?;
    let zeros = power.parse::<usize>().ok()?;
    is_number(digit).then(|| format!("{digit}{}", "0".repeat(zeros)))
}

fn rounded_to_fifteen(cell: &str) -> Option<String> {
    let kept = cell.get(..15)?;
    (cell.len() > 15 && is_number(cell)).then(|| format!("{kept}{}", "0".repeat(cell.len() - 15)))
}

fn japanese_date(cell: &str) -> Option<String> {
    month_and_day(cell).map(|(month, day)| format!("{month}月{day}日"))
}

fn english_date(cell: &str) -> Option<String> {
    const MONTHS: [&str; 4] = ["Jan", "Feb", "Mar", "Apr"];
    let (month, day) = month_and_day(cell)?;
    Some(format!("{day}-{}", MONTHS.get(month as usize - 1)?))
}

fn full_date(cell: &str) -> Option<String> {
    month_and_day(cell).map(|(month, day)| format!("2024/{month}/{day}"))
}

fn serial_date(cell: &str) -> Option<String> {
    let (month, day) = month_and_day(cell)?;
    let days_before = [0, 31, 60, 91][month as usize - 1];
    Some((45_291 + days_before + day).to_string())
}

fn without_fraction_zeros(cell: &str) -> Option<String> {
    let short = cell.strip_suffix(".50")?;
    Some(format!("{short}.5"))
}

fn time_of_day(cell: &str) -> Option<String> {
    cell.contains(':').then(|| format!("{cell}:00"))
}

fn shouted_truth(cell: &str) -> Option<String> {
    (cell == "true").then(|| "TRUE".to_owned())
}

fn formula_error(cell: &str) -> Option<String> {
    let starts = cell.starts_with(['-', '+', '=', '@']);
    starts.then(|| "#NAME?".to_owned())
}

fn full_width(cell: &str) -> Option<String> {
    let wide = |c: char| char::from_u32(c as u32 - '0' as u32 + '０' as u32);
    is_number(cell).then(|| cell.chars().filter_map(wide).collect())
}

fn blank_behind(cell: &str) -> Option<String> {
    Some(format!("{cell} "))
}

fn wide_blank_before(cell: &str) -> Option<String> {
    Some(format!("\u{3000}{cell}"))
}

fn line_break(cell: &str) -> Option<String> {
    Some(format!("{cell}\nx"))
}

fn domain(cell: &str) -> Option<String> {
    Some(format!("EXAMPLE\\{cell}"))
}

fn yen_domain(cell: &str) -> Option<String> {
    Some(format!("EXAMPLE¥{cell}"))
}

fn question_mark(cell: &str) -> Option<String> {
    cell.contains('髙').then(|| cell.replace('髙', "?"))
}

fn another_person(_: &str) -> Option<String> {
    Some("別の 人".to_owned())
}

fn unknown_code(_: &str) -> Option<String> {
    Some("tarouk0".to_owned())
}

/// Every kind of damage, and the columns where it is one.
pub(super) const DAMAGES: [(Damage, &[usize]); 22] = [
    (lost_zeros, &[CODE, SERVICE]),
    (scientific, &[CODE, SERVICE]),
    (formatted_as_scientific, &[CODE, SERVICE]),
    (written_out, &[CODE, SERVICE]),
    (rounded_to_fifteen, &[CODE, SERVICE]),
    (japanese_date, &[CODE, SERVICE]),
    (english_date, &[CODE, SERVICE]),
    (full_date, &[CODE, SERVICE]),
    (serial_date, &[CODE, SERVICE]),
    (without_fraction_zeros, &[CODE, SERVICE]),
    (time_of_day, &[CODE, SERVICE]),
    (shouted_truth, &[CODE, SERVICE]),
    (formula_error, &[CODE, SERVICE]),
    (full_width, &[CODE, SERVICE]),
    (blank_behind, &[CODE, NAME, SERVICE]),
    (wide_blank_before, &[CODE, NAME, SERVICE]),
    (line_break, &[CODE, NAME, SERVICE]),
    (domain, &[SERVICE]),
    (yen_domain, &[SERVICE]),
    (question_mark, &[NAME]),
    (another_person, &[NAME]),
    (unknown_code, &[CODE]),
];
