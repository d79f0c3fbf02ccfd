//! A Markdown file, taken apart: its sections, and what stands in each.

use std::fs;
use std::path::Path;

/// A Markdown file below the repository.
pub(super) struct Page {
    pub(super) name: &'static str,
    /// In their order; the first begins with the file's own heading.
    pub(super) sections: Vec<Section>,
}

/// A heading and what follows it up to the next one.
#[derive(Default)]
pub(super) struct Section {
    /// How many `#` stand before the heading.
    pub(super) level: usize,
    pub(super) title: String,
    /// Lines of tables.
    pub(super) rows: usize,
    /// Items of lists, with and without numbers.
    pub(super) items: usize,
    pub(super) blocks: Vec<Block>,
    /// What stands between backquotes in a line.
    pub(super) spans: Vec<String>,
    /// Where the links lead.
    pub(super) links: Vec<String>,
    /// All lines that stand in no block.
    pub(super) prose: String,
}

/// A fenced block of code.
pub(super) struct Block {
    /// The word behind the fence.
    pub(super) language: String,
    pub(super) lines: Vec<String>,
}

/// Whether the repository has a file of that name.
pub(super) fn is_there(file: &str) -> bool {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(file).exists()
}

impl Block {
    /// Whether it is to be typed or copied; a picture is not.
    pub(super) fn is_typed(&self) -> bool {
        self.language != "text"
    }
}

impl Page {
    pub(super) fn read(name: &'static str) -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
        Self::of(name, &fs::read_to_string(path).unwrap())
    }

    pub(super) fn of(name: &'static str, text: &str) -> Self {
        let mut sections: Vec<Section> = Vec::new();
        let mut in_block = false;
        for line in text.lines() {
            let bare = line.trim_start();
            if let (false, Some(heading)) = (in_block, Section::headed(line)) {
                sections.push(heading);
                continue;
            }
            let section = sections.last_mut().expect("a page begins with a heading");
            if let Some(language) = bare.strip_prefix("```") {
                in_block = !in_block;
                if in_block {
                    section.blocks.push(Block {
                        language: language.to_owned(),
                        lines: Vec::new(),
                    });
                }
            } else if in_block {
                let block = section.blocks.last_mut().unwrap();
                block.lines.push(bare.to_owned());
            } else {
                section.takes(bare);
            }
        }
        assert!(!in_block, "{name}: a block does not end");
        Self { name, sections }
    }
}

impl Section {
    fn headed(line: &str) -> Option<Self> {
        let title = line.trim_start_matches('#');
        let level = line.len() - title.len();
        (level > 0).then(|| Self {
            level,
            title: title.trim().to_owned(),
            ..Self::default()
        })
    }

    /// Takes in a line that stands in no block.
    fn takes(&mut self, line: &str) {
        let number = line.trim_start_matches(|c: char| c.is_ascii_digit());
        let is_numbered = number.len() < line.len() && number.starts_with(". ");
        self.rows += usize::from(line.starts_with('|'));
        self.items += usize::from(line.starts_with("- ") || is_numbered);
        let spans = line.split('`').skip(1).step_by(2);
        self.spans.extend(spans.map(str::to_owned));
        let links = line
            .split("](")
            .skip(1)
            .filter_map(|link| link.split(')').next());
        self.links.extend(links.map(str::to_owned));
        self.prose.push_str(line);
        self.prose.push('\n');
    }

    /// What a link to it in its own page names, as GitHub makes it of the heading.
    pub(super) fn anchor(&self) -> String {
        let kept = self.title.to_lowercase().replace(' ', "-");
        kept.chars()
            .filter(|c| c.is_alphanumeric() || "-_".contains(*c))
            .collect()
    }
}
