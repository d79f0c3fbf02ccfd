//! What a page tells people to type, held against the program's own command line, settings and man pages.

use std::ffi::OsString;

use pcpunch::cli::{self, Command, ConfigCommand, ManArgs, Parsed, SetArgs};
use pcpunch::locale::Lang;
use pcpunch::settings::Key;

use super::page::{Page, is_there};

/// What comes of words without the program's name.
fn parsed(words: &[String]) -> Parsed {
    let words: Vec<OsString> = [&["pcpunch".to_owned()], words]
        .concat()
        .into_iter()
        .map(OsString::from)
        .collect();
    cli::parse(&words, |_| Lang::En)
}

/// The words of a command as a shell would take them apart, up to a pipe, a file or a remark.
fn words(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for letter in text.chars() {
        match letter {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.push(String::new()),
            _ => words.last_mut().unwrap().push(letter),
        }
    }
    words.retain(|word| !word.is_empty());
    let ends = |word: &String| ["|", "<", ">", "#"].contains(&word.as_str());
    let end = words.iter().position(ends).unwrap_or(words.len());
    words.truncate(end);
    words
}

/// The words behind the program's name, where a line or a span in the text calls it.
pub(super) fn call(text: &str) -> Option<Vec<String>> {
    let words = words(text);
    let is_program = |word: &String| word == "pcpunch" || word.ends_with("/bin/pcpunch");
    let program = words.iter().rposition(is_program)?;
    let call = &words[program + 1..];
    // Without anything behind it, it is the name of the program, or of its user.
    (!call.is_empty()).then(|| call.to_vec())
}

/// What is wrong with a call of the program.
pub(super) fn wrong_call(words: &[String]) -> Option<String> {
    let cli = match parsed(words) {
        Parsed::Run(cli) => cli,
        Parsed::Answer(_) => return None,
        Parsed::Unusable(unusable) => return Some(format!("{words:?}: {:?}", unusable.message)),
    };
    match cli.command {
        Command::Config(ConfigCommand::Set(SetArgs { key, value, .. })) => {
            wrong_setting(&key, value.as_deref())
        }
        Command::Man(ManArgs { page, .. }) => wrong_page(&page),
        _ => None,
    }
}

/// What is wrong with the words behind `man`: those of a command, or a section and a name.
fn wrong_page(words: &[String]) -> Option<String> {
    let file = match words {
        [] => "man/pcpunch.1".to_owned(),
        [section, name] if section.parse::<u8>().is_ok() => format!("man/pcpunch-{name}.{section}"),
        words => format!("man/pcpunch-{}.1", words.join("-")),
    };
    (!is_there(&file)).then_some(file)
}

/// What is wrong with a setting, and with a value of it.
fn wrong_setting(key: &str, value: Option<&str>) -> Option<String> {
    let known = Key::of_name(key);
    let checked = known.and_then(|key| value.map_or(Ok(()), |value| key.check(value)));
    checked
        .err()
        .map(|error| format!("{key} {value:?}: {error}"))
}

/// What is wrong with a span such as `config check`, a command without the program's name or its arguments.
fn wrong_command(words: &[String]) -> Option<String> {
    let help = [words, &["--help".to_owned()]].concat();
    match parsed(&help) {
        Parsed::Answer(_) => None,
        _ => Some(format!("{words:?} is no command")),
    }
}

/// Whether a word is made like a setting's key: `kot.token`, and not `state.db-wal` or `state.db.round`.
fn is_key(word: &str) -> bool {
    let Some((head, tail)) = word.split_once('.') else {
        return false;
    };
    let is_plain = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let is_head = |key: &Key| key.name().starts_with(&format!("{head}."));
    tail.chars().all(is_plain) && Key::ALL.iter().any(is_head)
}

/// What is wrong with a span in the text: with the command, the setting or the variable that it names.
fn wrong_span(span: &str) -> Option<String> {
    if let Some(call) = call(span) {
        return wrong_call(&call);
    }
    let words = words(span);
    let first = words.first()?;
    if first.starts_with("PCPUNCH_") {
        let is_known = Key::ALL.iter().any(|key| key.variable() == *first);
        return (!is_known).then(|| format!("{first} is no variable"));
    }
    if is_key(first) {
        return wrong_setting(first, words.get(1).map(String::as_str));
    }
    let is_command = cli::command().find_subcommand(first).is_some();
    (is_command && words.len() > 1)
        .then(|| wrong_command(&words))
        .flatten()
}

/// What is wrong with a line of a block: with its call, or with the credential that it loads.
pub(super) fn wrong_line(line: &str) -> Option<String> {
    if let Some(credential) = line.strip_prefix("LoadCredential=") {
        return wrong_setting(credential.split(':').next()?, None);
    }
    wrong_call(&call(line)?)
}

/// All that a page tells people to type and that is not understood.
pub(super) fn mistakes(page: &Page) -> Vec<String> {
    let blocks = page.sections.iter().flat_map(|section| &section.blocks);
    let lines = blocks
        .filter(|block| block.is_typed())
        .flat_map(|block| &block.lines);
    let spans = page.sections.iter().flat_map(|section| &section.spans);
    lines
        .filter_map(|line| wrong_line(line))
        .chain(spans.filter_map(|span| wrong_span(span)))
        .collect()
}

#[test]
fn what_is_not_understood_is_found_wherever_it_stands() {
    let page = |text: &str| Page::of("made-up.md", &format!("# A page\n\n{text}\n"));
    for (text, found) in [
        ("```console\n$ pcpunch relay run --once -q\n```", 0),
        ("```console\n$ pcpunch relay runn --once\n```", 1),
        (
            "```console\n$ sudo -u pcpunch pcpunch --sate x logs check\n```",
            1,
        ),
        ("```console\n$ pcpunch config set kot.lane 4\n```", 1),
        ("```console\n$ pcpunch config set kot.lanes four\n```", 1),
        ("```console\n$ pcpunch man 5 setings | man -l -\n```", 1),
        ("```crontab\n*/5 * * * * pcpunch --quite relay run\n```", 1),
        (
            "```ini\nLoadCredential=kot.tokn:/etc/pcpunch/kot.token\n```",
            1,
        ),
        (
            "```ini\nExecStart=/usr/local/bin/pcpunch relay run --intervall 5m\n```",
            1,
        ),
        (
            "```console\n$ sudo useradd --system pcpunch\n```\nthe user `pcpunch`",
            0,
        ),
        (
            "```crontab\n* * * * * pcpunch /usr/bin/pcpunch relay runn\n```",
            1,
        ),
        ("```text\n pcpunch is a picture here\n```", 0),
        ("| to | `pcpunch punches drop 17 --reason \"by hand\"` |", 0),
        ("| to | `pcpunch punches drop 17` |", 1),
        ("by `config check`, then `config chek`", 1),
        ("with `link.breaks on`, not `link.breaks yes`", 1),
        ("in `PCPUNCH_KOT_TOKEN`, not `PCPUNCH_TOKENS`", 1),
    ] {
        assert_eq!(mistakes(&page(text)).len(), found, "{text}");
    }
}
