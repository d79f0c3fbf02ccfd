//! What a request says: the profile's templates, filled.

use std::collections::BTreeMap;

use super::client::Window;
use super::page::Position;
use super::profile::{Api, Auth, Category, Response, Style};
use super::template::{Slot, Template};
use crate::domain::secret::Secret;
use crate::http::{Answer, Ask, Failure, Service};

/// One request, its texts filled. It bears the codes: it is made, asked and dropped, and never shown.
pub(super) struct Question {
    path: Vec<String>,
    query: Vec<(String, String)>,
    headers: Vec<(String, String)>,
    auth: Auth,
    accept: &'static str,
}

impl Question {
    /// The question for one page of a window.
    pub(super) fn new(
        api: &Api,
        codes: [&Secret; 2],
        window: Window,
        category: Category,
        position: &Position,
    ) -> Self {
        let request = &api.request;
        let [admin_code, secret_code] = codes;
        let from = request.time_format.write(window.from);
        let to = request.time_format.write(window.to);
        let offset = position.records.to_string();
        let page = match api.paging.style {
            Style::Page { first, .. } => (u64::from(first) + position.pages).to_string(),
            _ => String::new(),
        };
        let limit = api.paging.size.map(|size| size.to_string());
        let value = |slot| match slot {
            Slot::From => Some(from.as_str()),
            Slot::To => Some(to.as_str()),
            Slot::Offset => Some(offset.as_str()),
            Slot::Page => Some(page.as_str()),
            Slot::Cursor => position.cursor.as_deref(),
            Slot::Limit => limit.as_deref(),
            Slot::Category => api.category(category),
            Slot::AdminCode => Some(admin_code.reveal()),
            Slot::SecretCode => Some(secret_code.reveal()),
        };
        let filled = |templates: &BTreeMap<String, Template>| -> Vec<(String, String)> {
            templates
                .iter()
                .filter_map(|(name, template)| Some((name.clone(), template.fill(value)?)))
                .collect()
        };
        let path = request.path.split('/').filter(|part| !part.is_empty());
        Self {
            path: path.map(str::to_owned).collect(),
            query: filled(&request.query),
            headers: filled(&request.headers),
            auth: request.auth,
            accept: match api.response {
                Response::Json(_) => "application/json",
                Response::Csv(_) => "text/csv, */*;q=0.5",
            },
        }
    }

    /// Puts it to the service.
    pub(super) fn ask(self, service: &Service, codes: [&Secret; 2]) -> Result<Answer, Failure> {
        let path: Vec<&str> = self.path.iter().map(String::as_str).collect();
        let (query, headers) = (pairs(&self.query), pairs(&self.headers));
        let [user, password] = codes;
        let ask = Ask {
            path: &path,
            headers: &headers,
            accept: Some(self.accept),
            ..Ask::default()
        };
        match self.auth {
            Auth::Form => service.ask(&Ask {
                form: Some(&query),
                ..ask
            }),
            Auth::Basic => service.ask(&Ask {
                query: &query,
                basic: Some((user, password)),
                ..ask
            }),
            Auth::Headers | Auth::Query => service.ask(&Ask {
                query: &query,
                ..ask
            }),
        }
    }
}

fn pairs(filled: &[(String, String)]) -> Vec<(&str, &str)> {
    filled
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect()
}
