//! The entries of `pcpunch-settings(5)`, out of the table of settings itself.

use crate::commands::failure::allowed;
use crate::locale::{Locale, Text};
use crate::settings::Key;

/// The line of the prose that the entries take the place of.
const PLACE: &str = "{settings}";

/// Puts an entry for each setting into the prose.
pub(super) fn fill_in(prose: &str, locale: &Locale) -> String {
    if !prose.contains(PLACE) {
        return prose.to_owned();
    }
    let entries: Vec<String> = Key::ALL.iter().map(|key| entry(*key, locale)).collect();
    prose.replace(PLACE, entries.join("\n\n").as_str())
}

/// Key and variable, what the setting means, what it may be and what it is by default.
fn entry(key: Key, locale: &Locale) -> String {
    let meaning = Text::family("setting", &key.name().replace(['.', '_'], "-"));
    let default = match key.default_value() {
        Some(value) => Text::new("settings-default").with("value", value),
        None => Text::new("settings-no-default"),
    };
    format!(
        "= `{}` ({})\n{}\n{}\n{}",
        key.name(),
        key.variable(),
        locale.say(&meaning),
        locale.say(&allowed(key)),
        locale.say(&default),
    )
}

#[cfg(test)]
mod tests {
    use super::{Key, entry};
    use crate::locale::{Lang, Locale};

    #[test]
    fn every_setting_is_told_in_both_languages() {
        for lang in Lang::ALL {
            let locale = Locale::new(lang);
            for key in Key::ALL {
                let entry = entry(*key, &locale);
                assert!(!entry.contains("\nsetting-"), "{entry}");
                assert!(!entry.contains("\nallowed-"), "{entry}");
            }
        }
    }
}
