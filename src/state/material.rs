//! What the rules work on, read out of the file in one go.

use std::collections::BTreeMap;

use chrono::NaiveTime;
use rusqlite::params;

use crate::domain::employee::EmployeeKey;
use crate::domain::nights::Nights;
use crate::domain::ownership::Links;
use crate::domain::pc_log::LinkKind;
use crate::domain::picture::Material;
use crate::domain::rules::{NightShift, People, Person};
use crate::domain::sources::Sources;
use crate::domain::spans::Spans;
use crate::domain::time::{Jst, WorkDay};
use crate::domain::unlinked::NamesByKind;
use crate::domain::work_day::Borders;

use super::nights::first_unplaced;
use super::{Error, State};

impl State {
    /// The logs of all products from a moment on, with all people, links and borders. `on` are the
    /// products whose link is on; what another one logged before stays. `nights` is for those of whom none
    /// were taken over yet.
    ///
    /// # Errors
    /// [`Error::Sql`], [`Error::BadValue`].
    pub fn material(
        &self,
        on: &[LinkKind],
        from: Jst,
        nights: &NightShift,
    ) -> Result<Material, Error> {
        Ok(Material {
            logs: self.logs_since(from)?,
            ..self.material_without_logs(on, nights)?
        })
    }

    /// The same but for the logs.
    ///
    /// # Errors
    /// [`Error::Sql`], [`Error::BadValue`].
    pub fn material_without_logs(
        &self,
        on: &[LinkKind],
        nights: &NightShift,
    ) -> Result<Material, Error> {
        Ok(Material {
            logs: Vec::new(),
            people: self.people(nights)?,
            links: Links::new(self.link_history()?),
            sources: Sources::new(self.all_spans()?, on.iter().copied()),
            allowed_shared: self.allowed_shared()?,
            held_names: self.held_names()?,
            policies: self.policies()?,
        })
    }

    fn people(&self, nights: &NightShift) -> Result<People, Error> {
        let mut borders = self.borders_by_person()?;
        let mut nights_of = self.nights_by_person()?;
        let mut exclusions = self.exclusions_by_person()?;
        let mut statement = self
            .connection
            .prepare_cached("SELECT key, hired, resigned, division_code FROM employees")?;
        let rows = statement.query_map([], |row| {
            Ok((
                row.get::<_, EmployeeKey>(0)?,
                row.get(1)?,
                row.get(2)?,
                row.get::<_, String>(3)?,
            ))
        })?;
        let mut people = People::new();
        for row in rows {
            let (key, hired, resigned, division) = row?;
            let borders = Borders::new(borders.remove(&key).unwrap_or_default());
            let nights = match nights_of.remove(&key) {
                Some(entries) => Nights::new(entries),
                None => Nights::always(nights.of(&division)),
            };
            let exclusions = exclusions.remove(&key).unwrap_or_default();
            people.insert(
                key.clone(),
                Person {
                    key,
                    hired,
                    resigned,
                    borders,
                    nights,
                    exclusions,
                },
            );
        }
        Ok(people)
    }

    /// The user names that accounts bear, product by product.
    ///
    /// # Errors
    /// [`Error::Sql`].
    pub fn linked_names(&self) -> Result<NamesByKind, Error> {
        let mut statement = self.connection.prepare_cached(
            "SELECT kind, service_account FROM accounts WHERE service_account <> ''",
        )?;
        let mut rows = statement.query([])?;
        let mut names = NamesByKind::new();
        while let Some(row) = rows.next()? {
            names.entry(row.get(0)?).or_default().push(row.get(1)?);
        }
        Ok(names)
    }

    fn all_spans(&self) -> Result<BTreeMap<LinkKind, Spans>, Error> {
        let kinds = LinkKind::ALL.into_iter();
        kinds.map(|kind| Ok((kind, self.spans(kind)?))).collect()
    }

    fn borders_by_person(&self) -> Result<BTreeMap<EmployeeKey, Vec<(WorkDay, NaiveTime)>>, Error> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT employee_key, from_day, minutes FROM borders")?;
        let mut rows = statement.query([])?;
        let mut borders: BTreeMap<EmployeeKey, Vec<(WorkDay, NaiveTime)>> = BTreeMap::new();
        while let Some(row) = rows.next()? {
            borders
                .entry(row.get(0)?)
                .or_default()
                .push((row.get(1)?, border_time(row.get(2)?)?));
        }
        Ok(borders)
    }

    /// Takes over the border that each person has now: the division's, or `fixed` for all. A border
    /// that is new to a person holds from the first work day on which none of the person's logs was
    /// placed yet, so that a work day keeps the border it began with. Gives how many people it changed.
    ///
    /// # Errors
    /// [`Error::Sql`]; nothing is changed then.
    pub fn adopt_borders(&mut self, fixed: Option<NaiveTime>) -> Result<usize, Error> {
        let fixed = fixed.map(minutes_of);
        let changed: Vec<(EmployeeKey, i64)> = {
            let mut statement = self.connection.prepare_cached(
                "SELECT e.key, coalesce(?1, d.border_minutes, 0) AS now FROM employees e
                 LEFT JOIN divisions d ON d.code = e.division_code
                 WHERE now IS NOT (SELECT b.minutes FROM borders b WHERE b.employee_key = e.key
                                   ORDER BY b.from_day DESC LIMIT 1)",
            )?;
            let rows = statement.query_map([fixed], |row| Ok((row.get(0)?, row.get(1)?)))?;
            rows.collect::<Result<_, _>>()?
        };
        if changed.is_empty() {
            return Ok(0);
        }
        self.write(|tx| {
            let mut clear = tx
                .prepare_cached("DELETE FROM borders WHERE employee_key = ?1 AND from_day >= ?2")?;
            let mut insert = tx.prepare_cached(
                "INSERT INTO borders (employee_key, from_day, minutes) VALUES (?1, ?2, ?3)",
            )?;
            for (employee, minutes) in &changed {
                let from = first_unplaced(tx, employee)?;
                clear.execute(params![employee, from])?;
                insert.execute(params![employee, from, minutes])?;
            }
            Ok(changed.len())
        })
    }
}

fn minutes_of(time: NaiveTime) -> i64 {
    i64::from(chrono::Timelike::num_seconds_from_midnight(&time) / 60)
}

fn border_time(minutes: i64) -> Result<NaiveTime, Error> {
    u32::try_from(minutes * 60)
        .ok()
        .and_then(|seconds| NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0))
        .ok_or_else(|| Error::BadValue {
            what: "a day border",
            value: minutes.to_string(),
        })
}
