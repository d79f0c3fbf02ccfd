//! Reading one record of an answer, field by field, so that what is wrong can be named.

use chrono::{DateTime, NaiveTime};
use serde_json::Value;
use thiserror::Error;

use crate::domain::time::{Jst, WorkDay, jst_offset};
use crate::domain::veil::Veil;

/// A success whose body is not what was asked for. Nothing of such an answer is taken.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{list}, record {index:?}, key {key:?}, field {field:?}: {problem}")]
pub struct Malformed {
    /// Which answer: `company`, `divisions`, `employees`, `timerecord`.
    pub list: &'static str,
    /// The record's place in the answer, from 0, where it is about one.
    pub index: Option<usize>,
    /// The record's key (従業員識別キー or 所属コード), where it was readable.
    pub key: Option<String>,
    /// 従業員コード, 姓 and 名 of the person whose record it is, as far as they were readable.
    pub who: Option<Box<str>>,
    /// The field, by KING OF TIME's name, where it is about one.
    pub field: Option<&'static str>,
    /// What is wrong.
    pub problem: Problem,
}

/// What is wrong with a record or an answer.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Problem {
    /// The body is not JSON of the expected shape; the parser's words, with line and column.
    #[error("not the shape expected: {0}")]
    Shape(String),
    /// A field that must be there is missing, null or empty.
    #[error("missing")]
    Missing,
    /// The field holds another type, such as a number where leading zeros count.
    #[error("of another type")]
    WrongType,
    /// A day that is no day (`YYYY-MM-DD`), a time that is no time, or a punch code that is no number.
    #[error("unreadable: {0}")]
    Unreadable(String),
    /// Two records with one key.
    #[error("stands twice")]
    Twice,
    /// The key of somebody else too: 従業員コード, 姓 and 名 as [`Malformed::who`] has them.
    #[error("the key of {0} too")]
    KeyOf(String),
    /// A day outside the span that was asked for.
    #[error("not asked for: {0}")]
    NotAsked(String),
}

impl Malformed {
    /// Takes secrets out of what the server said.
    pub(super) fn hide(&mut self, veil: &Veil) {
        if let Some(key) = &mut self.key {
            veil.hide(key);
        }
        if let Some(who) = &mut self.who {
            *who = veil.hidden(who.as_ref()).into();
        }
        match &mut self.problem {
            Problem::Shape(words)
            | Problem::Unreadable(words)
            | Problem::KeyOf(words)
            | Problem::NotAsked(words) => veil.hide(words),
            Problem::Missing | Problem::WrongType | Problem::Twice => {}
        }
    }
}

/// Where a field stands, for the error that names it.
#[derive(Clone, Debug)]
pub(super) struct Place {
    list: &'static str,
    index: Option<usize>,
    key: Option<String>,
    who: Option<Box<str>>,
}

impl Place {
    /// The answer as a whole.
    pub(super) fn whole(list: &'static str) -> Self {
        Self {
            list,
            index: None,
            key: None,
            who: None,
        }
    }

    /// The record at `index`, with its key where it is readable.
    pub(super) fn record(list: &'static str, index: usize, key: Option<&Value>) -> Self {
        Self {
            list,
            index: Some(index),
            key: key.and_then(Value::as_str).map(str::to_owned),
            who: None,
        }
    }

    /// The same of a person whom these fields name, as far as they are text.
    pub(super) fn of(self, fields: [&Option<Value>; 3]) -> Self {
        let words: Vec<&str> = fields
            .iter()
            .filter_map(|field| field.as_ref()?.as_str())
            .filter(|word| !word.is_empty())
            .collect();
        Self {
            who: (!words.is_empty()).then(|| words.join(" ").into()),
            ..self
        }
    }

    /// The error that names this place.
    pub(super) fn malformed(&self, field: &'static str, problem: Problem) -> Malformed {
        Malformed {
            list: self.list,
            index: self.index,
            key: self.key.clone(),
            who: self.who.clone(),
            field: Some(field),
            problem,
        }
    }

    /// The error of a body that could not be taken apart at all.
    pub(super) fn shapeless(&self, error: &serde_json::Error) -> Malformed {
        Malformed {
            list: self.list,
            index: self.index,
            key: self.key.clone(),
            who: self.who.clone(),
            field: None,
            problem: Problem::Shape(error.to_string()),
        }
    }

    /// Text, where the field is there and not empty.
    pub(super) fn text(
        &self,
        field: &'static str,
        value: Option<Value>,
    ) -> Result<Option<String>, Malformed> {
        match value {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(text)) => Ok(Some(text).filter(|text| !text.is_empty())),
            Some(_) => Err(self.malformed(field, Problem::WrongType)),
        }
    }

    /// Text that must be there.
    pub(super) fn required(
        &self,
        field: &'static str,
        value: Option<Value>,
    ) -> Result<String, Malformed> {
        self.text(field, value)?
            .ok_or_else(|| self.malformed(field, Problem::Missing))
    }

    /// A day `YYYY-MM-DD`, where the field is there.
    pub(super) fn day(
        &self,
        field: &'static str,
        value: Option<Value>,
    ) -> Result<Option<WorkDay>, Malformed> {
        self.text(field, value)?
            .map(|text| self.read(field, text, WorkDay::parse))
            .transpose()
    }

    /// A clock time `HH:MM`, where the field is there.
    pub(super) fn clock(
        &self,
        field: &'static str,
        value: Option<Value>,
    ) -> Result<Option<NaiveTime>, Malformed> {
        let parse = |text: &str| NaiveTime::parse_from_str(text, "%H:%M").ok();
        self.text(field, value)?
            .map(|text| self.read(field, text, parse))
            .transpose()
    }

    /// A moment that must be there.
    pub(super) fn moment(
        &self,
        field: &'static str,
        value: Option<Value>,
    ) -> Result<Jst, Malformed> {
        let text = self.required(field, value)?;
        self.read(field, text, moment)
    }

    /// A punch code that must be there: digits, as text or as a number (KOT section 3.3).
    pub(super) fn punch_code(
        &self,
        field: &'static str,
        value: Option<Value>,
    ) -> Result<i64, Malformed> {
        if let Some(code) = value.as_ref().and_then(Value::as_i64) {
            return Ok(code);
        }
        let text = self.required(field, value)?;
        self.read(field, text, |text| text.parse().ok())
    }

    fn read<T>(
        &self,
        field: &'static str,
        text: String,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Result<T, Malformed> {
        parse(&text).ok_or_else(|| self.malformed(field, Problem::Unreadable(text)))
    }
}

/// ISO 8601 with an offset, with seconds or without (KOT section 1). A year of more than four digits is none: at the
/// ends of the calendar a moment has no date in Japan.
fn moment(text: &str) -> Option<Jst> {
    let has_year = text.find('-') == Some(4);
    DateTime::parse_from_rfc3339(text)
        .or_else(|_| DateTime::parse_from_str(text, "%Y-%m-%dT%H:%M%:z"))
        .ok()
        .filter(|_| has_year)
        .map(|moment| moment.with_timezone(&jst_offset()))
}

#[cfg(test)]
mod tests {
    use super::moment;

    #[test]
    fn a_time_is_read_with_and_without_seconds_and_never_without_an_offset() {
        let nine = Some("2016-05-01T09:00:00+09:00".to_owned());
        let rows = [
            ("2016-05-01T09:00:00+09:00", nine.clone()),
            ("2016-05-01T09:00+09:00", nine.clone()),
            ("2016-05-01T00:00:00Z", nine),
            ("2016-05-01T09:00:00", None),
            ("2016-05-01T25:30:00+09:00", None),
            ("+262142-12-31T23:59+00:00", None),
            ("-262143-01-01T00:00+23:00", None),
            ("09:00", None),
        ];
        for (text, expected) in rows {
            assert_eq!(
                moment(text).map(|time| time.to_rfc3339()),
                expected,
                "{text}"
            );
        }
    }
}
