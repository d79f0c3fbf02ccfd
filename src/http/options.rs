//! How both services are reached.

use std::path::PathBuf;
use std::time::Duration;

use percent_encoding::percent_decode_str;
use reqwest::Url;

use crate::domain::secret::Secret;

/// The settings `http.*`.
#[derive(Clone, Debug)]
pub struct Options {
    /// `http.timeout_seconds`: for a whole request, connecting and reading included.
    pub timeout: Duration,
    /// `http.proxy`. Loopback is never asked through a proxy.
    pub route: Route,
    /// `http.ca_file`: a PEM file of certificates trusted beside the system's.
    pub ca_file: Option<PathBuf>,
}

/// The way out.
#[derive(Clone, Debug)]
pub enum Route {
    /// What the environment says (`HTTPS_PROXY`, `NO_PROXY`).
    System,
    /// No proxy.
    Direct,
    /// This proxy; its address may bear a password.
    Proxy(Secret),
}

impl Default for Options {
    fn default() -> Self {
        Self {
            timeout: Duration::from_secs(30),
            route: Route::System,
            ca_file: None,
        }
    }
}

impl Options {
    /// What of them nobody may be told: the password in a proxy's address, and what is sent to it of it.
    pub fn secrets(&self) -> Vec<Secret> {
        let Route::Proxy(address) = &self.route else {
            return Vec::new();
        };
        let Some((user, password)) = user_and_password(address.reveal()) else {
            return Vec::new();
        };
        let sent = Secret::new(format!("{user}:{password}"));
        vec![Secret::new(password), sent, address.clone()]
    }
}

/// User and password of an address, as they are meant: not encoded.
fn user_and_password(address: &str) -> Option<(String, String)> {
    let url = Url::parse(address).ok()?;
    let meant = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
    Some((meant(url.username()), meant(url.password()?)))
}

#[cfg(test)]
mod tests {
    use super::{Options, Route, Secret};

    #[test]
    fn of_a_proxy_the_password_is_a_secret_as_it_is_written_and_as_it_is_sent() {
        for (route, secrets) in [
            (Route::System, vec![]),
            (Route::Direct, vec![]),
            (proxy("http://proxy:8080"), vec![]),
            (proxy("http://me@proxy:8080"), vec![]),
            (
                proxy("http://me:p%40ss@proxy:8080"),
                vec!["p@ss", "me:p@ss", "http://me:p%40ss@proxy:8080"],
            ),
        ] {
            let options = Options {
                route,
                ..Options::default()
            };
            let found = options.secrets();
            let found: Vec<&str> = found.iter().map(Secret::reveal).collect();
            assert_eq!(found, secrets);
        }
    }

    fn proxy(address: &str) -> Route {
        Route::Proxy(Secret::new(address))
    }
}
