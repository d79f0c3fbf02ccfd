//! The client of a MaLion's WebAPI, asked as its profile says.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use chrono::TimeDelta;
use serde_json::Value;

use super::error::{Error, Problem, words};
use super::fields::Field;
use super::page::{self, Page};
use super::profile::{By, Category, Paging, Profile};
use super::template::{Slot, Template};
use crate::clock::Clock;
use crate::domain::pc_log::RawLog;
use crate::domain::secret::Secret;
use crate::domain::time::{Jst, from_epoch};
use crate::http::{Answer, Ask, Options, Service, Skew};

/// No company writes so many logs in one window: beyond it, the pages do not end.
const MOST_RECORDS: u64 = 10_000_000;

/// The settings `malion.*` and `http.*`.
#[derive(Clone, Debug)]
pub struct Config {
    /// `malion.base_url`.
    pub base_url: String,
    /// 管理者コード.
    pub admin_code: Secret,
    /// シークレットコード.
    pub secret_code: Secret,
    /// How this MaLion is asked and read.
    pub profile: Profile,
    /// `http.*`.
    pub http: Options,
}

/// A MaLion.
#[derive(Debug)]
pub struct Malion<'a> {
    service: Service,
    admin_code: Secret,
    secret_code: Secret,
    profile: Profile,
    clock: &'a Clock,
    stop: &'a AtomicBool,
    made: AtomicU64,
    skew: Skew,
}

/// A span that one request may ask for: `to` is not part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Window {
    from: Jst,
    to: Jst,
}

impl<'a> Malion<'a> {
    /// A client that has not asked anything yet. Once `stop` is set, no further request is begun.
    pub fn new(config: Config, clock: &'a Clock, stop: &'a AtomicBool) -> Self {
        Self {
            service: Service::new(config.base_url, config.http),
            admin_code: config.admin_code,
            secret_code: config.secret_code,
            profile: config.profile,
            clock,
            stop,
            made: AtomicU64::new(0),
            skew: Skew::default(),
        }
    }

    /// Reads the logs from `from` (inclusive) to `to` (exclusive), both cut to the second, and hands
    /// them on page by page. Pages can shift while they are read: the same log may come twice.
    ///
    /// # Errors
    ///
    /// Any [`Error`], or what `sink` says. Pages handed on before it are good; the span as a whole has
    /// not been read then.
    pub fn read<E: From<Error>>(
        &self,
        from: Jst,
        to: Jst,
        category: Category,
        mut sink: impl FnMut(Vec<RawLog>) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut next = windows(from, to, self.profile.request.window_hours);
        next.try_for_each(|window| self.read_window(window, category, &mut sink))
    }

    /// The profile's name, which is the source of the logs that it reads.
    pub fn profile_name(&self) -> &str {
        &self.profile.name
    }

    /// By which time it is asked.
    pub fn asked_by(&self) -> By {
        self.profile.request.by
    }

    /// Whether this MaLion bears the 出退勤システム連携コード in its records at all.
    pub fn bears_link_code(&self) -> bool {
        self.profile.fields.pointer(Field::LinkCode).is_some()
    }

    /// The requests made so far.
    pub fn requests(&self) -> u64 {
        self.made.load(Ordering::Relaxed)
    }

    /// The largest difference seen between this machine's clock and MaLion's, positive where this
    /// machine is ahead.
    pub fn clock_skew(&self) -> Option<TimeDelta> {
        self.skew.largest()
    }

    fn read_window<E: From<Error>>(
        &self,
        window: Window,
        category: Category,
        sink: &mut impl FnMut(Vec<RawLog>) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut offset = 0;
        let mut before = Vec::new();
        loop {
            let Page { logs, more } = self.page(window, category, offset)?;
            let repeated = !logs.is_empty() && logs == before;
            if repeated || more && (logs.is_empty() || offset > MOST_RECORDS) {
                return Err(Error::Endless { offset }.into());
            }
            offset += logs.len() as u64;
            before.clone_from(&logs);
            sink(logs)?;
            if !more {
                return Ok(());
            }
        }
    }

    fn page(&self, window: Window, category: Category, offset: u64) -> Result<Page, Error> {
        let asked_at = from_epoch(self.clock.now().timestamp()).unwrap_or(window.to);
        let answer = self.ask(window, category, offset)?;
        let secrets = [&self.admin_code, &self.secret_code];
        if !answer.is_success() {
            return Err(Error::of_answer(&answer, secrets));
        }
        let body: Value = serde_json::from_slice(&answer.body)
            .map_err(|error| page::whole(offset, Problem::NotJson(error.to_string())))?;
        page::read(&self.profile, &body, offset, asked_at).map_err(|malformed| {
            match words(&body, secrets) {
                (None, None) => malformed.into(),
                (code, message) => Error::Refused {
                    status: answer.status,
                    code,
                    message,
                },
            }
        })
    }

    fn ask(&self, window: Window, category: Category, offset: u64) -> Result<Answer, Error> {
        if self.stop.load(Ordering::SeqCst) {
            return Err(Error::Stopped);
        }
        let request = &self.profile.request;
        let Paging::Offset { size, .. } = self.profile.paging;
        let (from, to) = (
            request.time_format.write(window.from),
            request.time_format.write(window.to),
        );
        let (offset, limit) = (offset.to_string(), size.to_string());
        let value = |slot| match slot {
            Slot::From => from.as_str(),
            Slot::To => to.as_str(),
            Slot::Offset => offset.as_str(),
            Slot::Limit => limit.as_str(),
            Slot::Category => self.profile.category(category),
            Slot::AdminCode => self.admin_code.reveal(),
            Slot::SecretCode => self.secret_code.reveal(),
        };
        let filled = |templates: &BTreeMap<String, Template>| -> Vec<(String, String)> {
            let fill =
                |(name, template): (&String, &Template)| (name.clone(), template.fill(value));
            templates.iter().map(fill).collect()
        };
        let (query, headers) = (filled(&request.query), filled(&request.headers));
        let path: Vec<&str> = request
            .path
            .split('/')
            .filter(|part| !part.is_empty())
            .collect();
        self.made.fetch_add(1, Ordering::Relaxed);
        let answer = self.service.ask(&Ask {
            path: &path,
            query: &pairs(&query),
            headers: &pairs(&headers),
            json: None,
        })?;
        self.skew.note(self.clock.now(), answer.date);
        Ok(answer)
    }
}

fn pairs(filled: &[(String, String)]) -> Vec<(&str, &str)> {
    filled
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect()
}

/// Cuts a span into windows of at most `hours`.
fn windows(from: Jst, to: Jst, hours: u32) -> impl Iterator<Item = Window> {
    let longest = TimeDelta::hours(i64::from(hours));
    let cut = |moment: Jst| from_epoch(moment.timestamp()).unwrap_or(moment);
    let (mut from, to) = (cut(from), cut(to));
    std::iter::from_fn(move || {
        let window = Window {
            from,
            to: from
                .checked_add_signed(longest)
                .map_or(to, |end| end.min(to)),
        };
        from = window.to;
        (window.from < window.to).then_some(window)
    })
}

#[cfg(test)]
mod tests;
