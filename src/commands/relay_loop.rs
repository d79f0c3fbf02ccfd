//! `pcpunch relay run` without `--once`: round after round, until a signal or until no further round can mend
//! what is wrong.

use std::time::{Duration, Instant};

use crate::cli::RunArgs;
use crate::locale::Text;

use super::frozen::FROZEN;
use super::relay_run::round;
use super::signals::Signals;
use super::{Context, Exit, Failure};

/// From the start of a round to the start of the next, unless said.
const USUAL: Duration = Duration::from_secs(5 * 60);
/// The shortest interval: MaLion and KING OF TIME serve others too.
const SHORTEST: Duration = Duration::from_secs(30);
/// The shortest interval under a clock set by hand, which reaches no real KING OF TIME.
const SHORTEST_REHEARSED: Duration = Duration::from_secs(1);

/// How a round ended.
pub(super) struct Ended {
    /// Its exit code.
    pub(super) exit: Exit,
    /// The names of what hindered it.
    pub(super) hindered_by: Vec<&'static str>,
}

/// Runs rounds. An interval counts from the start of a round, by the monotonic clock; after a round that
/// took longer the next begins at once.
///
/// # Errors
/// Exit 2 for an interval that is too short, and where the system refuses to wait.
pub(super) fn run(
    args: &RunArgs,
    context: &mut Context,
    signals: &Signals,
) -> anyhow::Result<Exit> {
    let interval = interval(args, context.clock.is_rehearsal())?;
    loop {
        let began = Instant::now();
        context.clock = context.clock.renewed();
        let ended = match round(args, context, signals) {
            Ok(ended) => ended,
            Err(error) => tell(&Failure::of(&error), context),
        };
        if is_the_last(&ended) {
            return Ok(ended.exit);
        }
        if let Some(exit) = signals.wait_until(began + interval)? {
            return Ok(exit);
        }
    }
}

/// Says why a round did not begin. That another one is at work is nothing wrong.
fn tell(failure: &Failure, context: &Context) -> Ended {
    match failure.exit {
        Exit::Busy => context.output.say(&Text::new("relay-turn-skipped")),
        _ => failure.print(&context.output),
    }
    Ended {
        exit: failure.exit,
        hindered_by: vec![failure.code],
    }
}

/// Whether no round follows: after a signal, and where a person has to change settings or the state file
/// first. Everything else may be mended by time.
fn is_the_last(ended: &Ended) -> bool {
    match ended.exit {
        Exit::Interrupted | Exit::Terminated | Exit::Usage | Exit::State => true,
        Exit::Limit => ended.hindered_by.contains(&FROZEN),
        _ => false,
    }
}

fn interval(args: &RunArgs, rehearsal: bool) -> anyhow::Result<Duration> {
    let Some(asked) = args.interval else {
        return Ok(USUAL);
    };
    let shortest = if rehearsal {
        SHORTEST_REHEARSED
    } else {
        SHORTEST
    };
    let asked = asked.to_std().unwrap_or_default();
    if asked >= shortest {
        return Ok(asked);
    }
    let message = Text::new("relay-interval-short").with("seconds", asked.as_secs());
    let remedy = Text::new("relay-interval-short-remedy").with("shortest", shortest.as_secs());
    Err(Failure::new(Exit::Usage, "usage.interval", message)
        .remedy(remedy)
        .into())
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Ended, FROZEN, RunArgs, interval, is_the_last};
    use crate::commands::Exit;

    #[test]
    fn only_signals_settings_the_state_file_and_a_freeze_end_the_loop() {
        let over = [
            Exit::Interrupted,
            Exit::Terminated,
            Exit::Usage,
            Exit::State,
        ];
        for exit in Exit::BY_RANK {
            for (name, is_frozen) in [("kot.other_company", false), (FROZEN, true)] {
                let ended = Ended {
                    exit,
                    hindered_by: vec!["malion.refused", name],
                };
                let is_over = over.contains(&exit) || exit == Exit::Limit && is_frozen;
                assert_eq!(is_the_last(&ended), is_over, "{exit:?} {name}");
            }
        }
    }

    #[test]
    fn an_interval_is_half_a_minute_at_least_and_a_second_in_a_rehearsal() {
        for (asked, rehearsal, taken) in [
            (None, false, Some(300)),
            (Some(30), false, Some(30)),
            (Some(29), false, None),
            (Some(0), false, None),
            (Some(1), true, Some(1)),
            (Some(0), true, None),
            (Some(86_400), false, Some(86_400)),
        ] {
            let args = RunArgs {
                interval: asked.map(chrono::Duration::seconds),
                ..RunArgs::default()
            };
            let found = interval(&args, rehearsal).ok();
            assert_eq!(found, taken.map(Duration::from_secs), "{asked:?}");
        }
    }
}
