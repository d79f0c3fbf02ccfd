//! `pcpunch accounts allow-shared`: one user name on several PCs is one person, or so it is no longer.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::cli::AllowSharedArgs;
use crate::domain::account::Account;
use crate::domain::near_miss;
use crate::domain::pc_log::PcUserName;
use crate::domain::time::Jst;
use crate::locale::{Locale, Text};
use crate::output::{Column, Table, View};
use crate::state::State;

use super::view::finding::{rfc3339, to_the_minute};
use super::view::names::Names;
use super::{Context, Exit, Failure};

/// Takes a name on the list, takes it off, or only shows the list; prints it as it is then.
///
/// # Errors
/// Exit 2 for a name that nobody bears, with the nearest.
pub(super) fn run(args: &AllowSharedArgs, context: &mut Context) -> anyhow::Result<Exit> {
    let mut state = context.open_state()?;
    let mut changed = false;
    if let Some(name) = &args.name {
        let name = PcUserName::new(name.as_str());
        refuse_unknown(&name, &state)?;
        changed = if args.remove {
            state.forbid_name(&name)?
        } else {
            state.allow_name(&name, context.now())?
        };
        let key = match (args.remove, changed) {
            (false, true) => "allow-done",
            (false, false) => "allow-already",
            (true, true) => "allow-removed",
            (true, false) => "allow-was-not",
        };
        context.output.say(&Text::new(key).showing("user", &name));
    }
    let names = Names::new(&state.employees()?);
    let view = Allowed::new(
        changed,
        &state.allowed_names()?,
        &state.accounts_by_code()?,
        &names,
    );
    context.print(&view)?;
    Ok(Exit::Done)
}

/// A name counts as known while an account bears it, or once did, or while it is on the list.
fn refuse_unknown(name: &PcUserName, state: &State) -> anyhow::Result<()> {
    let mut known: BTreeSet<PcUserName> = state.allowed_names()?.into_keys().collect();
    let accounts = state.accounts()?.into_iter();
    known.extend(accounts.map(|account| account.service_account));
    known.extend(state.link_history()?.into_iter().map(|link| link.user_name));
    if !name.as_str().is_empty() && known.contains(name) {
        return Ok(());
    }
    let remedy = match near_miss::Names::new(&known).nearest(name) {
        Some((nearest, difference)) => Text::new("allow-nearest")
            .showing("nearest", nearest)
            .with("difference", Text::family("difference", difference.name())),
        None => Text::new("allow-see-list"),
    };
    let message = Text::new("allow-not-known").showing("user", name);
    Err(Failure::new(Exit::Usage, "usage.user_name", message)
        .remedy(remedy)
        .into())
}

#[derive(Serialize)]
struct Row {
    user: PcUserName,
    /// Everybody whose account bears it now.
    people: Vec<Person>,
    since: String,
    #[serde(skip)]
    shown_since: String,
}

#[derive(Serialize)]
struct Person {
    #[serde(skip_serializing_if = "Option::is_none")]
    employee_code: Option<String>,
    name: String,
}

/// `pcpunch.accounts-allow-shared.v1`
#[derive(Serialize)]
struct Allowed {
    changed: bool,
    allowed: Vec<Row>,
}

impl Allowed {
    fn new(
        changed: bool,
        allowed: &BTreeMap<PcUserName, Jst>,
        accounts: &[Account],
        names: &Names,
    ) -> Self {
        let row = |(user, since): (&PcUserName, &Jst)| Row {
            user: user.clone(),
            people: accounts
                .iter()
                .filter(|account| account.service_account == *user)
                .map(|account| Person {
                    employee_code: names.code(&account.employee).map(ToString::to_string),
                    name: names.shown(&account.employee),
                })
                .collect(),
            since: rfc3339(*since),
            shown_since: to_the_minute(*since),
        };
        Self {
            changed,
            allowed: allowed.iter().map(row).collect(),
        }
    }
}

impl View for Allowed {
    const SCHEMA: &'static str = "pcpunch.accounts-allow-shared.v1";

    fn table<'a>(&'a self, _: &'a Locale) -> Table<'a> {
        self.rows(|row| &row.shown_since)
    }

    fn after(&self) -> Vec<Text> {
        let none = self.allowed.is_empty();
        none.then(|| Text::new("allow-none")).into_iter().collect()
    }

    fn csv<'a>(&'a self, _: &'a Locale) -> Table<'a> {
        self.rows(|row| &row.since)
    }
}

impl Allowed {
    fn rows(&self, since: fn(&Row) -> &String) -> Table<'static> {
        let mut table = Table::new([
            Column::new("user", "account-service"),
            Column::new("people", "account-name"),
            Column::new("since", "exclude-set-at"),
        ]);
        for row in &self.allowed {
            let people = row.people.iter().map(|person| {
                let code = person.employee_code.as_deref().unwrap_or_default();
                format!("{code} {}", person.name).trim().to_owned()
            });
            table.row([
                row.user.to_string(),
                people.collect::<Vec<_>>().join(", "),
                since(row).clone(),
            ]);
        }
        table
    }
}
