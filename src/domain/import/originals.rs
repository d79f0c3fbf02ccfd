//! What a spreadsheet takes a text for, and which of the texts that are known it took so.

use std::collections::HashMap;

use chrono::{Datelike, Days, NaiveDate};

use super::damage::{Damage, MONTHS, is_number, scientific};
use super::names::narrow;
use super::row::Problem;

/// So many digits of a number a spreadsheet keeps.
const KEPT_DIGITS: usize = 15;

/// A number as a spreadsheet shows it.
#[derive(Clone, Copy, Debug)]
struct Number {
    value: f64,
    /// How far below and above it a number can be that is shown so; 0 where all digits are shown.
    around: (f64, f64),
}

/// A day as a spreadsheet shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Day {
    year: Option<i32>,
    month: u32,
    day: u32,
}

/// All that a spreadsheet can take one text for.
#[derive(Debug, Default)]
struct Taken {
    number: Option<Number>,
    days: Vec<Day>,
    /// Seconds since midnight.
    clock: Option<u32>,
    truth: Option<bool>,
}

impl Taken {
    fn of(text: &str) -> Self {
        Self {
            number: number(text),
            days: days(text),
            clock: clock(text),
            truth: truth(text),
        }
    }

    fn is_something(&self) -> bool {
        let others = self.clock.is_some() || self.truth.is_some();
        self.number.is_some() || others || !self.days.is_empty()
    }
}

/// Whether a spreadsheet may show something so that was another text.
pub(super) fn may_be_shown(cell: &str) -> bool {
    Taken::of(cell).is_something()
}

/// A text that a spreadsheet takes for a day.
#[derive(Clone, Copy, Debug)]
struct Dated<'a> {
    /// Where the text says one.
    year: Option<i32>,
    text: &'a str,
}

/// Known texts by what a spreadsheet takes them for.
#[derive(Debug, Default)]
pub(super) struct Originals<'a> {
    numbers: Vec<(f64, &'a str)>,
    days: HashMap<(u32, u32), Vec<Dated<'a>>>,
    clocks: HashMap<u32, Vec<&'a str>>,
    truths: HashMap<bool, Vec<&'a str>>,
}

impl<'a> Originals<'a> {
    pub(super) fn new(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut originals = Self::default();
        for text in texts {
            let taken = Taken::of(&narrow(text));
            let number = taken.number.map(|number| (number.value, text));
            originals.numbers.extend(number);
            for day in taken.days {
                let same_day = originals.days.entry((day.month, day.day)).or_default();
                let year = day.year;
                same_day.push(Dated { year, text });
            }
            if let Some(clock) = taken.clock {
                originals.clocks.entry(clock).or_default().push(text);
            }
            if let Some(truth) = taken.truth {
                originals.truths.entry(truth).or_default().push(text);
            }
        }
        originals.numbers.sort_by(|a, b| a.0.total_cmp(&b.0));
        originals
    }

    /// How the cell was damaged and what it was, where it is none of the texts but may show one of them.
    pub(super) fn of(&self, cell: &str) -> Option<Damage> {
        let taken = Taken::of(cell);
        if let Some(number) = taken.number
            && let numbers = self.numbers(number)
            && !numbers.is_empty()
        {
            let is_whole = is_number(cell) && number.around.1 <= 0.0;
            let zeros = is_whole && numbers.iter().all(|text| is_number(text));
            let problem = match scientific(cell) {
                Some(_) => Problem::Scientific,
                None if zeros => Problem::LostZeros,
                None => Problem::Converted,
            };
            return told(problem, numbers);
        }
        let days = taken.days.into_iter().chain(serial(cell));
        let of_days: Vec<_> = days.flat_map(|day| self.of_day(day)).collect();
        let same = |texts: Option<&Vec<&'a str>>| texts.cloned().unwrap_or_default();
        let clocks = same(taken.clock.and_then(|clock| self.clocks.get(&clock)));
        let truths = same(taken.truth.and_then(|truth| self.truths.get(&truth)));
        told(Problem::Date, of_days)
            .or_else(|| told(Problem::Converted, clocks))
            .or_else(|| told(Problem::Converted, truths))
    }

    /// The texts of that number, else those that are shown so for want of digits.
    fn numbers(&self, number: Number) -> Vec<&'a str> {
        let (value, (below, above)) = (number.value, number.around);
        let equal = self.between(value, value);
        if !equal.is_empty() || above <= 0.0 {
            return equal;
        }
        self.between(value - below, value + above)
    }

    fn between(&self, least: f64, most: f64) -> Vec<&'a str> {
        let from = self.numbers.partition_point(|(value, _)| *value < least);
        let found = self.numbers.iter().skip(from);
        found
            .take_while(|(value, _)| *value <= most)
            .map(|(_, text)| *text)
            .collect()
    }

    fn of_day(&self, day: Day) -> impl Iterator<Item = &'a str> {
        let same_day = self.days.get(&(day.month, day.day)).into_iter().flatten();
        same_day
            .filter(move |one| one.year.is_none() || day.year.is_none() || one.year == day.year)
            .map(|one| one.text)
    }
}

fn told(problem: Problem, mut texts: Vec<&str>) -> Option<Damage> {
    texts.sort_unstable();
    texts.dedup();
    match texts.as_slice() {
        [] => None,
        [text] => Some((problem, Some((*text).to_owned()))),
        _ => Some((problem, None)),
    }
}

/// A number with sign, separators, fraction, exponent or percent sign, as a spreadsheet reads one.
fn number(text: &str) -> Option<Number> {
    let (plain, share) = match text.strip_suffix('%') {
        Some(plain) => (plain, 0.01),
        None => (text, 1.0),
    };
    let unsigned = plain.strip_prefix(['+', '-']).unwrap_or(plain);
    let (mantissa, exponent) = match unsigned.split_once(['E', 'e']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (unsigned, None),
    };
    let whole = mantissa.split('.').next().unwrap_or_default();
    let digits = mantissa.bytes().filter(u8::is_ascii_digit).count();
    let readable = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'.' | b',');
    if digits == 0 || whole.starts_with(',') || !mantissa.bytes().all(readable) {
        return None;
    }
    let power: i32 = exponent.map_or(Ok(0), str::parse).ok()?;
    let value: f64 = plain.replace(',', "").parse().ok()?;
    let fraction = mantissa
        .split_once('.')
        .map_or(0, |(_, digits)| digits.len());
    let around = match exponent {
        // Rounded to the digits that are shown.
        Some(_) => {
            let step = 10f64.powi(power.checked_sub(i32::try_from(fraction).ok()?)?);
            (step / 2.0, step / 2.0)
        }
        // Cut off behind the digits that are kept, or rounded there.
        None if digits > KEPT_DIGITS => {
            let step = 10f64.powi(i32::try_from(digits - KEPT_DIGITS).ok()?);
            (step / 2.0, step)
        }
        None => (0.0, 0.0),
    };
    Some(Number {
        value: value * share,
        around,
    })
}

/// The day that a spreadsheet counts so: day 1 is 1900-01-01, and it takes 1900 for a leap year.
fn serial(cell: &str) -> Option<Day> {
    if cell.len() != 5 || !is_number(cell) {
        return None;
    }
    let days = Days::new(cell.parse().ok()?);
    let date = NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(days)?;
    Some(Day {
        year: Some(date.year()),
        month: date.month(),
        day: date.day(),
    })
}

fn clock(text: &str) -> Option<u32> {
    let (time, half) = match text.rsplit_once(' ') {
        Some((time, "AM")) => (time, Some(0)),
        Some((time, "PM")) => (time, Some(12)),
        Some(_) => return None,
        None => (text, None),
    };
    let mut parts = time.split(':');
    let mut part = |most: u32| {
        let part = parts.next()?;
        let read = is_number(part).then(|| part.parse::<u32>().ok())?;
        read.filter(|read| *read <= most)
    };
    let (hour, minute) = (part(24)?, part(59)?);
    let second = part(59).unwrap_or_default();
    // Half a day begins with its twelfth hour.
    let hour = half.map_or(hour, |begins| begins + hour % 12);
    let is_all = parts.next().is_none();
    is_all.then_some((hour * 60 + minute) * 60 + second)
}

fn truth(text: &str) -> Option<bool> {
    let is = |word: &str| text.eq_ignore_ascii_case(word);
    match (is("true"), is("false")) {
        (true, _) => Some(true),
        (_, true) => Some(false),
        _ => None,
    }
}

/// What stands between year, month and day, and behind them.
const SEPARATORS: [char; 6] = ['/', '-', ' ', '年', '月', '日'];

/// The days that a text can be; none where it is no day.
fn days(text: &str) -> Vec<Day> {
    if !text.contains(|c: char| c.is_ascii_digit()) {
        return Vec::new();
    }
    let day = text.rsplit_once(' ').filter(|(_, time)| time.contains(':'));
    let day = day.map_or(text, |(day, _)| day);
    let separators = day.matches(SEPARATORS).count();
    if !(1..=3).contains(&separators) {
        return Vec::new();
    }
    let parts: Vec<&str> = day
        .split(SEPARATORS)
        .filter(|part| !part.is_empty())
        .collect();
    let readings: Vec<(Option<&str>, &str, &str)> = match parts.as_slice() {
        [year, month] if year.len() == 4 => vec![(Some(*year), *month, "1")],
        [a, b] => vec![(None, *a, *b), (None, *b, *a), (Some(*b), *a, "1")],
        [a, b, c] => vec![(Some(*a), *b, *c), (Some(*c), *a, *b), (Some(*c), *b, *a)],
        _ => Vec::new(),
    };
    // Where both are numbers, the month stands in front of the day.
    let numbers = parts.iter().all(|part| is_number(part));
    let most = if numbers && parts.len() == 2 { 1 } else { 3 };
    let readings = readings.into_iter().take(most);
    readings
        .filter_map(|(year, month, day)| read_day(year, month, day))
        .collect()
}

fn read_day(year: Option<&str>, month: &str, day: &str) -> Option<Day> {
    let small = |text: &str, most: u32| {
        let read = (text.len() <= 2 && is_number(text)).then(|| text.parse::<u32>().ok())?;
        read.filter(|read| (1..=most).contains(read))
    };
    let named = MONTHS.iter().zip(1..).find(|(name, _)| **name == month);
    let year = match year {
        None => None,
        Some(year) if is_number(year) && year.len() == 4 => Some(year.parse().ok()?),
        Some(year) if is_number(year) && year.len() == 2 => Some(2000 + year.parse::<i32>().ok()?),
        Some(_) => return None,
    };
    Some(Day {
        year,
        month: named.map(|(_, month)| month).or_else(|| small(month, 12))?,
        day: small(day, 31)?,
    })
}

#[cfg(test)]
mod tests {
    use super::{Originals, Problem};

    #[test]
    fn what_spreadsheets_really_make_of_codes_is_traced_back() {
        use Problem::{Converted, Date, LostZeros, Scientific};
        // The right side as LibreOffice 7.4 (English and Japanese) and Excel write it.
        let table = [
            ("0123", "123", LostZeros),
            ("00", "0", LostZeros),
            ("5E3", "5000", Converted),
            ("5E3", "5.00E+03", Scientific),
            ("5E3", "5E+03", Scientific),
            ("1E05", "1.00E+05", Scientific),
            ("123456789012", "1.23457E+11", Scientific),
            ("12345678901234567", "1.23456789012346E+016", Scientific),
            ("12345678901234567", "12345678901234600", Converted),
            ("1.50", "1.5", Converted),
            ("+5", "5", Converted),
            ("1,000", "1000", Converted),
            ("10%", "10.00%", Converted),
            (" 12 ", "12", Converted),
            ("１２３", "123", Converted),
            ("1:30", "01:30:00", Converted),
            ("1:30", "01:30:00 AM", Converted),
            ("true", "TRUE", Converted),
            ("1-2", "1月2日", Date),
            ("1-2", "Jan 02", Date),
            ("1-2", "2-Jan", Date),
            ("1/2", "01/02/26", Date),
            ("1-2", "2026/1/2", Date),
            ("1-2", "46024", Date),
            ("12-17", "Dec 17", Date),
            ("2024-01-02", "2024/1/2", Date),
            ("2024-01-02", "01/02/24", Date),
            ("2024-1", "Jan-24", Date),
            ("2024-1", "2024年1月", Date),
            ("Jan-24", "01/24/26", Date),
        ];
        let texts = table.map(|(original, ..)| original);
        for (original, cell, problem) in table {
            let alone = Originals::new([original]).of(cell);
            assert_eq!(alone, Some((problem, Some(original.to_owned()))), "{cell}");
            assert!(Originals::new(texts).of(cell).is_some(), "{cell}");
        }
    }

    #[test]
    fn the_twelfth_hour_is_the_first_of_its_half_of_the_day() {
        for (original, cell) in [
            ("0:00", "12:00:00 AM"),
            ("00:15", "12:15:00 AM"),
            ("1:15", "01:15:00 AM"),
            ("11:59", "11:59:00 AM"),
            ("12:00", "12:00:00 PM"),
            ("12:15", "12:15 PM"),
            ("13:15", "01:15:00 PM"),
            ("23:59", "11:59:00 PM"),
        ] {
            let originals = Originals::new([
                "0:00", "00:15", "1:15", "11:59", "12:00", "12:15", "13:15", "23:59",
            ]);
            let expected = Some((Problem::Converted, Some(original.to_owned())));
            assert_eq!(originals.of(cell), expected, "{cell}");
        }
    }

    #[test]
    fn texts_that_no_spreadsheet_shows_so_are_left_alone() {
        let originals = Originals::new(["0123", "tarouk", "1-2", "u1", "2024-1"]);
        for cell in [
            "124", "tarouk2", "1-3", "u2", "", "2024/2", "a:b", "1/2/3/4", "五月", "E5",
        ] {
            assert_eq!(originals.of(cell), None, "{cell}");
        }
    }

    #[test]
    fn where_two_are_shown_so_none_is_likely() {
        let originals = Originals::new(["0123", "00123"]);
        assert_eq!(originals.of("123"), Some((Problem::LostZeros, None)));
    }
}
