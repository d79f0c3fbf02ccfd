//! User names that are held until a person says whose they are.

use rusqlite::params;

use crate::domain::finding::Evidence;
use crate::domain::held_name::HeldName;
use crate::domain::time::{Jst, WorkDay};

use super::values::into_json;
use super::{Error, State};

impl State {
    /// The user names that are held.
    ///
    /// # Errors
    /// [`Error::Sql`], [`Error::BadValue`].
    pub fn held_names(&self) -> Result<Vec<HeldName>, Error> {
        let mut statement = self.connection.prepare_cached(
            "SELECT kind, user_name, from_day, evidence FROM held_names
             ORDER BY kind, user_name, from_day",
        )?;
        let mut rows = statement.query([])?;
        let mut names = Vec::new();
        while let Some(row) = rows.next()? {
            names.push(HeldName {
                kind: row.get(0)?,
                name: row.get(1)?,
                from: row.get(2)?,
                evidence: evidence(row.get(3)?)?,
            });
        }
        Ok(names)
    }

    /// Takes down which names are held from now on. A name that somebody allowed meanwhile is none of them.
    ///
    /// # Errors
    /// [`Error::Sql`], [`Error::BadValue`]; nothing is changed then.
    pub fn keep_held_names(&mut self, names: &[HeldName], now: Jst) -> Result<(), Error> {
        let known = self.held_names()?;
        let gone: Vec<_> = known.iter().filter(|one| !names.contains(one)).collect();
        let new: Vec<_> = names.iter().filter(|one| !known.contains(one)).collect();
        if gone.is_empty() && new.is_empty() {
            return Ok(());
        }
        self.write(|tx| {
            let mut delete = tx.prepare_cached(
                "DELETE FROM held_names WHERE kind = ?1 AND user_name = ?2 AND from_day = ?3",
            )?;
            for one in gone {
                delete.execute(params![one.kind, one.name, one.from])?;
            }
            let mut insert = tx.prepare_cached(
                "INSERT INTO held_names (kind, user_name, from_day, evidence, since)
                 SELECT ?1, ?2, ?3, ?4, ?5
                 WHERE ?2 NOT IN (SELECT user_name FROM allowed_names)",
            )?;
            for one in new {
                let evidence = into_json("evidence", &one.evidence)?;
                insert.execute(params![
                    one.kind,
                    one.name,
                    one.from,
                    evidence,
                    now.timestamp()
                ])?;
            }
            Ok(())
        })
    }

    /// The oldest work day of a punch that is held since its user name may be two people's.
    ///
    /// # Errors
    /// [`Error::Sql`].
    pub fn oldest_held_by_name(&self) -> Result<Option<WorkDay>, Error> {
        Ok(self
            .connection
            .prepare_cached(
                "SELECT min(work_day) FROM punches
                 WHERE state = 'held' AND reason = 'shared-user-name'",
            )?
            .query_row([], |row| row.get(0))?)
    }
}

fn evidence(text: String) -> Result<Evidence, Error> {
    serde_json::from_str(&text).map_err(|_| Error::BadValue {
        what: "evidence",
        value: text,
    })
}

#[cfg(test)]
mod tests {
    use crate::domain::finding::Evidence;
    use crate::domain::held_name::HeldName;
    use crate::domain::pc_log::{LinkKind, LogId, PcUserName};
    use crate::state::fixture::{Fixture, at, day};

    fn held(name: &str, from: u32) -> HeldName {
        HeldName {
            kind: LinkKind::MaLion,
            name: PcUserName::new(name),
            from: day(from),
            evidence: Evidence::default()
                .log(LogId(1))
                .terminal("PC-A")
                .fact("link", "x"),
        }
    }

    #[test]
    fn the_held_names_are_those_that_were_told_last() {
        let mut office = Fixture::new();
        let told = [
            vec![],
            vec![held("other", 17), held("user", 17)],
            vec![held("user", 17), held("user", 20)],
            vec![held("user", 20)],
            vec![],
        ];
        for names in told {
            office
                .state
                .keep_held_names(&names, at("20 10:00:00"))
                .unwrap();
            assert_eq!(office.state.held_names().unwrap(), names);
        }
    }

    #[test]
    fn a_name_that_is_allowed_is_held_no_more_and_again_when_that_is_taken_back() {
        let mut office = Fixture::new();
        let name = PcUserName::new("user");
        let now = at("20 10:00:00");
        let kept = [held("other", 17)];
        let all = [held("other", 17), held("user", 17)];
        office.state.keep_held_names(&all, now).unwrap();
        office.state.allow_name(&name, now).unwrap();
        assert_eq!(office.state.held_names().unwrap(), kept);
        office.state.keep_held_names(&all, now).unwrap();
        assert_eq!(office.state.held_names().unwrap(), kept);
        office.state.forbid_name(&name).unwrap();
        assert_eq!(office.state.held_names().unwrap(), kept);
        office.state.keep_held_names(&all, now).unwrap();
        assert_eq!(office.state.held_names().unwrap(), all);
    }
}
