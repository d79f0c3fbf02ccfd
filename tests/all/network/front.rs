//! What stands before a service of the sandbox: it meets each connection in its manner, takes one request of it, and
//! hands that on or does worse.

use std::io;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;

use super::port::{Port, Stream, read_head};

/// What is endless ends after this all the same, so that a test fails where nobody gives it up.
const LONGEST_SPEECH: Duration = Duration::from_secs(20);

/// How a connection is met.
#[derive(Clone)]
pub(super) enum Greeting {
    /// Without encryption.
    Plain,
    /// With a handshake of TLS 1.2 or 1.3.
    Tls(Arc<ServerConfig>),
    /// With these bytes, whatever was said.
    Says(Vec<u8>),
    /// With silence.
    Silence,
    /// It is closed at once.
    Close,
}

/// What becomes of a request.
#[derive(Clone)]
pub(super) enum Deed {
    /// It is handed on, and the answer handed back.
    HandOn,
    /// It is read whole, and the connection closed.
    DropBefore,
    /// It is handed on, and the connection closed instead of the answer.
    DropAfter,
    /// It is handed on, and the answer handed back with this `Date`.
    Redate(&'static str),
    /// It is answered with this.
    Say(Said),
}

/// An answer of a server that means no good.
#[derive(Clone, Default)]
pub(super) struct Said {
    /// What is said once.
    pub(super) first: Vec<u8>,
    /// What is said again and again; nothing to close the connection instead.
    pub(super) again: Vec<u8>,
    /// How long it waits before each time.
    pub(super) every: Duration,
}

impl Said {
    /// Says that and closes.
    pub(super) fn once(text: impl Into<Vec<u8>>) -> Self {
        Self {
            first: text.into(),
            ..Self::default()
        }
    }

    /// Says that, and then the other for as long as somebody listens.
    pub(super) fn endless(first: &str, again: impl Into<Vec<u8>>) -> Self {
        Self {
            first: first.into(),
            again: again.into(),
            ..Self::default()
        }
    }

    /// The same, a word every 50 ms.
    pub(super) fn dribbling(first: &str, again: &str) -> Self {
        let every = Duration::from_millis(50);
        Self {
            every,
            ..Self::endless(first, again)
        }
    }
}

/// A port before a service. Its handles are one front.
pub(super) struct Front {
    port: Port,
    manners: Manners,
}

/// What it does, which may change while it is connected to.
#[derive(Clone)]
pub(super) struct Manners(Arc<Mutex<Kept>>);

struct Kept {
    greeting: Greeting,
    deed: Deed,
    /// Only requests that begin so meet the deed; others are handed on.
    concerned: String,
    /// What happens when a request that begins so has come.
    then: Option<(String, Box<dyn FnOnce() + Send>)>,
    heads: Vec<String>,
}

impl Front {
    /// Meets connections so and hands their requests on to the server of that base URL.
    pub(super) fn before(base_url: &str, greeting: Greeting) -> Self {
        let url = reqwest::Url::parse(base_url).unwrap();
        let behind = SocketAddr::new(
            url.host_str().unwrap().parse().unwrap(),
            url.port().unwrap(),
        );
        let manners = Manners(Arc::new(Mutex::new(Kept {
            greeting,
            deed: Deed::HandOn,
            concerned: String::new(),
            then: None,
            heads: Vec::new(),
        })));
        let mine = manners.clone();
        let port = Port::serving(move |stream| meet(mine.clone(), stream, behind));
        Self { port, manners }
    }

    /// Host and port under that name.
    pub(super) fn named(&self, host: &str) -> String {
        format!("{host}:{}", self.port.address.port())
    }

    pub(super) fn address(&self) -> SocketAddr {
        self.port.address
    }

    /// How often it was connected to.
    pub(super) fn connections(&self) -> usize {
        self.port.connections()
    }

    /// A handle on what it does.
    pub(super) fn manners(&self) -> Manners {
        self.manners.clone()
    }

    /// From the next connection on it meets them so.
    pub(super) fn greets(&self, greeting: Greeting) -> &Self {
        self.manners.0.lock().unwrap().greeting = greeting;
        self
    }

    /// This becomes of each request that begins so.
    pub(super) fn does(&self, concerned: &str, deed: Deed) -> &Self {
        let mut kept = self.manners.0.lock().unwrap();
        kept.concerned = concerned.to_owned();
        kept.deed = deed;
        drop(kept);
        self
    }

    /// That happens once, when a request that begins so has come and before it is answered.
    pub(super) fn once_asked(&self, begins: &str, then: impl FnOnce() + Send + 'static) -> &Self {
        self.manners.0.lock().unwrap().then = Some((begins.to_owned(), Box::new(then)));
        self
    }

    /// The heads of the requests that came, in order.
    pub(super) fn heads(&self) -> Vec<String> {
        self.manners.0.lock().unwrap().heads.clone()
    }
}

impl Manners {
    /// From the next connection on it meets them so.
    pub(super) fn greet(&self, greeting: Greeting) {
        self.0.lock().unwrap().greeting = greeting;
    }

    fn greeting(&self) -> Greeting {
        self.0.lock().unwrap().greeting.clone()
    }

    /// What becomes of a request with that head.
    fn hear(&self, head: &str) -> Deed {
        let mut kept = self.0.lock().unwrap();
        kept.heads.push(head.to_owned());
        if let Some((_, then)) = kept.then.take_if(|(begins, _)| head.starts_with(&*begins)) {
            drop(kept);
            then();
            kept = self.0.lock().unwrap();
        }
        if head.starts_with(&kept.concerned) {
            kept.deed.clone()
        } else {
            Deed::HandOn
        }
    }
}

async fn meet(manners: Manners, mut stream: TcpStream, behind: SocketAddr) -> io::Result<()> {
    match manners.greeting() {
        Greeting::Plain => serve(manners, stream, behind).await,
        Greeting::Tls(config) => {
            let stream = TlsAcceptor::from(config).accept(stream).await?;
            serve(manners, stream, behind).await
        }
        Greeting::Says(bytes) => {
            stream.read_buf(&mut Vec::new()).await?;
            stream.write_all(&bytes).await?;
            until_left(stream).await
        }
        Greeting::Silence => until_left(stream).await,
        Greeting::Close => Ok(()),
    }
}

async fn until_left(mut stream: TcpStream) -> io::Result<()> {
    tokio::io::copy(&mut stream, &mut tokio::io::sink()).await?;
    Ok(())
}

async fn serve(manners: Manners, mut stream: impl Stream, behind: SocketAddr) -> io::Result<()> {
    let Some((head, mut body)) = read_head(&mut stream).await? else {
        return Ok(());
    };
    while body.len() < length(&head) {
        stream.read_buf(&mut body).await?;
    }
    match manners.hear(&head) {
        Deed::HandOn => {
            let mut service = handed_on(&head, &body, behind).await?;
            tokio::io::copy(&mut service, &mut stream).await?;
            stream.shutdown().await
        }
        Deed::DropBefore => Ok(()),
        Deed::DropAfter => {
            let mut service = handed_on(&head, &body, behind).await?;
            service.read_u8().await.map(drop)
        }
        Deed::Redate(date) => {
            let mut service = handed_on(&head, &body, behind).await?;
            let mut answer = Vec::new();
            service.read_to_end(&mut answer).await?;
            stream.write_all(&redated(&answer, date)).await?;
            stream.shutdown().await
        }
        Deed::Say(said) => {
            stream.write_all(&said.first).await?;
            stream.flush().await?;
            let began = Instant::now();
            while !said.again.is_empty() && began.elapsed() < LONGEST_SPEECH {
                tokio::time::sleep(said.every).await;
                stream.write_all(&said.again).await?;
                stream.flush().await?;
            }
            stream.shutdown().await
        }
    }
}

/// A connection to the service on which the request was put, as the only one.
async fn handed_on(head: &str, body: &[u8], behind: SocketAddr) -> io::Result<TcpStream> {
    let mut service = TcpStream::connect(behind).await?;
    let head = head.strip_suffix("\r\n").unwrap();
    let head = format!("{head}Connection: close\r\n\r\n");
    service.write_all(head.as_bytes()).await?;
    service.write_all(body).await?;
    Ok(service)
}

/// An answer with another `Date`.
fn redated(answer: &[u8], date: &str) -> Vec<u8> {
    let answer = std::str::from_utf8(answer).unwrap();
    let (before, rest) = answer.split_once("\r\ndate: ").unwrap();
    let (_, after) = rest.split_once("\r\n").unwrap();
    format!("{before}\r\ndate: {date}\r\n{after}").into_bytes()
}

fn length(head: &str) -> usize {
    let said = head.lines().find_map(|line| {
        let line = line.to_ascii_lowercase();
        line.strip_prefix("content-length:")?.trim().parse().ok()
    });
    said.unwrap_or_default()
}
