//! What a request without an answer means, for both services.

use crate::commands::{Exit, Failure};
use crate::http::{Failure as NoAnswer, Reason};
use crate::locale::Text;

/// The failure of a request to that service, or to what a setting names.
pub(in crate::commands) fn failure(service: &'static str, error: &NoAnswer) -> Failure {
    let (NoAnswer::NotConnected { reason, detail } | NoAnswer::NoAnswer { reason, detail }) = error;
    let (exit, code, name) = match reason {
        Reason::Name => (Exit::Unreachable, "http.name", "name"),
        Reason::Connect => (Exit::Unreachable, "http.connect", "connect"),
        Reason::Tls => (Exit::Unreachable, "http.tls", "tls"),
        Reason::Timeout => (Exit::Unreachable, "http.timeout", "timeout"),
        Reason::Broken => (Exit::Unreachable, "http.broken", "broken"),
        Reason::TooLarge => (Exit::Unreachable, "http.too_large", "too-large"),
        Reason::CaFile => (Exit::Usage, "http.ca_file", "ca-file"),
        Reason::Proxy => (Exit::Usage, "http.proxy", "proxy"),
        Reason::Request => (Exit::Usage, "http.request", "request"),
    };
    let message = Text::family("http", name)
        .with("service", service)
        .with("detail", detail.as_str());
    Failure::new(exit, code, message).remedy(Text::family("http-remedy", name))
}

/// A server's own words, where it said some.
pub(super) fn words(code: Option<&str>, message: Option<&str>) -> Text {
    match (code, message) {
        (None, None) => Text::new("server-said-nothing"),
        (None, Some(message)) => Text::new("server-said").with("message", message),
        (Some(code), message) => Text::new("server-said-code")
            .with("code", code)
            .with("message", message.unwrap_or_default()),
    }
}
