//! How the words of the job stand in the file: times as epoch seconds, days as `YYYY-MM-DD`, the rest by name.

use rusqlite::Row;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

use crate::domain::employee::{EmployeeCode, EmployeeKey};
use crate::domain::finding::Code;
use crate::domain::pc_log::{Fate, LinkKind, LogId, Operation, PcUserName};
use crate::domain::punch::{PunchId, PunchKind, PunchState};
use crate::domain::time::{Jst, Minute, WorkDay, from_epoch};

use super::Error;

/// A moment out of its epoch seconds.
pub(super) fn moment(seconds: i64) -> Result<Jst, Error> {
    from_epoch(seconds).ok_or_else(|| Error::BadValue {
        what: "a time",
        value: seconds.to_string(),
    })
}

/// The text of a row's column, where it lies.
pub(super) fn text<'a>(row: &'a Row<'_>, column: usize) -> Result<&'a str, rusqlite::Error> {
    Ok(row.get_ref(column)?.as_str()?)
}

/// A value as the text of a column.
pub(super) fn into_json<T: serde::Serialize>(
    what: &'static str,
    value: &T,
) -> Result<String, Error> {
    serde_json::to_string(value).map_err(|error| Error::BadValue {
        what,
        value: error.to_string(),
    })
}

fn unknown(what: &str, value: &str) -> FromSqlError {
    FromSqlError::Other(format!("{value:?} is no {what}").into())
}

/// Words that are texts themselves.
macro_rules! as_its_text {
    ($($type:ty),*) => {$(
        impl ToSql for $type {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                Ok(ToSqlOutput::from(self.as_str()))
            }
        }
        impl FromSql for $type {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                Ok(<$type>::new(value.as_str()?))
            }
        }
    )*};
}

/// A word kept as text.
macro_rules! as_text {
    ($type:ty, $what:literal, $write:expr, $read:expr) => {
        impl ToSql for $type {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                let write: fn(&$type) -> String = $write;
                Ok(ToSqlOutput::from(write(self)))
            }
        }
        impl FromSql for $type {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                let read: fn(&str) -> Option<$type> = $read;
                let text = value.as_str()?;
                read(text).ok_or_else(|| unknown($what, text))
            }
        }
    };
}

/// A word kept as a whole number.
macro_rules! as_integer {
    ($type:ty, $what:literal, $write:expr, $read:expr) => {
        impl ToSql for $type {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                let write: fn(&$type) -> i64 = $write;
                Ok(ToSqlOutput::from(write(self)))
            }
        }
        impl FromSql for $type {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                let read: fn(i64) -> Option<$type> = $read;
                let number = value.as_i64()?;
                read(number).ok_or_else(|| unknown($what, &number.to_string()))
            }
        }
    };
}

as_its_text!(EmployeeKey, EmployeeCode, PcUserName);
as_text!(WorkDay, "work day", |day| day.to_string(), WorkDay::parse);
as_text!(
    PunchState,
    "punch state",
    |state| state.name().to_owned(),
    PunchState::of_name
);
as_text!(Fate, "fate", |fate| fate.name().to_owned(), Fate::of_name);
as_text!(
    Code,
    "finding",
    |code| code.name().to_owned(),
    Code::of_name
);
as_text!(
    Operation,
    "operation",
    |operation| operation.label().to_owned(),
    |text| {
        Some(match text {
            "ログオン" => Operation::Logon,
            "ログオフ" => Operation::Logoff,
            other => Operation::Other(other.to_owned()),
        })
    }
);
as_integer!(
    LinkKind,
    "kind of link",
    |kind| kind.code(),
    LinkKind::of_code
);
as_integer!(
    PunchKind,
    "kind of punch",
    |kind| kind.code(),
    PunchKind::of_code
);
as_integer!(
    Minute,
    "minute",
    |minute| minute.start().timestamp(),
    |seconds| { (seconds % 60 == 0).then(|| from_epoch(seconds).map(Minute::cut))? }
);
as_integer!(LogId, "log", |id| id.0, |number| Some(LogId(number)));
as_integer!(PunchId, "punch", |id| id.0, |number| Some(PunchId(number)));

#[cfg(test)]
mod tests {
    use rusqlite::types::{FromSql, ToSql, ToSqlOutput, ValueRef};

    use crate::domain::pc_log::Fate;
    use crate::domain::punch::PunchState;
    use crate::domain::time::WorkDay;

    fn round_trip<T: ToSql + FromSql>(value: &T) -> T {
        match value.to_sql().unwrap() {
            ToSqlOutput::Owned(owned) => T::column_result(ValueRef::from(&owned)).unwrap(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn what_is_written_is_read_back_the_same() {
        for state in PunchState::ALL {
            assert_eq!(round_trip(&state), state);
        }
        for fate in Fate::ALL {
            assert_eq!(round_trip(&fate), fate);
        }
        for day in [WorkDay::EARLIEST, WorkDay::parse("2024-02-29").unwrap()] {
            assert_eq!(round_trip(&day), day);
        }
    }
}
