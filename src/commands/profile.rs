//! The profile that the settings name, or the built-in one.

use std::fs;
use std::path::Path;

use crate::csv::logs::Layout;
use crate::malion::{Api, Profile, ProfileError, ProfileProblem};
use crate::settings::Settings;

use super::failure::{bad_profile, unreadable_profile};

/// The profile of the settings.
///
/// # Errors
/// As [`read`].
pub(super) fn profile(settings: &Settings) -> anyhow::Result<Profile> {
    match settings.malion_profile() {
        Some(path) => read(&path),
        None => Ok(Profile::assumed_v1()?),
    }
}

/// Reads a profile. A relative path counts from the working directory.
///
/// # Errors
/// Exit 2 naming the file and, where something in it is wrong, line and key.
pub(super) fn read(path: &Path) -> anyhow::Result<Profile> {
    let text = fs::read_to_string(path).map_err(|error| unreadable_profile(path, &error))?;
    Ok(Profile::from_toml(&text).map_err(|error| bad_profile(path, &error))?)
}

/// How a profile says that files are read.
///
/// # Errors
/// As [`read`], and where it says nothing of files.
pub(super) fn layout(path: &Path) -> anyhow::Result<Layout> {
    read(path)?.csv_layout().ok_or_else(|| {
        let error = ProfileError {
            line: 1,
            key: "file".to_owned(),
            problem: ProfileProblem::Missing,
        };
        bad_profile(path, &error).into()
    })
}

/// How the profile says that MaLion is asked.
///
/// # Errors
/// As [`profile`], and where it describes files only.
pub(super) fn api(settings: &Settings) -> anyhow::Result<Api> {
    profile(settings)?.api.ok_or_else(|| {
        let path = settings.malion_profile().unwrap_or_default();
        let error = ProfileError {
            line: 1,
            key: "request".to_owned(),
            problem: ProfileProblem::Missing,
        };
        bad_profile(&path, &error).into()
    })
}
