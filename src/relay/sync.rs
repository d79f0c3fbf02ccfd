//! 勤怠管理連携: reading the people of KING OF TIME, and the plan to take them over.

use crate::domain::pc_log::LinkKind;
use crate::domain::sync::{Fetched, Known, SyncPlan, plan};
use crate::domain::time::WorkDay;
use crate::kot::{self, Kot};
use crate::state::{self, COMPANY_KEY, SharedKeys, State};

/// Reads company, divisions and employees, each whole.
///
/// # Errors
/// Any [`kot::Error`]; nothing is to be changed then.
pub fn read_people(kot: &Kot<'_>) -> Result<Fetched, kot::Error> {
    Ok(Fetched {
        company_key: kot.company()?.key,
        divisions: kot.divisions()?,
        employees: kot.employees()?,
    })
}

/// Holds what was read against what is stored. Accounts of MaLion are kept for everybody whether its
/// link is on or not, those of the other products in `kinds`.
///
/// # Errors
/// What the state file refuses.
pub fn plan_sync(
    state: &State,
    fetched: &Fetched,
    kinds: &[LinkKind],
    today: WorkDay,
    allowed: Option<u32>,
) -> Result<SyncPlan, state::Error> {
    let mut kinds = kinds.to_vec();
    if !kinds.contains(&LinkKind::MaLion) {
        kinds.push(LinkKind::MaLion);
    }
    let company_key = state.meta(COMPANY_KEY)?;
    let employees = state.employees()?;
    let keys = SharedKeys::of(&employees);
    let accounts = state.accounts_sharing(&keys)?;
    let links = state.link_history_sharing(&keys)?;
    let known = Known {
        company_key: company_key.as_deref(),
        last_sync: state.last_sync_day()?,
        employees: &employees,
        divisions: &state.divisions()?,
        accounts: &accounts,
        links: &links,
        borne: &state.borne_names()?,
        kinds: &kinds,
        today,
    };
    Ok(plan(&known, fetched, allowed))
}
