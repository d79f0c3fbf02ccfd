//! Bars as SVG, below hours that are ruled through all of them.

use super::class;
use crate::output::timeline::drawn_hours;
use crate::output::{Bar, Mark};

/// How wide an hour may be drawn, in pixels.
const HOUR: std::ops::RangeInclusive<i64> = 14..=40;

/// How wide the hours are together where that lets each be as wide.
const WIDTH: i64 = 600;

/// What is left free on both sides, so that a mark on the first minute is whole.
const MARGIN: i64 = 8;

/// The height of a line.
const HEIGHT: i64 = 22;

/// Which minutes are drawn, and how wide an hour is.
pub(super) struct Drawing {
    from: i64,
    until: i64,
    hour: i64,
}

impl Drawing {
    pub(super) fn of(bars: &[Bar]) -> Self {
        let drawn = drawn_hours(bars);
        let hours = ((drawn.end - drawn.start) / 60).max(1);
        Self {
            from: drawn.start,
            until: drawn.end,
            hour: (WIDTH / hours).clamp(*HOUR.start(), *HOUR.end()),
        }
    }

    /// Where a minute is drawn, in whole pixels.
    fn x(&self, minute: i64) -> i64 {
        MARGIN + (minute.clamp(self.from, self.until) - self.from) * self.hour / 60
    }

    fn framed(&self, height: i64, content: &str) -> String {
        let width = self.x(self.until) + MARGIN;
        format!(
            "<svg viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" aria-hidden=\"true\">{content}</svg>"
        )
    }

    /// The hours, and the rules that the bars repeat: higher than a line, so that they go through its padding.
    pub(super) fn hours(&self) -> String {
        let hours = self.from / 60..=self.until / 60;
        let rules: String = hours
            .clone()
            .map(|hour| format!("M{}.5 -16V38", self.x(hour * 60)))
            .collect();
        // Below 20 pixels two-digit hours would touch.
        let step = if self.hour < 20 { 2 } else { 1 };
        let texts: String = hours
            .filter(|hour| hour % step == 0)
            .map(|hour| format!("<text x=\"{}\" y=\"12\">{hour}</text>", self.x(hour * 60)))
            .collect();
        let rules = format!("<defs><path id=\"hours\" class=\"hour\" d=\"{rules}\"/></defs>");
        self.framed(16, &(rules + &texts))
    }

    pub(super) fn bar(&self, bar: &Bar) -> String {
        let mut content = "<use href=\"#hours\"/>".to_owned();
        let first = bar.stretches.iter().map(|one| one.minutes.start).min();
        let last = bar.stretches.iter().map(|one| one.minutes.end).max();
        if let (Some(first), Some(last)) = (first, last) {
            content.push_str(&gap(self.x(first), self.x(last)));
        }
        for stretch in &bar.stretches {
            let (from, until) = (stretch.minutes.start, stretch.minutes.end);
            let (class, known) = match stretch.ended {
                true => ("session", clock(until)),
                false => ("open", String::new()),
            };
            let told = format!("{}–{known}", clock(from));
            content.push_str(&block(class, self.x(from), self.x(until), &told));
        }
        for mark in &bar.marks {
            content.push_str(&sign(mark, self.x(mark.minute)));
        }
        self.framed(HEIGHT, &content)
    }

    /// Each sign as it is drawn, and the key of what it means.
    pub(super) fn signs() -> Vec<(String, &'static str)> {
        let framed = |content: &str| {
            format!("<svg width=\"28\" height=\"{HEIGHT}\" aria-hidden=\"true\">{content}</svg>")
        };
        let pair = |class: &str, signs: [char; 2]| {
            let [left, right] = signs.map(escaped_sign);
            framed(&format!(
                "<text class=\"mark {class}\" x=\"8\" y=\"16\">{left}</text><text class=\"mark {class}\" x=\"20\" y=\"16\">{right}</text>"
            ))
        };
        vec![
            (framed(&block("session", 2, 26, "")), "page-sign-session"),
            (framed(&block("open", 2, 26, "")), "page-sign-open"),
            (framed(&gap(2, 26)), "page-sign-gap"),
            (pair("good", ['[', ']']), "page-sign-sent"),
            (pair("note", ['{', '}']), "page-sign-elsewhere"),
            (pair("bad", ['<', '>']), "page-sign-missing"),
            (pair("good", ['(', ')']), "page-sign-break"),
        ]
    }
}

fn gap(from: i64, until: i64) -> String {
    format!("<path class=\"gap\" d=\"M{from} 11H{until}\"/>")
}

fn block(class: &str, from: i64, until: i64, told: &str) -> String {
    let width = (until - from).max(1);
    format!(
        "<rect class=\"{class}\" x=\"{from}\" y=\"6\" width=\"{width}\" height=\"10\"><title>{told}</title></rect>"
    )
}

fn sign(mark: &Mark, x: i64) -> String {
    let (class, sign, clock) = (
        class(mark.tone),
        escaped_sign(mark.sign),
        clock(mark.minute),
    );
    format!("<text class=\"mark {class}\" x=\"{x}\" y=\"16\">{sign}<title>{clock}</title></text>")
}

fn escaped_sign(sign: char) -> String {
    super::escaped(&sign.to_string())
}

/// A minute of the work day's date as a clock; 25:30 is 01:30 of the day after.
fn clock(minute: i64) -> String {
    format!("{:02}:{:02}", minute.div_euclid(60), minute.rem_euclid(60))
}
