//! How far this machine's clock stands from the servers'.

use chrono::TimeDelta;

use crate::commands::{Exit, Failure};
use crate::domain::rules::is_clock_off;
use crate::locale::Text;

use super::line::Line;

/// The line of one server; `skew` is positive where this machine is ahead.
pub(super) fn line(check: &'static str, service: &'static str, skew: Option<TimeDelta>) -> Line {
    let Some(skew) = skew else {
        let message = Text::new("check-clock-unknown").with("service", service);
        return Line::untried(check, message, None);
    };
    let text = |key| {
        Text::new(key)
            .with("service", service)
            .with("seconds", skew.num_seconds())
    };
    if !is_clock_off(Some(skew)) {
        Line::said(check, text("check-clock-right"))
    } else {
        let failure = Failure::new(Exit::Usage, "clock.skew", text("check-clock-wrong"));
        Line::failed(check, failure.remedy(Text::new("check-clock-wrong-remedy")))
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::super::line::Result::{Ok, Untried, Wrong};
    use super::line;

    #[test]
    fn a_clock_may_stand_two_minutes_off() {
        for (seconds, result) in [
            (Some(0), Ok),
            (Some(120), Ok),
            (Some(-120), Ok),
            (Some(121), Wrong),
            (Some(-121), Wrong),
            (None, Untried),
        ] {
            let skew = seconds.map(TimeDelta::seconds);
            assert_eq!(
                line("kot-clock", "KING OF TIME", skew).result,
                result,
                "{seconds:?}"
            );
        }
    }
}
