//! `[response]`, `[fields]`, `[values]` and `[file]`: what answers and files look like.

use std::collections::{BTreeMap, BTreeSet};

use super::error::{ProfileError, ProfileProblem};
use super::part::{Entry, Part, nearest};
use crate::csv::Encoding;
use crate::csv::logs::Layout;
use crate::domain::log_source::{Field, Reading, TimeFormat, Words, Zone};
use crate::malion::pointer::Pointer;

/// What an answer looks like.
#[derive(Clone, Debug)]
pub enum Response {
    /// One JSON document.
    Json(Json),
    /// Rows under headings.
    Csv(Layout),
}

/// How a JSON document bears records.
#[derive(Clone, Debug)]
pub struct Json {
    /// Its encoding.
    pub encoding: Encoding,
    /// Where the list of records stands.
    pub records: Pointer,
    /// Where each field stands in a record.
    pub fields: BTreeMap<Field, Pointer>,
    /// What makes a record a log.
    pub reading: Reading,
}

impl Response {
    /// Where a field stands, as the profile says it; `None` where the source does not bear it at all.
    pub fn place(&self, field: Field) -> Option<&str> {
        match self {
            Self::Json(json) => json.fields.get(&field).map(Pointer::as_str),
            Self::Csv(layout) => layout.headings.get(&field).map(String::as_str),
        }
    }

    /// What makes a record a log.
    pub fn reading(&self) -> &Reading {
        match self {
            Self::Json(json) => &json.reading,
            Self::Csv(layout) => &layout.reading,
        }
    }
}

const ENCODINGS: [(&str, Encoding); 3] = [
    ("utf-8", Encoding::Utf8),
    ("cp932", Encoding::Cp932),
    ("shift_jis", Encoding::Cp932),
];

/// Reads what an API answers, with the parts of the file that say so.
pub(super) fn read(whole: &Part<'_>, name: &str) -> Result<Response, ProfileError> {
    let part = whole.get("response")?.part()?;
    let is_json = part
        .get("format")?
        .choice(&[("json", true), ("csv", false)])?;
    let encoding = encoding(&part)?.unwrap_or(Encoding::Utf8);
    let time_format = time_format(&part)?;
    let records = if is_json {
        Some(records(&part.get("records")?)?)
    } else {
        part.only_with("records", "response.format", "json")?;
        None
    };
    part.end()?;
    let words = words(&whole.get("values")?)?;
    let entry = whole.get("fields")?;
    let reading = |required| Reading {
        required,
        time_format,
        words,
    };
    Ok(match records {
        Some(records) => {
            let (fields, required) = fields(&entry, pointer)?;
            Response::Json(Json {
                encoding,
                records,
                fields,
                reading: reading(required),
            })
        }
        None => {
            let (headings, required) = fields(&entry, heading)?;
            Response::Csv(Layout {
                name: name.to_owned(),
                headings,
                may_lack: BTreeSet::new(),
                reading: reading(required),
                encoding: Some(encoding),
                whole_rows: true,
            })
        }
    })
}

/// Reads `[file]`: what a file of logs looks like.
pub(super) fn file(whole: &Part<'_>, name: &str) -> Result<Option<Layout>, ProfileError> {
    let Some(entry) = whole.find("file") else {
        return Ok(None);
    };
    let part = entry.part()?;
    let encoding = encoding(&part)?;
    let time_format = time_format(&part)?;
    let (headings, required) = fields(&part.get("fields")?, heading)?;
    let words = match (part.find("values"), whole.find("values")) {
        (Some(entry), _) | (None, Some(entry)) => words(&entry)?,
        (None, None) => return Err(part.fails("values", ProfileProblem::Missing)),
    };
    part.end()?;
    Ok(Some(Layout {
        name: name.to_owned(),
        headings,
        may_lack: BTreeSet::new(),
        reading: Reading {
            required,
            time_format,
            words,
        },
        encoding,
        whole_rows: false,
    }))
}

/// `time_format` and `zone` of a part.
pub(super) fn time_format(part: &Part<'_>) -> Result<TimeFormat, ProfileError> {
    let zones = Zone::ALL.map(|zone| (zone.name(), zone));
    let zone = part.find("zone");
    let chosen = zone.as_ref().map(|zone| zone.choice(&zones)).transpose()?;
    let format = part.get("time_format")?;
    TimeFormat::new(format.text()?, chosen).map_err(|bad| format.fails(ProfileProblem::Time(bad)))
}

/// A pointer to something within a document.
pub(super) fn pointer(entry: &Entry<'_>) -> Result<Pointer, ProfileError> {
    let text = entry.text()?;
    Pointer::new(text)
        .filter(|_| !text.is_empty())
        .ok_or_else(|| entry.fails(ProfileProblem::NotAPointer(text.to_owned())))
}

/// The list may be the document itself, which the empty pointer says.
fn records(entry: &Entry<'_>) -> Result<Pointer, ProfileError> {
    let text = entry.text()?;
    let pointer = Pointer::new(text);
    pointer.ok_or_else(|| entry.fails(ProfileProblem::NotAPointer(text.to_owned())))
}

fn encoding(part: &Part<'_>) -> Result<Option<Encoding>, ProfileError> {
    let encoding = part.find("encoding");
    encoding.map(|entry| entry.choice(&ENCODINGS)).transpose()
}

type Fields<P> = (BTreeMap<Field, P>, BTreeSet<Field>);

/// Where each field stands, and which must not be empty.
fn fields<P>(
    entry: &Entry<'_>,
    place: impl Fn(&Entry<'_>) -> Result<P, ProfileError>,
) -> Result<Fields<P>, ProfileError> {
    let part = entry.part()?;
    let mut places = BTreeMap::new();
    for field in Field::ALL {
        let entry = match part.find(field.name()) {
            Some(entry) => entry,
            None if Field::NEEDED.contains(&field) => {
                return Err(part.fails(field.name(), ProfileProblem::Missing));
            }
            None => continue,
        };
        places.insert(field, place(&entry)?);
    }
    let mut required = BTreeSet::from(Field::NEEDED);
    if let Some(entry) = part.find("required") {
        for name in entry.texts()? {
            let field = Field::of_name(name).ok_or_else(|| unknown_field(&entry, name))?;
            if !places.contains_key(&field) {
                return Err(entry.fails(ProfileProblem::NotBorne(field.name())));
            }
            required.insert(field);
        }
    }
    part.end()?;
    Ok((places, required))
}

fn unknown_field(entry: &Entry<'_>, name: &str) -> ProfileError {
    let names = Field::ALL.map(Field::name);
    entry.fails(ProfileProblem::Choice {
        value: name.to_owned(),
        allowed: nearest(name, names.into_iter()).unwrap_or_else(|| names.join(", ")),
    })
}

fn heading(entry: &Entry<'_>) -> Result<String, ProfileError> {
    let text = entry.filled()?;
    if text.starts_with('/') {
        return Err(entry.fails(ProfileProblem::NotAHeading(text.to_owned())));
    }
    Ok(text.to_owned())
}

fn words(entry: &Entry<'_>) -> Result<Words, ProfileError> {
    let part = entry.part()?;
    let read = |name| -> Result<(Entry<'_>, BTreeSet<String>), ProfileError> {
        let entry = part.get(name)?;
        let words: BTreeSet<String> = entry.texts()?.into_iter().map(str::to_owned).collect();
        if words.is_empty() {
            return Err(entry.fails(ProfileProblem::Empty));
        }
        Ok((entry, words))
    };
    let (_, logon) = read("logon")?;
    let (entry, logoff) = read("logoff")?;
    if let Some(word) = logon.intersection(&logoff).next() {
        return Err(entry.fails(ProfileProblem::SharedWord(word.clone())));
    }
    part.end()?;
    Ok(Words { logon, logoff })
}
