//! A request as a service sees it: read whole, its query and path decoded.

use axum::body::to_bytes;
use axum::extract::{Query, Request};
use axum::http::HeaderMap;

/// More than any request of the job; a longer one is not read.
const LONGEST_BODY: usize = 8 * 1024 * 1024;

/// One request, read to its last byte.
#[derive(Clone)]
pub(super) struct Asked {
    pub(super) method: String,
    pub(super) path: String,
    pub(super) query: String,
    pub(super) pairs: Vec<(String, String)>,
    pub(super) headers: HeaderMap,
    pub(super) body: Vec<u8>,
}

impl Asked {
    /// Reads a request whole; `None` where the caller left before its end.
    pub(super) async fn read(request: Request) -> Option<Self> {
        let (head, body) = request.into_parts();
        let body = to_bytes(body, LONGEST_BODY).await.ok()?;
        let pairs = Query::try_from_uri(&head.uri)
            .map(|Query(pairs)| pairs)
            .unwrap_or_default();
        Some(Self {
            method: head.method.to_string(),
            path: head.uri.path().to_owned(),
            query: head.uri.query().unwrap_or_default().to_owned(),
            pairs,
            headers: head.headers,
            body: body.to_vec(),
        })
    }

    /// The first value of a query parameter.
    pub(super) fn param(&self, name: &str) -> Option<&str> {
        self.pairs
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    /// A header's value, where it is text.
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// The parts of the path between its slashes, decoded.
    pub(super) fn segments(&self) -> Vec<String> {
        let path = self.path.strip_prefix('/').unwrap_or(&self.path);
        path.split('/').map(percent_decoded).collect()
    }
}

/// The pairs of a form, decoded.
pub(super) fn form_pairs(body: &[u8]) -> Vec<(String, String)> {
    let text = String::from_utf8_lossy(body);
    let decoded = |text: &str| percent_decoded(&text.replace('+', " "));
    text.split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (decoded(name), decoded(value))
        })
        .collect()
}

fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, tail)) = rest.split_first() {
        let escaped = (first == b'%')
            .then(|| tail.get(..2))
            .flatten()
            .and_then(|digits| std::str::from_utf8(digits).ok())
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        bytes.push(escaped.unwrap_or(first));
        rest = match escaped {
            Some(_) => tail.get(2..).unwrap_or_default(),
            None => tail,
        };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::{form_pairs, percent_decoded};

    #[test]
    fn a_form_is_pairs() {
        let pairs = form_pairs(b"a=1%2B1&b=x+y&c");
        let told: Vec<_> = pairs
            .iter()
            .map(|(a, b)| (a.as_str(), b.as_str()))
            .collect();
        assert_eq!(told, [("a", "1+1"), ("b", "x y"), ("c", "")]);
    }

    #[test]
    fn a_path_is_decoded_and_a_stray_percent_sign_stays() {
        for (raw, decoded) in [
            ("1000", "1000"),
            ("A%20b", "A b"),
            ("%E5%8B%A4", "勤"),
            ("50%", "50%"),
            ("%zz", "%zz"),
        ] {
            assert_eq!(percent_decoded(raw), decoded);
        }
    }
}
