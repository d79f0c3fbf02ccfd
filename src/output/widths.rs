//! How wide columns are on a terminal that is narrower than what they hold.

use unicode_width::UnicodeWidthStr;

use super::sentence::pieces;

/// A cell that is no wider is not broken: a date, a time, a short name.
const SHORT: usize = 10;

/// A word that is wider is broken where others need the room.
const LONGEST_WORD: usize = 24;

/// The widths in which so much room is divided between columns, each given as its heading and its cells. Words stay
/// whole, and as few columns as can be are broken. `None` where none need be, and where the words have no room.
pub(super) fn widths(columns: &[(String, Vec<String>)], room: usize) -> Option<Vec<usize>> {
    let natural = |(heading, cells): &(String, Vec<String>)| {
        let widest = cells.iter().map(|cell| cell.width()).max();
        heading.width().max(widest.unwrap_or_default())
    };
    let needed = |(heading, cells): &(String, Vec<String>)| {
        let widest = cells.iter().map(|cell| unbroken(cell)).max();
        longest_word(heading).max(widest.unwrap_or_default())
    };
    let natural: Vec<usize> = columns.iter().map(natural).collect();
    let mut widths: Vec<usize> = columns.iter().map(needed).collect();
    let fits = natural.iter().sum::<usize>() <= room;
    let mut left = room.checked_sub(widths.iter().sum()).filter(|_| !fits)?;
    let lacks = natural.iter().zip(&mut widths);
    let mut lacks: Vec<(usize, &mut usize)> = lacks
        .map(|(natural, width)| (natural.saturating_sub(*width), width))
        .collect();
    lacks.sort_by_key(|(lack, _)| *lack);
    let shares = (1..=lacks.len()).rev();
    for ((lack, width), share) in lacks.into_iter().zip(shares) {
        let given = lack.min(left / share);
        *width += given;
        left -= given;
    }
    Some(widths)
}

fn unbroken(cell: &str) -> usize {
    match cell.width() {
        width if width <= SHORT => width,
        _ => longest_word(cell),
    }
}

fn longest_word(text: &str) -> usize {
    let words = text.lines().flat_map(pieces);
    let longest = words.map(|word| word.trim_start().width()).max();
    longest.unwrap_or_default().min(LONGEST_WORD)
}

#[cfg(test)]
mod tests {
    use super::widths;

    /// Columns as `heading|cell|cell`.
    fn divided(columns: &[&str], room: usize) -> Option<Vec<usize>> {
        let columns: Vec<(String, Vec<String>)> = columns
            .iter()
            .map(|column| {
                let mut cells = column.split('|').map(str::to_owned);
                (cells.next().unwrap(), cells.collect())
            })
            .collect();
        widths(&columns, room)
    }

    #[test]
    fn dates_times_and_names_stay_whole_and_what_is_long_is_broken() {
        let columns = [
            "従業員コード|1000",
            "名前|勤怠 太郎",
            "勤務日|2024-12-17",
            "PC|09:03 (pcpunch)",
        ];
        for (room, expected) in [
            (46, None),
            (45, Some(vec![11, 9, 10, 15])),
            (36, Some(vec![6, 9, 10, 11])),
            (32, Some(vec![4, 9, 10, 9])),
            (31, None),
        ] {
            assert_eq!(divided(&columns, room), expected, "{room}");
        }
        assert_eq!(divided(&[], 80), None);
    }
}
