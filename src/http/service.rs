//! One server, and the client that asks it.

use std::fmt;
use std::fs;
use std::io::Read;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use reqwest::blocking::{Client, RequestBuilder, Response};
use reqwest::header::{ACCEPT, CONTENT_TYPE, HeaderName, HeaderValue};
use reqwest::{Certificate, Method, NoProxy, Proxy, Url, redirect, retry};

use super::encoding::urlencoded;
use super::{Answer, Failure, Options, Reason, Route};
use crate::domain::secret::Secret;

const USER_AGENT: &str = concat!("pcpunch/", env!("CARGO_PKG_VERSION"));
const LARGEST_READING: u64 = 64 * 1024 * 1024;
/// Of an answer to a punch, of which lanes may have 64 at a time, and of an error.
const LARGEST_OTHER: u64 = 1024 * 1024;
const LONGEST_CONNECT: Duration = Duration::from_secs(10);
/// A connection idle for longer may be half closed, and a POST lost on it would be of unknown effect.
const LONGEST_IDLE: Duration = Duration::from_secs(5);
const FORM: &str = "application/x-www-form-urlencoded";
const NEVER_BY_PROXY: &str = "localhost,127.0.0.0/8,::1";

/// One request, as the rooms of the two services put it.
#[derive(Clone, Default)]
pub struct Ask<'a> {
    /// The path below the base URL, segment by segment, not encoded.
    pub path: &'a [&'a str],
    /// The query, not encoded.
    pub query: &'a [(&'a str, &'a str)],
    /// Headers; their values are treated as secrets.
    pub headers: &'a [(&'a str, &'a str)],
    /// A JSON body, which makes it a POST.
    pub json: Option<&'a serde_json::Value>,
    /// A form as the body, not encoded, which makes it a POST; it may bear secrets.
    pub form: Option<&'a [(&'a str, &'a str)]>,
    /// User and password of HTTP's own authentication.
    pub basic: Option<(&'a Secret, &'a Secret)>,
    /// What kinds of answers are wanted, if not JSON.
    pub accept: Option<&'static str>,
}

/// A server by its base URL. The client is built when it is first needed, once: it costs 5 ms.
pub struct Service {
    base_url: String,
    options: Options,
    client: OnceLock<Result<Client, Failure>>,
}

/// Its address may be the secret of a watcher.
impl fmt::Debug for Service {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Service").finish_non_exhaustive()
    }
}

impl Service {
    /// A server that has not been asked yet. `base_url` may bear a path; it is read when first needed.
    pub fn new(base_url: impl Into<String>, options: Options) -> Self {
        Self {
            base_url: base_url.into(),
            options,
            client: OnceLock::new(),
        }
    }

    /// Asks once: HTTP/1.1, no redirect, no repetition.
    ///
    /// # Errors
    ///
    /// [`Failure`], which says how far the request got. Any status is an answer.
    pub fn ask(&self, ask: &Ask<'_>) -> Result<Answer, Failure> {
        let url = self.url(ask)?;
        let host = host(&url);
        self.ask_at(url, ask)
            .map_err(|failure| failure.asking(host))
    }

    fn ask_at(&self, url: Url, ask: &Ask<'_>) -> Result<Answer, Failure> {
        let client = self.client.get_or_init(|| build(&self.options, &url));
        let method = match (ask.json, ask.form) {
            (None, None) => Method::GET,
            _ => Method::POST,
        };
        let mut request = client.as_ref().map_err(Clone::clone)?.request(method, url);
        for (name, value) in ask.headers {
            request = secret_header(request, name, value)?;
        }
        if let Some((user, password)) = ask.basic {
            request = request.basic_auth(user.reveal(), Some(password.reveal()));
        }
        if let Some(accept) = ask.accept {
            request = request.header(ACCEPT, accept);
        }
        if let Some(json) = ask.json {
            request = request.json(json);
        }
        if let Some(form) = ask.form {
            request = request.header(CONTENT_TYPE, FORM).body(urlencoded(form));
        }
        let began = Instant::now();
        let response = request.send().map_err(Failure::of_request)?;
        let status = response.status().as_u16();
        let headers = response.headers().clone();
        let largest = match ask.json {
            None if response.status().is_success() => LARGEST_READING,
            _ => LARGEST_OTHER,
        };
        let body = read_body(response, began, self.options.timeout, largest)?;
        Ok(Answer::of(status, &headers, body))
    }

    fn url(&self, ask: &Ask<'_>) -> Result<Url, Failure> {
        let unusable = || Failure::before_sending(Reason::Request, "the base URL is no URL");
        let mut url = Url::parse(&self.base_url).map_err(|_| unusable())?;
        url.path_segments_mut()
            .map_err(|()| unusable())?
            .pop_if_empty()
            .extend(ask.path);
        if !ask.query.is_empty() {
            url.query_pairs_mut().extend_pairs(ask.query);
        }
        Ok(url)
    }
}

fn secret_header(
    request: RequestBuilder,
    name: &str,
    value: &str,
) -> Result<RequestBuilder, Failure> {
    let unusable = |_| Failure::before_sending(Reason::Request, format!("header {name}"));
    let header = HeaderName::from_bytes(name.as_bytes())
        .map_err(|_| Failure::before_sending(Reason::Request, format!("header {name}")))?;
    let mut value = HeaderValue::from_str(value).map_err(unusable)?;
    value.set_sensitive(true);
    Ok(request.header(header, value))
}

fn build(options: &Options, url: &Url) -> Result<Client, Failure> {
    // Shorter than the whole, so that a connection that never came is known as such.
    let connect = LONGEST_CONNECT.min(options.timeout.mul_f32(0.9));
    let mut builder = Client::builder()
        .user_agent(USER_AGENT)
        .default_headers(
            [(ACCEPT, HeaderValue::from_static("application/json"))]
                .into_iter()
                .collect(),
        )
        .http1_only()
        .timeout(options.timeout)
        .connect_timeout(connect)
        .redirect(redirect::Policy::none())
        .retry(retry::never())
        .referer(false)
        .pool_idle_timeout(LONGEST_IDLE);
    if url.scheme() == "http" {
        // Reading the system's certificates is most of what a client costs, and here none is asked for.
        builder = builder.tls_certs_only([]);
    }
    for certificate in company_certificates(options)? {
        builder = builder.tls_certs_merge([certificate]);
    }
    match &options.route {
        Route::Proxy(address) => {
            // The address may hold a password: nothing of it is repeated.
            let proxy = Proxy::all(address.reveal()).map_err(|_| {
                Failure::before_sending(Reason::Proxy, "not the address of a proxy")
            })?;
            builder = builder.proxy(proxy.no_proxy(NoProxy::from_string(NEVER_BY_PROXY)));
        }
        Route::System if !is_loopback(url) => {}
        Route::System | Route::Direct => builder = builder.no_proxy(),
    }
    let has_ca_file = options.ca_file.is_some();
    builder
        .build()
        .map_err(|error| Failure::of_building(error, has_ca_file))
}

fn company_certificates(options: &Options) -> Result<Vec<Certificate>, Failure> {
    let Some(file) = &options.ca_file else {
        return Ok(Vec::new());
    };
    let unusable = |detail: String| Failure::before_sending(Reason::CaFile, detail);
    let pem = fs::read(file).map_err(|error| unusable(error.to_string()))?;
    let certificates = Certificate::from_pem_bundle(&pem)
        .map_err(|error| unusable(error.without_url().to_string()))?;
    if certificates.is_empty() {
        return Err(unusable("no certificate in it".to_owned()));
    }
    Ok(certificates)
}

/// Who an address leads to, as people write it.
fn host(url: &Url) -> Option<String> {
    let host = url.host_str()?;
    Some(match url.port() {
        None => host.to_owned(),
        Some(port) => format!("{host}:{port}"),
    })
}

fn is_loopback(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default();
    let address = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost"
        || address
            .parse::<std::net::IpAddr>()
            .is_ok_and(|ip| ip.is_loopback())
}

/// Reads a body to its end, as it comes: nothing is unpacked that a server packed. The client's own timeout begins anew with each piece; a server that
/// dribbles is held to the whole.
fn read_body(
    mut response: Response,
    began: Instant,
    timeout: Duration,
    largest: u64,
) -> Result<Vec<u8>, Failure> {
    let too_large = || {
        let detail = format!("over {} MiB", largest / 1024 / 1024);
        Failure::after_sending(Reason::TooLarge, detail)
    };
    if response.content_length().is_some_and(|said| said > largest) {
        return Err(too_large());
    }
    let mut body = Vec::new();
    let mut piece = vec![0; 64 * 1024];
    loop {
        let read = response
            .read(&mut piece)
            .map_err(|error| Failure::of_body(&error))?;
        let Some(bytes) = piece.get(..read).filter(|bytes| !bytes.is_empty()) else {
            return Ok(body);
        };
        body.extend_from_slice(bytes);
        if body.len() as u64 > largest {
            return Err(too_large());
        }
        if began.elapsed() > timeout {
            return Err(Failure::after_sending(
                Reason::Timeout,
                "the body took too long",
            ));
        }
    }
}

#[cfg(test)]
mod tests;
