//! Which language is spoken.

/// A language of the catalogues.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Japanese.
    Ja,
    /// English.
    En,
}

impl Lang {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Ja, Self::En];

    /// Its name on the command line and in the setting.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ja => "ja",
            Self::En => "en",
        }
    }

    /// The language of that name.
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.name() == name)
    }

    /// The language of a POSIX locale such as `ja_JP.UTF-8`: Japanese, or English for any other.
    pub fn of_posix(locale: &str) -> Self {
        let language = locale.split(['_', '.', '@']).next().unwrap_or_default();
        if language.eq_ignore_ascii_case("ja") {
            Self::Ja
        } else {
            Self::En
        }
    }

    /// Chooses: `option` (`--lang`), else `setting` (`display.language`), else the first of the locale
    /// variables (`LC_ALL`, `LC_MESSAGES`, `LANG`, in this order) that says anything, else English.
    pub fn choose<'a>(
        option: Option<Self>,
        setting: Option<&str>,
        locales: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        option
            .or_else(|| Self::of_name(setting?))
            .or_else(|| {
                let mut said = locales.into_iter().filter(|locale| !locale.is_empty());
                said.next().map(Self::of_posix)
            })
            .unwrap_or(Self::En)
    }
}

#[cfg(test)]
mod tests {
    use super::Lang::{self, En, Ja};

    #[test]
    fn the_option_wins_over_the_setting_over_the_locale() {
        for (option, setting, locales, chosen) in [
            (Some(En), Some("ja"), ["ja_JP.UTF-8", "", ""], En),
            (None, Some("ja"), ["en_US.UTF-8", "", ""], Ja),
            (None, Some("auto"), ["ja_JP.UTF-8", "", "C"], Ja),
            (None, None, ["", "ja_JP.eucJP", "en_US"], Ja),
            (None, None, ["C", "ja_JP.UTF-8", "ja_JP.UTF-8"], En),
            (None, None, ["", "", "ja"], Ja),
            (None, None, ["", "", "jam_JM"], En),
            (None, None, ["", "", ""], En),
        ] {
            assert_eq!(
                Lang::choose(option, setting, locales),
                chosen,
                "{locales:?}"
            );
        }
    }
}
