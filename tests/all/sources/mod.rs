//! Logs of other products than MaLion, logs from files, and a MaLion that is asked by occurrence.

mod files;
mod kinds;
mod links;

use serde_json::Value;

use crate::harness::{Office, Ran};

/// 従業員コード, 姓, 名 and PC user name in MaLion.
const TARO: (&str, &str, &str, &str) = ("1000", "勤怠", "太郎", "tarouk");
const HANAKO: (&str, &str, &str, &str) = ("1001", "勤怠", "花子", "hanakok");

/// 種別コード of the account file.
const SMARTON: &str = "1";
const LANSCOPE: &str = "2";

impl Office {
    /// Imports links of one kind by 従業員コード and user name.
    fn links_of(&self, kind: &str, links: &[(&str, &str)]) -> Ran {
        let mut text = "種別コード,打刻先アカウント,サービスアカウント\n".to_owned();
        for (code, name) in links {
            text.push_str(&format!("{kind},{code},{name}\n"));
        }
        let file = self.file("links-of-a-kind.csv", &text);
        self.run(&["accounts", "import", file.to_str().unwrap()])
    }

    /// A round with that file in place of MaLion's API.
    fn takes(&self, file: &str, options: &[&str]) -> Ran {
        let round = ["relay", "run", "--once", "--format", "json", "--from", file];
        self.run(&[&round[..], options].concat())
    }
}

/// What a round says of the logs that it read.
fn collected(ran: &Ran) -> Value {
    ran.document("pcpunch.relay-run.v1")["collected"].clone()
}

/// A file in the layout assumed-v1, which is recognised by its headings: `17 08:50 s-taro ログオン` of
/// 2024-12, all of them at PC-1.
fn csv(lines: &[&str]) -> String {
    let mut text = "発生日時,操作,端末名,ユーザー名\n".to_owned();
    for line in lines {
        let words: Vec<&str> = line.split(' ').collect();
        let (day, time, user, operation) = (words[0], words[1], words[2], words[3]);
        text.push_str(&format!(
            "2024/12/{day} {time}:00,{operation},PC-1,{user}\n"
        ));
    }
    text
}
