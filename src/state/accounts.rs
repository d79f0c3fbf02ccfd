//! Which PC user name is whose, and since when.

use std::collections::{HashMap, HashSet};

use rusqlite::{Transaction, params};

use crate::domain::account::{Account, Link};
use crate::domain::employee::{Employee, EmployeeKey};
use crate::domain::pc_log::{LinkKind, PcUserName};
use crate::domain::time::WorkDay;

use super::values::text;
use super::{Error, State};

/// The logs of a user name and calendar day that wait for a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parked {
    /// Of which product.
    pub kind: LinkKind,
    /// The user name that they bear.
    pub user_name: PcUserName,
    /// The day in Japan.
    pub day: WorkDay,
    /// How many.
    pub logs: u32,
}

impl State {
    /// Every account, by the employee's key and kind.
    ///
    /// # Errors
    /// [`Error::Sql`].
    pub fn accounts(&self) -> Result<Vec<Account>, Error> {
        self.accounts_by("a.employee_key, a.kind", &SharedKeys::default())
    }

    /// Every account, by keys that share their text with those of these employees: it is most of what is read.
    ///
    /// # Errors
    /// [`Error::Sql`].
    pub fn accounts_sharing(&self, keys: &SharedKeys<'_>) -> Result<Vec<Account>, Error> {
        self.accounts_by("a.employee_key, a.kind", keys)
    }

    /// Every account as people look for them: by kind and the employee's code.
    ///
    /// # Errors
    /// [`Error::Sql`].
    pub fn accounts_by_code(&self) -> Result<Vec<Account>, Error> {
        self.accounts_by(
            "a.kind, (SELECT e.code FROM employees e WHERE e.key = a.employee_key), a.employee_key",
            &SharedKeys::default(),
        )
    }

    fn accounts_by(&self, order: &str, keys: &SharedKeys<'_>) -> Result<Vec<Account>, Error> {
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT a.employee_key, a.kind, a.service_account, a.set_by_import, a.since
             FROM accounts a ORDER BY {order}",
        ))?;
        let rows = statement.query_map([], |row| {
            Ok(Account {
                employee: keys.shared(text(row, 0)?),
                kind: row.get(1)?,
                service_account: row.get(2)?,
                set_by_import: row.get(3)?,
                since: row.get(4)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The history of every user name, of every kind.
    ///
    /// # Errors
    /// [`Error::Sql`].
    pub fn link_history(&self) -> Result<Vec<Link>, Error> {
        self.link_history_sharing(&SharedKeys::default())
    }

    /// The same by keys that share their text.
    ///
    /// # Errors
    /// [`Error::Sql`].
    pub fn link_history_sharing(&self, keys: &SharedKeys<'_>) -> Result<Vec<Link>, Error> {
        self.links(keys, |_, _| true)
    }

    /// The histories of these user names, by keys that share their text.
    ///
    /// # Errors
    /// [`Error::Sql`].
    pub fn links_of(
        &self,
        names: &HashSet<(LinkKind, &str)>,
        keys: &SharedKeys<'_>,
    ) -> Result<Vec<Link>, Error> {
        self.links(keys, |kind, name| names.contains(&(kind, name)))
    }

    fn links(
        &self,
        keys: &SharedKeys<'_>,
        wanted: impl Fn(LinkKind, &str) -> bool,
    ) -> Result<Vec<Link>, Error> {
        let mut statement = self.connection.prepare_cached(
            "SELECT kind, user_name, employee_key, from_day FROM links
             ORDER BY kind, user_name, from_day",
        )?;
        let mut rows = statement.query([])?;
        let mut links = Vec::new();
        while let Some(row) = rows.next()? {
            let kind = row.get(0)?;
            if !wanted(kind, text(row, 1)?) {
                continue;
            }
            let employee = row
                .get_ref(2)?
                .as_str_or_null()
                .map_err(rusqlite::Error::from)?;
            links.push(Link {
                kind,
                user_name: row.get(1)?,
                employee: employee.map(|key| keys.shared(key)),
                from: row.get(3)?,
            });
        }
        Ok(links)
    }

    /// Those of the accounts' user names that a log has borne.
    ///
    /// # Errors
    /// [`Error::Sql`].
    pub fn borne_names(&self) -> Result<HashSet<(LinkKind, PcUserName)>, Error> {
        let mut statement = self.connection.prepare_cached(
            "SELECT a.kind, a.service_account FROM accounts a WHERE EXISTS
                 (SELECT 1 FROM fates f WHERE f.user_name = a.service_account AND f.kind = a.kind)",
        )?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The logs that wait for a link, by user name and day.
    ///
    /// # Errors
    /// [`Error::Sql`].
    pub fn parked(&self) -> Result<Vec<Parked>, Error> {
        let mut statement = self.connection.prepare_cached(
            "SELECT kind, user_name, date(occurred_at + 9 * 3600, 'unixepoch') AS day, count(*)
             FROM fates WHERE fate = 'unlinked' GROUP BY kind, user_name, day",
        )?;
        let rows = statement.query_map([], |row| {
            Ok(Parked {
                kind: row.get(0)?,
                user_name: row.get(1)?,
                day: row.get(2)?,
                logs: row.get(3)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// The keys of employees whose text is at hand.
#[derive(Debug, Default)]
pub struct SharedKeys<'a>(HashMap<&'a str, &'a EmployeeKey>);

impl<'a> SharedKeys<'a> {
    /// The keys of these employees.
    pub fn of(employees: &'a [Employee]) -> Self {
        let keys = employees.iter().map(|employee| &employee.key);
        Self(keys.map(|key| (key.as_str(), key)).collect())
    }

    /// The key of that text, by the text at hand where there is one.
    fn shared(&self, text: &str) -> EmployeeKey {
        let known = self.0.get(text).copied().cloned();
        known.unwrap_or_else(|| EmployeeKey::new(text))
    }
}

/// The accounts in the order of the table, so that those of a big company do not scatter over its pages.
pub(super) fn in_order(accounts: &[Account]) -> Vec<&Account> {
    let mut accounts: Vec<&Account> = accounts.iter().collect();
    accounts.sort_unstable_by_key(|account| (&account.employee, account.kind));
    accounts
}

/// Stores an account as it is to stand.
pub(super) fn put_account(tx: &Transaction<'_>, account: &Account) -> Result<(), Error> {
    tx.prepare_cached(
        "INSERT INTO accounts (employee_key, kind, service_account, set_by_import, since)
         VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (employee_key, kind) DO UPDATE SET
             service_account = excluded.service_account, set_by_import = excluded.set_by_import,
             since = excluded.since",
    )?
    .execute(params![
        account.employee,
        account.kind,
        account.service_account,
        account.set_by_import,
        account.since,
    ])?;
    Ok(())
}

#[cfg(test)]
mod tests;
