//! `pcpunch logs check`: are the PC logs rightly in KING OF TIME, and if not, what is to be done?

use crate::check::{self, Scope};
use crate::cli::{CheckArgs, Days};
use crate::domain::employee::Employee;
use crate::locale::Text;
use crate::relay;
use crate::state::SharedState;

use super::signals::Signals;
use super::view::check::CheckView;
use super::view::names::Names;
use super::view::timeline;
use super::{Context, Exit, Failure, check_report, days, employee_option, services};

mod ack;
mod asking;
mod parts;

/// Holds the logs, the punches and what KING OF TIME shows against each other and prints what came of it.
/// Where KING OF TIME cannot be read, what is known without it is printed all the same.
///
/// # Errors
/// Exit 2 for a code that nobody has, for a range that ends before it begins and for a setting that is
/// missing; those of [`ack::run`].
pub(super) fn run(args: &CheckArgs, context: &mut Context) -> anyhow::Result<Exit> {
    if let (Some(id), Some(reason)) = (args.ack, &args.reason) {
        return ack::run(id, reason, context);
    }
    let signals = Signals::watch()?;
    let state = context.open_state()?;
    let settings = context.settings(&state)?;
    let employees = state.employees()?;
    let scope = scope(&args.days, args.employee.as_deref(), &employees, context)?;
    let choices = services::choices(&settings);
    // What comes into the file while KING OF TIME is asked is not looked at: KING OF TIME need not show it.
    let ours = context.open_state()?;
    ours.stand_still()?;

    let state = SharedState::new(state);
    let asking = asking::Asking {
        settings: &settings,
        scope: &scope,
        signals: &signals,
        context,
    };
    let asked = (!args.offline).then(|| asking.kot(&state)).transpose()?;
    let (kot, failure) = match asked {
        None => (None, None),
        Some(Ok(kot)) => (Some(kot), None),
        Some(Err(error)) => (None, Some(Failure::of(&error.into()))),
    };
    let was_asked = kot.is_some();
    let (mut checked, of_no_day, asked) = asking.check(&ours, &choices, kot, args.offline)?;
    drop(ours);

    let mut state = state.hold();
    check::remember(&mut state, &checked, &scope, &asked, context.now())?;
    checked.findings.extend(of_no_day);

    let open = state.open_findings()?;
    let names = Names::new(&employees).with_support_id(settings.malion_support_id());
    let view = CheckView::new(
        &scope,
        &checked,
        &check::with_stored(&checked.findings, &open),
        &names,
        failure.as_ref().map_or(Exit::Done, |failure| failure.exit),
        context.output.locale(),
    );
    let bars = (args.timeline || args.html.is_some())
        .then(|| timeline::of(&checked, &names, context.now()));
    if let (Some(path), Some(bars)) = (&args.html, &bars) {
        check_report::write(path, &view, bars, context)?;
    }
    let view = match bars.filter(|_| args.timeline) {
        Some(bars) => view.with_timeline(bars),
        None => view,
    };
    context.print(&view)?;
    if !was_asked {
        context.output.say(&Text::new("check-not-asked"));
    }
    if let Some(failure) = failure.filter(|_| signals.exit().is_none()) {
        failure.print(&context.output);
    }
    Ok(view.exit().or(signals.exit().unwrap_or(Exit::Done)))
}

/// The last seven work days before today unless said otherwise, of everybody or of one person.
pub(super) fn scope(
    days: &Days,
    employee: Option<&str>,
    employees: &[Employee],
    context: &Context,
) -> anyhow::Result<Scope> {
    let yesterday = relay::today(context.now()).back(1);
    let range = days::range(days, yesterday)?;
    let employee = employee_option::key(employee, employees)?;
    Ok(Scope {
        from: range.from,
        to: range.to,
        employee,
    })
}
