//! `[paging]`: how a long answer comes in pages, and how its end is seen.

use super::error::{ProfileError, ProfileProblem};
use super::part::Part;
use super::request::Places;
use super::response::pointer;
use crate::malion::pointer::Pointer;
use crate::malion::template::Slot;

const MOST_PER_PAGE: u32 = 100_000;

/// How a long answer comes in pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paging {
    /// What `{limit}` says and a page holds at most, in records.
    pub size: Option<u32>,
    /// How the next page is asked for.
    pub style: Style,
}

/// How the next page is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Style {
    /// An answer is whole.
    None,
    /// `{offset}` leaves out what was read before.
    Offset(End),
    /// `{page}` counts.
    Page {
        /// The number of the first page, 0 or 1.
        first: u32,
        /// How the last one is known.
        end: End,
    },
    /// `{cursor}` is what the page before said; the first page is asked without it. The last page says none:
    /// it is missing, null or empty.
    Cursor(Pointer),
}

/// How the last page is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    /// Where the answer says whether more pages follow: true or false.
    More(Pointer),
    /// Where the answer says how many records there are in all.
    Total(Pointer),
    /// A page with fewer records than the size.
    ShortPage,
    /// A page without records.
    EmptyPage,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Named {
    None,
    Offset,
    Page,
    Cursor,
}

/// Reads `[paging]`. `is_json` is whether an answer can be pointed into.
pub(super) fn read(
    part: &Part<'_>,
    places: &Places,
    is_json: bool,
) -> Result<Paging, ProfileError> {
    let style = part.get("style")?;
    let named = style.choice(&[
        ("offset", Named::Offset),
        ("page", Named::Page),
        ("cursor", Named::Cursor),
        ("none", Named::None),
    ])?;
    if named == Named::Cursor && !is_json {
        return Err(style.fails(ProfileProblem::OnlyWith {
            place: None,
            key: "response.format",
            value: "json",
        }));
    }
    places_fit(named, places)?;
    let size = size(part, places, named)?;
    if named != Named::Page {
        part.only_with("first", "paging.style", "page")?;
    }
    if named != Named::Cursor {
        part.only_with("next", "paging.style", "cursor")?;
    }
    let style = match named {
        Named::None => {
            no_end(part)?;
            Style::None
        }
        Named::Offset => Style::Offset(end(part, size, is_json)?),
        Named::Page => Style::Page {
            first: part.get("first")?.count(0, 1)?,
            end: end(part, size, is_json)?,
        },
        Named::Cursor => {
            no_end(part)?;
            Style::Cursor(pointer(&part.get("next")?)?)
        }
    };
    part.end()?;
    Ok(Paging { size, style })
}

/// The place by which the style goes on is there, and those of the others are not.
fn places_fit(named: Named, places: &Places) -> Result<(), ProfileError> {
    for (slot, style, name) in [
        (Slot::Offset, Named::Offset, "offset"),
        (Slot::Page, Named::Page, "page"),
        (Slot::Cursor, Named::Cursor, "cursor"),
    ] {
        if named == style {
            places.need(slot)?;
        } else {
            places.refuse(slot, "paging.style", name)?;
        }
    }
    Ok(())
}

/// An answer that is whole knows no size: a limit would cut it without a word.
fn size(part: &Part<'_>, places: &Places, named: Named) -> Result<Option<u32>, ProfileError> {
    const PAGED: &str = "offset, page, cursor";
    if named == Named::None {
        places.refuse(Slot::Limit, "paging.style", PAGED)?;
        part.only_with("size", "paging.style", PAGED)?;
        return Ok(None);
    }
    match part.find("size") {
        Some(entry) => Ok(Some(entry.count(1, MOST_PER_PAGE)?)),
        None if places.has(Slot::Limit) => Err(part.fails("size", ProfileProblem::Missing)),
        None => Ok(None),
    }
}

fn no_end(part: &Part<'_>) -> Result<(), ProfileError> {
    ["end", "more", "total"]
        .into_iter()
        .try_for_each(|name| part.only_with(name, "paging.style", "offset, page"))
}

/// Exactly one of the ways in which the end is seen.
fn end(part: &Part<'_>, size: Option<u32>, is_json: bool) -> Result<End, ProfileError> {
    let names = ["more", "total", "end"];
    if !is_json {
        part.only_with("more", "response.format", "json")?;
        part.only_with("total", "response.format", "json")?;
    }
    let mut said = names
        .into_iter()
        .filter_map(|name| Some((name, part.find(name)?)));
    let Some((name, entry)) = said.next() else {
        return Err(part.fails("end", ProfileProblem::Missing));
    };
    if let Some((_, second)) = said.next() {
        let first = match name {
            "more" => "paging.more",
            _ => "paging.total",
        };
        return Err(second.fails(ProfileProblem::NotBeside(first)));
    }
    match name {
        "more" => Ok(End::More(pointer(&entry)?)),
        "total" => Ok(End::Total(pointer(&entry)?)),
        _ => match entry.choice(&[("short_page", true), ("empty_page", false)])? {
            true if size.is_none() => Err(part.fails("size", ProfileProblem::Missing)),
            true => Ok(End::ShortPage),
            false => Ok(End::EmptyPage),
        },
    }
}
