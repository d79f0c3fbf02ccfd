//! Who is there and who does what, and the links as the state file has them.

use pcpunch::sandbox::Employee;
use rusqlite::Connection;

use super::office::{DIVISION, Office, Somebody};

/// 勤怠 太郎.
pub(crate) const TARO: Somebody<'static> = ("0001", "勤怠", "太郎", "tarouk");
/// 髙橋 花子.
pub(crate) const HANAKO: Somebody<'static> = ("0002", "髙橋", "花子", "hanakod");

impl Office {
    /// From now on the commands are run by this user of the operating system.
    pub(crate) fn known_as(&self, user: &str) -> &Self {
        self.variable("USER", user)
    }

    /// Somebody joins the company in KING OF TIME.
    pub(crate) fn joins(&self, code: &str, last_name: &str, first_name: &str) -> &Self {
        let employee = Employee::new(code, last_name, first_name, DIVISION);
        self.sandbox.kot.add_employee(employee);
        self
    }

    /// The whole history of user names in the state file, a line an entry.
    pub(crate) fn links_held(&self) -> Vec<String> {
        let connection = Connection::open(self.state_file()).expect("a state file");
        let sql = "SELECT kind || ' ' || user_name || ' ' || from_day || ' ' ||
                   coalesce(employee_key, '-') FROM links ORDER BY 1";
        let mut statement = connection.prepare(sql).expect("the table");
        let lines = statement.query_map([], |row| row.get(0)).expect("a column");
        lines.map(|line| line.expect("a row")).collect()
    }

    /// Somebody, or an older version, wrote that into the state file.
    pub(crate) fn alters(&self, sql: &str) -> &Self {
        let connection = Connection::open(self.state_file()).expect("a state file");
        connection.execute_batch(sql).expect("that can be written");
        self
    }
}
