//! Accounts through the binary: what changed them and how it is taken back, who is set aside, whose name is one.

mod allow_shared;
pub(crate) mod company;
mod damage;
mod exclude;
mod held_names;
mod history;
mod refusals;
mod round_trip;
mod scale;
mod syncs;
mod undo;

use crate::harness::Office;

/// A file of links by 従業員コード and PC user name, in the office's own folder.
fn links_file(office: &Office, name: &str, links: &[(&str, &str)]) {
    let mut text = "打刻先アカウント,サービスアカウント\n".to_owned();
    for (code, user) in links {
        text.push_str(&format!("{code},{user}\n"));
    }
    office.file(name, &text);
}
