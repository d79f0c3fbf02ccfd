//! KING OF TIME's own words for an error, in both of its shapes (KOT section 5.1).

use serde::Deserialize;
use serde_json::Value;

/// What KING OF TIME says is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Words {
    /// The first error's code.
    pub(super) code: String,
    /// All messages, in order.
    pub(super) message: String,
    codes: Vec<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Shape {
    List { errors: Vec<One> },
    Flat(One),
}

#[derive(Deserialize)]
struct One {
    code: Value,
    message: String,
}

impl Words {
    /// Reads an error body; `None` where it has neither shape, as a gateway's page has not.
    pub(super) fn of_body(body: &[u8]) -> Option<Self> {
        // A list of employees may be tens of megabytes: it is not taken apart to look for an error.
        if !body.trim_ascii_start().starts_with(b"{") {
            return None;
        }
        let errors = match serde_json::from_slice(body).ok()? {
            Shape::List { errors } => errors,
            Shape::Flat(error) => vec![error],
        };
        let codes: Vec<String> = errors
            .iter()
            .map(|error| code_text(&error.code))
            .collect::<Option<_>>()?;
        let messages: Vec<String> = errors.into_iter().map(|error| error.message).collect();
        Some(Self {
            code: codes.first()?.clone(),
            message: messages.join(" / "),
            codes,
        })
    }

    /// Too many requests: 303, and 308 as one client read it (KOT section 5.2).
    pub(super) fn is_too_many(&self) -> bool {
        self.has("303") || self.has("308")
    }

    /// The closed hours: 104 (KOT section 5.4).
    pub(super) fn is_closed_hours(&self) -> bool {
        self.has("104")
    }

    /// A wrong token, an IP address not on its list or a missing permission: 100, 105 (KOT section 5.2).
    pub(super) fn is_access(&self) -> bool {
        self.has("100") || self.has("105")
    }

    fn has(&self, code: &str) -> bool {
        self.codes.iter().any(|known| known == code)
    }
}

/// A code is a whole number or its digits.
fn code_text(code: &Value) -> Option<String> {
    let text = match code {
        Value::Number(number) => number.to_string(),
        Value::String(text) => text.clone(),
        _ => return None,
    };
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then_some(text)
}

#[cfg(test)]
mod tests {
    use super::Words;

    #[test]
    fn both_shapes_of_an_error_are_read_and_nothing_else() {
        let two = r#"{"errors":[{"message":"Bad Authentication.","code":111},{"message":"Id is empty.","code":222}]}"#;
        let rows = [
            (two, Some(("111", "Bad Authentication. / Id is empty."))),
            (
                r#"{"code":"303","message":"Too Many Requests"}"#,
                Some(("303", "Too Many Requests")),
            ),
            (r#"{"code":303,"message":"m"}"#, Some(("303", "m"))),
            (r#"{"errors":[]}"#, None),
            (r#"{"errors":[{"message":"m"}]}"#, None),
            (r#"{"message":"Forbidden"}"#, None),
            (r#"{"code":"E-1","message":"m"}"#, None),
            (r#"{"code":"","message":"m"}"#, None),
            (r#"{"code":4.5,"message":"m"}"#, None),
            ("[]", None),
            ("null", None),
            ("", None),
            ("<html>403</html>", None),
        ];
        for (body, expected) in rows {
            let words = Words::of_body(body.as_bytes());
            let seen = words
                .as_ref()
                .map(|w| (w.code.as_str(), w.message.as_str()));
            assert_eq!(seen, expected, "{body}");
        }
    }
}
