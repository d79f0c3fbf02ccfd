//! The people of KING OF TIME and their divisions.

use std::fmt;
use std::sync::Arc;

use chrono::NaiveTime;
use serde::{Serialize, Serializer};

use super::time::WorkDay;

/// 従業員識別キー: KING OF TIME's own long, unchanging id of a person. Punches are sent by it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct EmployeeKey(#[serde(serialize_with = "as_text")] Arc<str>);

impl EmployeeKey {
    /// Takes a key as KING OF TIME gave it.
    pub fn new(key: impl Into<Arc<str>>) -> Self {
        Self(key.into())
    }

    /// The key's text, for a path or a row.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// 従業員コード: what people see and write. Text: leading zeros count. It can move to another person.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct EmployeeCode(#[serde(serialize_with = "as_text")] Arc<str>);

impl EmployeeCode {
    /// Takes a code as it was written.
    pub fn new(code: impl Into<Arc<str>>) -> Self {
        Self(code.into())
    }

    /// The code's text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its bearer as a sentence names somebody: `1000 勤怠 太郎`, or the code alone where there is no name.
    pub fn with_name(&self, name: &str) -> String {
        format!("{self} {name}").trim_end().to_owned()
    }
}

impl fmt::Display for EmployeeCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Writes a shared text like any other.
pub(super) fn as_text<S: Serializer>(text: &Arc<str>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(text)
}

/// 所属: where a person belongs, and when a work day begins there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Division {
    /// 所属コード, text.
    pub code: String,
    /// 所属名.
    pub name: String,
    /// 日付変更時間, `00:00` unless the company changed it.
    pub day_border: NaiveTime,
}

/// A person as KING OF TIME told it last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Employee {
    /// Who it is.
    pub key: EmployeeKey,
    /// What people call the record.
    pub code: EmployeeCode,
    /// 姓.
    pub last_name: String,
    /// 名.
    pub first_name: String,
    /// 所属コード.
    pub division_code: String,
    /// メールアドレス, in KING OF TIME's order.
    pub emails: Vec<String>,
    /// 入社日, where it is known.
    pub hired: Option<WorkDay>,
    /// 退職日: the last day of employment, where it is known; may lie in the future.
    pub resigned: Option<WorkDay>,
    /// False once a sync no longer finds the key at all.
    pub active: bool,
}

impl Employee {
    /// 姓 and 名 with one blank, as the account file writes it.
    pub fn full_name(&self) -> String {
        let name = [&self.last_name, " ", &self.first_name].concat();
        match name.trim() {
            trimmed if trimmed.len() == name.len() => name,
            trimmed => trimmed.to_owned(),
        }
    }

    /// A current employee: still in KING OF TIME's lists and not resigned before `today`.
    pub fn is_current(&self, today: WorkDay) -> bool {
        self.active && self.resigned.is_none_or(|last| today <= last)
    }
}
