//! The shapes of MaLion's answers, as assumed.

use serde::Serialize;
use serde_json::json;

use super::world::Log;
use crate::sandbox::answer::Answer;

#[derive(Serialize)]
pub(super) struct Page {
    pub(super) total: usize,
    pub(super) offset: usize,
    pub(super) limit: usize,
    pub(super) has_next: bool,
    pub(super) logs: Vec<Row>,
}

#[derive(Serialize)]
pub(super) struct Row {
    #[serde(skip_serializing_if = "Option::is_none")]
    log_id: Option<String>,
    occurred_at: String,
    collected_at: String,
    operation: String,
    terminal: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    domain: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    user: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    link_code: Option<String>,
}

impl Row {
    pub(super) fn new(log: &Log) -> Self {
        const TIME: &str = "%Y-%m-%dT%H:%M:%S+09:00";
        Self {
            log_id: log.log_id.clone(),
            occurred_at: log.occurred_at.format(TIME).to_string(),
            collected_at: log.collected_at.format(TIME).to_string(),
            operation: log.operation.clone(),
            terminal: log.terminal.clone(),
            domain: log.domain.clone(),
            user: log.user.clone(),
            link_code: log.link_code.clone(),
        }
    }
}

/// Why a request is refused.
#[derive(Debug)]
pub(super) enum Refusal {
    BadRange(&'static str),
    WrongCodes,
    ApiOff,
    NotFound,
}

impl Refusal {
    pub(super) fn into_answer(self) -> Answer {
        let (status, code, message) = match self {
            Self::BadRange(message) => (400, "bad_range", message),
            Self::WrongCodes => (
                401,
                "unauthorized",
                "管理者コードまたはシークレットコードが正しくありません",
            ),
            Self::ApiOff => (403, "api_disabled", "API 連携が有効になっていません"),
            Self::NotFound => (404, "not_found", "Not Found"),
        };
        Answer::json(status, json!({"error": {"code": code, "message": message}}))
    }
}
