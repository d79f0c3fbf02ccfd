//! An answer before it goes on the wire.

use axum::body::Body;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::Response;
use serde_json::Value;

use super::clock::http_date;
use crate::domain::time::Jst;

/// What a service answers: a status, further headers and a body.
#[derive(Clone, Debug)]
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) headers: Vec<(&'static str, String)>,
    pub(super) content: Content,
}

/// The body of an answer.
#[derive(Clone, Debug)]
pub(super) enum Content {
    Json(Value),
    Text { kind: &'static str, text: String },
    Bytes { kind: &'static str, bytes: Vec<u8> },
}

impl Answer {
    pub(super) fn json(status: u16, value: Value) -> Self {
        Self {
            status,
            headers: Vec::new(),
            content: Content::Json(value),
        }
    }

    pub(super) fn text(status: u16, kind: &'static str, text: impl Into<String>) -> Self {
        Self {
            status,
            headers: Vec::new(),
            content: Content::Text {
                kind,
                text: text.into(),
            },
        }
    }

    pub(super) fn bytes(status: u16, kind: &'static str, bytes: Vec<u8>) -> Self {
        Self {
            status,
            headers: Vec::new(),
            content: Content::Bytes { kind, bytes },
        }
    }

    pub(super) fn with_header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// The same answer with a body that ends in its middle, though its length header is right.
    pub(super) fn truncated(self) -> Self {
        let (kind, text) = match self.content {
            Content::Json(value) => (JSON, value.to_string()),
            Content::Text { kind, text } => (kind, text),
            Content::Bytes { kind, mut bytes } => {
                bytes.truncate(bytes.len() / 2);
                return Self {
                    content: Content::Bytes { kind, bytes },
                    ..self
                };
            }
        };
        let half = text.chars().take(text.chars().count() / 2).collect();
        Self {
            content: Content::Text { kind, text: half },
            ..self
        }
    }

    /// The answer on the wire, with the server's own time in its `Date` header.
    pub(super) fn into_response(self, now: Jst) -> Response {
        let (kind, body) = match self.content {
            Content::Json(value) => (JSON, Body::from(value.to_string())),
            Content::Text { kind, text } => (kind, Body::from(text)),
            Content::Bytes { kind, bytes } => (kind, Body::from(bytes)),
        };
        let mut response = Response::new(body);
        *response.status_mut() =
            StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
        if let Ok(date) = HeaderValue::from_str(&http_date(now)) {
            headers.insert(header::DATE, date);
        }
        for (name, value) in self.headers {
            if let Ok(value) = HeaderValue::from_str(&value) {
                headers.insert(HeaderName::from_static(name), value);
            }
        }
        response
    }
}

/// The content type of both services' answers.
pub(super) const JSON: &str = "application/json; charset=utf-8";
