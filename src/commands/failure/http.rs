//! What a request without an answer means, for both services.

use crate::commands::{Exit, Failure};
use crate::http::{Failure as NoAnswer, Reason};
use crate::locale::Text;

/// The failure of a request to that service, or to what a setting names.
pub(in crate::commands) fn failure(service: &'static str, error: &NoAnswer) -> Failure {
    let (NoAnswer::NotConnected {
        reason,
        host,
        detail,
    }
    | NoAnswer::NoAnswer {
        reason,
        host,
        detail,
    }) = error;
    let (exit, code, name) = match reason {
        Reason::Name => (Exit::Unreachable, "http.name", "name"),
        Reason::Connect => (Exit::Unreachable, "http.connect", "connect"),
        Reason::ProxyUnreached => (Exit::Unreachable, "http.proxy_unreached", "proxy-unreached"),
        Reason::ProxyCredentials => (Exit::Access, "http.proxy_refused", "proxy-credentials"),
        Reason::ProxyRefuses => (Exit::Unreachable, "http.proxy_refuses", "proxy-refuses"),
        Reason::Expired => (Exit::Unreachable, "http.expired", "expired"),
        Reason::NotYetValid => (Exit::Unreachable, "http.not_yet_valid", "not-yet-valid"),
        Reason::OtherHost => (Exit::Unreachable, "http.other_host", "other-host"),
        Reason::Untrusted => (Exit::Unreachable, "http.untrusted", "untrusted"),
        Reason::Certificate => (Exit::Unreachable, "http.certificate", "certificate"),
        Reason::OldTls => (Exit::Unreachable, "http.old_tls", "old-tls"),
        Reason::ClientCertificate => (
            Exit::Unreachable,
            "http.client_certificate",
            "client-certificate",
        ),
        Reason::Tls => (Exit::Unreachable, "http.tls", "tls"),
        Reason::Timeout => (Exit::Unreachable, "http.timeout", "timeout"),
        Reason::Broken => (Exit::Unreachable, "http.broken", "broken"),
        Reason::Garbled => (Exit::Unreachable, "http.garbled", "garbled"),
        Reason::TooLarge => (Exit::Unreachable, "http.too_large", "too-large"),
        Reason::CaFile => (Exit::Usage, "http.ca_file", "ca-file"),
        Reason::NoAuthorities => (Exit::Usage, "http.no_authorities", "no-authorities"),
        Reason::Proxy => (Exit::Usage, "http.proxy", "proxy"),
        Reason::Request => (Exit::Usage, "http.request", "request"),
    };
    let service = match host {
        Some(host) => format!("{service} ({host})"),
        None => service.to_owned(),
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
