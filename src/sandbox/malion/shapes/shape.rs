//! Which MaLion the sandbox is.

/// A shape of MaLion's API.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// The one that the built-in profile assumes.
    Assumed,
    /// `GET /api/v2/operations.csv?start=…&end=…&page=1&per_page=…` with basic authentication: by occurrence,
    /// at most 72 hours and 200 rows, times `YYYY/MM/DD HH:MM:SS` in JST, rows in CP932 under Japanese
    /// headings, operations ログイン and ログアウト. The last page is shorter than the others.
    PagesOfCsv,
    /// `POST /operations/search` with a form that bears the codes: by collection, times in UTC as RFC 3339
    /// with a `Z`, at most 24 hours and 100 records, and a cursor to the next page which the last one says as
    /// null.
    CursorAndForm,
    /// `GET /logs.json?admin=…&secret=…&since=…&until=…`, the codes in the address: by collection, times in
    /// seconds since 1970, at most 6 hours, everything in one list without pages and without categories.
    CodesInQuery,
}
