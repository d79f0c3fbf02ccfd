//! Answers in the right shape that show something else than there is.

use serde_json::Value;

use super::answer::{Answer, Content};
use super::asked::Asked;

/// One way to show something else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reshape {
    /// KOT: the list is empty, whatever there is.
    EmptyList,
    /// KOT: every second row from the first on is missing: of the people of each day where there are days, else of the list itself.
    PartOfList,
    /// KOT: days and people are there, their punches are not.
    PunchesHidden,
    /// KOT: days and people are there, of each one's punches every second from the first on is missing.
    PartOfPunches,
    /// MaLion: every row comes twice.
    DoubledRows,
    /// MaLion: `has_next` never ends.
    EndlessNext,
    /// MaLion: pages after the first have moved by so many rows since it was read. Above zero, rows were put in
    /// before them and some come twice; below zero, rows went and some are passed over.
    ShiftedPages(i64),
    /// MaLion: the last row of a page lacks this field.
    MissingField(&'static str),
}

impl Reshape {
    /// What is asked of the service in place of `asked`.
    pub(super) fn question(&self, asked: &mut Asked) {
        let Self::ShiftedPages(rows) = self else {
            return;
        };
        let offset = asked.pairs.iter_mut().find(|(name, _)| name == "offset");
        if let Some((_, text)) = offset
            && let Ok(offset) = text.parse::<i64>()
            && offset > 0
        {
            *text = offset.saturating_sub(*rows).max(0).to_string();
        }
    }

    /// The service's answer made into another.
    pub(super) fn answer(&self, answer: &mut Answer) {
        let Content::Json(body) = &mut answer.content else {
            return;
        };
        match self {
            Self::EmptyList => lists_of(body).for_each(Vec::clear),
            Self::PartOfList => keep_part(body),
            Self::PunchesHidden => each_ones_punches(body, &Vec::clear),
            Self::PartOfPunches => each_ones_punches(body, &keep_every_second),
            Self::DoubledRows => {
                if let Some(rows) = rows_of(body) {
                    *rows = rows
                        .iter()
                        .flat_map(|row| [row.clone(), row.clone()])
                        .collect();
                }
            }
            Self::EndlessNext => {
                if let Some(next) = body.get_mut("has_next") {
                    *next = Value::Bool(true);
                }
            }
            Self::ShiftedPages(_) => {}
            Self::MissingField(name) => {
                let last = rows_of(body).and_then(|rows| rows.last_mut());
                if let Some(row) = last.and_then(Value::as_object_mut) {
                    row.remove(*name);
                }
            }
        }
    }
}

/// KOT's list: the body itself, or the people of the one day that was asked for.
fn lists_of(body: &mut Value) -> impl Iterator<Item = &mut Vec<Value>> {
    match body {
        Value::Array(list) => Some(list),
        other => other.get_mut("dailyWorkings").and_then(Value::as_array_mut),
    }
    .into_iter()
}

fn keep_part(body: &mut Value) {
    let has_people = |row: &Value| row.get("dailyWorkings").is_some();
    let days: Vec<&mut Vec<Value>> = if body
        .as_array()
        .is_some_and(|rows| rows.iter().any(has_people))
    {
        let rows = body.as_array_mut().into_iter().flatten();
        rows.filter_map(|day| day.get_mut("dailyWorkings")?.as_array_mut())
            .collect()
    } else {
        lists_of(body).collect()
    };
    days.into_iter().for_each(keep_every_second);
}

fn keep_every_second(list: &mut Vec<Value>) {
    let mut place = 0_usize;
    list.retain(|_| {
        place += 1;
        place.is_multiple_of(2)
    });
}

fn each_ones_punches(body: &mut Value, change: &impl Fn(&mut Vec<Value>)) {
    match body {
        Value::Array(list) => list
            .iter_mut()
            .for_each(|one| each_ones_punches(one, change)),
        Value::Object(fields) => {
            for (name, value) in fields.iter_mut() {
                match value {
                    Value::Array(punches) if name == "timeRecord" => change(punches),
                    other => each_ones_punches(other, change),
                }
            }
        }
        _ => {}
    }
}

fn rows_of(body: &mut Value) -> Option<&mut Vec<Value>> {
    body.get_mut("logs")?.as_array_mut()
}
