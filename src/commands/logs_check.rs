//! `pcpunch logs check`: are the PC logs rightly in KING OF TIME, and if not, what is to be done?

use crate::check::{self, Asked, OurSide, Scope, Stored};
use crate::cli::{CheckArgs, Days};
use crate::domain::employee::Employee;
use crate::domain::picture::Material;
use crate::domain::reconcile::{Sides, reconcile};
use crate::locale::Text;
use crate::relay::{self, Choices};
use crate::state::{SharedState, State};

use super::signals::Signals;
use super::view::check::CheckView;
use super::view::names::Names;
use super::view::timeline;
use super::{Context, Exit, Failure, check_report, days, employee_option, services};

mod ack;
mod asking;

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
    let (material, mut ours) = our_side(&state, &choices, &scope, context)?;

    let state = SharedState::new(state);
    let asking = asking::Asking {
        settings: &settings,
        scope: &scope,
        signals: &signals,
        context,
    };
    let (kot, operations) = if args.offline {
        (None, None)
    } else {
        let kot = asking.kot(&state)?;
        (Some(kot), asking.operations(&material, &ours.without_logon))
    };
    let (kot, failure) = match kot {
        None => (None, None),
        Some(Ok(kot)) => (Some(kot), None),
        Some(Err(error)) => (None, Some(Failure::of(&error.into()))),
    };
    drop(material);
    let asked = Asked {
        kot: kot.is_some(),
        operations: operations
            .iter()
            .flat_map(|_| ours.without_logon.iter().cloned())
            .collect(),
    };

    let mut state = state.hold();
    let mut told = relay::punch_findings(&state, scope.from)?;
    told.extend(check::concerns(&state.open_findings()?, &scope, &asked));
    told.extend(operations.unwrap_or_default());
    ours.tell(told, &scope);
    if !asked.kot {
        check::recall_answers(&state, &mut ours.days)?;
    }
    let mut checked = reconcile(&Sides {
        ours: ours.days,
        kot,
        since: choices.rules.since,
        tolerance: choices.tolerance,
        now: context.now(),
    });
    check::remember(&mut state, &checked, &scope, &asked, context.now())?;
    checked.findings.extend(ours.of_no_day);

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
    // A big company's month is held once.
    drop(checked);
    if let (Some(path), Some(bars)) = (&args.html, &bars) {
        check_report::write(path, &view, bars, context)?;
    }
    let view = match bars.filter(|_| args.timeline) {
        Some(bars) => view.with_timeline(bars),
        None => view,
    };
    context.print(&view)?;
    if !asked.kot {
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

/// What is known without asking anybody, and the logs that it rests on.
pub(super) fn our_side(
    state: &State,
    choices: &Choices,
    scope: &Scope,
    context: &Context,
) -> anyhow::Result<(Material, OurSide)> {
    let material = relay::material(state, choices, scope.from)?;
    let stored = Stored {
        accounts: state.linked_names()?,
        gone: state.gone_people()?,
        punches: state.punches_from(scope.from)?,
    };
    let ours = check::our_side(scope, &material, stored, &choices.rules, context.now());
    Ok((material, ours))
}
