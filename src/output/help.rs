//! Help on a terminal. What is laid out in lines without end comes in here, an entry a line as `  --option  text`, and
//! goes out in lines that end where the terminal does: the text beside its option or, where that leaves it too little
//! room, below.

use std::iter;

use unicode_width::UnicodeWidthStr;

use super::sentence::{broken, sentence};

/// Longer lines are hard to read, however wide the terminal is.
const WIDEST: u16 = 100;

/// A text in less room stands below its option.
const LEAST_ROOM: usize = 44;

/// Where a text below its option begins.
const BELOW: usize = 10;

/// Help for a terminal of that width, or for what is none.
pub(super) fn help(text: &str, terminal: Option<u16>) -> String {
    let width = terminal.unwrap_or(WIDEST).min(WIDEST);
    let lines = text.lines().map(|line| told(line, width));
    lines.flat_map(|line| [line, "\n".to_owned()]).collect()
}

fn told(line: &str, width: u16) -> String {
    match entry(line) {
        Some((option, text)) => beside(option, text, usize::from(width)),
        None if is_example(line) => line.to_owned(),
        None => sentence(line, Some(width)),
    }
}

/// What is typed is copied: it stays one line.
fn is_example(line: &str) -> bool {
    line.starts_with("  pcpunch ") || line.contains(" | pcpunch ")
}

/// The two parts of an entry, the blanks between them with the first.
fn entry(line: &str) -> Option<(&str, &str)> {
    let indent = line.len() - line.trim_start().len();
    let gap = indent + line.get(indent..)?.find("  ")?;
    let text = line.get(gap..)?.trim_start();
    let option = line.get(..line.len() - text.len())?;
    (indent > 0 && !text.is_empty()).then_some((option, text))
}

fn beside(option: &str, text: &str, width: usize) -> String {
    let hangs_at = option.width();
    if hangs_at + LEAST_ROOM > width {
        let below = broken(&indented(text, BELOW), width);
        return format!("{}\n{below}", option.trim_end());
    }
    let hanging = broken(&indented(text, hangs_at), width);
    format!("{option}{}", hanging.trim_start())
}

fn indented(text: &str, columns: usize) -> String {
    iter::repeat_n(' ', columns).chain(text.chars()).collect()
}

#[cfg(test)]
mod tests {
    use super::help;

    const HELP: &str = "\
確かめてから保存する。値がなければ、いまの値を示して尋ねる。使えない値は、使える値を示して尋ね直す (例: kot.token)

使い方: pcpunch config set [OPTIONS] <KEY> [VALUE]

オプション:
      --since <YYYY-MM-DD>  link.punches on のとき: 打刻を始める勤務日。なければ次の勤務日になる
  -q, --quiet               less

例:
  pcpunch config set malion.secret_code --stdin < /etc/pcpunch/a-rather-long-name/secret.txt
";

    #[test]
    fn texts_hang_beside_their_options_and_examples_stay_whole() {
        let told = "\
確かめてから保存する。値がなければ、いまの値を示して尋ねる。使えない値は、使える値を
示して尋ね直す (例: kot.token)

使い方: pcpunch config set [OPTIONS] <KEY> [VALUE]

オプション:
      --since <YYYY-MM-DD>  link.punches on のとき: 打刻を始める勤務日。なければ次の
                            勤務日になる
  -q, --quiet               less

例:
  pcpunch config set malion.secret_code --stdin < /etc/pcpunch/a-rather-long-name/secret.txt
";
        assert_eq!(help(HELP, Some(84)), told);
    }

    #[test]
    fn texts_without_room_stand_below_their_options() {
        let told = help(HELP, Some(60));
        assert!(told.contains("\n  -q, --quiet\n          less\n"), "{told}");
        let option = "      --since <YYYY-MM-DD>\n          link.punches on のとき: ";
        assert!(told.contains(option), "{told}");
    }

    #[test]
    fn no_line_grows_beyond_a_hundred_columns() {
        let wide = help(HELP, Some(300));
        assert_eq!(wide, help(HELP, None));
        assert_eq!(wide, help(HELP, Some(100)));
        assert_ne!(wide, HELP);
    }
}
