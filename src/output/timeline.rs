//! Days as bars on a terminal: one line a person and work day. Everything that a colour says, a sign says too.

use std::ops::Range;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::Tone;
use super::sentence::sentence;
use super::table::Style;
use crate::domain::time::WorkDay;
use crate::locale::{Locale, Text, visible};

/// Work days as bars, and what their signs mean.
#[derive(Clone, Debug, Default)]
pub struct Timeline {
    /// The lines, in the order in which they stand.
    pub bars: Vec<Bar>,
    /// What each letter or sign at the end of a line means, most urgent first.
    pub legend: Vec<(char, Tone, Text)>,
}

/// One person's work day. Minutes count from the beginning of the work day's date, so that 1500 is 01:00
/// of the day after.
#[derive(Clone, Debug)]
pub struct Bar {
    /// Whose.
    pub name: String,
    /// Which day.
    pub day: WorkDay,
    /// What the PCs logged.
    pub stretches: Vec<Stretch>,
    /// The punches.
    pub marks: Vec<Mark>,
    /// What is not right, by the legend's letters.
    pub letters: Vec<(char, Tone)>,
}

/// A session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// From the minute of the ログオン to that of the ログオフ or, where none is known, to where it may have been.
    pub minutes: Range<i64>,
    /// Whether a ログオフ is known.
    pub ended: bool,
}

/// A punch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Its minute.
    pub minute: i64,
    /// Its sign.
    pub sign: char,
    /// How it stands.
    pub tone: Tone,
}

/// The width where there is no terminal.
const USUAL_WIDTH: u16 = 80;

/// The widest name, in columns; longer ones are cut.
const WIDEST_NAME: usize = 20;

/// A day is drawn up to here: KING OF TIME takes no punch later than the end of the day after.
const LAST_MINUTE: i64 = 48 * 60;

/// How many minutes a column can stand for, so that hours fall on columns.
const SCALES: [i64; 7] = [5, 6, 10, 12, 15, 20, 30];

/// How many hours can lie between two hours that are named.
const STEPS: [i64; 6] = [1, 2, 3, 4, 6, 12];

const SESSION: char = '█';
const OPEN: char = '┄';
const GAP: char = '·';

/// What a column of a bar shows.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Cell {
    sign: char,
    tone: Tone,
}

const NOTHING: Cell = Cell {
    sign: ' ',
    tone: Tone::Plain,
};

/// Which minutes are drawn, and how many a column stands for.
struct Scale {
    from: i64,
    minutes: i64,
    columns: usize,
}

/// The lines, each ending in a line break; nothing where there are no days.
pub(super) fn draw(timeline: &Timeline, locale: &Locale, style: Style) -> String {
    if timeline.bars.is_empty() {
        return String::new();
    }
    let bars = &timeline.bars;
    let names = bars.iter().map(|bar| visible(&bar.name).width()).max();
    let name_width = names.unwrap_or_default().min(WIDEST_NAME);
    let letters = bars.iter().map(|bar| bar.letters.len()).max();
    let width = usize::from(style.width.unwrap_or(USUAL_WIDTH));
    let beside = name_width + " 12-17 ".len() + " ".len() + letters.unwrap_or_default();
    let scale = Scale::of(bars, width.saturating_sub(beside));

    let mut text = " ".repeat(name_width + " 12-17 ".len()) + scale.hours().trim_end() + "\n";
    for bar in bars {
        text.push_str(&line(bar, name_width, &scale, style.coloured));
        text.push('\n');
    }
    let signs = ["timeline-sessions", "timeline-punches"].map(|key| locale.say(&Text::new(key)));
    for line in signs {
        text.push_str(&sentence(&line, style.width));
        text.push('\n');
    }
    for (letter, tone, meaning) in &timeline.legend {
        let said = sentence(&format!("{letter}  {}", locale.say(meaning)), style.width);
        text.push_str(&tone.paint(&said, style.coloured));
        text.push('\n');
    }
    text
}

fn line(bar: &Bar, name_width: usize, scale: &Scale, coloured: bool) -> String {
    let mut line = fitted(&visible(&bar.name), name_width);
    line.push_str(&bar.day.date().format(" %m-%d ").to_string());
    let cells = scale.cells(bar);
    for run in cells.chunk_by(|a, b| a.tone == b.tone) {
        let signs: String = run.iter().map(|cell| cell.sign).collect();
        let tone = run.first().map_or(Tone::Plain, |cell| cell.tone);
        line.push_str(&tone.paint(&signs, coloured));
    }
    line.push(' ');
    for (letter, tone) in &bar.letters {
        line.push_str(&tone.paint(&letter.to_string(), coloured));
    }
    line.trim_end().to_owned()
}

/// The whole hours in which everything happened that is known, in minutes.
pub(super) fn drawn_hours(bars: &[Bar]) -> Range<i64> {
    let stretches = bars.iter().flat_map(|bar| &bar.stretches);
    // What is not known to have happened needs no room of its own.
    let ends = stretches.flat_map(|one| {
        let end = one.ended.then_some(one.minutes.end);
        std::iter::once(one.minutes.start).chain(end)
    });
    let marks = bars.iter().flat_map(|bar| &bar.marks);
    let minutes: Vec<i64> = ends
        .chain(marks.map(|mark| mark.minute + 1))
        .map(|minute| minute.clamp(0, LAST_MINUTE))
        .collect();
    let first = minutes.iter().min().copied().unwrap_or_default();
    let last = minutes.iter().max().copied().unwrap_or(24 * 60);
    let from = first - first.rem_euclid(60);
    let hours = (last - from + 59).div_euclid(60).max(1);
    from..from + hours * 60
}

impl Scale {
    /// The finest scale on which all that happened fits into so many columns.
    fn of(bars: &[Bar], columns: usize) -> Self {
        let drawn = drawn_hours(bars);
        let needed = |minutes: i64| {
            let columns = (drawn.end - drawn.start) / minutes;
            usize::try_from(columns).unwrap_or(usize::MAX)
        };
        let fits = SCALES.into_iter().find(|scale| needed(*scale) <= columns);
        let minutes = fits.unwrap_or(60);
        Self {
            from: drawn.start,
            minutes,
            columns: needed(minutes),
        }
    }

    /// The column of a minute, where it is drawn.
    fn column(&self, minute: i64) -> Option<usize> {
        let column = (minute - self.from).div_euclid(self.minutes);
        let column = usize::try_from(column).ok()?;
        (column < self.columns).then_some(column)
    }

    /// The hours above the columns at which they begin.
    fn hours(&self) -> String {
        let hour = 60 / self.minutes;
        let step = STEPS.into_iter().find(|step| step * hour >= 3);
        let step = step.unwrap_or(12);
        let mut line = String::new();
        for column in (0_i64..).take(self.columns) {
            let at = self.from + column * self.minutes;
            let is_named = at % (60 * step) == 0;
            let drawn = line.len() == usize::try_from(column).unwrap_or_default();
            if is_named && drawn {
                line.push_str(&(at / 60).to_string());
            } else if drawn {
                line.push(' ');
            }
        }
        line
    }

    fn cells(&self, bar: &Bar) -> Vec<Cell> {
        let mut cells = vec![NOTHING; self.columns];
        let first = bar.stretches.iter().map(|one| one.minutes.start).min();
        let last = bar.stretches.iter().map(|one| one.minutes.end).max();
        if let (Some(first), Some(last)) = (first, last) {
            self.fill(&mut cells, &(first..last), GAP, Tone::Faint);
        }
        let (ended, open): (Vec<_>, Vec<_>) = bar.stretches.iter().partition(|one| one.ended);
        for stretch in open {
            self.fill(&mut cells, &stretch.minutes, OPEN, Tone::Note);
            let logon = stretch.minutes.start;
            self.fill(&mut cells, &(logon..logon + 1), SESSION, Tone::Plain);
        }
        for stretch in ended {
            self.fill(&mut cells, &stretch.minutes, SESSION, Tone::Plain);
        }
        let mut marked = vec![false; self.columns];
        for mark in &bar.marks {
            self.mark(&mut cells, &mut marked, *mark);
        }
        cells
    }

    /// Fills the columns of these minutes, at least one, as far as they are drawn.
    fn fill(&self, cells: &mut [Cell], minutes: &Range<i64>, sign: char, tone: Tone) {
        let last = minutes.end.max(minutes.start + 1) - 1;
        let first = self.column(minutes.start.max(self.from));
        let Some(first) = first.filter(|_| last >= self.from) else {
            return;
        };
        let last = self.column(last).unwrap_or(self.columns);
        for cell in cells.iter_mut().take(last + 1).skip(first) {
            *cell = Cell { sign, tone };
        }
    }

    /// Puts a mark on its column or, where another is there, on the next that is free.
    fn mark(&self, cells: &mut [Cell], marked: &mut [bool], mark: Mark) {
        let Some(column) = self.column(mark.minute.clamp(self.from, LAST_MINUTE - 1)) else {
            return;
        };
        let mut beside = cells.iter_mut().zip(marked).skip(column);
        if let Some((cell, taken)) = beside.find(|(_, taken)| !**taken) {
            *taken = true;
            *cell = Cell {
                sign: mark.sign,
                tone: mark.tone,
            };
        }
    }
}

/// The text in exactly so many columns, cut or filled up.
fn fitted(text: &str, columns: usize) -> String {
    let mut fitted = String::new();
    let mut used = 0;
    for letter in text.chars() {
        let width = letter.width().unwrap_or_default();
        if used + width > columns {
            break;
        }
        used += width;
        fitted.push(letter);
    }
    fitted + &" ".repeat(columns - used)
}

#[cfg(test)]
mod tests;
