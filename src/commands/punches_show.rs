//! `pcpunch punches show`: the way from a punch back to its logs and forward to what KING OF TIME answered.

use crate::check::Scope;
use crate::cli::ShowArgs;
use crate::domain::ownership::Links;
use crate::domain::punch::{Punch, PunchId, TimeRecord};
use crate::domain::reconcile::KotSide;
use crate::locale::Text;
use crate::state::{SharedState, State};

use super::signals::Signals;
use super::view::log::LogView;
use super::view::names::Names;
use super::view::punch_way::{LinkView, PunchWayView, Way};
use super::{Context, Exit, Failure, kot_reading};

/// Shows one punch with its logs, the link and the rule that made it, each attempt to send it, and what KING OF
/// TIME shows of that person's day now. Where KING OF TIME cannot be read, all the rest is shown all the same.
///
/// # Errors
/// Exit 2 for an ID that is not known and for a setting that is missing.
pub(super) fn run(args: &ShowArgs, context: &mut Context) -> anyhow::Result<Exit> {
    let signals = Signals::watch()?;
    let state = context.open_state()?;
    let settings = context.settings(&state)?;
    let id = PunchId(args.id);
    let (Some(punch), Some(past)) = (state.punch(id)?, state.punch_way(id)?) else {
        return Err(not_known(args.id).into());
    };
    let names = Names::new(&state.employees()?).with_support_id(settings.malion_support_id());
    let (logs, links) = grounds(&state, &punch, &names)?;
    let policy = state.policies()?.of(punch.work_day);
    let mut findings = state.open_findings()?;
    findings.retain(|open| {
        let finding = &open.finding;
        finding.employee.as_ref() == Some(&punch.employee)
            && finding.work_day == Some(punch.work_day)
    });

    let scope = Scope {
        from: punch.work_day,
        to: punch.work_day,
        employee: Some(punch.employee.clone()),
    };
    let state = SharedState::new(state);
    let (kot, failure) = if args.offline {
        (None, None)
    } else {
        match kot_reading::read(&settings, &scope, &signals, &state, &context.clock)? {
            Ok(kot) => (Some(shown(kot, &punch)), None),
            Err(error) => (None, Some(Failure::of(&error.into()))),
        }
    };
    let exit = failure.as_ref().map_or(Exit::Done, |failure| failure.exit);
    let way = Way {
        punch: &punch,
        past: &past,
        policy,
        logs,
        links,
        kot: kot.as_deref(),
        findings: &findings,
        exit,
    };
    let locale = context.output.locale();
    context.print(&PunchWayView::new(way, &names, locale))?;
    if kot.is_none() {
        context.output.say(&Text::new("check-not-asked"));
    }
    if let Some(failure) = failure.filter(|_| signals.exit().is_none()) {
        failure.print(&context.output);
    }
    Ok(exit.or(signals.exit().unwrap_or(Exit::Done)))
}

/// The logs that a punch rests on, and by which link they were this person's on that day.
fn grounds(
    state: &State,
    punch: &Punch,
    names: &Names,
) -> anyhow::Result<(Vec<LogView>, Vec<LinkView>)> {
    let history = Links::new(state.link_history()?);
    let (mut logs, mut links) = (Vec::new(), Vec::new());
    for id in &punch.logs {
        let Some(told) = state.told_log(*id)? else {
            continue;
        };
        let (kind, user) = (told.log.kind, &told.log.user_name);
        let days = history.days_around(kind, user, punch.work_day);
        links.extend(days.map(|days| LinkView::new(kind, user, days.from)));
        logs.push(LogView::of(&told, names));
    }
    Ok((logs, links))
}

fn shown(mut kot: KotSide, punch: &Punch) -> Vec<TimeRecord> {
    let place = (punch.employee.clone(), punch.work_day);
    kot.records.remove(&place).unwrap_or_default()
}

fn not_known(id: i64) -> Failure {
    let message = Text::new("punch-not-known").showing("id", id);
    Failure::new(Exit::Usage, "punches.unknown", message)
        .remedy(Text::new("punch-not-known-remedy"))
}
