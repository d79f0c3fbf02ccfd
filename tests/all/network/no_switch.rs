//! Nothing turns the verifying off: no setting, no variable, no line of the source.

use std::fs;
use std::path::Path;

use pcpunch::settings::Key;

use super::{ROUND, book, nothing_is_lost, taro_came_behind_tls};

/// What other programs take for a wish not to be protected.
const WISHES: [(&str, &str); 8] = [
    ("NODE_TLS_REJECT_UNAUTHORIZED", "0"),
    ("PYTHONHTTPSVERIFY", "0"),
    ("GIT_SSL_NO_VERIFY", "1"),
    ("CURL_INSECURE", "1"),
    ("SSL_VERIFY", "0"),
    ("PCPUNCH_HTTP_INSECURE", "1"),
    ("PCPUNCH_HTTP_VERIFY", "off"),
    ("RUSTLS_DANGEROUS", "1"),
];

/// How the libraries would be told to look away, to go below TLS 1.2, to give secrets of a connection away, or to
/// unpack what is packed.
const SWITCHES: [&str; 9] = [
    "danger",
    "accept_invalid",
    "hostname_verification",
    "tls_version_m",
    "sslkeylog",
    "KeyLog",
    "ServerCertVerifier",
    "use_preconfigured_tls",
    "tls_backend_preconfigured",
];

#[test]
fn no_setting_is_about_verifying() {
    let names: Vec<&str> = Key::ALL.iter().map(|key| key.name()).collect();
    let about_http: Vec<&&str> = names
        .iter()
        .filter(|name| name.starts_with("http."))
        .collect();
    assert_eq!(
        about_http,
        [&"http.proxy", &"http.ca_file", &"http.timeout_seconds"]
    );
    for word in ["verif", "insecure", "tls", "ssl", "cert", "redirect"] {
        assert!(!names.iter().any(|name| name.contains(word)), "{word}");
    }
}

#[test]
fn no_line_of_the_source_asks_the_libraries_to_look_away() {
    let mut files = 0;
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files += 1;
                let text = fs::read_to_string(&path).unwrap();
                let switch = SWITCHES.iter().find(|switch| text.contains(**switch));
                assert_eq!(switch, None, "{}", path.display());
            }
        }
    }
    assert!(files > 100, "only {files} files were read");
}

#[test]
fn no_variable_turns_the_verifying_off() {
    let (office, front) = taro_came_behind_tls();
    office.unset("http.ca_file");
    for (name, value) in WISHES {
        office.variable(name, value);
    }
    office.fails(&ROUND, 5, "http.untrusted");
    assert!(front.heads().is_empty());
    book(&office, "decided");
}

#[test]
fn the_keys_of_a_connection_are_written_nowhere() {
    let (office, _front) = taro_came_behind_tls();
    let file = office.path("keys.log");
    office.environment("SSLKEYLOGFILE", &file);
    office.round_posts(1, 0);
    assert!(!file.exists());
}

#[test]
fn the_systems_authorities_may_be_named_by_ssl_cert_file_and_are_needed() {
    let (office, front) = taro_came_behind_tls();
    let file = office.path("authority.pem");
    office.unset("http.ca_file");
    for (name, value) in [("SSL_CERT_FILE", "/dev/null"), ("SSL_CERT_DIR", "/dev")] {
        office.variable(name, value);
        office.fails(&ROUND, 2, "http.no_authorities");
        office.check_finds(2, "kot-token");
        office.variable(name, "");
    }
    assert_eq!(front.connections(), 0);
    office.environment("SSL_CERT_FILE", &file);
    nothing_is_lost(&office);
}

#[test]
fn a_file_of_authorities_that_cannot_be_used_stops_the_round_before_anything_is_asked() {
    let (office, front) = taro_came_behind_tls();
    let no_certificate = "-----BEGIN CERTIFICATE-----\naGVsbG8=\n-----END CERTIFICATE-----\n";
    for (name, text) in [
        ("empty.pem", ""),
        ("text.pem", "hello"),
        ("other.pem", no_certificate),
    ] {
        let file = office.file(name, text);
        office.setting("http.ca_file", file.to_str().unwrap());
        office.fails(&ROUND, 2, "http.ca_file");
        office.check_finds(2, "kot-token");
    }
    office.setting("http.ca_file", "/nowhere/authority.pem");
    office.fails(&ROUND, 2, "http.ca_file");
    assert_eq!(front.connections(), 0);
    let file = office.path("authority.pem");
    office.setting("http.ca_file", file.to_str().unwrap());
    nothing_is_lost(&office);
}

#[test]
fn only_servers_on_this_machine_may_be_asked_unencrypted() {
    let (office, _front) = taro_came_behind_tls();
    for key in ["kot.base_url", "malion.base_url", "ping.url"] {
        for address in [
            "http://api.kingtime.jp/v1.0",
            "http://localhost.example/",
            "http://127.0.0.1.example/",
            "http://127.0.0.1@example.jp/",
            "http://192.168.0.1/",
            "http://0.0.0.0/",
            "http://[::ffff:192.168.0.1]/",
            "ftp://localhost/",
        ] {
            office.setting(key, address);
            office.run(&ROUND).exits(2);
            office.unset(key);
        }
    }
}
