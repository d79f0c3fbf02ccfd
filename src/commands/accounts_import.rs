//! `pcpunch accounts import`: CSVデータ入力. All rows or none.

use std::collections::HashSet;
use std::mem::ManuallyDrop;
use std::panic::resume_unwind;
use std::path::Path;
use std::sync::mpsc;
use std::thread::{self, Scope};

use crate::cli::ImportArgs;
use crate::csv::Encoding;
use crate::csv::accounts::{AccountFile, ReadError, read};
use crate::domain::employee::Employee;
use crate::domain::headway::Step;
use crate::domain::import::{CellError, Choices, ImportPlan, Known, Row, accept};
use crate::domain::pc_log::{LinkKind, PcUserName};
use crate::domain::time::WorkDay;
use crate::kot::ClosedDays;
use crate::locale::{Locale, Text};
use crate::output::Format;
use crate::relay::today;
use crate::settings::Settings;
use crate::state::{self, Origin, Parked, SharedKeys, SharedState, State};

use super::released::Released;
use super::signals::Signals;
use super::view::import::{self, Imported};
use super::{Context, Exit, Failure, kot_reading, link_kinds, operator, services};

/// So many changes are told before the question.
const TOLD: usize = 20;

/// So many rows the thread that reads them hands over at once.
const AT_ONCE: usize = 256;

/// So often it does so before it waits until they are looked at.
const AHEAD: usize = 8;

/// Reads the file whole, shows what it changes, and changes it.
///
/// # Errors
/// Exit 1 for a file that is refused, with everything that is wrong with it.
pub(super) fn run(args: &ImportArgs, context: &mut Context) -> anyhow::Result<Exit> {
    let state = context.open_state()?;
    let settings = context.settings(&state)?;
    let kinds = link_kinds::kinds(&settings);
    let now = context.now();
    let showing = context.output.show_step(Step::Import);
    // Both take a big company's import a while, and neither needs the other.
    let (file, employees) = thread::scope(|scope| {
        let file = scope.spawn(|| read_file(args));
        let employees = state.employees_in_any_order();
        (file.join(), employees)
    });
    let file = file.unwrap_or_else(|panic| resume_unwind(panic));
    let file = file.map_err(|unread| unread.failure(&args.file, context.output.locale()))?;
    let parked = state.parked()?;
    let planning = Planning {
        file: &file,
        kinds: &kinds,
        logged: logged(&parked),
        today: today(now),
        choices: Choices {
            from: args.from,
            accept_names: args.accept_names,
        },
    };
    let plan = match planning.plan(&state, employees?)? {
        // The process ends with the command: what a big company's plan holds is not handed back piece by piece.
        Ok(plan) => ManuallyDrop::new(plan),
        Err(errors) => return Err(refuse(args, &errors, &file, context)?.into()),
    };
    let oldest = today(now).back(u64::from(settings.max_age_days()));
    let released = Released::by(&plan.links, &parked, oldest).with_punches(
        &state,
        &services::choices(&settings),
        &plan.links,
        now,
    )?;
    let state = SharedState::new(state);
    let released = with_closed(released, &settings, &state, context)?;
    drop(showing);
    let mut state = state.hold();
    tell(&plan, &released, context);
    if !args.dry_run && !plan.is_empty() {
        if context.is_interactive() {
            ask(&plan, context)?;
            let employees = state.employees_in_any_order()?;
            refuse_another_plan(&plan, planning.plan(&state, employees)?)?;
        }
        let origin = Origin {
            file: &args.file.to_string_lossy(),
            by: &operator::name(context),
        };
        state.apply_import(&plan, origin, now)?;
    }
    context.print(&Imported::of(&plan, &file, released, args.dry_run))?;
    Ok(Exit::Done)
}

/// How many of the days that may be closed KING OF TIME has closed. Where it cannot be asked that is said, and hinders
/// nothing: a round asks again before it sends.
fn with_closed(
    released: Released,
    settings: &Settings,
    state: &SharedState,
    context: &Context,
) -> anyhow::Result<Released> {
    let Some((from, to)) = released.may_be_closed(today(context.now())) else {
        return Ok(released.with_closed(&ClosedDays::new()));
    };
    let signals = Signals::watch()?;
    let asked = kot_reading::closed_days(settings, from, to, &signals, state, &context.clock);
    match asked {
        Ok(closed) => Ok(released.with_closed(&closed)),
        Err(error) => {
            let text = Text::new("links-closed-not-asked");
            let reason = Failure::of(&error).message;
            context.output.warn(&text.with("reason", reason));
            Ok(released)
        }
    }
}

/// What the plan is made of besides the state file.
struct Planning<'a> {
    file: &'a AccountFile,
    kinds: &'a [LinkKind],
    logged: HashSet<(LinkKind, PcUserName)>,
    today: WorkDay,
    choices: Choices,
}

impl Planning<'_> {
    fn plan(
        &self,
        state: &State,
        employees: Vec<Employee>,
    ) -> Result<Result<ImportPlan, Vec<CellError>>, state::Error> {
        let moves = state.code_moves()?;
        let unconfirmed: HashSet<_> = moves.into_iter().map(|one| one.employee).collect();
        let keys = SharedKeys::of(&employees);
        let accounts = state.accounts_sharing(&keys)?;
        let known = Known {
            employees: &employees,
            accounts: &accounts,
            unconfirmed: &unconfirmed,
            logged: &self.logged,
            kinds: self.kinds,
            today: self.today,
        };
        let accepted = thread::scope(|scope| {
            let rows = read_ahead(scope, self.file.rows());
            accept(rows, &known, self.choices)
        });
        let accepted = match accepted {
            Ok(accepted) => accepted,
            Err(errors) => return Ok(Err(errors)),
        };
        let links = state.links_of(&accepted.names(), &keys)?;
        Ok(Ok(accepted.plan(&links)))
    }
}

/// The user names that logs bear which wait for a link.
fn logged(parked: &[Parked]) -> HashSet<(LinkKind, PcUserName)> {
    let names = parked.iter();
    names.map(|one| (one.kind, one.user_name.clone())).collect()
}

/// The rows of a file, which another thread makes of its text while the last ones are looked at.
fn read_ahead<'scope>(
    scope: &'scope Scope<'scope, '_>,
    mut rows: impl Iterator<Item = Row> + Send + 'scope,
) -> impl Iterator<Item = Row> {
    let (sender, receiver) = mpsc::sync_channel::<Vec<Row>>(AHEAD);
    scope.spawn(move || {
        loop {
            let some: Vec<Row> = rows.by_ref().take(AT_ONCE).collect();
            // Whoever hung up wants no more rows.
            if some.is_empty() || sender.send(some).is_err() {
                return;
            }
        }
    });
    receiver.into_iter().flatten()
}

/// Why a file gave no rows.
enum Unread {
    Io(std::io::Error),
    NoLinks(ReadError),
}

impl Unread {
    fn failure(&self, path: &Path, locale: &Locale) -> Failure {
        match self {
            Self::Io(error) => not_read(path, error),
            Self::NoLinks(error) => import::unreadable(path, error, locale),
        }
    }
}

fn read_file(args: &ImportArgs) -> Result<AccountFile, Unread> {
    let bytes = std::fs::read(&args.file).map_err(Unread::Io)?;
    let encoding = args.encoding.as_deref().and_then(Encoding::of_name);
    read(&bytes, encoding).map_err(Unread::NoLinks)
}

fn not_read(path: &Path, error: &std::io::Error) -> Failure {
    let message = Text::new("import-not-read")
        .showing("path", path.display())
        .showing("detail", error);
    Failure::new(Exit::Failed, "accounts.file", message).remedy(Text::new("import-not-read-remedy"))
}

/// The failure of a refused file; a script that reads JSON gets the document too.
fn refuse(
    args: &ImportArgs,
    errors: &[CellError],
    file: &AccountFile,
    context: &Context,
) -> anyhow::Result<Failure> {
    let failure = import::refused(&args.file, errors, context.output.locale());
    if context.output.format() == Format::Json {
        context.print(&Imported::refused(&failure, file, args.dry_run))?;
    }
    Ok(failure)
}

/// What a person ought to know beside the changes.
fn tell(plan: &ImportPlan, released: &Released, context: &Context) {
    let output = &context.output;
    for one in &plan.passed_on {
        output.say(
            &Text::new("import-passed-on")
                .showing("user", &one.user_name)
                .showing("from", &one.from)
                .with("from_name", one.from_name.as_str())
                .showing("to", &one.to)
                .with("to_name", one.to_name.as_str()),
        );
    }
    if !plan.confirmed.is_empty() {
        output.say(&Text::new("import-confirmed").with("count", plan.confirmed.len()));
    }
    if let Some(told) = released.told() {
        output.say(&told);
    }
}

fn ask(plan: &ImportPlan, context: &Context) -> anyhow::Result<()> {
    for change in plan.changes.iter().take(TOLD) {
        context.output.say(&import::line(change));
    }
    let hidden = plan.changes.len().saturating_sub(TOLD);
    if hidden > 0 {
        context
            .output
            .say(&Text::new("import-more").with("count", hidden));
    }
    context.confirm(&Text::new("import-question").with("count", plan.changes.len()))
}

/// While the question stood, a sync or another import may have changed what the answer was about.
fn refuse_another_plan(
    asked: &ImportPlan,
    now: Result<ImportPlan, Vec<CellError>>,
) -> anyhow::Result<()> {
    if now.as_ref() == Ok(asked) {
        return Ok(());
    }
    let message = Text::new("import-changed-meanwhile");
    let failure = Failure::new(Exit::Failed, "accounts.changed_meanwhile", message);
    Err(failure
        .remedy(Text::new("import-changed-meanwhile-remedy"))
        .into())
}
