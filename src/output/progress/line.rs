//! The line of a progress bar. Pure: values to text.

use std::time::Duration;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::domain::headway::Seen;
use crate::locale::{Locale, Text};

/// How many signs the bar has.
const BAR: u64 = 20;
/// A guess from less than so long is none.
const LONG_ENOUGH: Duration = Duration::from_secs(1);

/// What is being done, a bar with counts, and how long it takes still, as much of it as goes into the width; the last
/// column stays free, so that no terminal breaks the line. The bar is of signs that are one column wide everywhere.
pub(super) fn line(seen: Seen, elapsed: Duration, locale: &Locale, width: u16) -> String {
    let room = usize::from(width).saturating_sub(1);
    let step = locale.say(&Text::family("progress", seen.step.name()));
    if seen.of == 0 {
        return cut(&step, room);
    }
    let done = seen.done.min(seen.of);
    let counts = format!("{done}/{}", seen.of);
    let left = left(done, seen.of, elapsed).map(|text| format!("  {}", locale.say(&text)));
    let left = left.unwrap_or_default();
    let candidates = [
        format!("{step}  {}  {counts}{left}", bar(done, seen.of)),
        format!("{step}  {counts}{left}"),
        format!("{step}  {counts}"),
    ];
    let fits = candidates.into_iter().find(|line| line.width() <= room);
    fits.unwrap_or_else(|| cut(&step, room))
}

fn bar(done: u64, of: u64) -> String {
    let full = done * BAR / of.max(1);
    let signs = (0..BAR).map(|place| if place < full { '#' } else { '-' });
    format!("[{}]", signs.collect::<String>())
}

/// How long the rest takes if it goes on as before.
fn left(done: u64, of: u64, elapsed: Duration) -> Option<Text> {
    if done == 0 || elapsed < LONG_ENOUGH {
        return None;
    }
    let elapsed = u64::try_from(elapsed.as_millis()).ok()?;
    let seconds = (elapsed.saturating_mul(of - done) / done).div_ceil(1000);
    Some(match seconds {
        0..=99 => Text::new("progress-seconds").with("count", seconds),
        _ => Text::new("progress-minutes").with("count", seconds.div_ceil(60)),
    })
}

/// The beginning of a text that goes into so many columns.
fn cut(text: &str, room: usize) -> String {
    let mut taken = 0;
    text.chars()
        .take_while(|letter| {
            taken += letter.width().unwrap_or_default();
            taken <= room
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use unicode_width::UnicodeWidthStr;

    use super::line;
    use crate::domain::headway::{Seen, Step};
    use crate::locale::{Lang, Locale};

    fn drawn(lang: Lang, step: Step, counts: (u64, u64), seconds: u64, width: u16) -> String {
        let (done, of) = counts;
        let seen = Seen { step, done, of };
        line(
            seen,
            Duration::from_secs(seconds),
            &Locale::new(lang),
            width,
        )
    }

    #[test]
    fn a_line_says_what_is_done_how_much_and_how_long_it_takes_still() {
        use Lang::{En, Ja};
        for (lang, step, counts, seconds, width, expected) in [
            (
                En,
                Step::Send,
                (0, 40),
                0,
                80,
                "Sending punches  [--------------------]  0/40",
            ),
            (
                En,
                Step::Send,
                (10, 40),
                20,
                80,
                "Sending punches  [#####---------------]  10/40  about 60 s left",
            ),
            (
                En,
                Step::Send,
                (1, 400),
                2,
                80,
                "Sending punches  [--------------------]  1/400  about 14 min left",
            ),
            (
                En,
                Step::Send,
                (41, 40),
                2,
                80,
                "Sending punches  [####################]  40/40  about 0 s left",
            ),
            (
                Ja,
                Step::Send,
                (10, 40),
                20,
                80,
                "打刻を送信中  [#####---------------]  10/40  残り約 60 秒",
            ),
            (
                Ja,
                Step::Send,
                (10, 40),
                20,
                40,
                "打刻を送信中  10/40  残り約 60 秒",
            ),
            (Ja, Step::Send, (10, 40), 20, 22, "打刻を送信中  10/40"),
            (Ja, Step::Send, (10, 40), 20, 10, "打刻を送"),
            (Ja, Step::Read, (0, 0), 20, 80, "KING OF TIME を読み取り中"),
            (Ja, Step::Read, (0, 0), 20, 1, ""),
        ] {
            let line = drawn(lang, step, counts, seconds, width);
            assert_eq!(line, expected, "{width}");
        }
    }

    #[test]
    fn no_step_in_either_language_is_as_wide_as_the_terminal() {
        for lang in [Lang::En, Lang::Ja] {
            for step in Step::ALL {
                for width in 0..100 {
                    let line = drawn(lang, step, (1, 1_000_000), 5, width);
                    assert!(line.width() < usize::from(width.max(1)), "{width}: {line}");
                    assert!(!line.contains("progress-"), "{line}");
                }
            }
        }
    }
}
