//! Findings that stay until they are answered.

use std::collections::{HashMap, HashSet};

use rusqlite::{Row, params};

use crate::domain::finding::{Code, Evidence, Finding, Identity, Severity};
use crate::domain::time::Jst;

use super::{Error, State, values::moment};

/// A finding as it is remembered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenFinding {
    /// Its row.
    pub id: i64,
    /// What it says.
    pub finding: Finding,
    /// When it was first raised.
    pub since: Jst,
    /// Whether a person set it aside.
    pub acknowledged: bool,
}

impl State {
    /// Holds what was found now against what stands open: raises the new, renews the known, and closes
    /// those that `covers` says would have been found again if they still held. Gives how many are new.
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
        let gone: Vec<i64> = open
            .iter()
            .filter(|known| covers(&known.finding) && !told.contains(&known.finding.identity()))
            .map(|known| known.id)
            .collect();
        let stands = |finding: &&Finding| {
            let known = known.get(&finding.identity());
            known.is_some_and(|known| known.finding == **finding)
        };
        let fresh: Vec<&Finding> = found.iter().filter(|finding| !stands(finding)).collect();
        if gone.is_empty() && fresh.is_empty() {
            return Ok(0);
        }
        self.write(|tx| {
            for id in &gone {
                tx.execute("UPDATE findings SET closed_at = ?2 WHERE id = ?1", params![id, now.timestamp()])?;
            }
            let mut new = 0;
            for finding in &fresh {
                let known = known.get(&finding.identity());
                let evidence = serde_json::to_string(&finding.evidence).map_err(|error| {
                    Error::BadValue { what: "evidence", value: error.to_string() }
                })?;
                let severity = severity_name(finding.severity);
                match known {
                    Some(known) => tx.execute(
                        "UPDATE findings SET evidence = ?2, severity = ?3 WHERE id = ?1",
                        params![known.id, evidence, severity],
                    )?,
                    None => {
                        new += 1;
                        tx.execute(
                            "INSERT INTO findings (code, severity, employee_key, user_name, work_day,
                                                   evidence, since)
                             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                             ON CONFLICT DO NOTHING",
                            params![
                                finding.code,
                                severity,
                                finding.employee,
                                finding.user,
                                finding.work_day,
                                evidence,
                                now.timestamp()
                            ],
                        )?
                    }
                };
            }
            Ok(new)
        })
    }

    /// The findings that stand open, oldest first.
    ///
    /// # Errors
    /// [`Error::Sql`], [`Error::BadValue`].
    pub fn open_findings(&self) -> Result<Vec<OpenFinding>, Error> {
        let mut statement = self.connection.prepare_cached(
            "SELECT id, code, severity, employee_key, user_name, work_day, evidence, since,
                    ack_reason IS NOT NULL
             FROM findings WHERE closed_at IS NULL ORDER BY id",
        )?;
        let mut rows = statement.query([])?;
        let mut findings = Vec::new();
        while let Some(row) = rows.next()? {
            findings.push(finding_of(row)?);
        }
        Ok(findings)
    }
}

fn severity_name(severity: Severity) -> &'static str {
    match severity {
        Severity::Act => "act",
        Severity::Note => "note",
    }
}

fn finding_of(row: &Row<'_>) -> Result<OpenFinding, Error> {
    let severity: String = row.get(2)?;
    let evidence: String = row.get(6)?;
    let evidence: Evidence = serde_json::from_str(&evidence).map_err(|_| Error::BadValue {
        what: "evidence",
        value: evidence.clone(),
    })?;
    Ok(OpenFinding {
        id: row.get(0)?,
        finding: Finding {
            code: row.get::<_, Code>(1)?,
            severity: if severity == "act" {
                Severity::Act
            } else {
                Severity::Note
            },
            employee: row.get(3)?,
            user: row.get(4)?,
            work_day: row.get(5)?,
            evidence,
        },
        since: moment(row.get(7)?)?,
        acknowledged: row.get(8)?,
    })
}
