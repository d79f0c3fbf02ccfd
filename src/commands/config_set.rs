//! `pcpunch config set`: stores a setting, after it has been checked.

use std::collections::BTreeMap;
use std::io::{BufRead, Read};

use anyhow::Context as _;

use crate::cli::SetArgs;
use crate::domain::time::{Jst, WorkDay};
use crate::locale::Text;
use crate::settings::{DayBorder, Key, Settings};

use super::view::config::{Change, Changes};
use super::{Context, Exit, Failure, config_ask};

/// The longest line that is read as a value.
const LONGEST_VALUE: u64 = 64 * 1024;

/// Sets one setting. `link.punches on` takes `punch.since` with it; a secret and the command that prints it take the
/// place of each other.
///
/// # Errors
/// Exit 2 for an unknown key, a value that is not allowed, a secret among the arguments, and where a value or a
/// yes is needed and nobody can be asked.
pub(super) fn run(args: &SetArgs, context: &mut Context) -> anyhow::Result<Exit> {
    let key = Key::of_name(&args.key)?;
    if key.is_secret() && args.value.is_some() {
        return Err(secret_argument(key).into());
    }
    let given = given(key, args, context)?;
    if let Some(value) = &given {
        key.check(value)?;
        if key.hides(value) && args.value.is_some() {
            return Err(secret_argument(key).into());
        }
    }
    let mut state = context.open_state()?;
    let stored = state.stored_settings()?;
    let value = match given {
        Some(value) => value,
        None => config_ask::ask(key, &stored, context).context("the terminal")?,
    };
    confirm(key, &value, context)?;

    let mut wanted = vec![(key, Some(value.as_str()))];
    let since = since(key, &value, args.since, &stored, context)?.map(|day| day.to_string());
    wanted.extend(since.as_deref().map(|day| (Key::PunchSince, Some(day))));
    let other_way = key.other_way();
    let replaced = other_way.filter(|other| stored.contains_key(other.name()));
    wanted.extend(replaced.map(|other| (other, None)));
    let rows: Vec<_> = wanted
        .iter()
        .map(|(key, value)| (key.name(), *value))
        .collect();
    state.change_settings(&rows, context.now())?;

    let settings = wanted
        .iter()
        .map(|(key, value)| Change::new(*key, stored.get(key.name()).map(String::as_str), *value))
        .collect();
    context.print(&Changes { settings })?;
    for (key, value) in wanted {
        warn(key, value, context);
    }
    Ok(Exit::Done)
}

/// A secret on the command line stands in the shell's history and in the list of processes.
fn secret_argument(key: Key) -> Failure {
    Failure::new(
        Exit::Usage,
        "settings.secret_argument",
        Text::new("config-secret-argument").with("key", key.name()),
    )
    .remedy(Text::new("config-secret-argument-remedy").with("key", key.name()))
}

fn since_is_for_punches() -> Failure {
    Failure::new(
        Exit::Usage,
        "settings.since",
        Text::new("config-since-is-for-punches"),
    )
    .remedy(Text::new("config-since-is-for-punches-remedy"))
}

/// The value that is an argument or a line of standard input; `None` where it is to be asked for.
fn given(key: Key, args: &SetArgs, context: &Context) -> anyhow::Result<Option<String>> {
    if let Some(value) = &args.value {
        return Ok(Some(value.clone()));
    }
    if args.stdin {
        let mut line = String::new();
        let mut stdin = std::io::stdin().lock().take(LONGEST_VALUE);
        stdin.read_line(&mut line).context("standard input")?;
        return Ok(Some(line.trim_end_matches(['\r', '\n']).to_owned()));
    }
    if context.is_interactive() {
        return Ok(None);
    }
    let failure = Failure::new(
        Exit::Usage,
        "settings.no_value",
        Text::new("config-no-value").with("key", key.name()),
    );
    Err(failure
        .remedy(Text::new("config-no-value-remedy").with("key", key.name()))
        .into())
}

/// `rolling` is right only where KING OF TIME overwrites a 退勤, which cannot be seen from here.
fn confirm(key: Key, value: &str, context: &Context) -> anyhow::Result<()> {
    if key != Key::PunchPolicy || value != "rolling" {
        return Ok(());
    }
    context.output.warn(&Text::new("config-rolling"));
    context.confirm(&Text::new("config-rolling-question"))
}

/// The first work day that is punched when 打刻連携 is turned on: the named one, else, after it was off, the next one.
/// `None` where `punch.since` stays as it is.
fn since(
    key: Key,
    value: &str,
    named: Option<WorkDay>,
    stored: &BTreeMap<String, String>,
    context: &Context,
) -> anyhow::Result<Option<WorkDay>> {
    if key != Key::LinkPunches || value != "on" {
        return match named {
            Some(_) => Err(since_is_for_punches().into()),
            None => Ok(None),
        };
    }
    let was_off = stored.get(key.name()).is_some_and(|value| value == "off");
    if named.is_some() || !was_off {
        return Ok(named);
    }
    let settings = Settings::resolve(&context.environment, stored)?;
    Ok(Some(next_work_day(context.now(), settings.day_border())))
}

/// The work day after the one that is running: by the border for all, or by the calendar where divisions have
/// their own, which is never earlier.
fn next_work_day(now: Jst, border: DayBorder) -> WorkDay {
    let local = now.naive_local();
    let today = match border {
        DayBorder::At(border) if local.time() < border => WorkDay::new(local.date()).back(1),
        _ => WorkDay::new(local.date()),
    };
    today.next()
}

/// What somebody who sets this ought to know.
fn warn(key: Key, value: Option<&str>, context: &Context) {
    let Some(value) = value else { return };
    for key_set in [Some(key), key.other_way()].into_iter().flatten() {
        let variable = key_set.variable();
        if context.environment.raw(&variable).is_some() {
            let text = Text::new("config-overridden").with("key", key.name());
            context.output.warn(&text.with("variable", variable));
        }
    }
    if key == Key::PunchInClosedHours && value == "send" {
        context
            .output
            .warn(&Text::new("config-send-in-closed-hours"));
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveTime;

    use super::next_work_day;
    use crate::domain::time::Jst;
    use crate::settings::DayBorder;

    #[test]
    fn the_next_work_day_is_the_one_after_the_one_that_runs() {
        let at_five = DayBorder::At(NaiveTime::from_hms_opt(5, 0, 0).unwrap());
        for (now, border, next) in [
            (
                "2024-12-17T14:00:00+09:00",
                DayBorder::Division,
                "2024-12-18",
            ),
            (
                "2024-12-17T02:00:00+09:00",
                DayBorder::Division,
                "2024-12-18",
            ),
            ("2024-12-17T02:00:00+09:00", at_five, "2024-12-17"),
            ("2024-12-17T05:00:00+09:00", at_five, "2024-12-18"),
        ] {
            let now = Jst::parse_from_rfc3339(now).unwrap();
            assert_eq!(next_work_day(now, border).to_string(), next, "{now}");
        }
    }
}
