//! Why there is no answer, and how far the request had got.

use std::io;

use thiserror::Error;

use super::cause::{self, Cause};

/// A request without a whole answer. No path, header or credential stands in it.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Failure {
    /// No byte of the request left this machine for the server: surely nothing was applied.
    #[error("not connected ({reason:?}): {detail}")]
    NotConnected {
        /// What was in the way.
        reason: Reason,
        /// Who was asked, `host` or `host:port`, where that is known.
        host: Option<String>,
        /// The system's own words; a time or a list of names where the reason says so.
        detail: String,
    },
    /// Bytes may have left, and no whole answer came back: nothing is known about its effect.
    #[error("no whole answer ({reason:?}): {detail}")]
    NoAnswer {
        /// What was in the way.
        reason: Reason,
        /// Who was asked, `host` or `host:port`, where that is known.
        host: Option<String>,
        /// The system's own words; a time or a list of names where the reason says so.
        detail: String,
    },
}

/// What was in the way of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    /// The host's name has no address.
    Name,
    /// Nothing listens there, or the network refuses the way.
    Connect,
    /// The proxy itself cannot be connected to.
    ProxyUnreached,
    /// The proxy wants a user and a password, or others (407).
    ProxyCredentials,
    /// The proxy does not let this host be reached, or broke while it was asked to.
    ProxyRefuses,
    /// The server's certificate is past its time; the detail is until when it was good, in Japan.
    Expired,
    /// The server's certificate is before its time, or this machine's clock is; the detail is from when on it is
    /// good, in Japan.
    NotYetValid,
    /// The server's certificate is another host's; the detail is whose.
    OtherHost,
    /// The server's certificate is of an authority that this machine does not trust.
    Untrusted,
    /// The server's certificate cannot be one of a server.
    Certificate,
    /// The server speaks no TLS of 1.2 or later.
    OldTls,
    /// The server lets in only whoever has a certificate.
    ClientCertificate,
    /// Anything else about the TLS handshake.
    Tls,
    /// Time ran out.
    Timeout,
    /// The connection broke while it was in use.
    Broken,
    /// What came is no HTTP, or its head is larger than any head may be.
    Garbled,
    /// The answer is larger than any answer may be.
    TooLarge,
    /// `http.ca_file` cannot be read or holds no certificate.
    CaFile,
    /// This machine has no certificate authorities.
    NoAuthorities,
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

    /// The same of a request to that host, or to nobody whose name is to be told.
    pub fn asking(mut self, asked: Option<String>) -> Self {
        let (Self::NotConnected { host, .. } | Self::NoAnswer { host, .. }) = &mut self;
        *host = asked;
        self
    }

    pub(super) fn before_sending(reason: Reason, detail: impl Into<String>) -> Self {
        Self::NotConnected {
            reason,
            host: None,
            detail: detail.into(),
        }
    }

    pub(super) fn after_sending(reason: Reason, detail: impl Into<String>) -> Self {
        Self::NoAnswer {
            reason,
            host: None,
            detail: detail.into(),
        }
    }

    /// What a request that did not come through means.
    pub(super) fn of_request(error: reqwest::Error) -> Self {
        let error = error.without_url();
        if error.is_builder() {
            Self::before_sending(Reason::Request, cause::innermost(&error))
        } else if error.is_connect() {
            let (reason, detail) = cause::of_connecting(&error);
            Self::before_sending(reason, detail)
        } else {
            let (reason, detail) = cause::of_broken(&error);
            Self::after_sending(reason, detail)
        }
    }

    /// What it means that no client could be built, from `http.ca_file` too where it is set.
    pub(super) fn of_building(error: reqwest::Error, has_ca_file: bool) -> Self {
        let (reason, detail) = cause::of_building(&error.without_url(), has_ca_file);
        Self::before_sending(reason, detail)
    }

    /// What a body that could not be read to its end means.
    pub(super) fn of_body(error: &io::Error) -> Self {
        let known: Option<&reqwest::Error> = error.get_ref().and_then(|inner| inner.downcast_ref());
        // The error's own text would name the URL.
        let (reason, detail): Cause = match known {
            Some(known) => cause::of_broken(known),
            None if error.kind() == io::ErrorKind::TimedOut => {
                (Reason::Timeout, error.kind().to_string())
            }
            None => (Reason::Broken, error.kind().to_string()),
        };
        Self::after_sending(reason, detail)
    }
}
