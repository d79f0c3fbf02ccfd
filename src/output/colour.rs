//! When colours are used, and which.

/// `--color`
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Colour {
    /// On a terminal, unless the environment says no.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

impl Colour {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Always, Self::Never];

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Always => "always",
            Self::Never => "never",
        }
    }

    /// The choice of that name.
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|colour| colour.name() == name)
    }

    /// Whether to colour. `NO_COLOR` counts when it says anything, `TERM` when it says `dumb`.
    pub fn decide(self, terminal: bool, no_color: Option<&str>, term: Option<&str>) -> bool {
        match self {
            Self::Always => true,
            Self::Never => false,
            Self::Auto => terminal && no_color.is_none_or(str::is_empty) && term != Some("dumb"),
        }
    }
}

/// What a colour says. Nothing is said by colour alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// No colour.
    #[default]
    Plain,
    /// All right.
    Good,
    /// To know.
    Note,
    /// Somebody must act.
    Bad,
    /// Less important.
    Faint,
}

impl Tone {
    /// The SGR parameters of a terminal.
    fn sgr(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Good => "32",
            Self::Note => "33",
            Self::Bad => "1;31",
            Self::Faint => "2",
        }
    }

    /// The text in this tone, where `on`.
    pub(super) fn paint(self, text: &str, on: bool) -> String {
        if !on || self == Self::Plain {
            text.to_owned()
        } else {
            format!("\u{1b}[{}m{text}\u{1b}[0m", self.sgr())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Colour::{Always, Auto, Never};

    #[test]
    fn colours_are_used_on_a_terminal_that_wants_them() {
        for (choice, terminal, no_color, term, coloured) in [
            (Auto, true, None, Some("xterm"), true),
            (Auto, true, Some(""), None, true),
            (Auto, true, Some("1"), Some("xterm"), false),
            (Auto, true, None, Some("dumb"), false),
            (Auto, false, None, Some("xterm"), false),
            (Always, false, Some("1"), Some("dumb"), true),
            (Never, true, None, Some("xterm"), false),
        ] {
            assert_eq!(choice.decide(terminal, no_color, term), coloured);
        }
    }
}
