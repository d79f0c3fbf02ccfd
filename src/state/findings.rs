//! Findings that stay until they are answered.

use std::collections::{HashMap, HashSet};

use rusqlite::{OptionalExtension, Row, Transaction, params};

use crate::domain::acknowledged::still_stands;
use crate::domain::finding::{Code, Evidence, Finding, Identity, Severity};

use crate::domain::time::Jst;

use super::values::{into_json, moment};
use super::{Error, State};

const COLUMNS: &str = "id, code, severity, employee_key, user_name, work_day, evidence, since,
                       ack_reason, ack_at, closed_at";

/// A finding as it is remembered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenFinding {
    /// Its row.
    pub id: i64,
    /// What it says.
    pub finding: Finding,
    /// When it was first raised.
    pub since: Jst,
    /// Where a person set it aside.
    pub acknowledged: Option<Acknowledged>,
}

/// How a person set a finding aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acknowledged {
    /// Why, in the person's words.
    pub reason: String,
    /// When; not known of findings set aside before it was written down.
    pub at: Option<Jst>,
}

/// What came of setting a finding aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Acknowledging {
    /// It is set aside now.
    Done(OpenFinding),
    /// It was before, and stays so with the reason that was given then.
    Before(OpenFinding),
    /// It is closed already, since then.
    Closed(Jst),
    /// There never was one of that ID.
    NotKnown,
}

impl State {
    /// Holds what was found now against what stands open: raises the new, renews the known, and closes
    /// those that `covers` says would have been found again if they still held. One that was set aside
    /// stays as it was while nothing of substance is new; else it is closed, and raised as a new one.
    /// Gives how many are new.
    ///
    /// # Errors
    /// [`Error::Sql`], [`Error::BadValue`].
    pub fn update_findings(
        &mut self,
        found: &[Finding],
        covers: impl Fn(&Finding) -> bool,
        now: Jst,
    ) -> Result<usize, Error> {
        let open = self.open_findings()?;
        let known: HashMap<Identity<'_>, &OpenFinding> = open
            .iter()
            .map(|known| (known.finding.identity(), known))
            .collect();
        let told: HashSet<Identity<'_>> = found.iter().map(Finding::identity).collect();
        let mut gone: Vec<i64> = open
            .iter()
            .filter(|known| covers(&known.finding) && !told.contains(&known.finding.identity()))
            .map(|known| known.id)
            .collect();
        let (mut renewed, mut new) = (Vec::new(), Vec::new());
        for finding in found {
            match known.get(&finding.identity()) {
                None => new.push(finding),
                Some(known) if known.finding == *finding => {}
                Some(known) if known.acknowledged.is_none() => renewed.push((known.id, finding)),
                Some(known) if still_stands(&known.finding, finding) => {}
                Some(known) => {
                    gone.push(known.id);
                    new.push(finding);
                }
            }
        }
        if gone.is_empty() && renewed.is_empty() && new.is_empty() {
            return Ok(0);
        }
        self.write(|tx| {
            for id in &gone {
                close(tx, *id, false, now)?;
            }
            for (id, finding) in &renewed {
                let evidence = into_json("evidence", &finding.evidence)?;
                tx.prepare_cached(
                    "UPDATE findings SET evidence = ?2, severity = ?3 WHERE id = ?1",
                )?
                .execute(params![id, evidence, finding.severity.name()])?;
            }
            for finding in &new {
                insert(tx, finding, None, now)?;
            }
            Ok(new.len())
        })
    }

    /// Closes findings that KING OF TIME has answered, and remembers that it did: also of those that
    /// nobody had raised yet, so that [`State::was_answered`] knows of them.
    ///
    /// # Errors
    /// [`Error::Sql`], [`Error::BadValue`].
    pub fn answer_findings(&mut self, answered: &[Finding], now: Jst) -> Result<(), Error> {
        let mut open = Vec::new();
        let mut unknown = Vec::new();
        for finding in answered {
            match self.last_of(finding)? {
                Some((known, Lot::Open)) => open.push(known.id),
                Some((known, Lot::Answered)) if still_stands(&known.finding, finding) => {}
                _ => unknown.push(finding),
            }
        }
        if open.is_empty() && unknown.is_empty() {
            return Ok(());
        }
        self.write(|tx| {
            for id in &open {
                close(tx, *id, true, now)?;
            }
            for finding in &unknown {
                insert(tx, finding, Some(now), now)?;
            }
            Ok(())
        })
    }

    /// Whether the same finding was closed since KING OF TIME answered it, and no later reading of the
    /// day has raised it again.
    ///
    /// # Errors
    /// [`Error::Sql`], [`Error::BadValue`].
    pub fn was_answered(&self, finding: &Finding) -> Result<bool, Error> {
        Ok(match self.last_of(finding)? {
            Some((known, Lot::Answered)) => still_stands(&known.finding, finding),
            _ => false,
        })
    }

    /// Sets a finding aside, for that reason.
    ///
    /// # Errors
    /// [`Error::Sql`], [`Error::BadValue`].
    pub fn acknowledge(&mut self, id: i64, reason: &str, now: Jst) -> Result<Acknowledging, Error> {
        self.write(|tx| {
            let sql = format!("SELECT {COLUMNS} FROM findings WHERE id = ?1");
            let mut statement = tx.prepare_cached(&sql)?;
            let mut rows = statement.query([id])?;
            let Some(row) = rows.next()? else {
                return Ok(Acknowledging::NotKnown);
            };
            if let Some(closed) = row.get::<_, Option<i64>>("closed_at")? {
                return Ok(Acknowledging::Closed(moment(closed)?));
            }
            let known = finding_of(row)?;
            if known.acknowledged.is_some() {
                return Ok(Acknowledging::Before(known));
            }
            tx.execute(
                "UPDATE findings SET ack_reason = ?2, ack_at = ?3 WHERE id = ?1",
                params![id, reason, now.timestamp()],
            )?;
            let acknowledged = Some(Acknowledged {
                reason: reason.to_owned(),
                at: Some(now),
            });
            Ok(Acknowledging::Done(OpenFinding {
                acknowledged,
                ..known
            }))
        })
    }

    /// The findings that stand open, oldest first.
    ///
    /// # Errors
    /// [`Error::Sql`], [`Error::BadValue`].
    pub fn open_findings(&self) -> Result<Vec<OpenFinding>, Error> {
        let sql = format!("SELECT {COLUMNS} FROM findings WHERE closed_at IS NULL ORDER BY id");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query([])?;
        let mut findings = Vec::new();
        while let Some(row) = rows.next()? {
            findings.push(finding_of(row)?);
        }
        Ok(findings)
    }

    /// The last finding of the same person's day and code, with what became of it.
    fn last_of(&self, finding: &Finding) -> Result<Option<(OpenFinding, Lot)>, Error> {
        let sql = format!(
            "SELECT {COLUMNS}, answered FROM findings
             WHERE code = ?1 AND employee_key IS ?2 AND user_name IS ?3 AND work_day IS ?4
             ORDER BY id DESC LIMIT 1"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let known = statement
            .query_row(
                params![
                    finding.code,
                    finding.employee,
                    finding.user,
                    finding.work_day
                ],
                |row| {
                    let lot = match (
                        row.get::<_, Option<i64>>("closed_at")?,
                        row.get("answered")?,
                    ) {
                        (None, _) => Lot::Open,
                        (Some(_), true) => Lot::Answered,
                        (Some(_), false) => Lot::Gone,
                    };
                    Ok(finding_of(row).map(|known| (known, lot)))
                },
            )
            .optional()?;
        known.transpose()
    }
}

/// What became of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lot {
    Open,
    Answered,
    Gone,
}

fn close(tx: &Transaction<'_>, id: i64, answered: bool, now: Jst) -> Result<(), Error> {
    tx.prepare_cached("UPDATE findings SET closed_at = ?2, answered = ?3 WHERE id = ?1")?
        .execute(params![id, now.timestamp(), answered])?;
    Ok(())
}

/// A new row; of a finding that is answered as soon as it is found, a closed one.
fn insert(
    tx: &Transaction<'_>,
    finding: &Finding,
    answered: Option<Jst>,
    now: Jst,
) -> Result<(), Error> {
    tx.prepare_cached(
        "INSERT INTO findings (code, severity, employee_key, user_name, work_day, evidence, since,
                               closed_at, answered)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
         ON CONFLICT DO NOTHING",
    )?
    .execute(params![
        finding.code,
        finding.severity.name(),
        finding.employee,
        finding.user,
        finding.work_day,
        into_json("evidence", &finding.evidence)?,
        now.timestamp(),
        answered.map(|at| at.timestamp()),
        answered.is_some()
    ])?;
    Ok(())
}

fn finding_of(row: &Row<'_>) -> Result<OpenFinding, Error> {
    let severity: String = row.get("severity")?;
    let evidence: String = row.get("evidence")?;
    let evidence: Evidence = serde_json::from_str(&evidence).map_err(|_| Error::BadValue {
        what: "evidence",
        value: evidence.clone(),
    })?;
    let acknowledged = match row.get::<_, Option<String>>("ack_reason")? {
        None => None,
        Some(reason) => Some(Acknowledged {
            reason,
            at: row
                .get::<_, Option<i64>>("ack_at")?
                .map(moment)
                .transpose()?,
        }),
    };
    Ok(OpenFinding {
        id: row.get("id")?,
        finding: Finding {
            code: row.get::<_, Code>("code")?,
            severity: if severity == "act" {
                Severity::Act
            } else {
                Severity::Note
            },
            employee: row.get("employee_key")?,
            user: row.get("user_name")?,
            work_day: row.get("work_day")?,
            evidence,
        },
        since: moment(row.get("since")?)?,
        acknowledged,
    })
}
