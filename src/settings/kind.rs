//! What the values of a setting may be.

/// A kind of value. How it is read stands in `parse`, how it is said in the catalogues under [`Kind::name`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Any words in one line.
    Text,
    /// A token or code: no blanks, never shown.
    Secret,
    /// A program with its arguments, as a shell would take them apart; none is run.
    Command,
    /// `on` or `off`.
    Switch,
    /// `ja`, `en` or `auto`.
    Language,
    /// One of these words.
    Word(&'static [&'static str]),
    /// A whole number.
    Count {
        /// The least that is allowed.
        least: u32,
        /// The most that is allowed.
        most: u32,
    },
    /// An address: https, or http on loopback.
    Url,
    /// `system`, `none` or the address of a proxy.
    Proxy,
    /// A bare host name.
    Host,
    /// A file; for `http.ca_file` also `system`.
    File,
    /// `YYYY-MM-DD`.
    Day,
    /// `division` or `HH:MM`.
    Border,
    /// `HH:MM-HH:MM`, several with commas, or `none`.
    Intervals,
    /// `HH:MM-HH:MM` or `none`.
    Hours,
    /// Hours, one number or by 所属コード: `0,2000=12`.
    NightHours,
    /// Patterns with commas between them.
    Patterns,
}

impl Kind {
    /// The words by which some of its values go.
    pub fn words(self) -> &'static [&'static str] {
        match self {
            Self::Switch => &["on", "off"],
            Self::Language => &["ja", "en", "auto"],
            Self::Word(words) => words,
            Self::Proxy => &["system", "none"],
            Self::Border => &["division"],
            Self::Intervals | Self::Hours => &["none"],
            Self::Text
            | Self::Secret
            | Self::Command
            | Self::Count { .. }
            | Self::Url
            | Self::Host
            | Self::File
            | Self::Day
            | Self::NightHours
            | Self::Patterns => &[],
        }
    }

    /// Its name in the catalogues, `allowed-…`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Secret => "secret",
            Self::Command => "command",
            Self::Switch => "switch",
            Self::Language => "language",
            Self::Word(_) => "word",
            Self::Count { .. } => "count",
            Self::Url => "url",
            Self::Proxy => "proxy",
            Self::Host => "host",
            Self::File => "file",
            Self::Day => "day",
            Self::Border => "border",
            Self::Intervals => "intervals",
            Self::Hours => "hours",
            Self::NightHours => "night-hours",
            Self::Patterns => "patterns",
        }
    }
}
