//! `pcpunch logs check`: are the PC logs rightly in KING OF TIME, and if not, what is to be done?

use crate::check::{self, Scope};
use crate::cli::CheckArgs;
use crate::domain::employee::Employee;
use crate::domain::finding::Finding;
use crate::domain::reconcile::{KotSide, Sides, Tolerance, reconcile};
use crate::kot::{self, Kot};
use crate::locale::Text;
use crate::relay;
use crate::settings::Settings;
use crate::state::{SharedState, State};

use super::signals::Signals;
use super::view::check::CheckView;
use super::view::names::Names;
use super::view::timeline;
use super::{Context, Exit, Failure, days, employee_option, services};

/// Holds the logs, the punches and what KING OF TIME shows against each other and prints what came of it.
/// Where KING OF TIME cannot be read, what is known without it is printed all the same.
///
/// # Errors
/// Exit 2 for a code that nobody has, for a range that ends before it begins and for a setting that is
/// missing.
pub(super) fn run(args: &CheckArgs, context: &mut Context) -> anyhow::Result<Exit> {
    let signals = Signals::watch()?;
    let state = context.open_state()?;
    let settings = context.settings(&state)?;
    let employees = state.employees()?;
    let scope = scope(args, &employees, context)?;
    let known = our_sides(&state, &settings, &scope, context)?;

    let state = SharedState::new(state);
    let asked = if args.offline {
        None
    } else {
        Some(ask(&state, &settings, &scope, &signals, context)?)
    };
    let (kot, failure) = match asked {
        None => (None, None),
        Some(Ok(kot)) => (Some(kot), None),
        Some(Err(error)) => (None, Some(Failure::of(&error.into()))),
    };
    let was_read = kot.is_some();
    let mut checked = reconcile(&Sides { kot, ..known.sides });
    checked.findings.extend(known.of_no_day);

    let mut state = state.hold();
    if was_read {
        check::remember(&mut state, &checked.findings, &scope, context.now())?;
    }
    let open = state.open_findings()?;
    let names = Names::new(&employees);
    let view = CheckView::new(
        &scope,
        &checked,
        &check::with_stored(&checked.findings, &open),
        &names,
        failure.as_ref().map_or(Exit::Done, |failure| failure.exit),
        context.output.locale(),
    );
    let view = match args.timeline {
        true => view.with_timeline(timeline::of(&checked, &names, context.now())),
        false => view,
    };
    context.print(&view)?;
    if !was_read {
        context.output.say(&Text::new("check-not-asked"));
    }
    if let Some(failure) = failure.filter(|_| signals.exit().is_none()) {
        failure.print(&context.output);
    }
    Ok(view.exit().or(signals.exit().unwrap_or(Exit::Done)))
}

/// The last seven work days before today unless said otherwise, of everybody or of one person.
fn scope(args: &CheckArgs, employees: &[Employee], context: &Context) -> anyhow::Result<Scope> {
    let yesterday = relay::today(context.now()).back(1);
    let range = days::range(&args.days, yesterday)?;
    let employee = match &args.employee {
        Some(code) => Some(employee_option::find(code, employees)?.key.clone()),
        None => None,
    };
    Ok(Scope {
        from: range.from,
        to: range.to,
        employee,
    })
}

/// What is known without asking anybody.
struct Known {
    sides: Sides,
    of_no_day: Vec<Finding>,
}

fn our_sides(
    state: &State,
    settings: &Settings,
    scope: &Scope,
    context: &Context,
) -> anyhow::Result<Known> {
    let now = context.now();
    let choices = services::choices(settings);
    let material = relay::material(state, &choices, scope.from)?;
    let mut told = relay::punch_findings(state, scope.from)?;
    told.extend(check::concerns(&state.open_findings()?, scope));
    let ours = check::our_side(
        scope,
        &material,
        &state.linked_names()?,
        state.punches_from(scope.from)?,
        told,
        &choices.rules,
        now,
    );
    let minutes = |minutes: u32| chrono::Duration::minutes(i64::from(minutes));
    let sides = Sides {
        ours: ours.days,
        kot: None,
        since: choices.rules.since,
        tolerance: Tolerance {
            clock_in: minutes(settings.check_in_minutes()),
            clock_out: minutes(settings.check_out_minutes()),
        },
        now,
    };
    Ok(Known {
        sides,
        of_no_day: ours.of_no_day,
    })
}

/// Reads KING OF TIME once for the whole range.
///
/// # Errors
/// A setting that is missing; what came of the reading is the value.
fn ask(
    state: &SharedState,
    settings: &Settings,
    scope: &Scope,
    signals: &Signals,
    context: &Context,
) -> anyhow::Result<Result<KotSide, kot::Error>> {
    let config = services::kot(settings, &state.hold(), context.now())?;
    let counted = services::counted(state, &context.clock);
    let surroundings = kot::Surroundings {
        clock: &context.clock,
        stop: signals.stop(),
        on_request: &counted,
    };
    Ok(check::read(&Kot::new(config, surroundings), scope))
}
