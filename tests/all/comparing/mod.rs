//! What an administrator and payroll compare: PC logs, punches and what KING OF TIME shows.

mod differences;
mod requests;
mod scale;
mod search;
mod way;

use serde_json::Value;

use crate::harness::{Office, Ran};

/// 勤怠 太郎 and 髙橋 花子.
const PEOPLE: [(&str, &str, &str, &str); 2] = [
    ("1000", "勤怠", "太郎", "tarouk"),
    ("1001", "髙橋", "花子", "hanakod"),
];

impl Office {
    /// How often KING OF TIME was asked while that ran.
    fn questions(&self, run: impl FnOnce(&Self)) -> usize {
        let before = self.sandbox.kot.requests().len();
        run(self);
        self.sandbox.kot.requests().len() - before
    }

    /// What the state file holds of logs, punches and findings.
    fn held(&self) -> Vec<String> {
        let connection = rusqlite::Connection::open(self.state_file()).unwrap();
        let tables = ["logs", "punches", "attempts", "findings", "readings"];
        let counts = tables.map(|table| {
            let sql = format!("SELECT count(*) || ' ' || coalesce(max(id), 0) FROM {table}");
            let sql = sql.replace("max(id), 0) FROM readings", "max(run), 0) FROM readings");
            connection.query_row(&sql, [], |row| row.get(0)).unwrap()
        });
        counts.into()
    }
}

/// The document of a command that ended well.
fn document(ran: Ran, schema: &str) -> Value {
    ran.exits(0).document(schema)
}
