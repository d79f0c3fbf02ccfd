//! `pcpunch relay rehearse`: what past logs would have made of past days, against what people punched
//! themselves. Nothing is stored or sent.

use std::collections::BTreeSet;

use crate::check::{self, Scope};
use crate::cli::{Days, RehearseArgs};
use crate::domain::comparison::{Pair, compare};
use crate::domain::reconcile::KotSide;
use crate::domain::replay::Replayed;
use crate::kot::{self, ClosedHours, Kot};
use crate::locale::Text;
use crate::relay::{self, Choices, Past};
use crate::settings::Settings;
use crate::state::State;

use super::signals::Signals;
use super::view::names::Names;
use super::view::rehearse::{Alternative, Rehearsed};
use super::{Context, Exit, Failure, days, services};

mod tried;

pub(super) use tried::RULES;

/// No rehearsal looks at more work days: the longest that anybody settles accounts over.
const MOST_DAYS: i64 = 366;

/// Replays the range under the settings as they are and, where some were named, under those; holds both
/// against one reading of KING OF TIME and prints them side by side.
///
/// # Errors
/// Exit 2 for a range that is not over, too long or reversed and for settings that cannot be tried; exit 1 where
/// no logs are there; those of reading KING OF TIME.
pub(super) fn run(args: &RehearseArgs, context: &mut Context) -> anyhow::Result<Exit> {
    let signals = Signals::watch()?;
    let state = context.open_state()?;
    let settings = context.settings(&state)?;
    let range = range(args, context)?;
    let tried = tried::settings(&args.set)?;
    let as_set = services::choices(&settings);
    let (links, tolerance) = (as_set.links.clone(), as_set.tolerance);
    let mut alternatives = vec![as_set];
    if !tried.is_empty() {
        alternatives.push(services::choices(&settings.with(&tried)?));
    }

    let lookbacks = alternatives.iter().map(|one| one.rules.lookback.num_days());
    let lookback = u64::try_from(lookbacks.max().unwrap_or_default()).unwrap_or_default();
    let past = Past::of(&state, &links, range.from..=range.to, lookback)?;
    if !past.has_logs() {
        return Err(no_logs(range).into());
    }
    let shown = read(&state, &settings, range, &signals, context)?;
    let closed = ClosedHours::parse(
        settings.closed_hours_text(),
        settings.closed_guard_seconds(),
    )?;

    let mut replayed = Vec::new();
    for choices in &alternatives {
        if let Some(exit) = signals.exit() {
            return Ok(exit);
        }
        replayed.push(past.replay(choices, &closed, context.now()));
    }
    let compared = compared(&alternatives, &replayed, &shown);
    let names = Names::new(&state.employees()?);
    let view = Rehearsed::new(
        (range.from, range.to),
        tolerance,
        tried::changes(&tried, &settings),
        compared,
        without_account(&shown, &replayed),
        &names,
    );
    context.print(&view.by_days(args.days))?;
    Ok(signals.exit().unwrap_or(Exit::Done))
}

/// The work days that were asked for: all of them over.
fn range(args: &RehearseArgs, context: &Context) -> anyhow::Result<days::Range> {
    let yesterday = relay::today(context.now()).back(1);
    let asked = Days {
        date: None,
        from: Some(args.from),
        to: args.to,
    };
    let range = days::range(&asked, yesterday)?;
    let (text, remedy) = if range.to > yesterday {
        let text = Text::new("rehearse-not-over").showing("day", range.to);
        let remedy = Text::new("rehearse-not-over-remedy");
        (text, remedy.showing("day", yesterday))
    } else if range.to.days_since(range.from) >= MOST_DAYS {
        let text = Text::new("rehearse-too-long").with("days", MOST_DAYS);
        (text, Text::new("rehearse-too-long-remedy"))
    } else {
        return Ok(range);
    };
    Err(Failure::new(Exit::Usage, "usage.days", text)
        .remedy(remedy)
        .into())
}

fn no_logs(range: days::Range) -> Failure {
    let text = Text::new("rehearse-no-logs")
        .showing("from", range.from)
        .showing("to", range.to);
    Failure::new(Exit::Failed, "rehearse.no_logs", text)
        .remedy(Text::new("rehearse-no-logs-remedy"))
}

/// What KING OF TIME shows of the whole range, of everybody.
fn read(
    state: &State,
    settings: &Settings,
    range: days::Range,
    signals: &Signals,
    context: &Context,
) -> anyhow::Result<KotSide> {
    let config = services::kot(settings, state, context.now())?;
    let surroundings = kot::Surroundings {
        clock: &context.clock,
        stop: signals.stop(),
        // Counted nowhere, since nothing is stored: it is one request for two months.
        on_request: &|_| {},
    };
    let scope = Scope {
        from: range.from,
        to: range.to,
        employee: None,
    };
    Ok(check::read(&Kot::new(config, surroundings), &scope)?)
}

/// Each alternative's replay against what KING OF TIME shows. Breaks count only where one of them punches
/// any.
fn compared(alternatives: &[Choices], replayed: &[Replayed], shown: &KotSide) -> Vec<Alternative> {
    let mut choices = alternatives.iter();
    let has_breaks = choices.any(|choices| choices.policy.break_minutes().is_some());
    let each = alternatives.iter().zip(replayed);
    each.map(|(choices, replayed)| {
        let mut pairs: Vec<Pair> = compare(replayed, shown, choices.tolerance);
        pairs.retain(|pair| has_breaks || !pair.kind.is_break());
        Alternative::new(pairs)
    })
    .collect()
}

/// How many people punched on days of which nothing is told of them: without an account, or set aside.
fn without_account(shown: &KotSide, replayed: &[Replayed]) -> usize {
    let is_told = |place: &_| replayed.iter().any(|replayed| replayed.contains_key(place));
    let left_out = shown
        .records
        .iter()
        .filter(|(place, records)| !records.is_empty() && !is_told(place));
    let people: BTreeSet<_> = left_out.map(|((person, _), _)| person).collect();
    people.len()
}
