//! SQLite's write-ahead log as bytes, and the places at which it is cut.

use crate::proof::scale::Scale;

const HEADER: usize = 32;
const FRAME_HEADER: usize = 24;

/// How many of its last frames are cut at.
const FRAMES: usize = 6;

/// What is left of a log after a cut: `None` where the file itself is gone.
pub(super) type Rest<'a> = Option<&'a [u8]>;

/// The log without a header, with half of one, without frames, and without its last ones: between two, within the
/// header of one and within its page.
pub(super) fn cut(log: &[u8], scale: Scale) -> Vec<Rest<'_>> {
    let Some(page) = page_size(log) else {
        return vec![None];
    };
    let frame = FRAME_HEADER + page;
    let frames = log.len().saturating_sub(HEADER) / frame;
    let last = (frames.saturating_sub(FRAMES)..frames).map(|place| HEADER + place * frame);
    let within = |start: usize| [start, start + 10, start + FRAME_HEADER + 2000];
    let mut lengths: Vec<usize> = vec![0, HEADER / 2, HEADER];
    match scale {
        Scale::Whole => lengths.extend(last.flat_map(within)),
        Scale::Part => lengths.extend(last.step_by(2)),
    }
    lengths.dedup();
    let lengths = lengths.into_iter().filter(|length| *length < log.len());
    let rests = lengths.map(|length| Some(&log[..length]));
    std::iter::once(None).chain(rests).collect()
}

/// `None` for a log in which nothing stands yet.
fn page_size(log: &[u8]) -> Option<usize> {
    let bytes = log.get(8..12)?.try_into().ok()?;
    usize::try_from(u32::from_be_bytes(bytes)).ok()
}
