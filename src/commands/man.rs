//! `pcpunch man`: the man pages, one a command.

use std::fs;
use std::path::Path;

use anyhow::Context as _;
use clap::Command;
use clap_mangen::Man;

use crate::cli::{self, ManArgs};
use crate::locale::{Locale, Text};

use super::{Context, Exit, Failure, generated};

/// Prints a page, or writes all generated files.
///
/// # Errors
/// Exit 2 where no page has the name; where a file cannot be written.
pub(super) fn run(args: &ManArgs, context: &mut Context) -> anyhow::Result<Exit> {
    if let Some(folder) = &args.all {
        write_all(folder)?;
        return Ok(Exit::Done);
    }
    let name = std::iter::once("pcpunch")
        .chain(
            args.page
                .iter()
                .map(String::as_str)
                .filter(|word| *word != "pcpunch"),
        )
        .collect::<Vec<_>>()
        .join("-");
    let pages = pages(context.output.locale());
    let found = pages
        .into_iter()
        .find(|(page, _)| *page == name || format!("pcpunch-{page}") == name);
    let Some((_, page)) = found else {
        let message = Text::new("man-no-page").with("page", args.page.join(" "));
        return Err(Failure::new(Exit::Usage, "man.no_page", message)
            .remedy(Text::new("man-no-page-remedy"))
            .into());
    };
    context.output.raw(&page).context("stdout")?;
    Ok(Exit::Done)
}

fn write_all(folder: &Path) -> anyhow::Result<()> {
    for (path, text) in generated::files() {
        let path = folder.join(path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).with_context(|| parent.display().to_string())?;
        }
        fs::write(&path, text).with_context(|| path.display().to_string())?;
    }
    Ok(())
}

/// Every page by its name without the section: `pcpunch`, `pcpunch-relay-run`.
pub(super) fn pages(locale: &Locale) -> Vec<(String, Vec<u8>)> {
    let mut pages = Vec::new();
    collect(&cli::localised(locale), "pcpunch", &mut pages);
    pages
}

fn collect(command: &Command, name: &str, pages: &mut Vec<(String, Vec<u8>)>) {
    let named = command
        .clone()
        .name(name.to_owned())
        .bin_name(name.replace('-', " "));
    let mut page = Vec::new();
    // A Vec takes whatever is written to it.
    if Man::new(named)
        .title(name.to_uppercase())
        .render(&mut page)
        .is_ok()
    {
        pages.push((name.to_owned(), page));
    }
    for sub in command.get_subcommands() {
        collect(sub, &format!("{name}-{}", sub.get_name()), pages);
    }
}
