//! Sets prose as a man page. Headings begin with `# ` and `## `, terms with `= ` (their text follows),
//! items with `- `, and a line that is shown as it stands with four blanks; words between back quotes
//! are bold; everything else is a paragraph, up to the next empty line.

use clap_mangen::roff::{Inline, Roff, bold, roman};

use super::pages::{PROGRAM, RELEASED};

/// Sets a page under its title, such as `PCPUNCH-RELAY(7)`.
pub(super) fn set(name: &str, section: u8, prose: &str) -> Vec<u8> {
    let mut page = Roff::new();
    let (title, number) = (name.to_uppercase(), section.to_string());
    page.control("TH", [title.as_str(), number.as_str(), RELEASED, PROGRAM]);
    let mut before = Before::Paragraph;
    for line in prose.lines() {
        before = set_line(&mut page, line, before);
    }
    if before == Before::AsItStands {
        page.control("fi", []).control("RE", []);
    }
    page.render().into_bytes()
}

/// What stands before a line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    /// An empty line: the next one begins something.
    Gap,
    /// A heading, a term or the paragraph itself.
    Paragraph,
    /// Lines that are shown as they stand.
    AsItStands,
}

fn set_line(page: &mut Roff, line: &str, before: Before) -> Before {
    if let Some(text) = line.strip_prefix("    ") {
        if before != Before::AsItStands {
            page.control("RS", ["4"]).control("nf", []);
        }
        page.text([roman(text)]);
        return Before::AsItStands;
    }
    if before == Before::AsItStands {
        page.control("fi", []).control("RE", []);
    }
    if line.is_empty() {
        return Before::Gap;
    }
    if let Some(heading) = line.strip_prefix("# ") {
        page.control("SH", [heading]);
    } else if let Some(heading) = line.strip_prefix("## ") {
        page.control("SS", [heading]);
    } else if let Some(term) = line.strip_prefix("= ") {
        page.control("TP", []).text(inlines(term));
    } else if let Some(item) = line.strip_prefix("- ") {
        page.control("IP", ["\\(bu", "2"]).text(inlines(item));
    } else {
        if before == Before::Gap {
            page.control("PP", []);
        }
        page.text(inlines(line));
    }
    Before::Paragraph
}

/// Words between back quotes are bold.
fn inlines(text: &str) -> Vec<Inline> {
    let pieces = text.split('`').enumerate();
    let filled = pieces.filter(|(_, piece)| !piece.is_empty());
    filled
        .map(|(index, piece)| match index % 2 {
            0 => roman(piece),
            _ => bold(piece),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::set;

    #[test]
    fn headings_paragraphs_terms_items_and_lines_as_they_stand() {
        let prose = "# ONE\nfirst\nsecond `b`\n\nthird\n\n= `term`\nits text\n- item\n\n    as is\n    it stands\n\n.last";
        let page = String::from_utf8(set("pcpunch-x", 7, prose)).unwrap();
        let body = page.split_once("\"pcpunch").unwrap().1;
        let body = body.split_once('\n').unwrap().1;
        assert_eq!(
            body,
            ".SH ONE\nfirst\nsecond \\fBb\\fR\n.PP\nthird\n.TP\n\\fBterm\\fR\nits text\n.IP \\(bu 2\nitem\n\
             .RS 4\n.nf\nas is\nit stands\n.fi\n.RE\n.PP\n\\&.last\n"
        );
    }
}
