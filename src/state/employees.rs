//! The people of KING OF TIME as last synced, and what each sync did.

use std::collections::BTreeSet;

use chrono::{NaiveTime, Timelike};
use rusqlite::{OptionalExtension, Transaction, params};

use crate::domain::employee::{Division, Employee, EmployeeKey};
use crate::domain::sync::{CodeMove, SyncPlan};
use crate::domain::time::{Jst, WorkDay};

use super::accounts::{in_order, put_account};
use super::link_edits::edit_links;
use super::values::{into_json, moment, text};
use super::{COMPANY_KEY, Error, State, sync_tries};

/// A sync that was applied.
#[derive(Clone, Debug, PartialEq)]
pub struct PastSync {
    /// When.
    pub at: Jst,
    /// How many people each change concerned.
    pub counts: serde_json::Value,
    /// The lines of its plan.
    pub plan: serde_json::Value,
}

impl State {
    /// The people whom KING OF TIME no longer lists.
    ///
    /// # Errors
    /// [`Error::Sql`].
    pub fn gone_people(&self) -> Result<BTreeSet<EmployeeKey>, Error> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT key FROM employees WHERE active = 0")?;
        let rows = statement.query_map([], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Everybody ever synced, by code.
    ///
    /// # Errors
    /// [`Error::Sql`], [`Error::BadValue`].
    pub fn employees(&self) -> Result<Vec<Employee>, Error> {
        self.employees_by("ORDER BY code, key")
    }

    /// Everybody ever synced, as they lie in the file: a big company is read so in half of the time.
    ///
    /// # Errors
    /// [`Error::Sql`], [`Error::BadValue`].
    pub fn employees_in_any_order(&self) -> Result<Vec<Employee>, Error> {
        self.employees_by("")
    }

    fn employees_by(&self, order: &str) -> Result<Vec<Employee>, Error> {
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT key, code, last_name, first_name, division_code, emails, hired, resigned, active
             FROM employees {order}",
        ))?;
        let mut rows = statement.query([])?;
        let mut employees = Vec::new();
        while let Some(row) = rows.next()? {
            employees.push(Employee {
                key: row.get(0)?,
                code: row.get(1)?,
                last_name: row.get(2)?,
                first_name: row.get(3)?,
                division_code: row.get(4)?,
                emails: out_of_json("mail addresses", text(row, 5)?)?,
                hired: row.get(6)?,
                resigned: row.get(7)?,
                active: row.get(8)?,
            });
        }
        Ok(employees)
    }

    /// All divisions, by code.
    ///
    /// # Errors
    /// [`Error::Sql`], [`Error::BadValue`].
    pub fn divisions(&self) -> Result<Vec<Division>, Error> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT code, name, border_minutes FROM divisions ORDER BY code")?;
        let mut rows = statement.query([])?;
        let mut divisions = Vec::new();
        while let Some(row) = rows.next()? {
            let minutes: u32 = row.get(2)?;
            divisions.push(Division {
                code: row.get(0)?,
                name: row.get(1)?,
                day_border: NaiveTime::from_hms_opt(minutes / 60, minutes % 60, 0).ok_or_else(
                    || Error::BadValue {
                        what: "a day border",
                        value: minutes.to_string(),
                    },
                )?,
            });
        }
        Ok(divisions)
    }

    /// When the last sync was applied.
    ///
    /// # Errors
    /// [`Error::Sql`], [`Error::BadValue`].
    pub fn last_sync(&self) -> Result<Option<Jst>, Error> {
        self.connection
            .prepare_cached("SELECT at FROM syncs ORDER BY id DESC LIMIT 1")?
            .query_row([], |row| row.get(0))
            .optional()?
            .map(moment)
            .transpose()
    }

    /// What the syncs did, newest first.
    ///
    /// # Errors
    /// [`Error::Sql`], [`Error::BadValue`].
    pub fn past_syncs(&self) -> Result<Vec<PastSync>, Error> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT at, counts, plan FROM syncs ORDER BY id DESC")?;
        let mut rows = statement.query([])?;
        let mut syncs = Vec::new();
        while let Some(row) = rows.next()? {
            syncs.push(PastSync {
                at: moment(row.get(0)?)?,
                counts: out_of_json("counts", &row.get::<_, String>(1)?)?,
                plan: out_of_json("a plan", &row.get::<_, String>(2)?)?,
            });
        }
        Ok(syncs)
    }

    /// Those whose code changed and whom no import has confirmed since.
    ///
    /// # Errors
    /// [`Error::Sql`].
    pub fn code_moves(&self) -> Result<Vec<CodeMove>, Error> {
        let mut statement = self.connection.prepare_cached(
            "SELECT employee_key, from_code, to_code, held FROM code_moves ORDER BY employee_key",
        )?;
        let rows = statement.query_map([], |row| {
            Ok(CodeMove {
                employee: row.get(0)?,
                from: row.get(1)?,
                to: row.get(2)?,
                held: row.get(3)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Carries a sync out, with its line in the history, and answers the finding that one was stopped. The
    /// company's key is kept from the first one.
    ///
    /// # Errors
    /// [`Error::Sql`]; nothing is changed then.
    pub fn apply_sync(
        &mut self,
        plan: &SyncPlan,
        company_key: &str,
        now: Jst,
    ) -> Result<(), Error> {
        let counts = into_json("counts", &plan.counts)?;
        let lines = into_json("a plan", &plan.happenings)?;
        self.write(|tx| {
            tx.execute(
                "INSERT INTO meta (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO NOTHING",
                params![COMPANY_KEY, company_key],
            )?;
            put_employees(tx, &plan.employees)?;
            if let Some(divisions) = &plan.divisions {
                put_divisions(tx, divisions)?;
            }
            for account in in_order(&plan.accounts) {
                put_account(tx, account)?;
            }
            edit_links(tx, &plan.links)?;
            put_code_moves(tx, &plan.code_moves, now)?;
            tx.execute(
                "INSERT INTO syncs (at, counts, plan) VALUES (?1, ?2, ?3)",
                params![now.timestamp(), counts, lines],
            )?;
            sync_tries::forget(tx, now)
        })
    }

    /// The work day of the last sync: who was current then, by 退職日, had not left yet.
    ///
    /// # Errors
    /// [`Error::Sql`], [`Error::BadValue`].
    pub fn last_sync_day(&self) -> Result<Option<WorkDay>, Error> {
        Ok(self.last_sync()?.map(|at| WorkDay::new(at.date_naive())))
    }
}

fn put_employees(tx: &Transaction<'_>, employees: &[Employee]) -> Result<(), Error> {
    let mut statement = tx.prepare_cached(
        "INSERT INTO employees
             (key, code, last_name, first_name, division_code, emails, hired, resigned, active)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
         ON CONFLICT (key) DO UPDATE SET
             code = excluded.code, last_name = excluded.last_name,
             first_name = excluded.first_name, division_code = excluded.division_code,
             emails = excluded.emails, hired = excluded.hired, resigned = excluded.resigned,
             active = excluded.active",
    )?;
    let mut employees: Vec<&Employee> = employees.iter().collect();
    employees.sort_unstable_by_key(|employee| &employee.key);
    for employee in employees {
        statement.execute(params![
            employee.key,
            employee.code,
            employee.last_name,
            employee.first_name,
            employee.division_code,
            into_json("mail addresses", &employee.emails)?,
            employee.hired,
            employee.resigned,
            employee.active,
        ])?;
    }
    Ok(())
}

fn put_divisions(tx: &Transaction<'_>, divisions: &[Division]) -> Result<(), Error> {
    tx.execute("DELETE FROM divisions", [])?;
    let mut statement = tx
        .prepare_cached("INSERT INTO divisions (code, name, border_minutes) VALUES (?1, ?2, ?3)")?;
    for division in divisions {
        let minutes = division.day_border.num_seconds_from_midnight() / 60;
        statement.execute(params![division.code, division.name, minutes])?;
    }
    Ok(())
}

fn put_code_moves(tx: &Transaction<'_>, moves: &[CodeMove], now: Jst) -> Result<(), Error> {
    let mut statement = tx.prepare_cached(
        "INSERT INTO code_moves (employee_key, from_code, to_code, held, since)
         VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (employee_key) DO UPDATE SET
             to_code = excluded.to_code, held = max(held, excluded.held)",
    )?;
    for one in moves {
        statement.execute(params![
            one.employee,
            one.from,
            one.to,
            one.held,
            now.timestamp()
        ])?;
    }
    Ok(())
}

fn out_of_json<T: serde::de::DeserializeOwned>(what: &'static str, text: &str) -> Result<T, Error> {
    serde_json::from_str(text).map_err(|_| Error::BadValue {
        what,
        value: text.to_owned(),
    })
}
