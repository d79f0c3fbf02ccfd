//! Why there is no answer, and how far the request had got.

use std::error::Error as _;
use std::io;

use thiserror::Error;

/// A request without a whole answer. No URL, header or credential stands in it.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Failure {
    /// No byte of the request left this machine for the server: surely nothing was applied.
    #[error("not connected ({reason:?}): {detail}")]
    NotConnected {
        /// What was in the way.
        reason: Reason,
        /// The system's own words.
        detail: String,
    },
    /// Bytes may have left, and no whole answer came back: nothing is known about its effect.
    #[error("no whole answer ({reason:?}): {detail}")]
    NoAnswer {
        /// What was in the way.
        reason: Reason,
        /// The system's own words.
        detail: String,
    },
}

/// What was in the way of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    /// The host's name has no address.
    Name,
    /// Nothing listens there, or the network or a proxy refuses the way.
    Connect,
    /// The server's certificate or the TLS handshake.
    Tls,
    /// Time ran out.
    Timeout,
    /// The connection broke while it was in use.
    Broken,
    /// The answer is larger than any answer may be.
    TooLarge,
    /// `http.ca_file` cannot be read or holds no certificate.
    CaFile,
    /// `http.proxy` is no address of a proxy.
    Proxy,
    /// The request could not be put together: an address or a header that cannot be one.
    Request,
}

impl Failure {
    /// What was in the way.
    pub fn reason(&self) -> Reason {
        match self {
            Self::NotConnected { reason, .. } | Self::NoAnswer { reason, .. } => *reason,
        }
    }

    /// Whether it is certain that the server saw nothing of the request.
    pub fn is_before_sending(&self) -> bool {
        matches!(self, Self::NotConnected { .. })
    }

    pub(super) fn before_sending(reason: Reason, detail: impl Into<String>) -> Self {
        Self::NotConnected {
            reason,
            detail: detail.into(),
        }
    }

    pub(super) fn after_sending(reason: Reason, detail: impl Into<String>) -> Self {
        Self::NoAnswer {
            reason,
            detail: detail.into(),
        }
    }

    /// What a request that did not come through means.
    pub(super) fn of_request(error: reqwest::Error) -> Self {
        let error = error.without_url();
        let detail = innermost(&error);
        if error.is_builder() {
            Self::before_sending(Reason::Request, detail)
        } else if error.is_connect() {
            Self::before_sending(connect_reason(&error), detail)
        } else {
            Self::after_sending(broken_reason(error.is_timeout()), detail)
        }
    }

    /// What a body that could not be read to its end means.
    pub(super) fn of_body(error: &io::Error) -> Self {
        let cause = error
            .get_ref()
            .and_then(|inner| inner.downcast_ref::<reqwest::Error>());
        let timeout = error.kind() == io::ErrorKind::TimedOut
            || cause.is_some_and(reqwest::Error::is_timeout);
        // The error's own text would name the URL.
        let detail = cause.map_or_else(|| error.kind().to_string(), innermost);
        Self::after_sending(broken_reason(timeout), detail)
    }
}

fn broken_reason(timeout: bool) -> Reason {
    if timeout {
        Reason::Timeout
    } else {
        Reason::Broken
    }
}

fn connect_reason(error: &reqwest::Error) -> Reason {
    if error.is_dns() {
        return Reason::Name;
    }
    if error.is_timeout() {
        return Reason::Timeout;
    }
    let mut source = error.source();
    while let Some(inner) = source {
        if inner.downcast_ref().is_some_and(is_tls) {
            return Reason::Tls;
        }
        source = inner.source();
    }
    Reason::Connect
}

/// The TLS layer reports what the other side did as invalid data, at times wrapped once more.
fn is_tls(error: &io::Error) -> bool {
    let wrapped = error.get_ref().and_then(|inner| inner.downcast_ref());
    error.kind() == io::ErrorKind::InvalidData || wrapped.is_some_and(is_tls)
}

/// The words of the cause at the bottom; the ones above only say that there is a cause. The
/// topmost error alone could name the URL, and it speaks only where it has no cause.
fn innermost(error: &reqwest::Error) -> String {
    let Some(mut deepest) = error.source() else {
        return "the request failed".to_owned();
    };
    while let Some(inner) = deepest.source() {
        deepest = inner;
    }
    deepest.to_string()
}
