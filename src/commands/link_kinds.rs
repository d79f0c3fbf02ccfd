//! The products whose link is on.

use crate::domain::pc_log::LinkKind;
use crate::settings::Settings;

/// The kinds that an import touches and a sync makes accounts for.
pub(super) fn kinds(settings: &Settings) -> Vec<LinkKind> {
    LinkKind::ALL
        .into_iter()
        .filter(|kind| match kind {
            LinkKind::SmartOn => settings.link_smarton(),
            LinkKind::LanScope => settings.link_lanscope(),
            LinkKind::MaLion => settings.link_malion(),
        })
        .collect()
}
