//! `pcpunch logs differences`: 勤怠差異, PC logs against the punches that people made by whatever means.

use std::collections::BTreeMap;

use crate::check::Gathering;
use crate::cli::{Days, DifferencesArgs};
use crate::domain::decide::Settlement;
use crate::domain::difference::{BothSides, Difference, Locks, PcMark, locks};
use crate::domain::employee::EmployeeKey;
use crate::domain::pc_log::Operation;
use crate::domain::picture::Material;
use crate::domain::punch::PunchState;
use crate::domain::reconcile::{KotSide, OurDay, OurDays};
use crate::domain::time::WorkDay;
use crate::relay;
use crate::state::SharedState;

use super::logs_check::scope;
use super::signals::Signals;
use super::view::difference::{DifferencesView, Shape};
use super::view::names::Names;
use super::{Context, Exit, kot_reading, services};

/// Compares what the PCs logged with what KING OF TIME shows, and stores nothing.
///
/// # Errors
/// Exit 2 for a code that nobody has, for a range that ends before it begins and for a setting that is
/// missing; what kept it from reading KING OF TIME, since without that there is nothing to compare.
pub(super) fn run(args: &DifferencesArgs, context: &mut Context) -> anyhow::Result<Exit> {
    let signals = Signals::watch()?;
    let state = context.open_state()?;
    let settings = context.settings(&state)?;
    let employees = state.employees()?;
    let scope = scope(
        &asked_days(args),
        args.employee.as_deref(),
        &employees,
        context,
    )?;
    let choices = services::choices(&settings);
    let accounts = state.linked_names()?;
    let mut gathering = Gathering::new(&scope, &choices.rules, accounts, context.now());
    let mut both = Both::default();
    let material = relay::part_by_part(&state, &choices, scope.from, |part, material| {
        let ours = gathering.look_at(material, state.punches_of_part(part, scope.from)?);
        both.add_ours(ours, locks(material));
        Ok(())
    })?;

    let state = SharedState::new(state);
    let kot = kot_reading::read(&settings, &scope, &signals, &state, &context.clock)??;
    let both = both.with(kot, &material);
    let compared: Vec<Difference> = both
        .iter()
        .filter_map(|((employee, day), sides)| sides.compare(employee, *day, choices.tolerance))
        .collect();
    let shape = match (args.summary, args.all) {
        (true, _) => Shape::Months,
        (false, true) => Shape::AllDays,
        (false, false) => Shape::DifferentDays,
    };
    let names = Names::new(&employees);
    let view = DifferencesView::new(&scope, &compared, choices.tolerance, shape, &names);
    context.print(&view)?;
    Ok(signals.exit().unwrap_or(Exit::Done))
}

/// The days of the month or, where none was named, those that were said.
fn asked_days(args: &DifferencesArgs) -> Days {
    args.month.map_or_else(
        || args.days.clone(),
        |first| Days {
            from: Some(first),
            to: Some(last_of_month(first)),
            date: None,
        },
    )
}

fn last_of_month(first: WorkDay) -> WorkDay {
    let next = first.date().checked_add_months(chrono::Months::new(1));
    next.map_or(first, |next| WorkDay::new(next).back(1))
}

/// Both sides of every person's work day of which either has something.
#[derive(Default)]
struct Both {
    days: BTreeMap<(EmployeeKey, WorkDay), BothSides>,
    /// アンロック and ロック of days that have nothing else.
    locks: Locks,
}

impl Both {
    /// Takes in our side of a part of the company.
    fn add_ours(&mut self, ours: OurDays, mut locks: Locks) {
        for (work_day, people) in ours {
            for (employee, day) in people {
                let place = (employee, work_day);
                let lock = locks.remove(&place).unwrap_or_default();
                self.days.insert(place, our_sides(day, lock));
            }
        }
        self.locks.append(&mut locks);
    }

    /// With what KING OF TIME shows. Of days on which somebody is set aside nothing is told.
    fn with(
        mut self,
        kot: KotSide,
        material: &Material,
    ) -> BTreeMap<(EmployeeKey, WorkDay), BothSides> {
        let is_told = |(employee, day): &(EmployeeKey, WorkDay)| {
            let person = material.people.get(employee);
            person.is_some_and(|person| !person.is_excluded_on(*day))
        };
        for (place, records) in kot.records {
            if is_told(&place) && !records.is_empty() {
                let sides = self.days.entry(place);
                let sides = sides.or_insert_with_key(|place| {
                    let [first, last] = self.locks.remove(place).unwrap_or_default();
                    BothSides {
                        first,
                        last,
                        ..BothSides::default()
                    }
                });
                sides.records = records;
            }
        }
        self.days
    }
}

fn our_sides(day: OurDay, [unlock, lock]: [Option<PcMark>; 2]) -> BothSides {
    let accepted = day.punches.iter();
    let accepted = accepted.filter(|punch| punch.state == PunchState::Accepted);
    let (logon, logoff) = (day.pc.first_logon, day.pc.last_logoff);
    BothSides {
        first: logon.map(|at| PcMark::at(at, Operation::Logon)).or(unlock),
        last: logoff.map(|at| PcMark::at(at, Operation::Logoff)).or(lock),
        is_open: day
            .settlement
            .is_some_and(|settlement| settlement != Settlement::Settled),
        records: Vec::new(),
        ours: accepted.map(|punch| (punch.kind, punch.time)).collect(),
    }
}
