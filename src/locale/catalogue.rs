//! The catalogue files, one an area and language, as they are built into the program.

use fluent_bundle::FluentResource;
use fluent_bundle::concurrent::FluentBundle;
use unic_langid::LanguageIdentifier;

use super::Lang;

/// The files of a language, with their names.
pub(super) fn files(lang: Lang) -> [(&'static str, &'static str); 13] {
    match lang {
        Lang::Ja => [
            ("words", include_str!("ja/words.ftl")),
            ("help", include_str!("ja/help.ftl")),
            ("config", include_str!("ja/config.ftl")),
            ("settings", include_str!("ja/settings.ftl")),
            ("errors", include_str!("ja/errors.ftl")),
            ("employees", include_str!("ja/employees.ftl")),
            ("accounts", include_str!("ja/accounts.ftl")),
            ("relay", include_str!("ja/relay.ftl")),
            ("punches", include_str!("ja/punches.ftl")),
            ("check", include_str!("ja/check.ftl")),
            ("sandbox", include_str!("ja/sandbox.ftl")),
            ("profile", include_str!("ja/profile.ftl")),
            ("schemas", include_str!("ja/schemas.ftl")),
        ],
        Lang::En => [
            ("words", include_str!("en/words.ftl")),
            ("help", include_str!("en/help.ftl")),
            ("config", include_str!("en/config.ftl")),
            ("settings", include_str!("en/settings.ftl")),
            ("errors", include_str!("en/errors.ftl")),
            ("employees", include_str!("en/employees.ftl")),
            ("accounts", include_str!("en/accounts.ftl")),
            ("relay", include_str!("en/relay.ftl")),
            ("punches", include_str!("en/punches.ftl")),
            ("check", include_str!("en/check.ftl")),
            ("sandbox", include_str!("en/sandbox.ftl")),
            ("profile", include_str!("en/profile.ftl")),
            ("schemas", include_str!("en/schemas.ftl")),
        ],
    }
}

/// Reads a language's files. A file that a test has not seen cannot be here, so a part that does not
/// parse is left out rather than keeping the program from its work.
pub(super) fn bundle(lang: Lang) -> FluentBundle<FluentResource> {
    let language: LanguageIdentifier = lang.name().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    bundle.set_use_isolating(false);
    for (_, text) in files(lang) {
        let resource = match FluentResource::try_new(text.to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
    }
    bundle
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};
    use std::fs;
    use std::path::Path;

    use fluent_bundle::FluentResource;

    use super::files;
    use crate::locale::Lang;

    /// Every key of a language's files with the variables that its pattern takes.
    fn keys(lang: Lang) -> BTreeMap<String, BTreeSet<String>> {
        let mut keys = BTreeMap::new();
        for (file, text) in files(lang) {
            FluentResource::try_new(text.to_owned())
                .unwrap_or_else(|(_, errors)| panic!("{} {file}: {errors:?}", lang.name()));
            let mut key = String::new();
            for line in text.lines() {
                let starts = line.starts_with(|c: char| c.is_ascii_lowercase());
                let attribute = line.trim_start().strip_prefix('.').filter(|_| !starts);
                if let Some((name, _)) = line.split_once(" =").filter(|_| starts) {
                    key = name.to_owned();
                } else if let Some((name, _)) = attribute.and_then(|rest| rest.split_once(" =")) {
                    let message = key.split('.').next().unwrap_or_default();
                    key = format!("{message}.{name}");
                }
                let variables: &mut BTreeSet<String> = keys.entry(key.clone()).or_default();
                for piece in line.split('$').skip(1) {
                    let name = |c: char| c.is_ascii_alphanumeric() || c == '_';
                    let variable: String = piece.chars().take_while(|c| name(*c)).collect();
                    // $NAME in capitals is a shell's variable in a help text.
                    if !variable.starts_with(|c: char| c.is_ascii_uppercase()) {
                        variables.insert(variable);
                    }
                }
            }
        }
        keys.remove("");
        keys
    }

    /// The source of the program without its tests.
    fn source() -> String {
        fn gather(folder: &Path, text: &mut String) {
            for entry in fs::read_dir(folder).unwrap().flatten() {
                let path = entry.path();
                if path.is_dir() {
                    gather(&path, text);
                } else if path.extension().is_some_and(|kind| kind == "rs")
                    && !path.ends_with("tests.rs")
                {
                    let file = fs::read_to_string(&path).unwrap();
                    let tests = file
                        .rfind("#[cfg(test)]")
                        .filter(|at| file[*at..].contains("mod tests"));
                    text.push_str(&file[..tests.unwrap_or(file.len())]);
                }
            }
        }
        let mut text = String::new();
        gather(
            &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
            &mut text,
        );
        text
    }

    /// The string literals that stand as the argument `position` of calls of `function`.
    fn arguments<'a>(source: &'a str, function: &str, position: usize) -> Vec<&'a str> {
        source
            .split(function)
            .skip(1)
            .filter_map(|call| call.trim_start().strip_prefix('"'))
            .filter_map(|call| call.split('"').nth(position * 2))
            .collect()
    }

    #[test]
    fn both_languages_have_the_same_keys_with_the_same_variables() {
        let (ja, en) = (keys(Lang::Ja), keys(Lang::En));
        let only = |one: &BTreeMap<String, _>, other: &BTreeMap<String, _>| -> Vec<String> {
            one.keys()
                .filter(|key| !other.contains_key(*key))
                .cloned()
                .collect()
        };
        assert_eq!(only(&ja, &en), Vec::<String>::new(), "only in Japanese");
        assert_eq!(only(&en, &ja), Vec::<String>::new(), "only in English");
        for (key, variables) in &ja {
            assert_eq!(variables, &en[key], "{key}");
        }
    }

    #[test]
    fn every_key_that_the_source_says_exists() {
        let (source, keys) = (source(), keys(Lang::En));
        let said = arguments(&source, "Text::new(", 0)
            .into_iter()
            .chain(arguments(&source, "Column::new(", 1));
        let missing: Vec<_> = said.filter(|key| !keys.contains_key(*key)).collect();
        assert!(missing.is_empty(), "{missing:#?}");
        for family in arguments(&source, "Text::family(", 0) {
            let prefix = format!("{family}-");
            assert!(keys.keys().any(|key| key.starts_with(&prefix)), "{family}");
        }
    }

    /// Every literal of the source as it stands in a key: that of `kot.lanes` is `kot-lanes`, and a version is none
    /// of it. What stands between two literals is among them, and is no part of any key.
    fn parts_of_keys(source: &str) -> BTreeSet<String> {
        let literals = source.split('"');
        let unversioned = literals.map(|literal| literal.trim_end_matches(".v1"));
        unversioned
            .map(|literal| literal.replace(['.', '_'], "-"))
            .collect()
    }

    #[test]
    fn no_key_is_told_twice() {
        for lang in Lang::ALL {
            let texts = files(lang).map(|(_, text)| text);
            let mut seen = BTreeSet::new();
            for line in texts.iter().flat_map(|text| text.lines()) {
                if let Some((key, _)) = line.split_once(" =")
                    && line.starts_with(|c: char| c.is_ascii_lowercase())
                {
                    assert!(seen.insert(key), "{}: {key}", lang.name());
                }
            }
        }
    }

    #[test]
    fn no_key_is_unused() {
        let source = source();
        let parts = parts_of_keys(&source);
        let is_part =
            |part: &str| parts.contains(&part.replace('_', "-")) || part.parse::<u8>().is_ok();
        let families: Vec<String> = arguments(&source, "Text::family(", 0)
            .into_iter()
            .map(|family| format!("{family}-"))
            .collect();
        let unused: Vec<String> = keys(Lang::En)
            .into_keys()
            .filter(|key| {
                let literal = source.contains(&format!("\"{key}\""));
                let member =
                    |prefix: &String| key.strip_prefix(prefix.as_str()).is_some_and(is_part);
                let family = families.iter().any(member);
                // Help is found by the path of a command; `cli::help` tests that.
                let help = key == "help" || key.starts_with("help-") || key.starts_with("help.");
                !literal && !family && !help
            })
            .collect();
        assert!(unused.is_empty(), "{unused:#?}");
    }
}
