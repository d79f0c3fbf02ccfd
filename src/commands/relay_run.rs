//! `pcpunch relay run`: rounds. Logs in, punches out, once each.

use std::path::Path;
use std::sync::Arc;

use crate::cli::RunArgs;
use crate::domain::punch::PunchState;
use crate::domain::time::{Jst, WorkDay};
use crate::kot::{self, Kot};
use crate::locale::Text;
use crate::malion::{self, Malion};
use crate::relay::{self, Choices, Report, Round, Source};
use crate::settings::{Key, Settings};
use crate::state::{RoundLock, SharedState, State};

use super::ping::Ping;
use super::relay_loop::{self, Ended};
use super::signals::Signals;
use super::view::finding::rfc3339;
use super::view::relay::{RelayView, Requests};
use super::{
    Context, Exit, Failure, employees_sync, frozen, link_kinds, log_file, metrics, services,
};

/// Runs one round with `--once`, else round after round.
///
/// # Errors
/// What keeps the one round from beginning; what ends the loop before its first.
pub(super) fn run(args: &RunArgs, context: &mut Context) -> anyhow::Result<Exit> {
    let signals = Signals::watch()?;
    if args.once {
        return Ok(round(args, context, &signals)?.exit);
    }
    refuse_what_belongs_to_one_round(args)?;
    relay_loop::run(args, context, &signals)
}

/// One round, told to a monitor however it ended. That another one is at work is that one's to tell.
///
/// # Errors
/// What keeps the round from beginning. What hinders it later is printed beside what it did.
pub(super) fn round(
    args: &RunArgs,
    context: &mut Context,
    signals: &Signals,
) -> anyhow::Result<Ended> {
    let ended = locked_round(args, context, signals);
    if let (Some(file), Err(error)) = (&args.metrics, &ended) {
        let exit = Failure::of(error).exit;
        if exit != Exit::Busy {
            let state = context.state_path().ok();
            let written = metrics::of_no_round(file, state.as_deref(), exit, context.now());
            warn_of_unwritten(file, written, context);
        }
    }
    ended
}

/// The round under the file's round lock; a dry run works on a copy in memory, and needs none. State
/// file, settings and credentials are read anew.
///
/// # Errors
/// What keeps the round from beginning.
fn locked_round(args: &RunArgs, context: &mut Context, signals: &Signals) -> anyhow::Result<Ended> {
    let (state, lock) = open(args, context)?;
    let settings = context.settings(&state)?;
    let ping = Ping::of(&settings, args.dry_run);
    ping.begins(&context.output);
    let ended = relay_logs(args, context, signals, state, &settings);
    drop(lock);
    let exit = ended.as_ref().map(|ended| ended.exit);
    ping.ends(
        exit.unwrap_or_else(|error| Failure::of(error).exit),
        &context.output,
    );
    ended
}

/// What is done in a round, once it may begin.
fn relay_logs(
    args: &RunArgs,
    context: &Context,
    signals: &Signals,
    mut state: State,
    settings: &Settings,
) -> anyhow::Result<Ended> {
    let file = log_file::file(args, settings)?;
    let kot = kot_config(settings, &state, context.now())?;
    let malion = malion_config(args, settings)?;
    let mut choices = services::choices(settings);
    let since_set = settle_since(&mut state, &mut choices, context.now())?;

    let state = SharedState::new(state);
    let counted = services::counted(&state, &context.clock);
    let surroundings = kot::Surroundings {
        clock: &context.clock,
        stop: signals.stop(),
        on_request: &counted,
    };
    let kot = kot.map(|config| Kot::new(config, surroundings));
    let malion = malion.map(|config| Malion::new(config, &context.clock, signals.stop()));
    let headway = Arc::default();
    let showing = context.output.show(&headway);
    let report = Round {
        state: &state,
        source: source(file, settings, malion.as_ref()),
        kot: kot.as_ref(),
        syncs: settings
            .link_employees()
            .then(|| link_kinds::kinds(settings)),
        clock: &context.clock,
        choices: &choices,
        dry_run: args.dry_run,
        headway: &headway,
    }
    .run();
    drop(showing);
    let mut report = report?;
    report.since_set = since_set;

    let failures = failures(&mut report);
    let exit = exit_of(&report, &failures).or(signals.exit().unwrap_or(Exit::Done));
    let requests = Requests::of(malion.as_ref(), kot.as_ref());
    let locale = context.output.locale();
    let support_id = settings.malion_support_id();
    let view = RelayView::new(
        &state.hold(),
        &report,
        requests,
        args.dry_run,
        exit,
        support_id,
        locale,
    )?;
    let code = i64::from(exit.code());
    let now = context.now();
    state
        .hold()
        .end_run(report.run, code, &view.summary(), now)?;
    if let Some(file) = &args.metrics {
        let written = metrics::of_round(file, &state.hold(), exit, now);
        warn_of_unwritten(file, written, context);
    }
    tell(args, context, view, &report, &failures)?;
    Ok(Ended {
        exit,
        hindered_by: failures.iter().map(|failure| failure.code).collect(),
    })
}

/// The state file with its round lock or, for a dry run, a copy of it in memory.
fn open(args: &RunArgs, context: &mut Context) -> anyhow::Result<(State, Option<RoundLock>)> {
    let state = context.open_state()?;
    if args.dry_run {
        return Ok((state.copy_in_memory()?, None));
    }
    let lock = state.lock_round()?;
    Ok((state, Some(lock)))
}

/// Where no first work day is set, the first round that may send sets it.
fn settle_since(
    state: &mut State,
    choices: &mut Choices,
    now: Jst,
) -> anyhow::Result<Option<WorkDay>> {
    if !choices.sends || choices.rules.since.is_some() {
        return Ok(None);
    }
    let since = relay::first_since(state, now)?;
    choices.rules.since = Some(since);
    Ok(Some(since))
}

/// What hindered the round, as failures to print; a signal is no failure.
fn failures(report: &mut Report) -> Vec<Failure> {
    let errors = report.errors.drain(..).filter(|error| !error.is_stopped());
    let errors = errors.map(|error| Failure::of(&error.into()));
    let frozen = report.frozen.as_ref().map(frozen::failure);
    frozen.into_iter().chain(errors).collect()
}

/// Where this round's logs come from.
fn source<'a>(
    file: Option<relay::File>,
    settings: &Settings,
    malion: Option<&'a Malion<'a>>,
) -> Source<'a> {
    match (file, malion) {
        (Some(file), _) => Source::File(file),
        (None, Some(client)) => services::malion_source(client, settings),
        (None, None) => Source::Nowhere,
    }
}

/// The token is needed to send; a round that only collects goes on without one.
fn kot_config(settings: &Settings, state: &State, now: Jst) -> anyhow::Result<Option<kot::Config>> {
    if settings.link_punches() || settings.has(Key::KotToken) {
        services::kot(settings, state, now).map(Some)
    } else {
        Ok(None)
    }
}

/// MaLion is asked unless a file takes its place or its link is off.
fn malion_config(args: &RunArgs, settings: &Settings) -> anyhow::Result<Option<malion::Config>> {
    if args.from.is_none() && settings.link_malion() {
        services::malion(settings).map(Some)
    } else {
        Ok(None)
    }
}

/// A dry run shows one round, and a file is taken once.
fn refuse_what_belongs_to_one_round(args: &RunArgs) -> anyhow::Result<()> {
    let given = [(args.dry_run, "--dry-run"), (args.from.is_some(), "--from")];
    match given.into_iter().find(|(given, _)| *given) {
        None => Ok(()),
        Some((_, option)) => {
            let message = Text::new("relay-needs-once").with("option", option);
            let remedy = Text::new("relay-needs-once-remedy").with("option", option);
            Err(Failure::new(Exit::Usage, "usage", message)
                .remedy(remedy)
                .into())
        }
    }
}

/// Metrics that cannot be written change nothing of the round.
fn warn_of_unwritten(file: &Path, written: anyhow::Result<()>, context: &Context) {
    if let Err(error) = written {
        context.output.warn(&metrics::unwritten(file, &error));
    }
}

/// The exit code of the round, of all that apply.
fn exit_of(report: &Report, failures: &[Failure]) -> Exit {
    let sent = |state| report.sent.iter().any(|punch| punch.state == state);
    let of_sent = [
        (sent(PunchState::Refused), Exit::Refused),
        // The answer was lost: the service could not be read, and the next round settles it.
        (sent(PunchState::Unknown), Exit::Unreachable),
    ];
    let of_sent = of_sent
        .into_iter()
        .filter(|(applies, _)| *applies)
        .map(|(_, exit)| exit);
    let of_failures = failures.iter().map(|failure| failure.exit);
    of_sent.chain(of_failures).fold(Exit::Done, Exit::or)
}

/// The result on stdout, which in the loop and where nobody looks on is a line a round; what a person should know on
/// stderr.
fn tell(
    args: &RunArgs,
    context: &Context,
    mut view: RelayView,
    report: &Report,
    failures: &[Failure],
) -> anyhow::Result<()> {
    let is_watched = context.output.is_watched() || context.global.verbose;
    if !(args.once && (args.dry_run || is_watched)) {
        view.shorten(context.now());
    }
    if !(context.global.quiet && view.is_idle()) {
        context.print(&view)?;
    }
    if let Some(plan) = &report.sync {
        employees_sync::tell_of_a_round(plan, context);
    }
    if context.clock.is_rehearsal() {
        let text = Text::new("relay-rehearsal").with("now", rfc3339(context.now()));
        context.output.say(&text);
    }
    if let Some(day) = report.since_set {
        context
            .output
            .say(&Text::new("relay-since-set").showing("day", day));
    }
    if let Some(until) = report.malion_opens_at {
        let until = until.format("%H:%M").to_string();
        let text = Text::new("relay-malion-closed").with("until", until);
        context.output.say(&text);
    }
    if report.read > 0 && !report.bears_link_code {
        context.output.say(&Text::new("relay-no-link-code-field"));
    }
    if report.clock_is_off {
        context.output.warn(&Text::new("relay-clock-off"));
    }
    if report.sent_unread > 0 {
        let text = Text::new("relay-sent-unread").with("count", report.sent_unread);
        context.output.say(&text);
    }
    if report.breaker_opened {
        context.output.warn(&Text::new("relay-breaker"));
    }
    for failure in failures {
        failure.print(&context.output);
    }
    Ok(())
}
