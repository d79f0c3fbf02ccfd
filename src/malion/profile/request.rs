//! `[request]`: how a MaLion is asked.

use std::collections::BTreeMap;

use super::error::{ProfileError, ProfileProblem};
use super::part::{Entry, Part};
use super::response::time_format;
use crate::domain::log_source::TimeFormat;
use crate::malion::template::{BadTemplate, Slot, Template};

/// A year and a day: longer windows say nothing more.
const LONGEST_WINDOW: u32 = 366 * 24;

/// How a MaLion is asked.
#[derive(Clone, Debug)]
pub struct Request {
    /// The path below `malion.base_url`.
    pub path: String,
    /// By which time it is asked.
    pub by: By,
    /// The longest span of one request, in hours.
    pub window_hours: u32,
    /// How `{from}` and `{to}` are written.
    pub time_format: TimeFormat,
    /// Where the two codes go.
    pub auth: Auth,
    /// What `{category}` says; `None` where a MaLion has no such choice and always answers every operation.
    pub categories: Option<Categories>,
    /// The query or, where `auth` is [`Auth::Form`], the body.
    pub query: BTreeMap<String, Template>,
    /// The headers.
    pub headers: BTreeMap<String, Template>,
}

/// By which time a MaLion is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// When the server had the log: nothing is missed that comes late.
    Collected,
    /// When it occurred: what comes late is found by reading again.
    Occurred,
}

/// Where the two codes go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Auth {
    /// In headers of the profile's own.
    Headers,
    /// As user and password of HTTP's own authentication.
    Basic,
    /// In the query, and so in the address, which is told to nobody.
    Query,
    /// In the body of a POST, with everything else that is asked.
    Form,
}

impl Auth {
    const CHOICES: [(&'static str, Self); 4] = [
        ("headers", Self::Headers),
        ("basic", Self::Basic),
        ("query", Self::Query),
        ("form", Self::Form),
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Headers => "headers",
            Self::Basic => "basic",
            Self::Query => "query",
            Self::Form => "form",
        }
    }

    fn is_in_query(self) -> bool {
        matches!(self, Self::Query | Self::Form)
    }
}

/// Which operations are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Category {
    /// ログオン and ログオフ.
    Logon,
    /// Every operation, for `logs check`.
    All,
}

/// What `{category}` says.
#[derive(Clone, Debug)]
pub struct Categories {
    /// For ログオン and ログオフ.
    pub logon: String,
    /// For every operation, where a MaLion has that choice.
    pub all: Option<String>,
}

/// The table and the line of `[request.query]`, for what other parts have to say of its places.
pub(super) struct Places {
    line: usize,
    found: Vec<(Slot, String, usize)>,
}

impl Places {
    /// Proves that the place is somewhere in the query.
    pub(super) fn need(&self, slot: Slot) -> Result<(), ProfileError> {
        if self.found.iter().any(|(found, ..)| *found == slot) {
            return Ok(());
        }
        Err(ProfileError {
            line: self.line,
            key: "request.query".to_owned(),
            problem: ProfileProblem::NoPlace(slot.name()),
        })
    }

    /// Proves that the place is nowhere in the query: it goes only with another choice.
    pub(super) fn refuse(
        &self,
        slot: Slot,
        key: &'static str,
        value: &'static str,
    ) -> Result<(), ProfileError> {
        let place = Some(slot.name());
        self.refuse_as(slot, || ProfileProblem::OnlyWith { place, key, value })
    }

    /// Whether the place is somewhere in the query.
    pub(super) fn has(&self, slot: Slot) -> bool {
        self.found.iter().any(|(found, ..)| *found == slot)
    }

    fn refuse_as(
        &self,
        slot: Slot,
        problem: impl Fn() -> ProfileProblem,
    ) -> Result<(), ProfileError> {
        let found = self.found.iter().find(|(found, ..)| *found == slot);
        found.map_or(Ok(()), |(_, key, line)| {
            Err(ProfileError {
                line: *line,
                key: key.clone(),
                problem: problem(),
            })
        })
    }
}

/// Reads `[request]`, and tells where its query has places.
pub(super) fn read(part: &Part<'_>) -> Result<(Request, Places), ProfileError> {
    let path = path(&part.get("path")?)?;
    let by = [("collected", By::Collected), ("occurred", By::Occurred)];
    let by = part.get("by")?.choice(&by)?;
    let window_hours = part.get("window_hours")?.count(1, LONGEST_WINDOW)?;
    let time_format = time_format(part)?;
    let auth = part.get("auth")?.choice(&Auth::CHOICES)?;
    let query_entry = part.get("query")?;
    let (query, found) = templates(&query_entry.part()?)?;
    let places = Places {
        line: query_entry.line(),
        found,
    };
    let headers = match part.find("headers") {
        Some(entry) => headers(&entry, auth)?,
        None => BTreeMap::new(),
    };
    places.need(Slot::From)?;
    places.need(Slot::To)?;
    prove_codes(auth, &places, &headers, part)?;
    let categories = categories(part, &places)?;
    part.end()?;
    let request = Request {
        path,
        by,
        window_hours,
        time_format,
        auth,
        categories,
        query,
        headers,
    };
    Ok((request, places))
}

fn path(entry: &Entry<'_>) -> Result<String, ProfileError> {
    let path = entry.text()?;
    if path.starts_with('/') && !path.contains(['{', '}', '?', '#', ' ']) {
        Ok(path.to_owned())
    } else {
        Err(entry.fails(ProfileProblem::NotAPath(path.to_owned())))
    }
}

/// The templates, and of each place in them the first key that has it, with its line.
type Templates = (BTreeMap<String, Template>, Vec<(Slot, String, usize)>);

fn templates(part: &Part<'_>) -> Result<Templates, ProfileError> {
    let mut templates = BTreeMap::new();
    let mut found: Vec<(Slot, String, usize)> = Vec::new();
    for (name, entry) in part.entries() {
        let template = Template::new(entry.text()?).map_err(|bad| {
            entry.fails(match bad {
                BadTemplate::OpenBrace(text) => ProfileProblem::OpenBrace(text),
                BadTemplate::UnknownPlace(name) => ProfileProblem::UnknownPlace(name),
            })
        })?;
        for slot in template.slots() {
            if found.iter().all(|(known, ..)| *known != slot) {
                found.push((slot, entry.key.clone(), entry.line()));
            }
        }
        templates.insert(name.to_owned(), template);
    }
    Ok((templates, found))
}

/// Headers bear the codes and nothing else of a request.
fn headers(entry: &Entry<'_>, auth: Auth) -> Result<BTreeMap<String, Template>, ProfileError> {
    let part = entry.part()?;
    for (name, header) in part.entries() {
        let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
        let value = header.text()?;
        if name.is_empty() || !name.chars().all(is_name) {
            return Err(header.fails(ProfileProblem::NotAHeader(name.to_owned())));
        }
        if !value.chars().all(|c| c == ' ' || c.is_ascii_graphic()) {
            return Err(header.fails(ProfileProblem::NotAHeader(value.to_owned())));
        }
    }
    let (templates, found) = templates(&part)?;
    for (slot, key, line) in found {
        let problem = if !slot.is_secret() {
            ProfileProblem::UnknownPlace(slot.name().to_owned())
        } else if auth != Auth::Headers {
            ProfileProblem::CodeHere(auth.name())
        } else {
            continue;
        };
        return Err(ProfileError { line, key, problem });
    }
    Ok(templates)
}

/// Proves that both codes stand where `auth` puts them, and nowhere else.
fn prove_codes(
    auth: Auth,
    places: &Places,
    headers: &BTreeMap<String, Template>,
    part: &Part<'_>,
) -> Result<(), ProfileError> {
    for code in [Slot::AdminCode, Slot::SecretCode] {
        if auth.is_in_query() {
            places.need(code)?;
        } else {
            places.refuse_as(code, || ProfileProblem::CodeHere(auth.name()))?;
        }
        let in_headers = headers
            .values()
            .any(|header| header.slots().any(|slot| slot == code));
        if auth == Auth::Headers && !in_headers {
            let line = part.find("headers").map(|entry| entry.line());
            let error = part.fails("headers", ProfileProblem::NoPlace(code.name()));
            let line = line.unwrap_or(error.line);
            return Err(ProfileError { line, ..error });
        }
    }
    Ok(())
}

fn categories(part: &Part<'_>, places: &Places) -> Result<Option<Categories>, ProfileError> {
    let Some(entry) = part.find("categories") else {
        return if places.has(Slot::Category) {
            Err(part.fails("categories", ProfileProblem::Missing))
        } else {
            Ok(None)
        };
    };
    places.need(Slot::Category)?;
    let part = entry.part()?;
    let all = part.find("all").map(|all| all.text()).transpose()?;
    let categories = Categories {
        logon: part.get("logon")?.text()?.to_owned(),
        all: all.map(str::to_owned),
    };
    part.end()?;
    Ok(Some(categories))
}
