//! Through a company's proxy to servers that only it can find, with credentials and without. What the proxy does not
//! let through was surely not sent.

use pcpunch::domain::time::WorkDay;

use super::authority::Authority;
use super::proxy::{Proxy, Rule};
use super::{Deed, Front, Greeting, PUNCH, READING, ROUND, TARO, trusts};
use crate::harness::{Office, pc_log};

/// A user and a password, and the same as an address bears them.
const CREDENTIALS: &str = "relay:pa55 w@rd";
const IN_AN_ADDRESS: &str = "relay:pa55%20w%40rd@";

/// Taro's office, whose services are elsewhere: only a proxy knows where.
struct Far {
    office: Office,
    company: Authority,
    kot: Front,
    malion: Front,
    proxy: Proxy,
    /// The day before yesterday, on which Taro logged on at 09:00.
    came: String,
}

impl Far {
    /// Nothing says yet that there is a proxy.
    fn taro_came() -> Self {
        let office = Office::empty(&[TARO]).set_up().by_the_wall();
        office.opens(&[TARO]);
        let came = WorkDay::new(office.sandbox.now().date_naive()).back(2);
        let came = came.to_string();
        office.malion_has([pc_log(&format!("{came} 09:00 PC-1 tarouk ログオン"))]);
        office.setting("punch.since", &came);
        let company = Authority::company();
        trusts(&office, &company);
        let front = |name: &str, base_url: &str| {
            Front::before(base_url, Greeting::Tls(company.server(name)))
        };
        let kot = front("kot.example", &office.sandbox.kot.base_url());
        let malion = front("malion.example", &office.sandbox.malion.base_url());
        office.setting("kot.base_url", "https://kot.example/v1.0");
        office.setting("malion.base_url", "https://malion.example");
        office.sandbox.kot.clear_requests();
        let proxy = Proxy::to(&Self::ways(&kot, &malion));
        Self {
            office,
            company,
            kot,
            malion,
            proxy,
            came,
        }
    }

    /// The same, with the proxy in `http.proxy`.
    fn taro_came_by_proxy() -> Self {
        let far = Self::taro_came();
        far.goes_by("http://", "");
        far
    }

    fn ways(kot: &Front, malion: &Front) -> [(&'static str, std::net::SocketAddr); 2] {
        [
            ("kot.example:443", kot.address()),
            ("malion.example:443", malion.address()),
        ]
    }

    /// From now on `http.proxy` names the proxy with these credentials.
    fn goes_by(&self, scheme: &str, credentials: &str) -> &Self {
        let address = self.proxy.address();
        let host = address.to_string().replace("127.0.0.1", "localhost");
        self.office
            .setting("http.proxy", &format!("{scheme}{credentials}{host}"));
        self
    }

    /// A round brings Taro's 出勤, once, by asking the proxy for nothing but ways.
    #[track_caller]
    fn arrives(&self) {
        self.office.round_posts(1, 0);
        self.office
            .kot_has(&[&format!("{} 出勤 09:00", self.taro())]);
        self.office.round_posts(0, 0);
        let asked = self.proxy.heads();
        assert!(
            asked
                .iter()
                .any(|head| head.starts_with("CONNECT kot.example:443 HTTP/1.1\r\n"))
        );
        for head in asked {
            let head = head.to_lowercase();
            assert!(head.starts_with("connect "), "{head}");
            assert!(
                !head.contains("\r\nauthorization:") && !head.contains("malion-"),
                "{head}"
            );
        }
        for head in [self.kot.heads(), self.malion.heads()].concat() {
            assert!(!head.to_lowercase().contains("proxy-"), "{head}");
        }
    }

    fn taro(&self) -> String {
        format!("1000 {}", self.came)
    }

    /// A round ends so, and nothing comes to KING OF TIME.
    #[track_caller]
    fn fails(&self, exit: i32, name: &str) {
        self.office.fails(&ROUND, exit, name);
        self.office.check_finds(exit, "kot-token");
        assert!(self.office.sandbox.kot.requests().is_empty(), "{name}");
    }
}

#[test]
fn a_round_goes_through_a_proxy() {
    Far::taro_came_by_proxy().arrives();
}

#[test]
fn the_credentials_of_the_address_are_shown_to_the_proxy_and_to_nobody_else() {
    let far = Far::taro_came_by_proxy();
    far.proxy.rule(Rule::Wants(CREDENTIALS));
    far.goes_by("http://", IN_AN_ADDRESS).arrives();
}

#[test]
fn a_proxy_is_spoken_to_with_tls_where_its_address_says_https() {
    let mut far = Far::taro_came();
    let config = far.company.server("localhost");
    far.proxy = Proxy::encrypted_to(&Far::ways(&far.kot, &far.malion), config);
    far.proxy.rule(Rule::Wants(CREDENTIALS));
    far.goes_by("https://", IN_AN_ADDRESS).arrives();
    let config = Authority::stranger().server("localhost");
    far.proxy = Proxy::encrypted_to(&Far::ways(&far.kot, &far.malion), config);
    far.office.sandbox.kot.clear_requests();
    far.goes_by("https://", IN_AN_ADDRESS);
    far.fails(5, "http.proxy_unreached");
    assert!(far.proxy.heads().is_empty(), "it was shown the credentials");
}

#[test]
fn missing_and_wrong_credentials_are_told_as_such() {
    let far = Far::taro_came_by_proxy();
    far.proxy.rule(Rule::Wants(CREDENTIALS));
    far.fails(4, "http.proxy_refused");
    far.goes_by("http://", "relay:0ther-w0rd@")
        .fails(4, "http.proxy_refused");
    far.goes_by("http://", IN_AN_ADDRESS).arrives();
}

#[test]
fn what_a_proxy_does_not_let_through_is_told_as_such() {
    let far = Far::taro_came_by_proxy();
    for (rule, name) in [
        (Rule::Says("403 Forbidden"), "http.proxy_refuses"),
        (
            Rule::Says("302 Found\r\nLocation: https://localhost/"),
            "http.proxy_refuses",
        ),
        (Rule::Says("two hundred"), "http.proxy_refuses"),
        (Rule::Close, "http.proxy_refuses"),
        (Rule::CloseBehind, "http.connect"),
        (Rule::Silence, "http.timeout"),
    ] {
        if name == "http.timeout" {
            far.office.setting("http.timeout_seconds", "1");
        }
        far.proxy.rule(rule);
        far.fails(5, name);
    }
    far.office.unset("http.timeout_seconds");
    far.proxy.rule(Rule::Open);
    far.arrives();
}

#[test]
fn a_proxy_that_is_not_there_is_told_as_such() {
    let mut far = Far::taro_came_by_proxy();
    let nowhere = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = nowhere.local_addr().unwrap();
    drop(nowhere);
    far.office
        .setting("http.proxy", &format!("http://{IN_AN_ADDRESS}{address}"));
    far.fails(5, "http.proxy_unreached");
    far.proxy = Proxy::to(&Far::ways(&far.kot, &far.malion));
    far.goes_by("http://", "").arrives();
}

#[test]
fn a_proxy_that_opens_encryption_needs_the_companys_authority_in_the_settings() {
    let far = Far::taro_came_by_proxy();
    let opened = far.company.server("kot.example");
    far.kot
        .greets(Greeting::Tls(Authority::stranger().server("kot.example")));
    far.fails(5, "http.untrusted");
    far.kot.greets(Greeting::Tls(opened));
    far.arrives();
}

#[test]
fn a_punch_that_stops_at_the_proxy_is_surely_not_sent() {
    for (rule, exit) in [
        (Rule::Wants(CREDENTIALS), 4),
        (Rule::Says("403 Forbidden"), 5),
        (Rule::Close, 5),
        (Rule::CloseBehind, 5),
        (Rule::Silence, 5),
    ] {
        let far = Far::taro_came_by_proxy();
        if matches!(rule, Rule::Silence) {
            far.office.setting("http.timeout_seconds", "2");
        }
        let (told, rules) = (format!("{rule:?}"), far.proxy.rules());
        far.kot.once_asked(READING, move || rules.set(rule));
        far.office.round_posts(0, exit);
        far.office
            .book_says(&[&format!("{} 出勤 09:00 decided", far.taro())]);
        assert_eq!(
            far.office.book()[0].attempts,
            1,
            "{told}: the punch was tried"
        );
        far.office.unset("http.timeout_seconds");
        far.proxy.rule(Rule::Open);
        far.arrives();
    }
}

#[test]
fn a_punch_that_was_lost_behind_the_proxy_is_unknown_and_is_not_sent_again() {
    let far = Far::taro_came_by_proxy();
    far.kot.does(PUNCH, Deed::DropBefore);
    far.office.round_posts(0, 5);
    far.office
        .book_says(&[&format!("{} 出勤 09:00 unknown", far.taro())]);
    far.kot.does(PUNCH, Deed::HandOn);
    far.office.round_posts(0, 0);
}

#[test]
fn the_environment_names_the_proxy_where_no_setting_does() {
    for name in ["HTTPS_PROXY", "https_proxy", "ALL_PROXY"] {
        let far = Far::taro_came();
        far.proxy.rule(Rule::Wants(CREDENTIALS));
        let address = format!("http://{IN_AN_ADDRESS}{}", far.proxy.address());
        far.office.variable(name, &address);
        far.arrives();
    }
}

#[test]
fn no_proxy_is_asked_for_whom_the_environment_or_the_setting_exempts() {
    let far = Far::taro_came();
    // An address that leads nowhere, so that nobody's name resolution is waited for.
    far.office.setting("kot.base_url", "https://192.0.2.1/v1.0");
    far.office.setting("http.timeout_seconds", "1");
    let address = format!("http://{}", far.proxy.address());
    far.office.variable("HTTPS_PROXY", &address);
    for (exempt, setting, asked) in [
        ("192.0.2.0/24", "system", 0),
        ("", "none", 0),
        (".example,192.0.3.0/24", "system", 1),
    ] {
        far.office.variable("NO_PROXY", exempt);
        far.office.setting("http.proxy", setting);
        far.office.run(&["employees", "sync"]).exits(5);
        assert_eq!(far.proxy.connections(), asked, "{exempt} {setting}");
    }
    assert!(far.proxy.heads()[0].starts_with("CONNECT 192.0.2.1:443 "));
}

#[test]
fn servers_on_this_machine_are_never_asked_through_a_proxy() {
    for by_environment in [false, true] {
        let (office, _front) = super::taro_came_behind_tls();
        let proxy = Proxy::to(&[]);
        let address = format!("http://{}", proxy.address());
        if by_environment {
            for name in ["HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY"] {
                office.variable(name, &address);
            }
        } else {
            office.setting("http.proxy", &address);
        }
        office.round_posts(1, 0);
        assert_eq!(proxy.connections(), 0);
    }
}
