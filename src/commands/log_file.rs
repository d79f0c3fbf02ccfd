//! `relay run --from`: the file that takes the place of MaLion's API, whose logs it bears, how it is read.

use crate::cli::RunArgs;
use crate::csv::logs::Layout;
use crate::domain::pc_log::LinkKind;
use crate::locale::Text;
use crate::relay;
use crate::settings::{Key, Settings};

use super::{Exit, Failure, link_kinds, profile};

/// The file of a round; `None` where the API is asked.
///
/// # Errors
/// Exit 2 where the product's link is off and where a profile cannot be read.
pub(super) fn file(args: &RunArgs, settings: &Settings) -> anyhow::Result<Option<relay::File>> {
    let Some(path) = &args.from else {
        return Ok(None);
    };
    let kind = args.source.unwrap_or(LinkKind::MaLion);
    refuse_a_link_that_is_off(kind, settings)?;
    Ok(Some(relay::File {
        path: path.clone(),
        kind,
        layout: layout(args, settings)?,
        complete_until: args.complete_until,
    }))
}

/// How the file is read where its headings are those of no built-in layout: by the profile that is named,
/// else by the one of the settings, if that speaks of files.
fn layout(args: &RunArgs, settings: &Settings) -> anyhow::Result<Option<Layout>> {
    match &args.profile {
        Some(path) => profile::layout(path).map(Some),
        None => Ok(profile::profile(settings)?.csv_layout()),
    }
}

/// `link.malion` off means that its API is not asked: a file of its logs says for itself that it is to be
/// taken. The other products have nothing but files.
fn refuse_a_link_that_is_off(kind: LinkKind, settings: &Settings) -> anyhow::Result<()> {
    let key = match kind {
        LinkKind::SmartOn => Key::LinkSmarton,
        LinkKind::LanScope => Key::LinkLanscope,
        LinkKind::MaLion => return Ok(()),
    };
    if link_kinds::kinds(settings).contains(&kind) {
        return Ok(());
    }
    let message = Text::new("log-file-link-off")
        .with("key", key.name())
        .with("link", kind.label());
    let remedy = Text::new("log-file-link-off-remedy").with("key", key.name());
    Err(Failure::new(Exit::Usage, "settings.link_off", message)
        .remedy(remedy)
        .into())
}
