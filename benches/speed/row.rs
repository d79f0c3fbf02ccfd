//! The rows of the table.

use std::time::Duration;

/// The table's head, and the machine.
pub(crate) fn head() {
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    println!("{} cores, {}\n", cores, processor());
    println!("| what | measured | beside |");
    println!("|---|---|---|");
}

/// One row; what it is held against may be empty.
pub(crate) fn row(what: &str, measured: &str, beside: &str) {
    println!("| {what} | {measured} | {beside} |");
}

/// Seconds, or milliseconds where they are few.
pub(crate) fn told(time: Duration) -> String {
    match time.as_secs_f64() {
        seconds if seconds < 0.1 => format!("{:.1} ms", seconds * 1000.0),
        seconds => format!("{seconds:.2} s"),
    }
}

/// The middle one of several measurements.
pub(crate) fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

fn processor() -> String {
    let told = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let name = told
        .lines()
        .find_map(|line| line.strip_prefix("model name"));
    name.map_or("an unknown processor".to_owned(), |name| {
        name.trim_start_matches([' ', '\t', ':']).to_owned()
    })
}
