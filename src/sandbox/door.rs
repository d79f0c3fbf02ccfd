//! The sockets of a server, which can be cut at any byte of an answer.
//!
//! An HTTP server always answers. To drop a connection instead, the handler marks its [`Line`], answers anything, and
//! the socket refuses to write it.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, AtomicU32, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::extract::connect_info::Connected;
use axum::serve::{IncomingStream, Listener};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};

/// Answers are written whole.
const OPEN: u8 = 0;
/// The next answer is cut in the middle of its body, then the connection is reset.
const BREAKS: u8 = 1;
/// Nothing is written any more.
const SHUT: u8 = 2;

/// One connection, as the handler of its requests knows it.
#[derive(Clone, Debug)]
pub(super) struct Line(Arc<State>);

#[derive(Debug)]
struct State {
    number: u64,
    asked: AtomicU32,
    writes: AtomicU8,
}

impl Line {
    fn new(number: u64) -> Self {
        Self(Arc::new(State {
            number,
            asked: AtomicU32::new(0),
            writes: AtomicU8::new(OPEN),
        }))
    }

    /// Which connection of the server this is, from 1.
    pub(super) fn number(&self) -> u64 {
        self.0.number
    }

    /// Counts one more request; whether the connection had carried one before.
    pub(super) fn begins_request(&self) -> bool {
        self.0.asked.fetch_add(1, Ordering::SeqCst) > 0
    }

    /// Closes the connection instead of writing the answer.
    pub(super) fn close_unanswered(&self) {
        self.0.writes.store(SHUT, Ordering::SeqCst);
    }

    /// Writes the head and half of the body of the answer, then resets the connection.
    pub(super) fn reset_in_answer(&self) {
        self.0.writes.store(BREAKS, Ordering::SeqCst);
    }
}

impl Connected<IncomingStream<'_, Door>> for Line {
    fn connect_info(stream: IncomingStream<'_, Door>) -> Self {
        stream.remote_addr().clone()
    }
}

/// Where connections come in.
pub(super) struct Door {
    listener: TcpListener,
    opened: u64,
}

impl Door {
    pub(super) fn new(listener: TcpListener) -> Self {
        Self {
            listener,
            opened: 0,
        }
    }
}

impl Listener for Door {
    type Io = Socket;
    type Addr = Line;

    async fn accept(&mut self) -> (Socket, Line) {
        loop {
            if let Ok((stream, _)) = self.listener.accept().await {
                self.opened += 1;
                let line = Line::new(self.opened);
                return (
                    Socket {
                        stream,
                        line: line.clone(),
                    },
                    line,
                );
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    fn local_addr(&self) -> io::Result<Line> {
        Ok(Line::new(0))
    }
}

/// One accepted connection.
pub(super) struct Socket {
    stream: TcpStream,
    line: Line,
}

impl Socket {
    fn write_half(&mut self, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let head = bytes
            .windows(4)
            .position(|window| window == b"\r\n\r\n")
            .map_or(0, |at| at + 4);
        let body = bytes.len() - head;
        let part = bytes.get(..head + body / 2).unwrap_or(bytes);
        let written = Pin::new(&mut self.stream).poll_write(context, part);
        if body > 0 && matches!(written, Poll::Ready(Ok(_))) {
            self.stream.set_zero_linger()?;
            self.line.close_unanswered();
        }
        written
    }
}

impl AsyncRead for Socket {
    fn poll_read(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().stream).poll_read(context, buffer)
    }
}

impl AsyncWrite for Socket {
    fn poll_write(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let this = self.get_mut();
        match this.line.0.writes.load(Ordering::SeqCst) {
            OPEN => Pin::new(&mut this.stream).poll_write(context, bytes),
            BREAKS => this.write_half(context, bytes),
            _ => Poll::Ready(Err(io::ErrorKind::ConnectionAborted.into())),
        }
    }

    fn poll_flush(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().stream).poll_flush(context)
    }

    fn poll_shutdown(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().stream).poll_shutdown(context)
    }
}
