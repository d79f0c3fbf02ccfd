//! KING OF TIME's company, divisions and employees as JSON, and what they are here (KOT sections 3.1, 3.2).

use std::collections::{HashMap, HashSet};

use chrono::NaiveTime;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::list::each;
use super::record::{Malformed, Place, Problem};
use crate::domain::employee::{Division, Employee, EmployeeCode, EmployeeKey};

/// 企業: whose data the token opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Company {
    /// KING OF TIME's unchanging id of the company.
    pub key: String,
    /// 企業ID; empty where it is not said.
    pub code: String,
    /// 企業名; empty where it is not said.
    pub name: String,
}

#[derive(Deserialize)]
struct WireCompany {
    key: Option<Value>,
    code: Option<Value>,
    name: Option<Value>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct WireDivision {
    code: Option<Value>,
    name: Option<Value>,
    day_border_time: Option<Value>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct WireEmployee {
    key: Option<Value>,
    code: Option<Value>,
    last_name: Option<Value>,
    first_name: Option<Value>,
    division_code: Option<Value>,
    hired_date: Option<Value>,
    resignation_date: Option<Value>,
    email_addresses: Option<Value>,
}

/// Reads the answer of `GET /company`.
///
/// # Errors
/// [`Malformed`] names the record and the field; nothing of such an answer is taken.
pub fn company(body: &[u8]) -> Result<Company, Malformed> {
    let place = Place::whole("company");
    let wire: WireCompany = parse(&place, body)?;
    Ok(Company {
        key: place.required("key", wire.key)?,
        code: place.text("code", wire.code)?.unwrap_or_default(),
        name: place.text("name", wire.name)?.unwrap_or_default(),
    })
}

/// Reads the answer of `GET /divisions`. 日付変更時間 is 00:00 where it is left out.
///
/// # Errors
/// [`Malformed`] names the record and the field; nothing of such an answer is taken.
pub fn divisions(body: &[u8]) -> Result<Vec<Division>, Malformed> {
    let list: Vec<WireDivision> = parse(&Place::whole("divisions"), body)?;
    let mut seen = HashSet::new();
    list.into_iter()
        .enumerate()
        .map(|(index, wire)| {
            let place = Place::record("divisions", index, wire.code.as_ref());
            let code = place.required("code", wire.code)?;
            if !seen.insert(code.clone()) {
                return Err(place.malformed("code", Problem::Twice));
            }
            Ok(Division {
                code,
                name: place.text("name", wire.name)?.unwrap_or_default(),
                day_border: place
                    .clock("dayBorderTime", wire.day_border_time)?
                    .unwrap_or(NaiveTime::MIN),
            })
        })
        .collect()
}

/// Reads the answer of `GET /employees`: all or nothing.
///
/// # Errors
/// [`Malformed`] names the record and the field; nothing of such an answer is taken.
pub fn employees(body: &[u8]) -> Result<Vec<Employee>, Malformed> {
    let mut seen: HashMap<EmployeeKey, usize> = HashMap::new();
    let mut employees: Vec<Employee> = Vec::new();
    each(
        &Place::whole("employees"),
        body,
        |index, wire: WireEmployee| {
            let place = Place::record("employees", index, wire.key.as_ref());
            let place = place.of([&wire.code, &wire.last_name, &wire.first_name]);
            let employee = employee(&place, wire)?;
            if let Some(first) = seen.insert(employee.key.clone(), index) {
                let first = employees.get(first);
                let first = first.map(|first| format!("{} {}", first.code, first.full_name()));
                return Err(place.malformed("key", Problem::KeyOf(first.unwrap_or_default())));
            }
            employees.push(employee);
            Ok(())
        },
    )?;
    Ok(employees)
}

fn employee(place: &Place, wire: WireEmployee) -> Result<Employee, Malformed> {
    let text = |field, value| Ok(place.text(field, value)?.unwrap_or_default());
    Ok(Employee {
        key: EmployeeKey::new(place.required("key", wire.key)?),
        code: EmployeeCode::new(place.required("code", wire.code)?),
        last_name: text("lastName", wire.last_name)?,
        first_name: text("firstName", wire.first_name)?,
        division_code: text("divisionCode", wire.division_code)?,
        emails: emails(place, wire.email_addresses)?,
        hired: place.day("hiredDate", wire.hired_date)?,
        resigned: place.day("resignationDate", wire.resignation_date)?,
        active: true,
    })
}

/// Addresses come as text; one client was ready for objects too (KOT section 3.1).
fn emails(place: &Place, value: Option<Value>) -> Result<Vec<String>, Malformed> {
    let field = "emailAddresses";
    let list = match value {
        None | Some(Value::Null) => return Ok(Vec::new()),
        Some(Value::Array(list)) => list,
        Some(_) => return Err(place.malformed(field, Problem::WrongType)),
    };
    let mut emails = Vec::with_capacity(list.len());
    for mut entry in list {
        if let Value::Object(object) = &mut entry {
            entry = ["emailAddress", "email", "value"]
                .into_iter()
                .find_map(|name| object.remove(name))
                .unwrap_or_default();
        }
        emails.extend(place.text(field, Some(entry))?);
    }
    Ok(emails)
}

/// Takes a body apart into records whose fields are not looked at yet.
pub(super) fn parse<T: DeserializeOwned>(place: &Place, body: &[u8]) -> Result<T, Malformed> {
    serde_json::from_slice(body).map_err(|error| place.shapeless(&error))
}

#[cfg(test)]
mod tests {
    use super::{company, divisions, employees};
    use crate::domain::time::WorkDay;
    use crate::kot::Problem;

    const KEY: &str = "8b6ee646a9620b286499c3df6918c4888a97dd7bbc6a26a18743f4697a1de4b3";

    #[test]
    fn the_official_samples_are_read() {
        let read = company(br#"{"key":"1qazxsw23edc","code":"cmp","name":"\u4f01\u696d\u540d","host":"s2.kingtime.jp",
            "businessYearStartDate":"04/01","settings":{"timeDisplayFormat":"decimal"}}"#);
        let read = read.unwrap();
        assert_eq!(
            (read.key.as_str(), read.name.as_str()),
            ("1qazxsw23edc", "企業名")
        );

        let read = divisions(
            r#"[{"code":"1000","name":"本社","dayBorderTime":"00:00"},
                {"code":"2000","name":"支社","dayBorderTime":"05:00"},{"code":"0003"}]"#
                .as_bytes(),
        );
        let borders: Vec<_> = read
            .unwrap()
            .iter()
            .map(|d| d.day_border.to_string())
            .collect();
        assert_eq!(borders, ["00:00:00", "05:00:00", "00:00:00"]);

        let sample = r#"[{"divisionCode":"1000","divisionName":"本社","gender":"male","typeCode":"1","typeName":"正社員",
            "code":"0100","lastName":"勤怠","firstName":"太郎","key":"KEY","employeeGroups":[{"code":"0001","name":"人事部"}],
            "hiredDate":"2013-04-01","resignationDate":"2017-12-12","emailAddresses":["kintaitarou@h-t.co.jp"],
            "allDayRegardingWorkInMinute":480}]"#;
        let read = employees(sample.replace("KEY", KEY).as_bytes())
            .unwrap()
            .remove(0);
        assert_eq!((read.key.as_str(), read.code.as_str()), (KEY, "0100"));
        assert_eq!(
            (read.full_name(), read.division_code.as_str()),
            ("勤怠 太郎".to_owned(), "1000")
        );
        assert_eq!(
            (read.hired, read.resigned),
            (WorkDay::parse("2013-04-01"), WorkDay::parse("2017-12-12"))
        );
        assert_eq!(read.emails, ["kintaitarou@h-t.co.jp"]);
        assert!(read.active);
    }

    #[test]
    fn what_is_left_out_or_null_is_not_missed() {
        let read = employees(
            br#"[{"key":"k","code":"c","lastName":null,"hiredDate":"","emailAddresses":null}]"#,
        );
        let read = read.unwrap().remove(0);
        assert_eq!(
            (read.full_name().as_str(), read.hired, read.emails.len()),
            ("", None, 0)
        );
    }

    #[test]
    fn addresses_are_read_as_text_and_as_objects() {
        let body = br#"[{"key":"k","code":"c","emailAddresses":
            ["a@e.jp",{"emailAddress":"b@e.jp"},{"email":"c@e.jp"},{"value":"d@e.jp"},null,{},""]}]"#;
        let emails = employees(body).unwrap().remove(0).emails;
        assert_eq!(emails, ["a@e.jp", "b@e.jp", "c@e.jp", "d@e.jp"]);
    }

    #[test]
    fn a_bad_record_spoils_the_answer_and_is_named() {
        let good = r#"{"key":"a","code":"1"}"#;
        let bad = Problem::Unreadable;
        let rows = [
            (r#"{"code":"2"}"#, None, "key", Problem::Missing),
            (
                r#"{"key":"","code":"2"}"#,
                Some(""),
                "key",
                Problem::Missing,
            ),
            (r#"{"key":"b"}"#, Some("b"), "code", Problem::Missing),
            (
                r#"{"key":"b","code":7}"#,
                Some("b"),
                "code",
                Problem::WrongType,
            ),
            (
                r#"{"key":"a","code":"2"}"#,
                Some("a"),
                "key",
                Problem::KeyOf("1 ".to_owned()),
            ),
            (
                r#"{"key":"b","code":"2","hiredDate":"2013-4-1"}"#,
                Some("b"),
                "hiredDate",
                bad("2013-4-1".to_owned()),
            ),
            (
                r#"{"key":"b","code":"2","emailAddresses":"x"}"#,
                Some("b"),
                "emailAddresses",
                Problem::WrongType,
            ),
            (
                r#"{"key":"b","code":"2","emailAddresses":[1]}"#,
                Some("b"),
                "emailAddresses",
                Problem::WrongType,
            ),
        ];
        for (record, key, field, problem) in rows {
            let error = employees(format!("[{good},{record}]").as_bytes()).unwrap_err();
            assert_eq!(
                (error.index, error.key.as_deref()),
                (Some(1), key),
                "{record}"
            );
            assert_eq!(
                (error.field, error.problem),
                (Some(field), problem),
                "{record}"
            );
        }
    }

    #[test]
    fn another_shape_is_no_empty_list() {
        for body in [
            "",
            "null",
            "{}",
            "<html>",
            "[{\"key\":\"a\"",
            "[null]",
            "\"x\"",
        ] {
            let error = employees(body.as_bytes()).unwrap_err();
            assert!(
                matches!(error.problem, Problem::Shape(_)),
                "{body}: {error:?}"
            );
            assert!(divisions(body.as_bytes()).is_err(), "{body}");
        }
        assert!(divisions(br#"[{"code":"1"},{"code":"1"}]"#).is_err());
        assert!(divisions(br#"[{"code":"1","dayBorderTime":"25:00"}]"#).is_err());
        assert!(company(br#"{"code":"cmp"}"#).is_err());
    }
}
