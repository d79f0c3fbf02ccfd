//! A profile: how a MaLion is asked and how its answers and files are read, as data.

mod error;
mod paging;
mod part;
mod request;
mod response;

use toml::de::DeTable;

pub use error::{ProfileError, ProfileProblem};
pub use paging::{End, Paging, Style};
pub use request::{Auth, By, Categories, Category, Request};
pub use response::{Json, Response};

use super::closed_hours::ClosedHours;
use crate::csv::logs::Layout;
use part::Part;

const ASSUMED_V1: &str = include_str!("assumed-v1.toml");

/// Nobody asks faster.
const MOST_A_SECOND: u32 = 1000;

/// What a profile describes: an API, files of logs, or both.
#[derive(Clone, Debug)]
pub struct Profile {
    /// How MaLion is asked and read; `None` where the profile describes files only.
    pub api: Option<Api>,
    file: Option<Layout>,
}

/// How a MaLion is asked and how its answers are read.
#[derive(Clone, Debug)]
pub struct Api {
    /// What people call the profile.
    pub name: String,
    /// Whether it is the built-in one, which is assumed.
    pub assumed: bool,
    /// How it is asked.
    pub request: Request,
    /// How a long answer comes in pages.
    pub paging: Paging,
    /// What an answer looks like.
    pub response: Response,
    /// How often, and when not.
    pub limits: Limits,
}

/// How often a MaLion may be asked, and when not.
#[derive(Clone, Debug, Default)]
pub struct Limits {
    /// Requests a second; `None` for as many as it answers.
    pub requests_per_second: Option<f64>,
    /// When it is not asked.
    pub closed_hours: ClosedHours,
}

impl Profile {
    /// The built-in profile, `assumed-v1`.
    ///
    /// # Errors
    ///
    /// None in a build whose tests passed.
    pub fn assumed_v1() -> Result<Self, ProfileError> {
        let mut profile = Self::from_toml(ASSUMED_V1)?;
        if let Some(api) = &mut profile.api {
            api.assumed = true;
        }
        Ok(profile)
    }

    /// Reads a profile and proves it whole.
    ///
    /// # Errors
    ///
    /// [`ProfileError`] names the line, the key and what is wrong there.
    pub fn from_toml(text: &str) -> Result<Self, ProfileError> {
        let table = DeTable::parse(text).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start);
            ProfileError {
                line: part::line_of(text, at),
                key: String::new(),
                problem: ProfileProblem::Syntax(error.message().to_owned()),
            }
        })?;
        let whole = Part::whole(text, table.get_ref());
        let name = whole.get("name")?.filled()?;
        let file = response::file(&whole, name)?;
        let of_api = ["request", "paging", "response", "fields", "limits"];
        let is_file_only =
            file.is_some() && of_api.into_iter().all(|name| whole.find(name).is_none());
        let api = if is_file_only {
            None
        } else {
            Some(api(&whole, name)?)
        };
        whole.end()?;
        Ok(Self { api, file })
    }

    /// What files of logs look like, where the profile says it: its own part, else the rows that the API
    /// answers.
    pub fn csv_layout(&self) -> Option<Layout> {
        let of_api = || match &self.api.as_ref()?.response {
            Response::Json(_) => None,
            Response::Csv(layout) => Some(Layout {
                whole_rows: false,
                ..layout.clone()
            }),
        };
        self.file.clone().or_else(of_api)
    }
}

impl Api {
    /// What `{category}` says; `None` where the MaLion has no such choice.
    pub(super) fn category(&self, category: Category) -> Option<&str> {
        let categories = self.request.categories.as_ref()?;
        match category {
            Category::Logon => Some(&categories.logon),
            Category::All => categories.all.as_deref(),
        }
    }

    /// Whether it can be asked for these operations.
    pub(super) fn answers(&self, category: Category) -> bool {
        self.request.categories.is_none() || self.category(category).is_some()
    }
}

fn api(whole: &Part<'_>, name: &str) -> Result<Api, ProfileError> {
    let (request, places) = request::read(&whole.get("request")?.part()?)?;
    let response = response::read(whole, name)?;
    let is_json = matches!(response, Response::Json(_));
    let paging = paging::read(&whole.get("paging")?.part()?, &places, is_json)?;
    let limits = match whole.find("limits") {
        Some(entry) => limits(&entry.part()?)?,
        None => Limits::default(),
    };
    Ok(Api {
        name: name.to_owned(),
        assumed: false,
        request,
        paging,
        response,
        limits,
    })
}

fn limits(part: &Part<'_>) -> Result<Limits, ProfileError> {
    let rate = part.find("requests_per_second");
    let rate = rate.map(|entry| entry.number(MOST_A_SECOND)).transpose()?;
    let closed_hours = match part.find("closed_hours") {
        None => ClosedHours::default(),
        Some(entry) => ClosedHours::parse(entry.text()?).ok_or_else(|| {
            entry.fails(ProfileProblem::Hours(
                entry.text().unwrap_or_default().to_owned(),
            ))
        })?,
    };
    part.end()?;
    Ok(Limits {
        requests_per_second: rate,
        closed_hours,
    })
}

#[cfg(test)]
mod tests;
