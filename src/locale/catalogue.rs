//! The catalogue files, one an area and language, as they are built into the program.

use fluent_bundle::FluentResource;
use fluent_bundle::concurrent::FluentBundle;
use unic_langid::LanguageIdentifier;

use super::Lang;

/// The files of a language, with their names.
pub(super) fn files(lang: Lang) -> [(&'static str, &'static str); 10] {
    match lang {
        Lang::Ja => [
            ("words", include_str!("ja/words.ftl")),
            ("help", include_str!("ja/help.ftl")),
            ("config", include_str!("ja/config.ftl")),
            ("errors", include_str!("ja/errors.ftl")),
            ("employees", include_str!("ja/employees.ftl")),
            ("accounts", include_str!("ja/accounts.ftl")),
            ("relay", include_str!("ja/relay.ftl")),
            ("punches", include_str!("ja/punches.ftl")),
            ("check", include_str!("ja/check.ftl")),
            ("sandbox", include_str!("ja/sandbox.ftl")),
        ],
        Lang::En => [
            ("words", include_str!("en/words.ftl")),
            ("help", include_str!("en/help.ftl")),
            ("config", include_str!("en/config.ftl")),
            ("errors", include_str!("en/errors.ftl")),
            ("employees", include_str!("en/employees.ftl")),
            ("accounts", include_str!("en/accounts.ftl")),
            ("relay", include_str!("en/relay.ftl")),
            ("punches", include_str!("en/punches.ftl")),
            ("check", include_str!("en/check.ftl")),
            ("sandbox", include_str!("en/sandbox.ftl")),
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
