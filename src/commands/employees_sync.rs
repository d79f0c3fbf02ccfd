//! `pcpunch employees sync`: the people of KING OF TIME become the people that logs can be linked to.

use std::collections::{HashMap, HashSet};
use std::sync::atomic::AtomicBool;

use serde::Serialize;

use crate::cli::SyncArgs;
use crate::domain::employee::{Employee, EmployeeKey};
use crate::domain::headway::Step;
use crate::domain::sync::{Change, Counts, Fetched, Happening, Limit, SyncPlan};
use crate::kot::{Kot, Surroundings};
use crate::locale::{Locale, Text};
use crate::output::{Column, Table, View};
use crate::relay::{plan_sync, read_people, today};
use crate::settings::Settings;
use crate::state::SharedState;

use super::released::Released;
use super::view::sync_line::SyncLine;
use super::{Context, Exit, Failure, link_kinds, services};

/// Reads, plans, shows, and applies unless a limit stops it.
///
/// # Errors
/// Exit 4 and 5 as KING OF TIME answers, exit 7 for a safety limit.
pub(super) fn run(args: &SyncArgs, context: &mut Context) -> anyhow::Result<Exit> {
    let state = context.open_state()?;
    let settings = context.settings(&state)?;
    let state = SharedState::new(state);
    let fetched = read(&settings, &state, context)?;

    let now = context.now();
    let mut state = state.hold();
    let kinds = link_kinds::kinds(&settings);
    let plan = plan_sync(&state, &fetched, &kinds, today(now), args.allow_removals)?;
    let oldest = today(now).back(u64::from(settings.max_age_days()));
    let released = Released::by(&plan.links, &state.parked()?, oldest);
    let applied = !args.dry_run && plan.limit.is_none();
    if applied {
        state.apply_sync(&plan, &fetched.company_key, now)?;
    }
    context.print(&Synced {
        dry_run: args.dry_run,
        applied,
        plan: &plan.happenings,
        counts: plan.counts,
        limit: plan.limit.as_ref(),
        released: &released,
        nothing_new: plan.is_empty(),
    })?;
    tell(&plan, &released, context);
    match &plan.limit {
        Some(limit) => Err(stopped(limit).into()),
        None => Ok(Exit::Done),
    }
}

fn read(settings: &Settings, state: &SharedState, context: &Context) -> anyhow::Result<Fetched> {
    let config = services::kot(settings, &state.hold(), context.now())?;
    let stop = AtomicBool::new(false);
    let counted = services::counted(state, &context.clock);
    let kot = Kot::new(
        config,
        Surroundings {
            clock: &context.clock,
            stop: &stop,
            on_request: &counted,
        },
    );
    let _showing = context.output.show_step(Step::Sync);
    Ok(read_people(&kot)?)
}

/// What a person ought to know of the sync of a round beside its counts.
pub(super) fn tell_of_a_round(plan: &SyncPlan, context: &Context) {
    let Some(limit) = &plan.limit else {
        return tell(plan, &Released::default(), context);
    };
    let Failure {
        message, remedy, ..
    } = stopped(limit);
    let output = &context.output;
    output.warn(&Text::new("relay-sync-stopped").with("message", message));
    if let Some(remedy) = remedy {
        output.advise(&Text::new("remedy-line").with("remedy", remedy));
    }
}

/// The counts of a sync in a sentence.
pub(super) fn counted(counts: &Counts) -> Text {
    Text::new("sync-counts")
        .with("joined", counts.joined)
        .with("changed", counts.changed)
        .with("resigned", counts.resigned)
        .with("gone", counts.gone)
        .with("restored", counts.restored)
        .with("code_moved", counts.code_moved)
}

/// What a person ought to know beside the plan.
fn tell(plan: &SyncPlan, released: &Released, context: &Context) {
    let output = &context.output;
    for nameless in &plan.nameless {
        output.warn(
            &Text::new("sync-nameless")
                .showing("code", &nameless.code)
                .with("name", nameless.name.as_str())
                .with(
                    "bearer",
                    nameless.bearer_code.with_name(&nameless.bearer_name),
                ),
        );
    }
    tell_of_moves(plan, context);
    if plan.counts.gone > 0 {
        output.say(&Text::new("sync-gone"));
    }
    if let Some(told) = released.told() {
        output.say(&told);
    }
}

/// Whose code changed hands, with the people on both sides.
fn tell_of_moves(plan: &SyncPlan, context: &Context) {
    if plan.code_moves.is_empty() {
        return;
    }
    let output = &context.output;
    let stored = plan.employees.iter();
    let people: HashMap<&str, &Employee> = stored.map(|one| (one.key.as_str(), one)).collect();
    let by_key = |key: &str| {
        people
            .get(key)
            .map(|one| one.code.with_name(&one.full_name()))
    };
    for one in plan.code_moves.iter().filter(|one| !one.held) {
        let person = by_key(one.employee.as_str());
        let before = one.from.as_ref().map_or(String::new(), ToString::to_string);
        output.warn(
            &Text::new("sync-account-stays")
                .with("person", person.unwrap_or_else(|| one.to.to_string()))
                .with("before", before),
        );
    }
    let held = plan.code_moves.iter().filter(|one| one.held);
    let held: HashSet<&EmployeeKey> = held.map(|one| &one.employee).collect();
    let moved = plan.happenings.iter();
    for line in moved.filter(|one| one.change == Change::CodeMoved && held.contains(&one.employee))
    {
        let known = |field: &str| line.before.get(field).unwrap_or_default();
        let holder = by_key(known("employee_key"));
        output.warn(
            &Text::new("sync-held")
                .showing("code", &line.code)
                .with(
                    "holder",
                    holder.unwrap_or_else(|| line.code.with_name(known("name"))),
                )
                .with("person", line.code.with_name(&line.name)),
        );
    }
}

fn stopped(limit: &Limit) -> Failure {
    let text = Text::family("sync-limit", limit.code());
    let message = match limit {
        Limit::OtherCompany { .. } => text,
        Limit::Empty { active } => text.with("active", *active),
        Limit::AllNew { active, listed } => text.with("active", *active).with("listed", *listed),
        Limit::Removals {
            removals, active, ..
        } => text.with("removals", *removals).with("active", *active),
    };
    let remedy = Text::family("sync-remedy", limit.code());
    let remedy = match limit {
        Limit::Removals { removals, .. } => remedy.with("removals", *removals),
        Limit::AllNew { active, .. } => remedy.with("removals", *active),
        Limit::OtherCompany { .. } | Limit::Empty { .. } => remedy,
    };
    Failure::new(Exit::Limit, "sync.limit", message).remedy(remedy)
}

/// So many people of each change stand in the table; the other formats and the history have them all.
const SHOWN: usize = 200;

/// `pcpunch.employees-sync.v1`
#[derive(Serialize)]
struct Synced<'a> {
    dry_run: bool,
    applied: bool,
    plan: &'a [Happening],
    counts: Counts,
    #[serde(skip_serializing_if = "Option::is_none")]
    limit: Option<&'a Limit>,
    released: &'a Released,
    #[serde(skip)]
    nothing_new: bool,
}

impl Synced<'_> {
    fn shown(&self) -> impl Iterator<Item = &Happening> {
        let by_change = self.plan.chunk_by(|one, next| one.change == next.change);
        by_change.flat_map(|alike| alike.iter().take(SHOWN))
    }
}

impl View for Synced<'_> {
    const SCHEMA: &'static str = "pcpunch.employees-sync.v1";

    fn table<'a>(&'a self, locale: &'a Locale) -> Table<'a> {
        let mut table = Table::new([
            Column::new("change", "sync-change"),
            Column::new("employee_code", "people-code"),
            Column::new("name", "people-name"),
            Column::new("facts", "sync-facts"),
        ]);
        for one in self.shown() {
            let line = SyncLine::of(one);
            let [change, code, name] = line.who(locale);
            table.row([change, code, name, line.differences(locale)]);
        }
        table
    }

    fn csv<'a>(&'a self, locale: &'a Locale) -> Table<'a> {
        let mut table = Table::new([
            Column::new("change", "sync-change"),
            Column::new("employee_code", "people-code"),
            Column::new("name", "people-name"),
            Column::new("before", "sync-before"),
            Column::new("after", "sync-after"),
        ]);
        for one in self.plan {
            let line = SyncLine::of(one);
            table.row(line.who(locale).into_iter().chain(line.sides(locale)));
        }
        table
    }

    fn after(&self) -> Vec<Text> {
        let hidden = self.plan.len() - self.shown().count();
        let more = (hidden > 0).then(|| Text::new("import-more").with("count", hidden));
        let counts = counted(&self.counts);
        let current = Text::new("sync-current-people").with("current", self.counts.current);
        let end = if self.dry_run {
            "sync-dry-run"
        } else if !self.applied {
            "sync-not-applied"
        } else if self.nothing_new {
            "sync-nothing-new"
        } else {
            "sync-applied"
        };
        let lines = [counts, current, Text::new(end)];
        more.into_iter().chain(lines).collect()
    }
}
