//! The shapes of KOT's answers (sections 3.1 to 3.6). What is null is left out.

use serde::Serialize;

use super::people::Employee;
use super::world::{StoredPunch, World};

/// The form of a punch's time.
pub(super) const TIME: &str = "%Y-%m-%dT%H:%M:%S+09:00";

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct DivisionRow {
    pub(super) code: String,
    pub(super) name: String,
    pub(super) day_border_time: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct EmployeeRow {
    division_code: String,
    division_name: String,
    gender: &'static str,
    type_code: &'static str,
    type_name: &'static str,
    code: String,
    last_name: String,
    first_name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hired_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    resignation_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    email_addresses: Option<Vec<String>>,
}

impl EmployeeRow {
    /// A row of `/employees` with these additional fields.
    pub(super) fn new(world: &World, employee: &Employee, additional: &[&str]) -> Self {
        let asked = |name: &str| additional.contains(&name);
        Self {
            key: Some(employee.key.clone()),
            hired_date: employee
                .hired
                .filter(|_| asked("hiredDate"))
                .map(|day| day.to_string()),
            resignation_date: employee
                .resigned
                .filter(|_| asked("resignationDate"))
                .map(|day| day.to_string()),
            email_addresses: asked("emailAddresses").then(|| employee.emails.clone()),
            ..Self::current(world, employee)
        }
    }

    /// The `currentDateEmployee` of a reading, which has no key.
    pub(super) fn current(world: &World, employee: &Employee) -> Self {
        Self {
            division_code: employee.division.clone(),
            division_name: world.division_name(&employee.division),
            gender: "male",
            type_code: "1",
            type_name: "正社員",
            code: employee.code.clone(),
            last_name: employee.last.clone(),
            first_name: employee.first.clone(),
            key: None,
            hired_date: None,
            resignation_date: None,
            email_addresses: None,
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Day<T> {
    pub(super) date: String,
    pub(super) daily_workings: Vec<T>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct PersonPunches {
    pub(super) date: String,
    pub(super) employee_key: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) current_date_employee: Option<EmployeeRow>,
    pub(super) time_record: Vec<TimeRecord>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct PersonDay {
    pub(super) date: String,
    pub(super) employee_key: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) current_date_employee: Option<EmployeeRow>,
    pub(super) is_closing: bool,
    pub(super) is_error: bool,
    pub(super) is_help: bool,
    pub(super) workday_type_name: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct PunchDone {
    pub(super) date: String,
    pub(super) employee_key: String,
    pub(super) time_record: TimeRecord,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct TimeRecord {
    time: String,
    code: String,
    name: &'static str,
    division_code: String,
    division_name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    credential_code: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    credential_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    latitude: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    longitude: Option<f64>,
}

impl TimeRecord {
    pub(super) fn new(world: &World, punch: &StoredPunch) -> Self {
        let credential = punch.credential.as_ref();
        Self {
            time: punch.time.format(TIME).to_string(),
            code: punch.code.to_string(),
            name: name_of(punch.code).unwrap_or_default(),
            division_code: punch.division.clone(),
            division_name: world.division_name(&punch.division),
            credential_code: credential.map(|(code, _)| *code),
            credential_name: credential.map(|(_, name)| name.clone()),
            latitude: punch.place.0,
            longitude: punch.place.1,
        }
    }
}

/// The name of a punch's code (section 4.1); `None` for a code that KOT does not define.
pub(super) fn name_of(code: u8) -> Option<&'static str> {
    match code {
        1 => Some("出勤"),
        2 => Some("退勤"),
        3 => Some("休憩開始"),
        4 => Some("休憩終了"),
        7 => Some("外出"),
        8 => Some("戻り"),
        _ => None,
    }
}
