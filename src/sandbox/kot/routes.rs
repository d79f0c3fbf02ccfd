//! Which call a request is, and what answers it. Anything that is not here is 404.

use std::sync::{Mutex, PoisonError};

use chrono::TimeDelta;

use super::gates::admit;
use super::punches::punch;
use super::readings::{
    company, daily_workings, daily_workings_of, divisions, employee, employees, time_records,
    time_records_of, working_types,
};
use super::refusal::Refusal;
use super::switches::{Access, DataKind};
use super::world::World;
use crate::domain::time::Jst;
use crate::sandbox::answer::Answer;
use crate::sandbox::asked::Asked;
use crate::sandbox::desk::Service;

/// A call that this KOT knows (section 13).
pub(super) enum Call<'a> {
    TokenCheck(&'a str),
    Company,
    Divisions,
    WorkingTypes,
    Employees,
    Employee(&'a str),
    TimeRecords,
    TimeRecordsOf(&'a str),
    DailyWorkings,
    DailyWorkingsOf(&'a str),
    Punch(&'a str),
}

impl<'a> Call<'a> {
    fn of(method: &str, segments: &[&'a str]) -> Option<Self> {
        let (&version, rest) = segments.split_first()?;
        if version != "v1.0" {
            return None;
        }
        match (method, rest) {
            ("GET", ["tokens", token, "available"]) => Some(Self::TokenCheck(token)),
            ("GET", ["company"]) => Some(Self::Company),
            ("GET", ["divisions"]) => Some(Self::Divisions),
            ("GET", ["working-types"]) => Some(Self::WorkingTypes),
            ("GET", ["employees"]) => Some(Self::Employees),
            ("GET", ["employees", code]) => Some(Self::Employee(code)),
            ("GET", ["daily-workings", "timerecord"]) => Some(Self::TimeRecords),
            ("GET", ["daily-workings", "timerecord", date]) => Some(Self::TimeRecordsOf(date)),
            ("GET", ["daily-workings"]) => Some(Self::DailyWorkings),
            ("GET", ["daily-workings", date]) => Some(Self::DailyWorkingsOf(date)),
            ("POST", ["daily-workings", "timerecord", key]) => Some(Self::Punch(key)),
            _ => None,
        }
    }

    /// Whether it works in the closed hours too.
    pub(super) fn always_open(&self) -> bool {
        matches!(self, Self::TokenCheck(_) | Self::Punch(_))
    }

    /// The permission it needs.
    pub(super) fn needs(&self) -> Option<(DataKind, Access)> {
        match self {
            Self::TokenCheck(_) => None,
            Self::Company => Some((DataKind::Company, Access::Read)),
            Self::Divisions => Some((DataKind::Divisions, Access::Read)),
            Self::WorkingTypes => Some((DataKind::WorkingTypes, Access::Read)),
            Self::Employees | Self::Employee(_) => Some((DataKind::Employees, Access::Read)),
            Self::TimeRecords | Self::TimeRecordsOf(_) => {
                Some((DataKind::TimeRecords, Access::Read))
            }
            Self::DailyWorkings | Self::DailyWorkingsOf(_) => {
                Some((DataKind::DailyWorkings, Access::Read))
            }
            Self::Punch(_) => Some((DataKind::TimeRecords, Access::Write)),
        }
    }
}

impl Service for Mutex<World> {
    fn answer(&self, asked: &Asked, now: Jst) -> Answer {
        let mut world = self.lock().unwrap_or_else(PoisonError::into_inner);
        route(&mut world, asked, now).unwrap_or_else(Refusal::into_answer)
    }

    fn does_late(&self) -> Option<TimeDelta> {
        let world = self.lock().unwrap_or_else(PoisonError::into_inner);
        world.switches.done_late
    }
}

fn route(world: &mut World, asked: &Asked, now: Jst) -> Result<Answer, Refusal> {
    let decoded = asked.segments();
    let segments: Vec<&str> = decoded.iter().map(String::as_str).collect();
    let call = Call::of(&asked.method, &segments).ok_or(Refusal::NotFound)?;
    admit(world, asked, &call, now)?;
    match call {
        Call::TokenCheck(token) => Ok(Answer::json(
            200,
            serde_json::json!({"available": token == world.token}),
        )),
        Call::Company => Ok(company(world)),
        Call::Divisions => Ok(divisions(world)),
        Call::WorkingTypes => Ok(working_types()),
        Call::Employees => employees(world, asked, now),
        Call::Employee(code) => employee(world, asked, code, now),
        Call::TimeRecords => time_records(world, asked, now),
        Call::TimeRecordsOf(date) => time_records_of(world, asked, date),
        Call::DailyWorkings => daily_workings(world, asked, now),
        Call::DailyWorkingsOf(date) => daily_workings_of(world, asked, date),
        Call::Punch(key) => punch(world, asked, key, now),
    }
}
