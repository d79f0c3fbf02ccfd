//! One page of an answer as logs: all of it or nothing.

use serde_json::Value;

use super::error::{Malformed, Problem};
use super::fields::Field;
use super::profile::{Paging, Profile, Response};
use super::time_format::TimeFormat;
use crate::domain::pc_log::{Operation, RawLog};
use crate::domain::time::Jst;

/// The logs of one page, and whether more pages follow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Page {
    pub(super) logs: Vec<RawLog>,
    pub(super) more: bool,
}

/// Reads the page at `offset`, asked for at `asked_at`.
pub(super) fn read(
    profile: &Profile,
    body: &Value,
    offset: u64,
    asked_at: Jst,
) -> Result<Page, Malformed> {
    let Response::Json {
        records,
        time_format,
    } = &profile.response;
    let Paging::Offset { more, .. } = &profile.paging;
    let records = body
        .pointer(records.as_str())
        .and_then(Value::as_array)
        .ok_or_else(|| whole(offset, Problem::NoRecords))?;
    let more = body
        .pointer(more.as_str())
        .and_then(Value::as_bool)
        .ok_or_else(|| whole(offset, Problem::NoMore))?;
    let logs = records
        .iter()
        .enumerate()
        .map(|(index, value)| {
            let record = Record {
                profile,
                time_format,
                value,
                offset,
                index,
            };
            record.log(asked_at)
        })
        .collect::<Result<_, _>>()?;
    Ok(Page { logs, more })
}

/// What is wrong with a page as a whole.
pub(super) fn whole(offset: u64, problem: Problem) -> Malformed {
    Malformed {
        offset,
        index: None,
        id: None,
        field: None,
        problem,
    }
}

struct Record<'a> {
    profile: &'a Profile,
    time_format: &'a TimeFormat,
    value: &'a Value,
    offset: u64,
    index: usize,
}

impl Record<'_> {
    /// The record as a log. A source that does not say when it had a log had it when it was asked.
    fn log(&self, asked_at: Jst) -> Result<RawLog, Malformed> {
        let text = |field| Ok(self.text(field)?.unwrap_or_default());
        let occurred_at = self
            .moment(Field::OccurredAt)?
            .ok_or_else(|| self.malformed(Field::OccurredAt, Problem::Missing))?;
        let bears_link_code = self.profile.fields.pointer(Field::LinkCode).is_some();
        let link_code = text(Field::LinkCode)?;
        Ok(RawLog {
            log_id: self.text(Field::LogId)?,
            occurred_at,
            collected_at: self.moment(Field::CollectedAt)?.unwrap_or(asked_at),
            operation: self.operation(text(Field::Operation)?),
            terminal: text(Field::Terminal)?,
            domain: text(Field::Domain)?,
            user: text(Field::User)?,
            link_code: bears_link_code.then_some(link_code),
        })
    }

    fn operation(&self, word: String) -> Operation {
        let values = &self.profile.values;
        if values.logon.contains(&word) {
            Operation::Logon
        } else if values.logoff.contains(&word) {
            Operation::Logoff
        } else {
            Operation::Other(word)
        }
    }

    fn moment(&self, field: Field) -> Result<Option<Jst>, Malformed> {
        let Some(text) = self.text(field)? else {
            return Ok(None);
        };
        match self.time_format.read(&text) {
            Some(moment) => Ok(Some(moment)),
            None => Err(self.malformed(field, Problem::Unreadable(text))),
        }
    }

    /// The field's text; numbers count as text, nothing and null as missing.
    fn text(&self, field: Field) -> Result<Option<String>, Malformed> {
        let text = match self.at(field) {
            None | Some(Value::Null) => None,
            Some(Value::String(text)) => Some(text.clone()),
            Some(Value::Number(number)) => Some(number.to_string()),
            Some(_) => return Err(self.malformed(field, Problem::WrongType)),
        };
        let text = text.filter(|text| !text.is_empty());
        if text.is_none() && self.profile.fields.required.contains(&field) {
            return Err(self.malformed(field, Problem::Missing));
        }
        Ok(text)
    }

    fn at(&self, field: Field) -> Option<&Value> {
        let pointer = self.profile.fields.pointer(field)?;
        self.value.pointer(pointer.as_str())
    }

    fn malformed(&self, field: Field, problem: Problem) -> Malformed {
        let id = self.at(Field::LogId).and_then(Value::as_str);
        Malformed {
            index: Some(self.index),
            id: id.map(str::to_owned),
            field: Some(field),
            ..whole(self.offset, problem)
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{Page, Problem, read};
    use crate::domain::pc_log::Operation;
    use crate::domain::time::from_epoch;
    use crate::malion::{Field, Malformed, Profile};

    fn page(body: &Value) -> Result<Page, Malformed> {
        let now = from_epoch(1_734_400_000).unwrap();
        read(&Profile::assumed_v1().unwrap(), body, 500, now)
    }

    fn sample() -> Value {
        json!({"log_id":"20241216-000001","occurred_at":"2024-12-16T09:03:12+09:00",
            "collected_at":"2024-12-16T09:04:40+09:00","operation":"ログオン","terminal":"PC-001",
            "domain":"EXAMPLE","user":"tarouk","link_code":"A01"})
    }

    #[test]
    fn the_contracts_sample_is_read() {
        let read = page(&json!({"total":1,"offset":0,"has_next":true,"logs":[sample()]})).unwrap();
        assert!(read.more);
        let log = &read.logs[0];
        assert_eq!(log.log_id.as_deref(), Some("20241216-000001"));
        assert_eq!(log.occurred_at.to_rfc3339(), "2024-12-16T09:03:12+09:00");
        assert_eq!(log.collected_at.to_rfc3339(), "2024-12-16T09:04:40+09:00");
        assert_eq!(
            (&log.operation, log.terminal.as_str()),
            (&Operation::Logon, "PC-001")
        );
        assert_eq!(
            (log.domain.as_str(), log.user.as_str()),
            ("EXAMPLE", "tarouk")
        );
        assert_eq!(log.link_code.as_deref(), Some("A01"));
    }

    #[test]
    fn what_may_be_missing_is_empty_and_a_pc_without_link_code_is_known_as_such() {
        let mut bare = sample();
        for field in ["log_id", "domain", "user", "link_code"] {
            bare.as_object_mut().unwrap().remove(field);
        }
        let mut nulls = sample();
        for field in ["log_id", "domain", "user", "link_code"] {
            nulls[field] = Value::Null;
        }
        for record in [bare, nulls] {
            let log = page(&json!({"has_next":false,"logs":[record]}))
                .unwrap()
                .logs
                .remove(0);
            assert_eq!((log.log_id, log.link_code.as_deref()), (None, Some("")));
            assert_eq!((log.domain.as_str(), log.user.as_str()), ("", ""));
        }
    }

    #[test]
    fn a_profile_without_the_link_code_says_nothing_of_it() {
        let text = include_str!("assumed-v1.toml").replace("link_code = \"/link_code\"", "");
        let profile = Profile::from_toml(&text).unwrap();
        let body = json!({"has_next":false,"logs":[sample()]});
        let read = read(&profile, &body, 0, from_epoch(0).unwrap()).unwrap();
        assert_eq!(read.logs[0].link_code, None);
    }

    #[test]
    fn words_of_operations_go_by_the_profile() {
        let rows = [
            ("ログオン", Operation::Logon),
            ("ログオフ", Operation::Logoff),
            ("ロック", Operation::Other("ロック".to_owned())),
            ("ﾛｸﾞｵﾝ", Operation::Other("ﾛｸﾞｵﾝ".to_owned())),
        ];
        for (word, operation) in rows {
            let mut record = sample();
            record["operation"] = word.into();
            let read = page(&json!({"has_next":false,"logs":[record]})).unwrap();
            assert_eq!(read.logs[0].operation, operation);
        }
    }

    #[test]
    fn a_bad_record_spoils_the_page_and_is_named() {
        let unreadable = |text: &str| Problem::Unreadable(text.to_owned());
        let rows = [
            (
                "occurred_at",
                Value::Null,
                Field::OccurredAt,
                Problem::Missing,
            ),
            (
                "occurred_at",
                json!("2024-12-16 09:03"),
                Field::OccurredAt,
                unreadable("2024-12-16 09:03"),
            ),
            (
                "occurred_at",
                json!(1_734_400_000),
                Field::OccurredAt,
                unreadable("1734400000"),
            ),
            (
                "collected_at",
                json!(""),
                Field::CollectedAt,
                Problem::Missing,
            ),
            ("operation", json!(""), Field::Operation, Problem::Missing),
            ("terminal", Value::Null, Field::Terminal, Problem::Missing),
            ("user", json!(["tarouk"]), Field::User, Problem::WrongType),
            (
                "link_code",
                json!(true),
                Field::LinkCode,
                Problem::WrongType,
            ),
        ];
        for (name, value, field, problem) in rows {
            let mut bad = sample();
            bad[name] = value;
            let told = page(&json!({"has_next":false,"logs":[sample(), bad]})).unwrap_err();
            let id = Some("20241216-000001".to_owned());
            let expected = Malformed {
                offset: 500,
                index: Some(1),
                id,
                field: Some(field),
                problem,
            };
            assert_eq!(told, expected);
        }
        let told = page(&json!({"has_next":false,"logs":["text"]})).unwrap_err();
        assert_eq!((told.index, told.problem), (Some(0), Problem::Missing));
    }

    #[test]
    fn another_shape_is_no_empty_page() {
        let rows = [
            (json!({"error":{"message":"m"}}), Problem::NoRecords),
            (json!({"logs":{},"has_next":false}), Problem::NoRecords),
            (json!([]), Problem::NoRecords),
            (json!("busy"), Problem::NoRecords),
            (json!({"logs":[]}), Problem::NoMore),
            (json!({"logs":[],"has_next":"false"}), Problem::NoMore),
        ];
        for (body, problem) in rows {
            assert_eq!(page(&body).unwrap_err().problem, problem, "{body}");
        }
    }
}
