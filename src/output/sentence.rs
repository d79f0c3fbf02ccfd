//! Sentences on a terminal, broken where it ends: between words, in Japanese between characters, and never within a
//! command or a setting that somebody may want to copy.

use std::mem;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// What cannot begin a line.
const NOT_FIRST: &str =
    "、。，．・：；？！」』）】〕〉》ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々,.:;?!)]}";

/// What cannot end one.
const NOT_LAST: &str = "「『（【〔〈《([{";

/// A sentence of one or several lines, each hanging below its own beginning; as it is where lines have no end.
pub(super) fn sentence(text: &str, width: Option<u16>) -> String {
    let Some(width) = width else {
        return text.to_owned();
    };
    let lines = text.lines().map(|line| broken(line, usize::from(width)));
    lines.collect::<Vec<_>>().join("\n")
}

pub(super) fn broken(line: &str, width: usize) -> String {
    let words = line.trim_start_matches(' ');
    let indent = " ".repeat(line.len() - words.len());
    let mut lines = Vec::new();
    let mut current = indent.clone();
    for piece in pieces(words) {
        let has_begun = current.len() > indent.len();
        if has_begun && current.width() + piece.width() > width {
            lines.push(mem::replace(&mut current, indent.clone()));
            current.push_str(piece.trim_start_matches(' '));
        } else {
            current.push_str(piece);
        }
    }
    lines.push(current);
    lines.join("\n")
}

/// What stays in one line, each with the blanks before it.
pub(super) fn pieces(line: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let (mut rest, mut passed) = (line, 0);
    let letters = line.char_indices().zip(line.chars().skip(1));
    for ((at, before), after) in letters {
        let end = at + before.len_utf8();
        if may_part(before, after)
            && let Some((piece, others)) = rest.split_at_checked(end - passed)
        {
            pieces.push(piece);
            (rest, passed) = (others, end);
        }
    }
    pieces.push(rest);
    pieces
}

fn may_part(before: char, after: char) -> bool {
    let is_wide = |letter: char| letter.width() == Some(2);
    match (before, after) {
        (' ', _) => false,
        (_, ' ') => true,
        _ => {
            (is_wide(before) || is_wide(after))
                && !NOT_FIRST.contains(after)
                && !NOT_LAST.contains(before)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::sentence as at;

    #[test]
    fn a_sentence_is_broken_between_words_only_where_a_terminal_ends() {
        let text = "  one two three\nfour";
        for (width, said) in [
            (None, text),
            (Some(80), text),
            (Some(10), "  one two\n  three\nfour"),
        ] {
            assert_eq!(at(text, width), said, "{width:?}");
        }
    }

    #[test]
    fn japanese_is_broken_between_characters_and_what_may_be_copied_stays_whole() {
        for (text, said) in [
            (
                "  退勤です。punch.policy が rolling",
                "  退勤です。\n  punch.policy\n  が rolling",
            ),
            ("あいうえおかき。く", "あいうえおか\nき。く"),
            ("あいうえおか「き」", "あいうえおか\n「き」"),
            ("a-word-longer-than-that い", "a-word-longer-than-that\nい"),
            ("", ""),
        ] {
            assert_eq!(at(text, Some(14)), said);
        }
    }
}
