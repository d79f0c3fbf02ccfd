//! What somebody probably meant to type.

/// A word that is less like another than this is not held for a slip.
const ALIKE: f64 = 0.5;

/// What goes by the name that is spelt most like `typed`, unless none is much like it; of several the last.
pub fn nearest<'n, T>(typed: &str, known: impl IntoIterator<Item = (&'n str, T)>) -> Option<T> {
    known
        .into_iter()
        .map(|(name, meant)| (strsim::normalized_damerau_levenshtein(typed, name), meant))
        .filter(|(likeness, _)| *likeness >= ALIKE)
        .max_by(|(one, _), (other, _)| one.total_cmp(other))
        .map(|(_, meant)| meant)
}
