//! What the libraries below say of a request that did not come through.

use std::error::Error;
use std::{io, iter};

use rustls::pki_types::UnixTime;
use rustls::{AlertDescription, CertificateError, PeerIncompatible};

use super::Reason;
use crate::domain::time::from_epoch;

/// How the errors of a CONNECT to a proxy begin, and two of them whole. Their type has no name outside of its
/// library.
const PROXY: &str = "tunnel error: ";
const PROXY_UNREACHED: &str = "tunnel error: failed to create underlying connection";
const PROXY_WANTS_CREDENTIALS: &str = "tunnel error: proxy authorization required";

/// What was in the way, and the words to tell of it.
pub(super) type Cause = (Reason, String);

/// Why a connection could not be made.
pub(super) fn of_connecting(error: &reqwest::Error) -> Cause {
    let cause = of_proxy(error).or_else(|| of_tls(error));
    cause.unwrap_or_else(|| {
        let reason = match error {
            _ if error.is_dns() => Reason::Name,
            _ if error.is_timeout() => Reason::Timeout,
            _ => Reason::Connect,
        };
        (reason, innermost(error))
    })
}

/// Why a connection broke that was in use.
pub(super) fn of_broken(error: &reqwest::Error) -> Cause {
    if error.is_timeout() {
        return (Reason::Timeout, innermost(error));
    }
    let is_garbled = causes(error)
        .filter_map(|cause| cause.downcast_ref())
        .any(hyper::Error::is_parse);
    let reason = if is_garbled {
        Reason::Garbled
    } else {
        Reason::Broken
    };
    of_tls(error).unwrap_or_else(|| (reason, innermost(error)))
}

/// Why no client could be built: of all that one is made of, only the certificates come from this machine.
pub(super) fn of_building(error: &reqwest::Error, has_ca_file: bool) -> Cause {
    let reason = match error {
        _ if has_ca_file => Reason::CaFile,
        _ if tls_errors(error).next().is_some() => Reason::NoAuthorities,
        _ => Reason::Request,
    };
    (reason, innermost(error))
}

/// The words of the cause at the bottom; the ones above only say that there is a cause. The
/// topmost error alone could name the URL, and it speaks only where it has no cause.
pub(super) fn innermost(error: &reqwest::Error) -> String {
    causes(error)
        .skip(1)
        .last()
        .map_or_else(|| "the request failed".to_owned(), ToString::to_string)
}

fn of_proxy(error: &reqwest::Error) -> Option<Cause> {
    let said = causes(error)
        .map(ToString::to_string)
        .find(|said| said.starts_with(PROXY))?;
    let reason = match said.as_str() {
        PROXY_UNREACHED => Reason::ProxyUnreached,
        PROXY_WANTS_CREDENTIALS => Reason::ProxyCredentials,
        _ => Reason::ProxyRefuses,
    };
    Some((reason, innermost(error)))
}

fn of_tls(error: &reqwest::Error) -> Option<Cause> {
    let cause = tls_errors(error).next()?;
    Some(match cause {
        rustls::Error::InvalidCertificate(certificate) => of_certificate(certificate),
        rustls::Error::PeerIncompatible(PeerIncompatible::ServerDoesNotSupportTls12Or13)
        | rustls::Error::AlertReceived(AlertDescription::ProtocolVersion) => {
            (Reason::OldTls, cause.to_string())
        }
        rustls::Error::AlertReceived(AlertDescription::CertificateRequired) => {
            (Reason::ClientCertificate, cause.to_string())
        }
        _ => (Reason::Tls, cause.to_string()),
    })
}

fn of_certificate(error: &CertificateError) -> Cause {
    match error {
        CertificateError::ExpiredContext { not_after, .. } => (Reason::Expired, day(*not_after)),
        CertificateError::NotValidYetContext { not_before, .. } => {
            (Reason::NotYetValid, day(*not_before))
        }
        CertificateError::NotValidForNameContext { presented, .. } => {
            (Reason::OtherHost, presented.join(", "))
        }
        // An authority that was made anew under its old name is known by that; its signature is not.
        CertificateError::UnknownIssuer
        | CertificateError::BadSignature
        | CertificateError::UnsupportedSignatureAlgorithmForPublicKeyContext { .. } => {
            let told = CertificateError::UnknownIssuer;
            (Reason::Untrusted, told.to_string())
        }
        _ => (Reason::Certificate, error.to_string()),
    }
}

/// The moment in Japan, to the minute.
fn day(time: UnixTime) -> String {
    let moment = i64::try_from(time.as_secs()).ok().and_then(from_epoch);
    moment.map_or_else(
        || time.as_secs().to_string(),
        |moment| moment.format("%Y-%m-%d %H:%M").to_string(),
    )
}

fn tls_errors(error: &reqwest::Error) -> impl Iterator<Item = &rustls::Error> {
    causes(error).filter_map(|cause| cause.downcast_ref())
}

/// An error and what it came of, down to the bottom.
fn causes<'a>(error: &'a (dyn Error + 'static)) -> impl Iterator<Item = &'a (dyn Error + 'static)> {
    iter::successors(Some(error), |error| below(*error))
}

/// What an error came of. The one that an [`io::Error`] was made of is not its source: only what that one came of is.
fn below<'a>(error: &'a (dyn Error + 'static)) -> Option<&'a (dyn Error + 'static)> {
    match error.downcast_ref().and_then(io::Error::get_ref) {
        Some(inner) => Some(inner),
        None => error.source(),
    }
}
