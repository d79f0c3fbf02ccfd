//! `pcpunch units`: the files by which systemd or cron runs the relay.

use std::path::Path;

use anyhow::Context as _;

use crate::cli::{UNITS, UnitsArgs};
use crate::locale::Text;

use super::{Context, Exit, Failure};

/// Where the files say that the program is, and where a package puts it.
const PACKAGED: &str = "/usr/bin/pcpunch";

/// What the files keep the relay's user from looking into.
const HOMES: [&str; 3] = ["/home", "/root", "/run/user"];

/// Prints one file, or all with their places, each with this program's own path.
///
/// # Errors
/// Exit 1 where the program's path is one that systemd and cron would take for something else.
pub(super) fn run(args: &UnitsArgs, context: &mut Context) -> anyhow::Result<Exit> {
    let program = std::env::current_exe().context("the program's own file")?;
    let Some(path) = plain(&program) else {
        return Err(unprintable(&program).into());
    };
    let text = match &args.name {
        Some(name) => placed(name, path),
        None => all(path),
    };
    context.output.raw(text.as_bytes()).context("stdout")?;
    if HOMES.iter().any(|home| program.starts_with(home)) {
        let text = Text::new("units-at-home").with("path", path);
        context.output.warn(&text);
    }
    Ok(Exit::Done)
}

/// Every file, each below a remark that says where it belongs.
fn all(program: &str) -> String {
    let files = UNITS.map(|name| format!("# {}\n{}", place(name), placed(name, program)));
    files.join("\n")
}

/// Where a file belongs that an administrator puts there.
fn place(name: &str) -> String {
    match name.strip_suffix(".cron") {
        Some(name) => format!("/etc/cron.d/{name}"),
        None => format!("/etc/systemd/system/{name}"),
    }
}

/// A file with the path of the program.
fn placed(name: &str, program: &str) -> String {
    text(name).replace(PACKAGED, program)
}

/// One of [`UNITS`] as a package has it.
fn text(name: &str) -> &'static str {
    match name {
        "pcpunch.service" => include_str!("../units/pcpunch.service"),
        "pcpunch-round.service" => include_str!("../units/pcpunch-round.service"),
        "pcpunch-round.timer" => include_str!("../units/pcpunch-round.timer"),
        _ => include_str!("../units/pcpunch.cron"),
    }
}

/// The path, where it means the same to systemd, to cron and to a shell.
fn plain(program: &Path) -> Option<&str> {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "/._+-".contains(c);
    program.to_str().filter(|path| path.chars().all(is_plain))
}

fn unprintable(program: &Path) -> Failure {
    let path = program.display().to_string();
    let message = Text::new("units-path").with("path", path);
    Failure::new(Exit::Failed, "units.path", message).remedy(Text::new("units-path-remedy"))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::{PACKAGED, UNITS, all, placed, plain, text};

    #[test]
    fn every_name_has_a_file_of_its_own_and_no_file_is_forgotten() {
        let texts: BTreeSet<&str> = UNITS.map(text).into_iter().collect();
        assert_eq!(texts.len(), UNITS.len());
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/units");
        let files = std::fs::read_dir(folder).unwrap().flatten();
        let files: BTreeSet<String> = files
            .map(|file| file.file_name().into_string().unwrap())
            .collect();
        assert_eq!(files, UNITS.map(str::to_owned).into());
    }

    #[test]
    fn the_path_of_the_program_takes_the_place_of_the_packages_and_nothing_else_changes() {
        for name in UNITS {
            let own = placed(name, "/opt/pcpunch/pcpunch");
            assert!(!own.contains(PACKAGED), "{name}");
            assert_eq!(own.replace("/opt/pcpunch/pcpunch", PACKAGED), text(name));
            assert!(all(PACKAGED).contains(text(name)), "{name}");
        }
    }

    #[test]
    fn a_path_that_would_be_taken_for_something_else_is_not_printed() {
        for (path, is_plain) in [
            ("/usr/local/bin/pcpunch", true),
            ("/opt/pc-punch_1.0+x/pcpunch", true),
            ("/opt/pc punch/pcpunch", false),
            ("/opt/100%/pcpunch", false),
            ("/opt/$x/pcpunch", false),
            ("/opt/打刻/pcpunch", false),
        ] {
            assert_eq!(plain(Path::new(path)).is_some(), is_plain, "{path}");
        }
    }
}
