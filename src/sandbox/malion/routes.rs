//! The one call of the assumed API: a page of operation logs.

use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, TimeDelta};
use serde_json::Value;

use super::shapes::{Shape, codes_in_query, cursor_and_form, pages_of_csv};
use super::wire::{Page, Refusal, Row};
use super::world::{Log, World};
use crate::domain::time::{Jst, jst_offset};
use crate::sandbox::answer::Answer;
use crate::sandbox::asked::Asked;
use crate::sandbox::desk::Service;

const LONGEST_WINDOW_HOURS: i64 = 24;
const LARGEST_PAGE: usize = 1000;
const USUAL_PAGE: usize = 500;

impl Service for Mutex<World> {
    fn answer(&self, asked: &Asked, now: Jst) -> Answer {
        let world = self.lock().unwrap_or_else(PoisonError::into_inner);
        let answer = match world.shape {
            Shape::Assumed => route(&world, asked, now),
            Shape::PagesOfCsv => pages_of_csv::route(&world, asked, now),
            Shape::CursorAndForm => cursor_and_form::route(&world, asked, now),
            Shape::CodesInQuery => codes_in_query::route(&world, asked, now),
        };
        answer.unwrap_or_else(Refusal::into_answer)
    }
}

fn route(world: &World, asked: &Asked, now: Jst) -> Result<Answer, Refusal> {
    if asked.method != "GET" || asked.path != "/webapi/v1/operation-logs" {
        return Err(Refusal::NotFound);
    }
    let codes = (
        asked.header("x-malion-admin-code"),
        asked.header("x-malion-secret-code"),
    );
    if codes != (Some(&world.admin_code), Some(&world.secret_code)) {
        return Err(Refusal::WrongCodes);
    }
    if !world.api_on {
        return Err(Refusal::ApiOff);
    }
    let page = page(world, &Question::of(asked)?, now);
    let value = serde_json::to_value(page).unwrap_or(Value::Null);
    Ok(Answer::json(200, value))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    Occurred,
    Collected,
}

impl By {
    fn time(self, log: &Log) -> Jst {
        match self {
            Self::Occurred => log.occurred_at,
            Self::Collected => log.collected_at,
        }
    }
}

struct Question {
    by: By,
    logons_only: bool,
    from: Jst,
    to: Jst,
    offset: usize,
    limit: usize,
}

impl Question {
    fn of(asked: &Asked) -> Result<Self, Refusal> {
        let by = match asked.param("by") {
            None | Some("occurred") => By::Occurred,
            Some("collected") => By::Collected,
            Some(_) => return Err(Refusal::BadRange("by must be occurred or collected")),
        };
        let logons_only = match asked.param("category") {
            None | Some("all") => false,
            Some("logon") => true,
            Some(_) => return Err(Refusal::BadRange("category must be logon or all")),
        };
        let (from, to) = (moment(asked, "from")?, moment(asked, "to")?);
        if to <= from || to - from > TimeDelta::hours(LONGEST_WINDOW_HOURS) {
            return Err(Refusal::BadRange(
                "from must be before to, at most 24 hours",
            ));
        }
        let limit = number(asked, "limit")?.unwrap_or(USUAL_PAGE);
        if !(1..=LARGEST_PAGE).contains(&limit) {
            return Err(Refusal::BadRange("limit must be 1 to 1000"));
        }
        Ok(Self {
            by,
            logons_only,
            from,
            to,
            offset: number(asked, "offset")?.unwrap_or(0),
            limit,
        })
    }

    fn takes(&self, log: &Log) -> bool {
        let time = self.by.time(log);
        let wanted = !self.logons_only || matches!(log.operation.as_str(), "ログオン" | "ログオフ");
        wanted && self.from <= time && time < self.to
    }
}

fn page(world: &World, question: &Question, now: Jst) -> Page {
    let mut found: Vec<&Log> = world
        .logs
        .iter()
        .filter(|log| log.collected_at <= now && question.takes(log))
        .collect();
    let place = |log: &Log| question.by.time(log);
    found.sort_by(|one, other| (place(one), &one.log_id).cmp(&(place(other), &other.log_id)));
    let logs: Vec<Row> = found
        .iter()
        .skip(question.offset)
        .take(question.limit)
        .map(|log| Row::new(log))
        .collect();
    Page {
        total: found.len(),
        offset: question.offset,
        limit: question.limit,
        has_next: question.offset.saturating_add(logs.len()) < found.len(),
        logs,
    }
}

fn moment(asked: &Asked, name: &'static str) -> Result<Jst, Refusal> {
    asked
        .param(name)
        .and_then(|text| DateTime::parse_from_rfc3339(text).ok())
        .map(|moment| moment.with_timezone(&jst_offset()))
        .ok_or(Refusal::BadRange(
            "from and to must be times with an offset",
        ))
}

fn number(asked: &Asked, name: &'static str) -> Result<Option<usize>, Refusal> {
    asked
        .param(name)
        .map(|text| {
            text.parse()
                .map_err(|_| Refusal::BadRange("offset and limit must be numbers"))
        })
        .transpose()
}

#[cfg(test)]
mod tests;
