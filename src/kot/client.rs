//! The client of KING OF TIME's WebAPI. It reads, and it punches; it never changes or deletes, and it
//! knows no call that re-issues or stops a token.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::RangeInclusive;
use std::sync::atomic::Ordering;
use std::time::Duration;

use chrono::TimeDelta;
use serde::Deserialize;

use super::closed_hours::ClosedHours;
use super::closing::{self, ClosedDays};
use super::config::{Config, Requests, Surroundings};
use super::error::Error;
use super::outcome::{self, NotApplied, Outcome, PunchAnswer, PunchRequest};
use super::reading::{self, Reading};
use super::record::{Malformed, Place};
use super::span::Span;
use super::turns::{Budget, Turn, Turns};
use super::wire::{self, Company};
use crate::domain::employee::{Division, Employee, EmployeeKey};
use crate::domain::secret::Secret;
use crate::domain::time::{Jst, WorkDay};
use crate::domain::veil::Veil;
use crate::http::{Answer, Ask, Failure, Service, Skew};

/// A reading is asked again so often when the answer was 「too many」.
const PATIENCE: u32 = 5;
/// No round sits out a `Retry-After` longer than this; it ends instead, and later ones wait.
pub const LONGEST_RETRY_AFTER: Duration = Duration::from_secs(300);

/// KING OF TIME. Shared by reference between lanes.
#[derive(Debug)]
pub struct Kot<'a> {
    service: Service,
    authorization: Secret,
    token: Secret,
    veil: Veil,
    closed_hours: ClosedHours,
    surroundings: Surroundings<'a>,
    punches: Turns,
    requests: Turns,
    skew: Skew,
}

#[derive(Deserialize)]
struct Available {
    available: bool,
}

impl<'a> Kot<'a> {
    /// A client that has not asked anything yet.
    pub fn new(config: Config, surroundings: Surroundings<'a>) -> Self {
        let budgets = &config.budgets;
        Self {
            punches: Turns::new(budgets.punches, budgets.window, &budgets.earlier_punches),
            requests: Turns::new(budgets.requests, budgets.window, &budgets.earlier_requests),
            veil: Veil::over(config.http.secrets().iter().chain([&config.token])),
            service: Service::new(config.base_url, config.http),
            authorization: Secret::new(format!("Bearer {}", config.token.reveal())),
            token: config.token,
            closed_hours: config.closed_hours,
            surroundings,
            skew: Skew::default(),
        }
    }

    /// Whether KING OF TIME knows the token. Answered in the closed hours too.
    ///
    /// # Errors
    ///
    /// Any [`Error`] but `Closed`; a caller not on the token's IP list is `AccessRefused`.
    pub fn token_available(&self) -> Result<bool, Error> {
        let path = ["tokens", self.token.reveal(), "available"];
        let body = self.patiently(&path, &[], || Ok(()))?.1;
        let available: Available = self.taken(wire::parse(&Place::whole("tokens"), &body))?;
        Ok(available.available)
    }

    /// The company whose data the token opens.
    ///
    /// # Errors
    ///
    /// Any [`Error`]; nothing of a malformed answer is taken.
    pub fn company(&self) -> Result<Company, Error> {
        self.taken(wire::company(&self.read(&["company"], &[])?.1))
    }

    /// All divisions, with their day borders.
    ///
    /// # Errors
    ///
    /// Any [`Error`]; nothing of a malformed answer is taken.
    pub fn divisions(&self) -> Result<Vec<Division>, Error> {
        self.taken(wire::divisions(&self.read(&["divisions"], &[])?.1))
    }

    /// All employees, resigned ones included; deleted ones are in no answer.
    ///
    /// # Errors
    ///
    /// Any [`Error`]; nothing of a malformed answer is taken.
    pub fn employees(&self) -> Result<Vec<Employee>, Error> {
        let query = [
            ("includeResigner", "true"),
            (
                "additionalFields",
                "hiredDate,resignationDate,emailAddresses",
            ),
        ];
        self.taken(wire::employees(&self.read(&["employees"], &query)?.1))
    }

    /// The punches of the work days `from` to `to`, both included, of everybody or of `keys` only.
    /// Spans longer than KING OF TIME allows, or than an answer can hold, are read in parts.
    ///
    /// # Errors
    ///
    /// Any [`Error`]; a part that fails or is malformed spoils the whole reading.
    pub fn time_records(
        &self,
        from: WorkDay,
        to: WorkDay,
        keys: Option<&[EmployeeKey]>,
    ) -> Result<Reading, Error> {
        let mut reading = Reading {
            began: self.surroundings.clock.now(),
            days: Vec::new(),
        };
        // An empty list of keys would be read as everybody.
        if keys.is_some_and(<[EmployeeKey]>::is_empty) {
            return Ok(reading);
        }
        let mut first = None;
        in_parts(from, to, |part| {
            let (began, body) = self.read_part(part, keys)?;
            reading.days.extend(self.taken(reading::days(&body, part))?);
            first.get_or_insert(began);
            Ok(())
        })?;
        reading.began = first.unwrap_or(reading.began);
        Ok(reading)
    }

    /// Of the work days `from` to `to`, both included, those that are closed (締め), person by person.
    ///
    /// # Errors
    ///
    /// Any [`Error`]; `AccessRefused` where the token may not read 日別勤怠.
    pub fn closed_days(&self, from: WorkDay, to: WorkDay) -> Result<ClosedDays, Error> {
        let mut closed = ClosedDays::new();
        in_parts(from, to, |part| {
            let (start, end) = (part.start().to_string(), part.end().to_string());
            let query = [("start", start.as_str()), ("end", end.as_str())];
            let body = self.read(&["daily-workings"], &query)?.1;
            closed.extend(self.taken(closing::days(&body, part))?);
            Ok(())
        })?;
        Ok(closed)
    }

    /// Waits for the turn to send one punch. Take it before the attempt is committed, so that nothing
    /// waits between the commit and the first byte.
    ///
    /// # Errors
    ///
    /// [`Error::Stopped`] when a signal came.
    pub fn punch_turn(&self) -> Result<Turn, Error> {
        self.punches.take(self.surroundings.stop)
    }

    /// Sends one punch, exactly once, never repeated, and tells what became of it.
    pub fn punch(&self, mut turn: Turn, request: &PunchRequest) -> PunchAnswer {
        self.punches.begin(&mut turn);
        let path = ["daily-workings", "timerecord", request.key.as_str()];
        let body = request.body();
        let ask = Ask {
            path: &path,
            json: Some(&body),
            ..Ask::default()
        };
        let came = self.ask(Budget::Punches, &ask);
        let mut answer = outcome::classify(request, came.as_ref());
        if let Outcome::NotApplied(NotApplied::Throttled(retry_after)) = answer.outcome {
            let sat_out = retry_after.filter(|wait| *wait <= LONGEST_RETRY_AFTER);
            self.punches.throttled(turn.began, sat_out);
        }
        for words in [&mut answer.kot_code, &mut answer.kot_message] {
            words.iter_mut().for_each(|words| self.veil.hide(words));
        }
        answer
    }

    /// Something that changes when the token does, and does not tell it. A mark that differs without need,
    /// as after another compiler's build, only costs one more question.
    pub fn token_mark(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.token.reveal().hash(&mut hasher);
        hasher.finish()
    }

    /// When a reading may begin: `None` for at once.
    pub fn reads_open_at(&self) -> Option<Jst> {
        let now = self.surroundings.clock.now();
        self.closed_hours.reads_open_at(now)
    }

    /// Whether it is one of the configured closed hours, without their guard.
    pub fn is_closed(&self) -> bool {
        self.closed_hours.is_closed(self.surroundings.clock.now())
    }

    /// Whether a signal came: no request is begun any more.
    pub fn is_stopped(&self) -> bool {
        self.surroundings.stop.load(Ordering::SeqCst)
    }

    /// The requests made so far.
    pub fn requests(&self) -> Requests {
        Requests {
            reads: self.requests.made(),
            punches: self.punches.made(),
        }
    }

    /// The largest difference seen between this machine's clock and KING OF TIME's, positive where
    /// this machine is ahead.
    pub fn clock_skew(&self) -> Option<TimeDelta> {
        self.skew.largest()
    }

    fn read_part(
        &self,
        part: &RangeInclusive<WorkDay>,
        keys: Option<&[EmployeeKey]>,
    ) -> Result<(Jst, Vec<u8>), Error> {
        let (start, end) = (part.start().to_string(), part.end().to_string());
        let keys = keys.map(|keys| {
            let keys: Vec<&str> = keys.iter().map(EmployeeKey::as_str).collect();
            keys.join(",")
        });
        let mut query = vec![("start", start.as_str()), ("end", end.as_str())];
        query.extend(keys.as_deref().map(|keys| ("employeeKeys", keys)));
        self.read(&["daily-workings", "timerecord"], &query)
    }

    /// Reads outside the closed hours only.
    fn read(&self, path: &[&str], query: &[(&str, &str)]) -> Result<(Jst, Vec<u8>), Error> {
        self.patiently(path, query, || match self.reads_open_at() {
            None => Ok(()),
            Some(opens) => Err(Error::Closed {
                opens,
                configured: true,
            }),
        })
    }

    /// Reads, more slowly each time KING OF TIME says 「too many」, and tells when the request that
    /// was answered began. `may` is asked before and after the wait for a turn.
    fn patiently(
        &self,
        path: &[&str],
        query: &[(&str, &str)],
        may: impl Fn() -> Result<(), Error>,
    ) -> Result<(Jst, Vec<u8>), Error> {
        let ask = Ask {
            path,
            query,
            ..Ask::default()
        };
        let mut patience = PATIENCE;
        loop {
            may()?;
            let turn = self.requests.take(self.surroundings.stop)?;
            may()?;
            let began = self.surroundings.clock.now();
            let answer = self.ask(Budget::Requests, &ask)?;
            let now = self.surroundings.clock.now();
            match Error::of_answer(answer, now, &self.closed_hours) {
                Ok(body) => return Ok((began, body)),
                Err(Error::Throttled { retry_after }) => {
                    let sat_out = retry_after.filter(|wait| *wait <= LONGEST_RETRY_AFTER);
                    self.requests.throttled(turn.began, sat_out);
                    if patience == 0 || sat_out != retry_after {
                        return Err(Error::Throttled { retry_after });
                    }
                    patience -= 1;
                }
                Err(error) => return Err(error.behind(&self.veil)),
            }
        }
    }

    /// What was read of an answer. Of one that is malformed, what is told bears no secret.
    fn taken<T>(&self, read: Result<T, Malformed>) -> Result<T, Error> {
        read.map_err(|malformed| Error::from(malformed).behind(&self.veil))
    }

    fn ask(&self, budget: Budget, ask: &Ask<'_>) -> Result<Answer, Failure> {
        match budget {
            Budget::Punches => self.punches.count(),
            Budget::Requests => self.requests.count(),
        }
        (self.surroundings.on_request)(budget);
        let headers = [("Authorization", self.authorization.reveal())];
        let came = self.service.ask(&Ask {
            headers: &headers,
            ..ask.clone()
        });
        if let Ok(answer) = &came {
            self.skew.note(self.surroundings.clock.now(), answer.date);
        }
        came
    }
}

/// Reads the work days `from` to `to`, both included, part by part.
fn in_parts(
    from: WorkDay,
    to: WorkDay,
    mut read: impl FnMut(&RangeInclusive<WorkDay>) -> Result<(), Error>,
) -> Result<(), Error> {
    let mut span = Span::new(from, to);
    while let Some(part) = span.part() {
        match read(&part) {
            Ok(()) => span.read(&part),
            Err(error) if error.is_too_large() && span.halve(&part) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
