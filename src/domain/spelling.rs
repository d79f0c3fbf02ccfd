//! What somebody probably meant to type.

/// A word that is less like another than this is not held for a slip.
const ALIKE: f64 = 0.5;

/// What goes by the name that is spelt most like `typed`, unless none is much like it; of several the last.
pub fn nearest<'n, T>(typed: &str, known: impl IntoIterator<Item = (&'n str, T)>) -> Option<T> {
    known
        .into_iter()
        .filter(|(name, _)| is_as_long(typed, name))
        .map(|(name, meant)| (strsim::normalized_damerau_levenshtein(typed, name), meant))
        .filter(|(likeness, _)| *likeness >= ALIKE)
        .max_by(|(one, _), (other, _)| one.total_cmp(other))
        .map(|(_, meant)| meant)
}

/// Whether the lengths leave it open that one is like the other. To hold a word without end against all others would
/// take minutes.
fn is_as_long(typed: &str, name: &str) -> bool {
    let letters = name.chars().count();
    typed.chars().take(2 * letters + 1).count() <= 2 * letters
}
