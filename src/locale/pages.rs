//! The prose of the man pages that are not about one command.

use super::Lang;

/// The pages of a language: name, section, and prose as `pcpunch man` sets it.
pub fn pages(lang: Lang) -> [(&'static str, u8, &'static str); 5] {
    let [relay, settings, accounts, profile, security] = match lang {
        Lang::Ja => [
            include_str!("ja/man/relay.txt"),
            include_str!("ja/man/settings.txt"),
            include_str!("ja/man/accounts.txt"),
            include_str!("ja/man/profile.txt"),
            include_str!("ja/man/security.txt"),
        ],
        Lang::En => [
            include_str!("en/man/relay.txt"),
            include_str!("en/man/settings.txt"),
            include_str!("en/man/accounts.txt"),
            include_str!("en/man/profile.txt"),
            include_str!("en/man/security.txt"),
        ],
    };
    [
        ("pcpunch-relay", 7, relay),
        ("pcpunch-settings", 5, settings),
        ("pcpunch-accounts", 5, accounts),
        ("pcpunch-profile", 5, profile),
        ("pcpunch-security", 7, security),
    ]
}
