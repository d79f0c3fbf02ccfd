//! How wide columns are on a terminal that is narrower than what they hold.

use unicode_width::UnicodeWidthStr;

use super::sentence::pieces;

/// A cell that is no wider is not broken: a date, a time, a short name.
const SHORT: usize = 10;

/// A word that is wider is broken where others need the room.
const LONGEST_WORD: usize = 24;

/// How much room a column's heading and cells want.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Wants {
    /// With no line broken.
    natural: usize,
    /// With no word broken.
    needed: usize,
}

impl Wants {
    /// Of a column that has no cells yet.
    pub(super) fn of_heading(heading: &str) -> Self {
        Self {
            natural: heading.width(),
            needed: longest_word(heading),
        }
    }

    /// Looks at one more cell.
    pub(super) fn look_at(&mut self, cell: &str) {
        let natural = cell.width();
        self.natural = self.natural.max(natural);
        let needed = if natural <= SHORT {
            natural
        } else {
            longest_word(cell)
        };
        self.needed = self.needed.max(needed);
    }
}

/// The widths in which so much room is divided between columns, without a limit where none is said. Words stay whole,
/// and as few columns as can be are broken. `None` where the words have no room.
pub(super) fn widths(columns: &[Wants], room: Option<usize>) -> Option<Vec<usize>> {
    let natural: usize = columns.iter().map(|column| column.natural).sum();
    let Some(room) = room.filter(|room| natural > *room) else {
        return Some(columns.iter().map(|column| column.natural).collect());
    };
    let mut widths: Vec<usize> = columns.iter().map(|column| column.needed).collect();
    let mut left = room.checked_sub(widths.iter().sum())?;
    let lacks = columns.iter().zip(&mut widths);
    let mut lacks: Vec<(usize, &mut usize)> = lacks
        .map(|(column, width)| (column.natural.saturating_sub(*width), width))
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

fn longest_word(text: &str) -> usize {
    let words = text.lines().flat_map(pieces);
    let longest = words.map(|word| word.trim_start().width()).max();
    longest.unwrap_or_default().min(LONGEST_WORD)
}

#[cfg(test)]
mod tests {
    use super::{Wants, widths};

    /// Columns as `heading|cell|cell`.
    fn divided(columns: &[&str], room: Option<usize>) -> Option<Vec<usize>> {
        let wants = columns.iter().map(|column| {
            let (heading, cells) = column.split_once('|').unwrap();
            let mut wants = Wants::of_heading(heading);
            cells.split('|').for_each(|cell| wants.look_at(cell));
            wants
        });
        let wants: Vec<Wants> = wants.collect();
        widths(&wants, room)
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
            (None, Some(vec![12, 9, 10, 15])),
            (Some(46), Some(vec![12, 9, 10, 15])),
            (Some(45), Some(vec![11, 9, 10, 15])),
            (Some(36), Some(vec![6, 9, 10, 11])),
            (Some(32), Some(vec![4, 9, 10, 9])),
            (Some(31), None),
        ] {
            assert_eq!(divided(&columns, room), expected, "{room:?}");
        }
        assert_eq!(divided(&[], Some(80)), Some(vec![]));
    }
}
