//! The page of `logs check --html` in a real browser.

use std::fs;

use super::browser::{self, Proxy, dom, shown};
use super::{CHECK, month};
use crate::harness::{HANAKO, Office, TARO, pc_log};

/// Names that would be code if any of them got into the page as more than text.
const HOSTILE: [(&str, &str, &str, &str); 2] = [
    (
        "<1>",
        "<script>document.title='owned'</script>",
        "\"><img src=x onerror=document.title='owned'>",
        "evil",
    ),
    ("2", "a&amp;b  c", "' onmouseover='x", "other"),
];

impl Office {
    /// Writes the page and says where it is.
    fn page(&self) -> std::path::PathBuf {
        self.run(&[&CHECK[..], &["--html", "check.html", "--quiet"]].concat());
        self.path("check.html")
    }
}

#[test]
fn what_is_chosen_in_the_address_stays_and_exactly_the_rest_is_hidden() {
    if !browser::is_installed() {
        return;
    }
    let office = Office::of(&[TARO, HANAKO]);
    office.malion_has([
        pc_log("2024-12-17 09:00 PC-1 tarouk ログオン"),
        pc_log("2024-12-17 18:00 PC-1 tarouk ログオフ"),
        pc_log("2024-12-17 10:00 PC-2 hanakod ログオン"),
        pc_log("2024-12-18 09:30 PC-2 hanakod ログオン"),
        pc_log("2024-12-18 17:30 PC-2 hanakod ログオフ"),
        pc_log("2024-12-18 09:00 PC-9 nobody ログオン"),
    ]);
    office.relays_at(&["2024-12-17 10:05", "2024-12-18 10:05", "2024-12-19 10:05"]);
    office.relays_at(&["2024-12-20 10:05"]);
    let page = office.page();
    // 太郎's day, 花子's two; then what was found: 花子's no-logoff, and that nobody is linked.
    for (chosen, expected) in [
        ("who=000", "d0 d1 d2 f0 f1"),
        ("who=0001 勤怠 太郎", "d0"),
        ("who=0002", "d1 d2 f0"),
        ("code=no-logoff", "d1 f0"),
        ("code=*", "d1 f0 f1"),
        ("who=0002&code=unlinked", ""),
    ] {
        let dom = dom(&page, chosen, None);
        assert_eq!(shown(&dom).join(" "), expected, "{chosen}\n{dom}");
    }
}

#[test]
fn no_request_leaves_the_page_and_no_code_runs_in_it_but_its_own() {
    if !browser::is_installed() {
        return;
    }
    let office = month();
    let page = office.page();
    let written = fs::read_to_string(&page).unwrap();
    let intruder = "<img src=\"http://intruder.invalid/\"><script>document.title = 'owned'</script>\
                    <style>body { background: url('http://intruder.invalid/style') }</style>\n</body>";
    let intruded = written.replace("</body>", intruder);
    let policy = written
        .lines()
        .find(|line| line.contains("Content-Security-Policy"));
    let unguarded = intruded.replace(policy.unwrap(), "");
    let opened = |name: &str, text: &str| {
        let proxy = Proxy::start();
        let dom = dom(&office.file(name, text), "code=no-logoff", Some(&proxy));
        let owned = dom.contains("<title>owned</title>");
        assert_eq!(shown(&dom), ["d1", "f0"], "{dom}");
        (proxy.was_asked_for("intruder.invalid"), owned)
    };
    assert_eq!(opened("intruded.html", &intruded), (false, false));
    // Without its policy the same page asks and is owned: the proxy and the title do tell.
    assert_eq!(opened("unguarded.html", &unguarded), (true, true));
}

#[test]
fn what_people_are_called_is_text_in_the_browser_too_and_can_be_chosen() {
    if !browser::is_installed() {
        return;
    }
    let office = Office::of(&HOSTILE);
    office.malion_has([
        pc_log("2024-12-17 09:00 <PC> evil ログオン"),
        pc_log("2024-12-17 09:00 PC-2 other ログオン"),
        pc_log("2024-12-17 09:00 PC <img/src=x> ログオン"),
    ]);
    office.relays_at(&["2024-12-17 10:05"]);
    office.at("2024-12-18 10:05");
    let page = office.page();
    for (chosen, expected) in [("who=<1>", "d1"), ("who=2", "d0")] {
        let dom = dom(&page, chosen, None);
        assert_eq!(shown(&dom).join(" "), expected, "{chosen}\n{dom}");
        assert!(!dom.contains("<title>owned"), "{dom}");
        assert_eq!(dom.matches("<script").count(), 1, "{dom}");
        for raw in ["<img", "<PC>", "<1>", " onmouseover=\"", " onerror=\""] {
            assert!(!dom.contains(raw), "{raw}\n{dom}");
        }
    }
}
