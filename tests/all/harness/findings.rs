//! What a check says of a finding, and what the state file still holds open.

use rusqlite::{Connection, OpenFlags};
use serde_json::Value;

use super::lines;
use super::office::{Checked, Office};

impl Checked {
    /// The finding of that code.
    pub(crate) fn finding(&self, code: &str) -> Option<&Value> {
        let mut findings = self.document["findings"].as_array()?.iter();
        findings.find(|finding| finding["code"] == code)
    }

    /// The number by which the finding of that code is set aside.
    #[track_caller]
    pub(crate) fn number_of(&self, code: &str) -> String {
        let id = self
            .finding(code)
            .and_then(|finding| finding["id"].as_i64());
        let id = id.unwrap_or_else(|| panic!("no number of {code}\n{}", self.ran.told()));
        id.to_string()
    }

    /// All findings, a line each, in the form of [`lines::findings`].
    pub(crate) fn lines(&self) -> Vec<String> {
        lines::findings(&self.document)
    }
}

impl Office {
    /// The codes of the findings that stand open in the state file, in order of their numbers.
    pub(crate) fn open_findings(&self) -> Vec<String> {
        let file = self.state_file();
        let connection = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY);
        let connection = connection.expect("a state file");
        let sql = "SELECT code FROM findings WHERE closed_at IS NULL ORDER BY id";
        let mut statement = connection.prepare(sql).expect("the table");
        let codes = statement.query_map([], |row| row.get(0)).expect("a column");
        codes.map(|code| code.expect("a row")).collect()
    }
}
