//! OpenSSL's own server, where the machine has one: another hand's TLS.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use super::authority::own_server_files;
use super::{ROUND, taro_came_behind_tls};
use crate::harness::Office;

#[test]
fn openssl_of_tls_1_1_is_refused_and_of_1_2_is_not() {
    let (office, front) = taro_came_behind_tls();
    let Some(refused) = openssl(&office, "-tls1_1") else {
        return;
    };
    office.setting("kot.base_url", &refused.base_url());
    office.setting("http.timeout_seconds", "5");
    office.fails(&ROUND, 5, "http.old_tls");
    drop(refused);
    let taken = openssl(&office, "-tls1_2").expect("it knew 1.1");
    office.setting("kot.base_url", &taken.base_url());
    // That server answers each question with a page about itself.
    office.fails(&ROUND, 5, "kot.malformed");
    assert_eq!(front.connections(), 0);
}

/// OpenSSL's own server with a certificate of its own, on a port of this machine.
struct OpenSsl(Child, u16);

impl OpenSsl {
    fn base_url(&self) -> String {
        format!("https://localhost:{}/v1.0", self.1)
    }
}

impl Drop for OpenSsl {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// OpenSSL's server of that version alone; nothing where there is no OpenSSL, or one that no longer knows it.
fn openssl(office: &Office, version: &str) -> Option<OpenSsl> {
    let (certificate, key) = own_server_files("localhost");
    office.file("authority.pem", &certificate);
    let key = office.file("key.pem", &key);
    let mut child = Command::new("openssl")
        .args(["s_server", "-www", "-accept", "127.0.0.1:0", version])
        .args(["-cipher", "DEFAULT@SECLEVEL=0", "-cert"])
        .arg(office.path("authority.pem"))
        .arg("-key")
        .arg(key)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    let stdout = BufReader::new(child.stdout.take().unwrap());
    let port = stdout.lines().map_while(Result::ok).find_map(|line| {
        let address = line.strip_prefix("ACCEPT ")?;
        address.rsplit_once(':')?.1.parse().ok()
    });
    let server = OpenSsl(child, port.unwrap_or_default());
    port.is_some().then_some(server)
}
