//! 締め: which work days KING OF TIME has closed, and for whom (KOT section 3.6).

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use serde::Deserialize;
use serde_json::Value;

use super::record::{Malformed, Place, Problem};
use super::wire::parse;
use crate::domain::employee::EmployeeKey;
use crate::domain::time::WorkDay;

const LIST: &str = "daily-workings";

/// Closed work days, person by person. A day or a person that is not in the answer is not closed.
pub type ClosedDays = BTreeSet<(WorkDay, EmployeeKey)>;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct WireDay {
    date: Option<Value>,
    daily_workings: Option<Vec<WirePerson>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct WirePerson {
    employee_key: Option<Value>,
    is_closing: Option<Value>,
}

/// Reads the answer of `GET /daily-workings` for the days asked: all or nothing.
///
/// # Errors
/// [`Malformed`] names the record and the field; nothing of such an answer is taken.
pub fn days(body: &[u8], asked: &RangeInclusive<WorkDay>) -> Result<ClosedDays, Malformed> {
    let list: Vec<WireDay> = parse(&Place::whole(LIST), body)?;
    let mut closed = ClosedDays::new();
    for (index, wire) in list.into_iter().enumerate() {
        let place = Place::record(LIST, index, None);
        let day = place.day("date", wire.date)?;
        let day = day.ok_or_else(|| place.malformed("date", Problem::Missing))?;
        if !asked.contains(&day) {
            return Err(place.malformed("date", Problem::NotAsked(day.to_string())));
        }
        for (index, wire) in wire.daily_workings.into_iter().flatten().enumerate() {
            let place = Place::record(LIST, index, wire.employee_key.as_ref());
            let key = EmployeeKey::new(place.required("employeeKey", wire.employee_key)?);
            match wire.is_closing {
                Some(Value::Bool(true)) => {
                    closed.insert((day, key));
                }
                None | Some(Value::Null | Value::Bool(false)) => {}
                Some(_) => return Err(place.malformed("isClosing", Problem::WrongType)),
            }
        }
    }
    Ok(closed)
}

#[cfg(test)]
mod tests {
    use super::{WorkDay, days};
    use crate::kot::Problem;

    fn day(text: &str) -> WorkDay {
        WorkDay::parse(text).unwrap()
    }

    #[test]
    fn only_what_says_so_is_closed() {
        let body = r#"[{"date":"2016-05-01","dailyWorkings":[
                {"date":"2016-05-01","employeeKey":"a","isClosing":true,"isError":false},
                {"employeeKey":"b","isClosing":false},{"employeeKey":"c"},
                {"employeeKey":"d","isClosing":null}]},
            {"date":"2016-05-02"},{"date":"2016-05-03","dailyWorkings":null}]"#;
        let asked = day("2016-05-01")..=day("2016-05-03");
        let closed = days(body.as_bytes(), &asked).unwrap();
        let closed: Vec<_> = closed
            .iter()
            .map(|(day, key)| (*day, key.as_str()))
            .collect();
        assert_eq!(closed, [(day("2016-05-01"), "a")]);
    }

    #[test]
    fn a_bad_record_spoils_the_answer_and_is_named() {
        let asked = day("2016-05-01")..=day("2016-05-01");
        let person =
            |person: &str| format!(r#"[{{"date":"2016-05-01","dailyWorkings":[{person}]}}]"#);
        for (body, field, problem) in [
            ("[{}]".to_owned(), "date", Problem::Missing),
            (
                r#"[{"date":"2016-05-02"}]"#.to_owned(),
                "date",
                Problem::NotAsked("2016-05-02".to_owned()),
            ),
            (person("{}"), "employeeKey", Problem::Missing),
            (
                person(r#"{"employeeKey":"a","isClosing":"yes"}"#),
                "isClosing",
                Problem::WrongType,
            ),
        ] {
            let error = days(body.as_bytes(), &asked).unwrap_err();
            assert_eq!(
                (error.field, error.problem),
                (Some(field), problem),
                "{body}"
            );
        }
        for body in ["", "{}", "null"] {
            assert!(days(body.as_bytes(), &asked).is_err(), "{body}");
        }
    }
}
