//! What ends a round early means.

use crate::commands::{Exit, Failure};
use crate::locale::Text;
use crate::relay::Error;

use super::{kot, log_file, malion, state};

/// The failure of that error.
pub(super) fn failure(error: &Error) -> Failure {
    match error {
        Error::MaLion(error) => malion::failure(error),
        Error::Kot(error) => kot::failure(error),
        Error::LogFile(error) => log_file::failure(error),
        Error::State(error) => state::failure(error),
        Error::Unreadable { path, source } => Failure::new(
            Exit::Failed,
            "file.unreadable",
            Text::new("file-unreadable")
                .showing("path", path.display())
                .showing("detail", source),
        )
        .remedy(Text::new("file-unreadable-remedy")),
        Error::OtherCompany => Failure::new(
            Exit::Limit,
            "kot.other_company",
            Text::new("kot-other-company"),
        )
        .remedy(Text::new("kot-other-company-remedy")),
        Error::Stopped => Failure::new(Exit::Interrupted, "stopped", Text::new("stopped")),
    }
}
