//! A disk that keeps what was synced, and of everything since whatever it likes.

use std::collections::BTreeMap;

use super::chance::Chance;
use super::image::Image;
use super::journal::Step;

/// What a disk writes whole or not at all.
const SECTOR: usize = 512;

/// What it keeps of what was never synced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Keeps {
    Nothing,
    Everything,
    /// Each name and each sector as it was at some moment since the last sync, by that seed.
    Some(u64),
}

/// What it does when it is told to sync.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Syncs {
    Honoured,
    Ignored,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Entry {
    Folder,
    File(usize),
}

type Names = BTreeMap<String, Entry>;

/// A change of names, which a sync of its folder makes durable.
#[derive(Debug)]
enum Naming {
    Is(String, Entry),
    IsGone(String),
    Moves(String, String, Entry),
}

#[derive(Debug)]
enum Change {
    Write { at: usize, bytes: Vec<u8> },
    Length(usize),
}

#[derive(Debug, Default)]
struct File {
    synced: Vec<u8>,
    since: Vec<Change>,
}

/// What a descriptor stands for.
enum Opened {
    Folder(String),
    File(usize),
}

/// The disk under a folder on which a program runs.
pub(super) struct Platter {
    folder: String,
    syncs: Syncs,
    files: Vec<File>,
    names: Names,
    synced: Names,
    since: Vec<Naming>,
    opened: BTreeMap<u32, Opened>,
}

impl Syncs {
    /// What the counts are told of.
    pub(super) fn told(self) -> &'static str {
        match self {
            Self::Honoured => "honoured",
            Self::Ignored => "ignored",
        }
    }
}

impl Platter {
    /// The disk of that folder, on which all of `image` is durable.
    pub(super) fn of(folder: &str, image: &Image, syncs: Syncs) -> Self {
        let folders = image.folders.iter();
        let mut names: Names = folders.map(|path| (path.clone(), Entry::Folder)).collect();
        let mut files = Vec::new();
        for (path, bytes) in &image.files {
            names.insert(path.clone(), Entry::File(files.len()));
            files.push(File {
                synced: bytes.clone(),
                since: Vec::new(),
            });
        }
        Self {
            folder: folder.to_owned(),
            syncs,
            files,
            synced: names.clone(),
            names,
            since: Vec::new(),
            opened: BTreeMap::new(),
        }
    }

    /// The program does these.
    pub(super) fn runs(mut self, steps: Vec<Step>) -> Self {
        for step in steps {
            self.does(step);
        }
        self
    }

    fn does(&mut self, step: Step) {
        match step {
            Step::Open {
                fd,
                creates,
                truncates,
                path,
            } => self.open(fd, creates, truncates, &path),
            Step::Write { fd, at, bytes } => self.change(fd, Change::Write { at, bytes }),
            Step::Truncate { fd, length } => self.change(fd, Change::Length(length)),
            Step::Sync(fd) => self.sync(fd),
            Step::Close(fd) => {
                self.opened.remove(&fd);
            }
            Step::MakeFolder(path) => self.name(Naming::Is(self.below(&path), Entry::Folder)),
            Step::Remove(path) => self.name(Naming::IsGone(self.below(&path))),
            Step::Rename(from, to) => {
                let (from, to) = (self.below(&from), self.below(&to));
                let entry = self.names[&from];
                self.name(Naming::Moves(from, to, entry));
            }
            Step::Reached | Step::Refused => panic!("a disk whose power is cut refuses nothing"),
            Step::Link(from, to) => {
                let entry = self.names[&self.below(&from)];
                self.name(Naming::Is(self.below(&to), entry));
            }
        }
    }

    /// The path below the folder, empty for itself.
    fn below(&self, path: &str) -> String {
        let rest = path.strip_prefix(&self.folder).expect("below the folder");
        rest.trim_matches('/').to_owned()
    }

    fn open(&mut self, fd: u32, creates: bool, truncates: bool, path: &str) {
        let path = self.below(path);
        let opened = match self.names.get(&path) {
            Some(Entry::File(file)) => Opened::File(*file),
            Some(Entry::Folder) => Opened::Folder(path),
            None if creates => {
                let file = self.files.len();
                self.files.push(File::default());
                self.name(Naming::Is(path, Entry::File(file)));
                Opened::File(file)
            }
            None => Opened::Folder(path),
        };
        self.opened.insert(fd, opened);
        if truncates {
            self.change(fd, Change::Length(0));
        }
    }

    fn change(&mut self, fd: u32, change: Change) {
        let Some(Opened::File(file)) = self.opened.get(&fd) else {
            panic!("{fd} is no file: {change:?}");
        };
        self.files[*file].since.push(change);
    }

    fn name(&mut self, naming: Naming) {
        naming.apply(&mut self.names);
        self.since.push(naming);
    }

    fn sync(&mut self, fd: u32) {
        if self.syncs == Syncs::Ignored {
            return;
        }
        match self.opened.get(&fd) {
            Some(Opened::File(file)) => {
                let file = &mut self.files[*file];
                file.synced = file.after(|_| file.since.len());
                file.since.clear();
            }
            Some(Opened::Folder(folder)) => {
                for naming in self.since.extract_if(.., |naming| naming.is_in(folder)) {
                    naming.apply(&mut self.synced);
                }
            }
            None => panic!("{fd} is not open"),
        }
    }

    /// What is there after a power cut now.
    pub(super) fn image(&self, keeps: Keeps) -> Image {
        let mut chance = match keeps {
            Keeps::Some(seed) => Chance::of(seed),
            Keeps::Nothing | Keeps::Everything => Chance::of(0),
        };
        let mut names = self.synced.clone();
        let in_order = chance.below(self.since.len() + 1);
        let is_in_order = chance.is_heads();
        for (place, naming) in self.since.iter().enumerate() {
            let is_kept = match keeps {
                Keeps::Nothing => false,
                Keeps::Everything => true,
                Keeps::Some(_) if is_in_order => place < in_order,
                Keeps::Some(_) => chance.is_heads(),
            };
            if is_kept {
                naming.apply(&mut names);
            }
        }
        let contents: Vec<Vec<u8>> = self
            .files
            .iter()
            .map(|file| file.left(keeps, &mut chance))
            .collect();
        let mut image = Image::default();
        // Outer names come before inner ones.
        for (path, entry) in names {
            let (folder, _) = path.rsplit_once('/').unwrap_or_default();
            if !folder.is_empty() && !image.folders.contains(folder) {
                continue;
            }
            match entry {
                Entry::Folder => {
                    image.folders.insert(path);
                }
                Entry::File(file) => {
                    image.files.insert(path, contents[file].clone());
                }
            }
        }
        image
    }
}

impl Naming {
    fn apply(&self, names: &mut Names) {
        match self {
            Self::Is(path, entry) => {
                names.insert(path.clone(), *entry);
            }
            Self::IsGone(path) => {
                names.remove(path);
            }
            Self::Moves(from, to, entry) => {
                if names.get(from) == Some(entry) {
                    names.remove(from);
                }
                names.insert(to.clone(), *entry);
            }
        }
    }

    fn is_in(&self, folder: &str) -> bool {
        let is_in = |path: &str| path.rsplit_once('/').unwrap_or_default().0 == folder;
        match self {
            Self::Is(path, _) | Self::IsGone(path) => is_in(path),
            Self::Moves(from, to, _) => is_in(from) || is_in(to),
        }
    }
}

impl File {
    fn left(&self, keeps: Keeps, chance: &mut Chance) -> Vec<u8> {
        let all = self.since.len();
        match keeps {
            Keeps::Nothing => self.synced.clone(),
            Keeps::Everything => self.after(|_| all),
            Keeps::Some(_) => {
                // Either all up to a moment and the write after it torn, or each sector as the disk pleases.
                let moment = chance.below(all + 1);
                let is_in_order = chance.is_heads();
                self.after(|_| match is_in_order {
                    true => (moment + chance.below(2)).min(all),
                    false => chance.below(all + 1),
                })
            }
        }
    }

    /// The contents where each sector has seen so many of the changes. The length is that of one more sector.
    fn after(&self, mut seen: impl FnMut(usize) -> usize) -> Vec<u8> {
        let mut lengths = vec![self.synced.len()];
        for change in &self.since {
            lengths.push(match change {
                Change::Write { at, bytes } => lengths[lengths.len() - 1].max(at + bytes.len()),
                Change::Length(length) => *length,
            });
        }
        let longest = lengths.iter().copied().max().unwrap_or_default();
        let sectors = longest.div_ceil(SECTOR);
        let seen_by: Vec<usize> = (0..sectors).map(&mut seen).collect();
        let mut bytes = self.synced.clone();
        bytes.resize(longest, 0);
        for (place, change) in self.since.iter().enumerate() {
            let (start, end) = match change {
                Change::Write { at, bytes } => (*at, at + bytes.len()),
                Change::Length(length) => (*length, longest),
            };
            let mut from = start;
            while from < end {
                let sector = from / SECTOR;
                let until = end.min((sector + 1) * SECTOR);
                if seen_by[sector] > place {
                    match change {
                        Change::Write { bytes: written, .. } => {
                            bytes[from..until]
                                .copy_from_slice(&written[from - start..until - start]);
                        }
                        Change::Length(_) => bytes[from..until].fill(0),
                    }
                }
                from = until;
            }
        }
        bytes.truncate(lengths[seen(sectors)]);
        bytes
    }
}
