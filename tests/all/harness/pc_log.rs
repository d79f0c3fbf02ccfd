//! PC logs as the tests write them.

use pcpunch::sandbox::Log;

use super::moment::moment;

/// `2024-12-17 09:03 PC-1 tarouk ログオン`, or with the domain in front of the user,
/// `2024-12-17 18:22 PC-1 EXAMPLE\tarouk ログオフ`. Collected as it occurred, from a PC with a link code;
/// without an id, so that the same line twice is the same record twice.
pub(crate) fn pc_log(line: &str) -> Log {
    let words: Vec<&str> = line.split(' ').collect();
    let [day, time, terminal, user, operation] = words[..] else {
        panic!("{line:?} is not: day time PC user operation");
    };
    let occurred_at = moment(&format!("{day} {time}"));
    let (domain, user) = match user.split_once('\\') {
        Some((domain, user)) => (Some(domain), user),
        None => (None, user),
    };
    let mut log = Log::new(operation, terminal, user, occurred_at);
    log.domain = domain.map(str::to_owned);
    log.link_code = Some("A01".to_owned());
    log
}
