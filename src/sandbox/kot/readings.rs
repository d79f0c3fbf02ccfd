//! What can be read: the company, its people, their days and punches.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Months;
use serde::Serialize;
use serde_json::{Value, json};

use super::people::Employee;
use super::refusal::Refusal;
use super::wire::{Day, DivisionRow, EmployeeRow, PersonDay, PersonPunches, TimeRecord};
use super::world::{StoredPunch, World};
use crate::domain::time::{Jst, WorkDay};
use crate::sandbox::answer::Answer;
use crate::sandbox::asked::Asked;

/// The longest span of one reading (section 2).
const LONGEST_SPAN_DAYS: i64 = 62;

pub(super) fn company(world: &World) -> Answer {
    Answer::json(
        200,
        json!({
            "key": world.company_key, "code": "cmp", "name": "企業名", "host": "s2.kingtime.jp",
            "businessYearStartDate": "04/01",
            "settings": {"timeDisplayFormat": "decimal", "decimalTreatType": "roundUp"},
        }),
    )
}

pub(super) fn divisions(world: &World) -> Answer {
    let rows: Vec<DivisionRow> = world
        .divisions
        .iter()
        .map(|division| DivisionRow {
            code: division.code.clone(),
            name: division.name.clone(),
            day_border_time: division.border.format("%H:%M").to_string(),
        })
        .collect();
    listed(&rows)
}

pub(super) fn working_types() -> Answer {
    Answer::json(200, json!([{"code": "1", "name": "正社員"}]))
}

pub(super) fn employees(world: &World, asked: &Asked, now: Jst) -> Result<Answer, Refusal> {
    let enrolled = enrolled(world, asked, now)?;
    let division = asked.param("division");
    let additional = additional_fields(asked);
    let rows: Vec<EmployeeRow> = enrolled
        .filter(|employee| division.is_none_or(|code| employee.division == code))
        .map(|employee| EmployeeRow::new(world, employee, &additional))
        .collect();
    Ok(listed(&rows))
}

pub(super) fn employee(
    world: &World,
    asked: &Asked,
    code: &str,
    now: Jst,
) -> Result<Answer, Refusal> {
    let found = enrolled(world, asked, now)?
        .find(|employee| employee.code == code)
        .ok_or(Refusal::NotFound)?;
    let row = EmployeeRow::new(world, found, &additional_fields(asked));
    Ok(listed(&row))
}

pub(super) fn time_records(world: &World, asked: &Asked, now: Jst) -> Result<Answer, Refusal> {
    let selection = Selection::of(asked)?;
    let punches = by_day_and_person(world);
    let days: Vec<Day<PersonPunches>> = span(asked, now)?
        .map(|day| punches_of(world, &selection, &punches, day))
        .collect();
    Ok(listed(&days))
}

/// The days of `start` and `end`; today without them.
fn span(asked: &Asked, now: Jst) -> Result<impl Iterator<Item = WorkDay>, Refusal> {
    let today = WorkDay::new(now.date_naive());
    let (start, end) = match (asked.param("start"), asked.param("end")) {
        (None, None) => (today, today),
        (Some(start), Some(end)) => (date("start", start)?, date("end", end)?),
        _ => return Err(Refusal::Invalid("start and end must be given together.")),
    };
    if end < start || end.days_since(start) >= LONGEST_SPAN_DAYS {
        return Err(Refusal::Invalid("The span must be 62 days at most."));
    }
    within_years("start", start, now)?;
    within_years("end", end, now)?;
    let days = std::iter::successors(Some(start), |day| Some(day.next()));
    Ok(days.take_while(move |day| *day <= end))
}

pub(super) fn time_records_of(world: &World, asked: &Asked, day: &str) -> Result<Answer, Refusal> {
    let selection = Selection::of(asked)?;
    let day = date("date", day)?;
    let punches = by_day_and_person(world);
    Ok(listed(&punches_of(world, &selection, &punches, day)))
}

pub(super) fn daily_workings(world: &World, asked: &Asked, now: Jst) -> Result<Answer, Refusal> {
    let selection = Selection::of(asked)?;
    let punches = by_day_and_person(world);
    let days: Vec<Day<PersonDay>> = span(asked, now)?
        .map(|day| workings_of(world, &selection, &punches, day))
        .collect();
    Ok(listed(&days))
}

pub(super) fn daily_workings_of(
    world: &World,
    asked: &Asked,
    day: &str,
) -> Result<Answer, Refusal> {
    let selection = Selection::of(asked)?;
    let day = date("date", day)?;
    let punches = by_day_and_person(world);
    Ok(listed(&workings_of(world, &selection, &punches, day)))
}

fn workings_of(
    world: &World,
    selection: &Selection<'_>,
    punches: &Punches<'_>,
    day: WorkDay,
) -> Day<PersonDay> {
    let daily_workings = world
        .present()
        .filter(|employee| selection.takes(employee))
        .filter(|employee| employee.employed(day, world.switches.list_not_yet_hired))
        .map(|employee| PersonDay {
            date: day.to_string(),
            employee_key: employee.key.clone(),
            current_date_employee: selection.current(world, employee),
            is_closing: world.is_closed(&employee.key, day),
            is_error: punches
                .get(&(day, employee.key.as_str()))
                .is_some_and(|punches| is_error(punches)),
            is_help: false,
            workday_type_name: "平日",
        })
        .collect();
    Day {
        date: day.to_string(),
        daily_workings,
    }
}

/// Whose rows a reading shows.
struct Selection<'a> {
    division: Option<&'a str>,
    keys: Option<BTreeSet<&'a str>>,
    with_employee: bool,
}

impl<'a> Selection<'a> {
    fn of(asked: &'a Asked) -> Result<Self, Refusal> {
        let division = asked.param("division");
        let keys: Option<BTreeSet<&str>> = asked
            .param("employeeKeys")
            .map(|keys| keys.split(',').collect());
        if division.is_some() && keys.is_some() {
            return Err(Refusal::Invalid(
                "employeeKeys cannot be given with division.",
            ));
        }
        if division.is_none() && asked.param("ondivision").is_some() {
            return Err(Refusal::Invalid("ondivision needs division."));
        }
        Ok(Self {
            division,
            keys,
            with_employee: additional_fields(asked).contains(&"currentDateEmployee"),
        })
    }

    fn takes(&self, employee: &Employee) -> bool {
        self.division.is_none_or(|code| employee.division == code)
            && self
                .keys
                .as_ref()
                .is_none_or(|keys| keys.contains(employee.key.as_str()))
    }

    fn current(&self, world: &World, employee: &Employee) -> Option<EmployeeRow> {
        self.with_employee
            .then(|| EmployeeRow::current(world, employee))
    }
}

type Punches<'a> = BTreeMap<(WorkDay, &'a str), Vec<&'a StoredPunch>>;

fn by_day_and_person(world: &World) -> Punches<'_> {
    let mut grouped = Punches::new();
    for punch in &world.punches {
        grouped
            .entry((punch.work_day, punch.key.as_str()))
            .or_default()
            .push(punch);
    }
    grouped
}

fn punches_of(
    world: &World,
    selection: &Selection<'_>,
    punches: &Punches<'_>,
    day: WorkDay,
) -> Day<PersonPunches> {
    let switches = &world.switches;
    let daily_workings = world
        .present()
        .filter(|employee| selection.takes(employee))
        .filter_map(|employee| {
            let stored = punches.get(&(day, employee.key.as_str()));
            let shown = stored.is_some()
                || switches.list_people_without_punches
                    && employee.employed(day, switches.list_not_yet_hired);
            shown.then(|| PersonPunches {
                date: day.to_string(),
                employee_key: employee.key.clone(),
                current_date_employee: selection.current(world, employee),
                time_record: stored
                    .into_iter()
                    .flatten()
                    .map(|punch| TimeRecord::new(world, punch))
                    .collect(),
            })
        })
        .collect();
    Day {
        date: day.to_string(),
        daily_workings,
    }
}

/// エラー勤務 (section 6.1): doubles, or a 退勤 without a 出勤.
fn is_error(punches: &[&StoredPunch]) -> bool {
    let count = |code: u8| punches.iter().filter(|punch| punch.code == code).count();
    count(1) > 1 || count(2) > 1 || (count(2) == 1 && count(1) == 0)
}

fn enrolled<'a>(
    world: &'a World,
    asked: &Asked,
    now: Jst,
) -> Result<impl Iterator<Item = &'a Employee>, Refusal> {
    let day = match asked.param("date") {
        Some(text) => date("date", text)?,
        None => WorkDay::new(now.date_naive()),
    };
    within_years("date", day, now)?;
    let resigned_too = asked.param("includeResigner") == Some("true");
    let not_yet = world.switches.list_not_yet_hired;
    Ok(world.present().filter(move |employee| {
        employee.employed(day, not_yet) || (resigned_too && employee.left_before(day))
    }))
}

fn additional_fields(asked: &Asked) -> Vec<&str> {
    asked
        .param("additionalFields")
        .map(|names| names.split(',').collect())
        .unwrap_or_default()
}

fn date(name: &'static str, text: &str) -> Result<WorkDay, Refusal> {
    WorkDay::parse(text).ok_or(Refusal::DateFormat(name))
}

/// At most three years back and one year ahead (section 2).
fn within_years(name: &'static str, day: WorkDay, now: Jst) -> Result<(), Refusal> {
    let today = now.date_naive();
    let first = today.checked_sub_months(Months::new(36));
    let last = today.checked_add_months(Months::new(12));
    if first.is_some_and(|first| day.date() < first) || last.is_some_and(|last| day.date() > last) {
        return Err(Refusal::Invalid(match name {
            "start" => "start is more than three years back or a year ahead.",
            "end" => "end is more than three years back or a year ahead.",
            _ => "date is more than three years back or a year ahead.",
        }));
    }
    Ok(())
}

fn listed<T: Serialize>(rows: &T) -> Answer {
    Answer::json(200, serde_json::to_value(rows).unwrap_or(Value::Null))
}

#[cfg(test)]
mod tests;
