//! A real browser that looks at a page, and a proxy on loopback that notes what it asks the network for.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};

/// How long it may take: below a second on a machine that does nothing else.
const SECONDS: &str = "120";

/// How it is kept from asking for anything on its own account, as far as it can be.
const QUIET: [&str; 8] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

/// Whether there is one; said on the terminal itself where there is not, past the test runner that keeps what
/// passing tests print.
pub(super) fn is_installed() -> bool {
    let found = Command::new("chromium")
        .arg("--version")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok();
    if !found {
        let said = writeln!(std::io::stderr(), "skipped: no chromium is installed");
        said.unwrap();
    }
    found
}

/// The page of that file as it is once its script has run, with that behind the `#` of its address. Nothing of the
/// browser is left behind.
pub(super) fn dom(file: &Path, fragment: &str, proxy: Option<&Proxy>) -> String {
    let own = tempfile::tempdir().unwrap();
    let (written, said) = (own.path().join("dom"), own.path().join("said"));
    let address = format!("file://{}#{}", file.display(), in_address(fragment));
    let profile = format!("--user-data-dir={}", own.path().join("profile").display());
    let proxy = proxy.map(|proxy| format!("--proxy-server=http://{}", proxy.address));
    let ended = Command::new("timeout")
        .args(["--kill-after=5", SECONDS, "chromium"])
        .args(QUIET)
        .args(proxy)
        .args([&profile, "--dump-dom", &address])
        .env("HOME", own.path())
        .stdin(Stdio::null())
        .stdout(File::create(&written).unwrap())
        .stderr(File::create(&said).unwrap())
        .status()
        .unwrap();
    let dom = fs::read_to_string(&written).unwrap();
    let said = || fs::read_to_string(&said).unwrap();
    assert!(
        ended.success() && dom.contains("</html>"),
        "{ended}\n{}",
        said()
    );
    dom
}

/// The ids of the days (`d0`) and findings (`f0`) that are not hidden.
pub(super) fn shown(dom: &str) -> Vec<&str> {
    let rows = dom.lines().filter(|line| !line.contains(" hidden=\"\">"));
    rows.filter_map(|line| Some(line.strip_prefix("<tr id=\"")?.split_once('"')?.0))
        .collect()
}

fn in_address(text: &str) -> String {
    let letters = text.bytes().map(|byte| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'=' | b'-' | b'*' => {
            char::from(byte).to_string()
        }
        b'&' => "&".to_owned(),
        other => format!("%{other:02X}"),
    });
    letters.collect()
}

/// Answers nobody, and keeps the first line of whatever is asked.
pub(super) struct Proxy {
    address: SocketAddr,
    has_ended: Arc<AtomicBool>,
    listening: JoinHandle<Vec<String>>,
}

impl Proxy {
    pub(super) fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let has_ended = Arc::new(AtomicBool::new(false));
        let ended = Arc::clone(&has_ended);
        let listening = thread::spawn(move || {
            let mut heard = Vec::new();
            for stream in listener.incoming().flatten() {
                if ended.load(Ordering::SeqCst) {
                    break;
                }
                // Each on its own: a browser also opens connections on which it never says anything.
                heard.push(thread::spawn(move || first_line(stream)));
            }
            let lines = heard.into_iter().map(|one| one.join().unwrap());
            lines.collect()
        });
        Self {
            address,
            has_ended,
            listening,
        }
    }

    /// Whether anybody asked for that host until the browser ended.
    pub(super) fn was_asked_for(self, host: &str) -> bool {
        self.has_ended.store(true, Ordering::SeqCst);
        TcpStream::connect(self.address).unwrap();
        let asked = self.listening.join().unwrap();
        asked.iter().any(|line| line.contains(host))
    }
}

fn first_line(stream: TcpStream) -> String {
    let mut line = String::new();
    // A connection that is broken off has asked for nothing.
    let _ = BufReader::new(stream).read_line(&mut line);
    line
}
