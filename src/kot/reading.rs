//! The punches that KING OF TIME shows, as JSON and as they are here (KOT sections 3.4, 3.5).

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, HashSet};
use std::ops::RangeInclusive;
use std::sync::Arc;

use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::Value;

use super::list::each;
use super::record::{Malformed, Place, Problem};
use super::wire::parse;
use crate::domain::employee::EmployeeKey;
use crate::domain::punch::TimeRecord;
use crate::domain::time::{Jst, WorkDay};

const LIST: &str = "timerecord";

/// Each person's punches, by time.
pub type Punches = Vec<(EmployeeKey, Vec<TimeRecord>)>;

/// What KING OF TIME shows, read whole: every record of it was well formed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// When the first request of the reading began, by this machine's clock.
    pub began: Jst,
    /// The work days that stood in the answer, in order. A day or a person that KING OF TIME left
    /// out is not here; a person without punches may stand here with none.
    pub days: Vec<(WorkDay, Punches)>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct WireDay {
    date: Option<Value>,
    daily_workings: Option<Vec<WirePerson>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct WirePerson {
    date: Option<Value>,
    employee_key: Option<Value>,
    time_record: Option<WireRecords>,
}

/// A list in readings, a single object in the answer to a punch; both are taken in both places.
#[derive(Deserialize)]
#[serde(untagged)]
enum WireRecords {
    Many(Vec<WireRecord>),
    One(Box<WireRecord>),
    Other(IgnoredAny),
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct WireRecord {
    time: Option<Value>,
    code: Option<Value>,
    credential_name: Option<Value>,
}

/// Reads the answer of `GET /daily-workings/timerecord` for the days asked: all or nothing.
///
/// # Errors
/// [`Malformed`] names the record and the field; nothing of such an answer is taken.
pub fn days(
    body: &[u8],
    asked: &RangeInclusive<WorkDay>,
) -> Result<Vec<(WorkDay, Punches)>, Malformed> {
    let mut days: BTreeMap<WorkDay, BTreeMap<EmployeeKey, Vec<TimeRecord>>> = BTreeMap::new();
    let mut words = Words::default();
    each(&Place::whole(LIST), body, |index, wire: WireDay| {
        let place = Place::record(LIST, index, None);
        let day = required_day(&place, wire.date)?;
        if !asked.contains(&day) {
            return Err(place.malformed("date", Problem::NotAsked(day.to_string())));
        }
        let people = days.entry(day).or_default();
        for (index, wire) in wire.daily_workings.into_iter().flatten().enumerate() {
            let place = Place::record(LIST, index, wire.employee_key.as_ref());
            let (key, said, records) = person(&place, wire, &mut words)?;
            if let Some(said) = said.filter(|said| *said != day) {
                return Err(place.malformed("date", Problem::NotAsked(said.to_string())));
            }
            match people.entry(key) {
                Entry::Vacant(first) => _ = first.insert(records),
                Entry::Occupied(mut more) => more.get_mut().extend(records),
            }
        }
        Ok(())
    })?;
    Ok(days
        .into_iter()
        .map(|(day, people)| (day, people.into_iter().map(by_time).collect()))
        .collect())
}

/// Reads the answer of a punch: whose, on which work day, and the one punch stored.
pub(super) fn stored(body: &[u8]) -> Result<(EmployeeKey, WorkDay, TimeRecord), Malformed> {
    let place = Place::whole(LIST);
    let (key, day, records) = person(&place, parse(&place, body)?, &mut Words::default())?;
    let day = day.ok_or_else(|| place.malformed("date", Problem::Missing))?;
    match <[TimeRecord; 1]>::try_from(records) {
        Ok([record]) => Ok((key, day, record)),
        Err(records) if records.is_empty() => Err(place.malformed("timeRecord", Problem::Missing)),
        Err(_) => Err(place.malformed("timeRecord", Problem::Twice)),
    }
}

fn person(
    place: &Place,
    wire: WirePerson,
    words: &mut Words,
) -> Result<(EmployeeKey, Option<WorkDay>, Vec<TimeRecord>), Malformed> {
    let key = EmployeeKey::new(words.shared(place.required("employeeKey", wire.employee_key)?));
    let day = place.day("date", wire.date)?;
    let records = match wire.time_record {
        None => Vec::new(),
        Some(WireRecords::Many(records)) => records,
        Some(WireRecords::One(record)) => vec![*record],
        Some(WireRecords::Other(_)) => {
            return Err(place.malformed("timeRecord", Problem::WrongType));
        }
    };
    let mut shown = Vec::with_capacity(records.len());
    for record in records {
        shown.push(TimeRecord {
            code: place.punch_code("code", record.code)?,
            time: place.moment("time", record.time)?,
            how: place
                .text("credentialName", record.credential_name)?
                .map(|how| words.shared(how)),
        });
    }
    Ok((key, day, shown))
}

/// Words that stand in an answer again and again, kept once.
#[derive(Default)]
struct Words(HashSet<Arc<str>>);

impl Words {
    fn shared(&mut self, word: String) -> Arc<str> {
        if let Some(known) = self.0.get(word.as_str()) {
            return Arc::clone(known);
        }
        let word = Arc::from(word);
        self.0.insert(Arc::clone(&word));
        word
    }
}

fn required_day(place: &Place, value: Option<Value>) -> Result<WorkDay, Malformed> {
    place
        .day("date", value)?
        .ok_or_else(|| place.malformed("date", Problem::Missing))
}

/// KING OF TIME lists punches in order of arrival.
fn by_time((key, mut records): (EmployeeKey, Vec<TimeRecord>)) -> (EmployeeKey, Vec<TimeRecord>) {
    records.sort_by_key(|record| record.time);
    (key, records)
}

#[cfg(test)]
mod tests {
    use super::{days, stored};
    use crate::domain::time::WorkDay;
    use crate::kot::Problem;

    fn day(text: &str) -> WorkDay {
        WorkDay::parse(text).unwrap()
    }

    #[test]
    fn the_official_sample_is_read_and_put_in_order_of_time() {
        let sample = r#"[{"date":"2016-05-01","dailyWorkings":[{"date":"2016-05-01","employeeKey":"k1",
            "currentDateEmployee":{"divisionCode":"1000","code":"1000","lastName":"勤怠"},
            "timeRecord":[
              {"time":"2016-05-01T09:00:00+09:00","code":"1","name":"出勤","divisionCode":"1000","latitude":35.6672237},
              {"time":"2016-05-01T18:00+09:00","code":"2","credentialCode":300,"credentialName":"KOTSL"},
              {"time":"2016-05-01T10:00:00+09:00","code":3,"name":"休憩開始"},
              {"time":"2016-05-01T11:00:00+09:00","code":"4","name":"休憩終了"}]}]}]"#;
        let asked = day("2016-05-01")..=day("2016-05-01");
        let read = days(sample.as_bytes(), &asked).unwrap();
        let (date, people) = &read[0];
        let seen: Vec<_> = people[0]
            .1
            .iter()
            .map(|r| (r.code, r.minute().clock(), r.how.as_deref()))
            .collect();
        let expected = [
            (1, "09:00", None),
            (3, "10:00", None),
            (4, "11:00", None),
            (2, "18:00", Some("KOTSL")),
        ];
        assert_eq!(
            seen,
            expected.map(|(code, clock, how)| (code, clock.to_owned(), how))
        );
        assert_eq!((*date, people[0].0.as_str()), (day("2016-05-01"), "k1"));
    }

    #[test]
    fn days_people_and_punches_may_be_left_out() {
        let asked = day("2016-05-01")..=day("2016-05-03");
        let rows = [
            ("[]", vec![]),
            (r#"[{"date":"2016-05-01"}]"#, vec![vec![]]),
            (
                r#"[{"date":"2016-05-01","dailyWorkings":null}]"#,
                vec![vec![]],
            ),
            (
                r#"[{"date":"2016-05-01","dailyWorkings":[{"employeeKey":"k"}]}]"#,
                vec![vec![0]],
            ),
            (
                r#"[{"date":"2016-05-01","dailyWorkings":[{"employeeKey":"k","timeRecord":[]}]}]"#,
                vec![vec![0]],
            ),
            (
                r#"[{"date":"2016-05-01","dailyWorkings":[{"employeeKey":"k","timeRecord":null}]}]"#,
                vec![vec![0]],
            ),
            (
                r#"[{"date":"2016-05-02"},{"date":"2016-05-01","dailyWorkings":[{"employeeKey":"k",
                    "timeRecord":{"time":"2016-05-01T09:00:00+09:00","code":"1"}}]}]"#,
                vec![vec![1], vec![]],
            ),
        ];
        for (body, expected) in rows {
            let read = days(body.as_bytes(), &asked).unwrap();
            let counts: Vec<Vec<usize>> = read
                .iter()
                .map(|(_, people)| people.iter().map(|(_, records)| records.len()).collect())
                .collect();
            assert_eq!(counts, expected, "{body}");
        }
    }

    #[test]
    fn a_bad_record_spoils_the_reading_and_is_named() {
        let asked = day("2016-05-01")..=day("2016-05-01");
        let person =
            |person: &str| format!(r#"[{{"date":"2016-05-01","dailyWorkings":[{person}]}}]"#);
        let punch =
            |punch: &str| person(&format!(r#"{{"employeeKey":"k","timeRecord":[{punch}]}}"#));
        let unreadable = |text: &str| Problem::Unreadable(text.to_owned());
        let asked_not = |text: &str| Problem::NotAsked(text.to_owned());
        let rows = [
            ("[{}]".to_owned(), "date", Problem::Missing),
            (
                r#"[{"date":"2016-05"}]"#.to_owned(),
                "date",
                unreadable("2016-05"),
            ),
            (
                r#"[{"date":"2016-05-02"}]"#.to_owned(),
                "date",
                asked_not("2016-05-02"),
            ),
            (person("{}"), "employeeKey", Problem::Missing),
            (
                person(r#"{"employeeKey":"k","date":"2016-05-02"}"#),
                "date",
                asked_not("2016-05-02"),
            ),
            (
                person(r#"{"employeeKey":"k","timeRecord":"x"}"#),
                "timeRecord",
                Problem::WrongType,
            ),
            (punch(r#"{"code":"1"}"#), "time", Problem::Missing),
            (
                punch(r#"{"code":"1","time":"09:00"}"#),
                "time",
                unreadable("09:00"),
            ),
            (
                punch(r#"{"time":"2016-05-01T09:00:00+09:00"}"#),
                "code",
                Problem::Missing,
            ),
            (
                punch(r#"{"time":"2016-05-01T09:00:00+09:00","code":"x"}"#),
                "code",
                unreadable("x"),
            ),
        ];
        for (body, field, problem) in rows {
            let error = days(body.as_bytes(), &asked).unwrap_err();
            assert_eq!((error.index, error.field), (Some(0), Some(field)), "{body}");
            assert_eq!(error.problem, problem, "{body}");
        }
        for body in [
            "",
            "{}",
            "null",
            "[[",
            r#"[{"date":"2016-05-01","dailyWorkings":7}]"#,
        ] {
            let error = days(body.as_bytes(), &asked).unwrap_err();
            assert!(matches!(error.problem, Problem::Shape(_)), "{body}");
        }
    }

    #[test]
    fn a_stored_punch_is_read_as_object_and_as_a_list_of_one() {
        let record = r#"{"time":"2016-05-01T09:00:00+09:00","code":"1","name":"出勤"}"#;
        for records in [record.to_owned(), format!("[{record}]")] {
            let body =
                format!(r#"{{"date":"2016-05-01","employeeKey":"k","timeRecord":{records}}}"#);
            let (key, date, record) = stored(body.as_bytes()).unwrap();
            assert_eq!(
                (key.as_str(), date, record.code),
                ("k", day("2016-05-01"), 1)
            );
        }
        for records in [
            "[]".to_owned(),
            format!("[{record},{record}]"),
            "1".to_owned(),
        ] {
            let body =
                format!(r#"{{"date":"2016-05-01","employeeKey":"k","timeRecord":{records}}}"#);
            assert!(stored(body.as_bytes()).is_err(), "{records}");
        }
    }
}
