//! A profile of a MaLion's API and files.

use pcpunch::csv::logs::{Layout, read as read_file};
use pcpunch::domain::log_source::TimeFormat;
use pcpunch::domain::time::from_epoch;
use pcpunch::malion::{Profile, ProfileError, ProfileProblem};

use super::shown;

/// Moments of the years in which the program is at work.
const MOMENTS: [i64; 4] = [1_000_000_000, 1_734_393_792, 1_735_657_199, 2_000_000_000];

/// What is wrong is named within the file; a profile that is taken writes moments that it reads back.
pub(super) fn read(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    match Profile::from_toml(&text) {
        Ok(profile) => taken(&profile),
        Err(error) => refused(&text, &error),
    }
}

fn taken(profile: &Profile) {
    if let Some(api) = &profile.api {
        keeps_moments(&api.request.time_format);
        keeps_moments(&api.response.reading().time_format);
        let now = from_epoch(MOMENTS[1]).expect("a moment");
        if let Some(open) = api.limits.closed_hours.open_at(now) {
            assert!(open > now);
            assert_eq!(api.limits.closed_hours.open_at(open), None);
        }
    }
    if let Some(layout) = profile.csv_layout() {
        keeps_moments(&layout.reading.time_format);
        is_kept(&layout);
    }
}

fn keeps_moments(format: &TimeFormat) {
    for moment in MOMENTS {
        let moment = from_epoch(moment).expect("a moment");
        let written = format.write(moment);
        assert_eq!(
            format.read(&written),
            Some(moment),
            "{format:?} {written:?}"
        );
    }
}

/// A heading alone is a file without logs; no heading is no file.
fn is_kept(layout: &Layout) {
    assert!(read_file(b"", Some(layout)).is_err());
    let headings: Vec<String> = layout
        .headings
        .values()
        .map(|heading| format!("\"{}\"", heading.replace('"', "\"\"")))
        .collect();
    // Whether the headings can stand in a file at all is for whoever writes it; nothing is made of them here.
    if let Ok(file) = read_file(headings.join(",").as_bytes(), Some(layout)) {
        assert!(file.logs.is_empty());
    }
}

fn refused(text: &str, error: &ProfileError) {
    let lines = 1 + text.matches('\n').count();
    assert!((1..=lines).contains(&error.line), "{error}");
    let is_syntax = matches!(error.problem, ProfileProblem::Syntax(_));
    assert_eq!(error.key.is_empty(), is_syntax, "{error}");
    shown::told(error);
}
