//! The value of a setting, asked for at the keyboard.

use std::collections::BTreeMap;
use std::io;

use crate::locale::Text;
use crate::settings::Key;

use super::Context;
use super::failure::allowed;

/// Tells what the setting means and what it may be, and asks until the value is one. The return key alone leaves a
/// setting as it is.
///
/// # Errors
/// Where the terminal goes away.
pub(super) fn ask(
    key: Key,
    stored: &BTreeMap<String, String>,
    context: &Context,
) -> io::Result<String> {
    let output = &context.output;
    output.advise(&Text::family(
        "setting",
        &key.name().replace(['.', '_'], "-"),
    ));
    output.advise(&allowed(key));
    let before = stored.get(key.name()).map(String::as_str);
    let before = before.or(key.default_value());
    if !key.is_typed_hidden() {
        let question = Text::new("config-ask").with("key", key.name());
        return output.ask(&question, before, |value| objection(key, value));
    }
    let question = match before {
        Some(_) => "config-ask-again",
        None => "config-ask",
    };
    let question = Text::new(question).with("key", key.name());
    let typed = output.ask_hidden(&question, |value| match before {
        Some(_) if value.is_empty() => Ok(()),
        _ => objection(key, value),
    })?;
    Ok(match before {
        Some(before) if typed.is_empty() => before.to_owned(),
        _ => typed,
    })
}

/// What is wrong with a value; what it may be has been told already.
fn objection(key: Key, value: &str) -> Result<(), Text> {
    key.check(value)
        .map_err(|_| Text::new("config-ask-other").with("key", key.name()))
}
