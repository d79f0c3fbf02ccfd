use unicode_width::UnicodeWidthStr;

use super::{Bar, Mark, Stretch, Timeline, draw};
use crate::domain::time::WorkDay;
use crate::locale::{Lang, Locale, Text};
use crate::output::Tone;
use crate::output::table::Style;

fn minute(clock: &str) -> i64 {
    let (hours, minutes) = clock.split_once(':').unwrap();
    hours.parse::<i64>().unwrap() * 60 + minutes.parse::<i64>().unwrap()
}

fn bar(name: &str, stretches: &[(&str, &str)], marks: &[(&str, char)]) -> Bar {
    Bar {
        name: name.to_owned(),
        day: WorkDay::parse("2024-12-17").unwrap(),
        stretches: stretches
            .iter()
            .map(|(from, until)| Stretch {
                minutes: minute(from)..minute(until.trim_end_matches('?')),
                ended: !until.ends_with('?'),
            })
            .collect(),
        marks: marks
            .iter()
            .map(|(at, sign)| Mark {
                minute: minute(at),
                sign: *sign,
                tone: Tone::Good,
            })
            .collect(),
        letters: Vec::new(),
    }
}

fn drawn(bars: Vec<Bar>, width: Option<u16>, coloured: bool, lang: Lang) -> String {
    let timeline = Timeline {
        bars,
        legend: vec![('A', Tone::Bad, Text::family("finding", "no-logoff"))],
    };
    draw(&timeline, &Locale::new(lang), Style { width, coloured })
}

#[test]
fn sessions_are_blocks_gaps_are_dots_and_punches_are_marks_under_their_hours() {
    let text = drawn(
        vec![
            bar(
                "勤怠 太郎",
                &[("09:00", "12:00"), ("13:00", "18:00")],
                &[("09:00", '['), ("18:00", ']')],
            ),
            bar("a", &[("10:00", "19:00?")], &[("10:00", '<')]),
        ],
        None,
        false,
        Lang::En,
    );
    let lines: Vec<&str> = text.lines().take(3).collect();
    assert_eq!(
        lines,
        [
            "                9     10    11    12    13    14    15    16    17    18",
            "勤怠 太郎 12-17 [█████████████████······██████████████████████████████]",
            "a         12-17       <┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄"
        ]
    );
}

#[test]
fn no_line_is_wider_than_the_terminal_whatever_the_names_and_hours() {
    let long = "とても長い名前の人 とても長い名前の人";
    let bars = || {
        vec![
            bar(
                long,
                &[("00:10", "47:50")],
                &[("00:10", '['), ("47:50", ']')],
            ),
            bar("\u{1b}[31m", &[("99:00", "120:00")], &[("-10:00", '{')]),
        ]
    };
    for lang in Lang::ALL {
        for width in [80_u16, 100, 132, 200] {
            for line in drawn(bars(), Some(width), false, lang).lines() {
                assert!(line.width() <= usize::from(width), "{width}: {line}");
                assert!(!line.contains('\u{1b}'));
            }
        }
    }
}

#[test]
fn a_wider_terminal_gets_a_finer_scale() {
    let bars = || vec![bar("a", &[("08:00", "20:00")], &[])];
    let blocks = |width| {
        let text = drawn(bars(), Some(width), false, Lang::Ja);
        text.lines().nth(1).unwrap().matches('█').count()
    };
    assert_eq!((blocks(80), blocks(100), blocks(160)), (60, 72, 144));
}

#[test]
fn marks_of_one_column_stand_side_by_side() {
    let marks = [("09:00", '['), ("09:01", ']')];
    let text = drawn(
        vec![bar("a", &[("09:00", "09:02"), ("20:00", "23:00")], &marks)],
        None,
        false,
        Lang::En,
    );
    assert!(text.contains("[]"), "{text}");
}

#[test]
fn colours_are_there_only_where_they_are_wanted() {
    let bars = || vec![bar("a", &[("09:00", "18:00")], &[("09:00", '[')])];
    for coloured in [true, false] {
        let text = drawn(bars(), Some(80), coloured, Lang::En);
        assert_eq!(text.contains('\u{1b}'), coloured);
    }
    assert_eq!(drawn(Vec::new(), Some(80), true, Lang::En), "");
}
