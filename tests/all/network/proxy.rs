//! A forward proxy, as a company has one: it knows CONNECT and nothing else.

use std::collections::BTreeMap;
use std::io;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;

use super::port::{Port, Stream, read_head};

/// How it treats who asks for a way.
#[derive(Clone, Debug)]
pub(super) enum Rule {
    /// Everybody is let through.
    Open,
    /// Whoever says this `user:password` is let through; others get 407.
    Wants(&'static str),
    /// Nobody is: this is said.
    Says(&'static str),
    /// It takes the question and says nothing.
    Silence,
    /// It takes the question and closes.
    Close,
    /// It says 200 and closes.
    CloseBehind,
}

/// A proxy that knows where some names lead, which nobody else knows.
pub(super) struct Proxy {
    port: Port,
    kept: Arc<Kept>,
}

struct Kept {
    ways: BTreeMap<String, SocketAddr>,
    rule: Mutex<Rule>,
    heads: Mutex<Vec<String>>,
}

/// A handle on its rule.
#[derive(Clone)]
pub(super) struct Rules(Arc<Kept>);

impl Rules {
    /// From the next question on.
    pub(super) fn set(&self, rule: Rule) {
        *self.0.rule.lock().unwrap() = rule;
    }
}

impl Proxy {
    /// An open proxy to these, by `host:port`.
    pub(super) fn to(ways: &[(&str, SocketAddr)]) -> Self {
        Self::spoken(ways, None)
    }

    /// The same, itself spoken to with TLS.
    pub(super) fn encrypted_to(ways: &[(&str, SocketAddr)], config: Arc<ServerConfig>) -> Self {
        Self::spoken(ways, Some(config))
    }

    fn spoken(ways: &[(&str, SocketAddr)], config: Option<Arc<ServerConfig>>) -> Self {
        let ways = ways.iter().map(|(name, at)| ((*name).to_owned(), *at));
        let kept = Arc::new(Kept {
            ways: ways.collect(),
            rule: Mutex::new(Rule::Open),
            heads: Mutex::default(),
        });
        let mine = Arc::clone(&kept);
        let port = Port::serving(move |stream| {
            let (kept, config) = (Arc::clone(&mine), config.clone());
            async move {
                match config {
                    None => serve(&kept, stream).await,
                    Some(config) => {
                        let stream = TlsAcceptor::from(config).accept(stream).await?;
                        serve(&kept, stream).await
                    }
                }
            }
        });
        Self { port, kept }
    }

    /// Where it is.
    pub(super) fn address(&self) -> SocketAddr {
        self.port.address
    }

    pub(super) fn rules(&self) -> Rules {
        Rules(Arc::clone(&self.kept))
    }

    /// From the next question on.
    pub(super) fn rule(&self, rule: Rule) -> &Self {
        self.rules().set(rule);
        self
    }

    /// The heads of all that it was asked, in order.
    pub(super) fn heads(&self) -> Vec<String> {
        self.kept.heads.lock().unwrap().clone()
    }

    /// How often it was connected to.
    pub(super) fn connections(&self) -> usize {
        self.port.connections()
    }
}

async fn serve(kept: &Kept, mut stream: impl Stream) -> io::Result<()> {
    let Some((head, _)) = read_head(&mut stream).await? else {
        return Ok(());
    };
    kept.heads.lock().unwrap().push(head.clone());
    let rule = kept.rule.lock().unwrap().clone();
    let way = head
        .strip_prefix("CONNECT ")
        .and_then(|rest| kept.ways.get(rest.split_once(' ')?.0));
    let said = match (rule, way) {
        (Rule::Says(text), _) => text,
        (Rule::Silence, _) => {
            tokio::io::copy(&mut stream, &mut tokio::io::sink()).await?;
            return Ok(());
        }
        (Rule::Close, _) => return Ok(()),
        (Rule::CloseBehind, _) => "200 Connection established",
        (Rule::Wants(credentials), _) if !shows(&head, credentials) => {
            "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"proxy\""
        }
        (_, None) => "502 Bad Gateway",
        (Rule::Open | Rule::Wants(_), Some(way)) => {
            stream
                .write_all(b"HTTP/1.1 200 Connection established\r\n\r\n")
                .await?;
            let mut server = TcpStream::connect(way).await?;
            tokio::io::copy_bidirectional(&mut stream, &mut server).await?;
            return Ok(());
        }
    };
    let answer = format!("HTTP/1.1 {said}\r\n\r\n");
    stream.write_all(answer.as_bytes()).await?;
    stream.shutdown().await
}

fn shows(head: &str, credentials: &str) -> bool {
    let expected = format!("Basic {}", BASE64_STANDARD.encode(credentials));
    head.lines().any(|line| {
        let line = line.split_once(": ");
        line.is_some_and(|(name, value)| {
            name.eq_ignore_ascii_case("proxy-authorization") && value == expected
        })
    })
}
