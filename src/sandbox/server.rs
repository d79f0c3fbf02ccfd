//! One HTTP server on loopback, seen from outside its runtime.

use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener as StdListener};
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::body::Body;
use axum::extract::{ConnectInfo, Request, State};
use axum::response::Response;
use tokio::net::{TcpListener, TcpSocket};
use tokio::runtime::Handle;
use tokio::task::JoinHandle;

use super::asked::Asked;
use super::desk::{Desk, Service};
use super::door::{Door, Line};

/// A server that can go down and come up again on its port, keeping what it knows.
pub(super) struct Server<S> {
    pub(super) desk: Arc<Desk<S>>,
    address: SocketAddr,
    /// Bound and never listening: nobody else is given the port while the server is down, and whoever asks then
    /// is refused and heard by no other server.
    _reserved: TcpSocket,
    runtime: Handle,
    task: Mutex<Option<JoinHandle<()>>>,
}

impl<S: Service> Server<S> {
    /// Serves on that port of 127.0.0.1; port 0 takes a free one.
    pub(super) fn start(runtime: &Handle, port: u16, desk: Arc<Desk<S>>) -> io::Result<Self> {
        let reserved = TcpSocket::new_v4()?;
        // Else nothing could be bound beside it that listens.
        reserved.set_reuseaddr(true)?;
        reserved.bind((Ipv4Addr::LOCALHOST, port).into())?;
        let address = reserved.local_addr()?;
        let task = serve(runtime, StdListener::bind(address)?, Arc::clone(&desk))?;
        Ok(Self {
            desk,
            address,
            _reserved: reserved,
            runtime: runtime.clone(),
            task: Mutex::new(Some(task)),
        })
    }

    pub(super) fn address(&self) -> SocketAddr {
        self.address
    }

    /// Closes the port: connecting is refused, and kept connections are closed at their next request.
    pub(super) fn go_down(&self) {
        self.desk.down.store(true, Ordering::SeqCst);
        let task = self
            .task
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        if let Some(task) = task {
            task.abort();
            let _aborted = self.runtime.block_on(task);
        }
    }

    /// Opens the same port again.
    ///
    /// # Errors
    /// Where no socket is to be had.
    pub(super) fn come_up(&self) -> io::Result<()> {
        let mut task = self.task.lock().unwrap_or_else(PoisonError::into_inner);
        if task.is_none() {
            let listener = StdListener::bind(self.address)?;
            *task = Some(serve(&self.runtime, listener, Arc::clone(&self.desk))?);
        }
        self.desk.down.store(false, Ordering::SeqCst);
        Ok(())
    }
}

fn serve<S: Service>(
    runtime: &Handle,
    listener: StdListener,
    desk: Arc<Desk<S>>,
) -> io::Result<JoinHandle<()>> {
    listener.set_nonblocking(true)?;
    let _inside = runtime.enter();
    let door = Door::new(TcpListener::from_std(listener)?);
    let router = Router::new().fallback(take::<S>).with_state(desk);
    let service = router.into_make_service_with_connect_info::<Line>();
    Ok(runtime.spawn(async move {
        let _endless = axum::serve(door, service).await;
    }))
}

/// Takes one request. What was read whole is carried out in a task of its own, so that it goes on when its client has
/// gone, as in any real server.
async fn take<S: Service>(
    State(desk): State<Arc<Desk<S>>>,
    ConnectInfo(line): ConnectInfo<Line>,
    request: Request,
) -> Response {
    let answer = match Asked::read(request).await {
        Some(asked) => {
            let (desk, line) = (Arc::clone(&desk), line.clone());
            let work = tokio::spawn(async move { desk.handle(asked, &line).await });
            work.await.unwrap_or_default()
        }
        None => None,
    };
    match answer {
        Some(answer) => answer.into_response(desk.clock.now()),
        None => {
            line.close_unanswered();
            Response::new(Body::empty())
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::ErrorKind;
    use std::net::{SocketAddr, TcpStream};

    use tokio::net::TcpSocket;

    use crate::sandbox::caller::{Connection, ask, at, call, host, punch, sandbox};
    use crate::sandbox::{Ports, Sandbox};

    #[test]
    fn a_server_that_went_down_refuses_to_be_connected_and_comes_up_as_it_was() {
        let (sandbox, key) = sandbox();
        let mut kept = Connection::open(&sandbox.kot.base_url());
        ask(&mut kept, &sandbox.kot, "GET", "/company", "");
        kept.hear().unwrap();
        let url = sandbox.kot.base_url();
        sandbox.kot.go_down();
        let refused = TcpStream::connect(host(&url)).unwrap_err();
        assert_eq!(refused.kind(), ErrorKind::ConnectionRefused);
        ask(&mut kept, &sandbox.kot, "GET", "/company", "");
        assert!(kept.hear().is_err());
        sandbox.kot.come_up().unwrap();
        assert_eq!(
            call(&sandbox.kot, "GET", "/company", "").unwrap().status,
            200
        );
        assert_eq!(
            punch(&sandbox.kot, &key, "09:00:00", 1).unwrap().status,
            201
        );
    }

    #[test]
    fn the_port_of_a_server_that_is_down_is_still_taken() {
        let (sandbox, _) = sandbox();
        let address: SocketAddr = host(&sandbox.kot.base_url()).parse().unwrap();
        sandbox.kot.go_down();
        // As strict as the system is where it looks for a free port.
        let other = TcpSocket::new_v4().unwrap();
        assert_eq!(
            other.bind(address).unwrap_err().kind(),
            ErrorKind::AddrInUse
        );
        sandbox.kot.come_up().unwrap();
        assert_eq!(
            call(&sandbox.kot, "GET", "/company", "").unwrap().status,
            200
        );
    }

    #[test]
    fn a_dropped_sandbox_no_longer_listens() {
        let (sandbox, _) = sandbox();
        let url = sandbox.kot.base_url();
        drop(sandbox);
        assert!(TcpStream::connect(host(&url)).is_err());
    }

    #[test]
    fn a_named_port_is_served_on_and_a_taken_one_is_refused() {
        let (first, _) = sandbox();
        let port = first.malion.address().port();
        let ports = Ports {
            kot: 0,
            malion: port,
        };
        let taken = Sandbox::start_on(ports, at("12:00:00")).map(|_| ());
        assert_eq!(taken.unwrap_err().kind(), ErrorKind::AddrInUse);
        drop(first);
        let second = Sandbox::start_on(ports, at("12:00:00")).unwrap();
        assert_eq!(second.malion.base_url(), format!("http://127.0.0.1:{port}"));
    }

    #[test]
    fn a_sandbox_can_be_shared_between_threads() {
        fn shared<T: Send + Sync>(_: &T) {}
        let (sandbox, _) = sandbox();
        shared(&sandbox);
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| call(&sandbox.kot, "GET", "/company", "").unwrap());
            }
        });
        assert_eq!(sandbox.kot.requests().len(), 4);
    }
}
