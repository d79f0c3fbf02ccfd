//! A server of a few lines that answers each connection with the next of its canned answers.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::thread::{self, JoinHandle};

/// A listening stand-in. Each request gets its own connection and the next answer.
pub(crate) struct StandIn {
    pub(crate) url: String,
    thread: JoinHandle<Vec<String>>,
}

impl StandIn {
    /// Serves these raw answers in order, then ends.
    pub(crate) fn serving(answers: Vec<String>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let thread = thread::spawn(move || {
            answers
                .into_iter()
                .map(|answer| {
                    let (mut stream, _) = listener.accept().unwrap();
                    let request = read_request(&mut BufReader::new(stream.try_clone().unwrap()));
                    stream.write_all(answer.as_bytes()).unwrap();
                    request
                })
                .collect()
        });
        Self { url, thread }
    }

    /// The requests as they came, once every answer was fetched.
    pub(crate) fn requests(self) -> Vec<String> {
        self.thread.join().unwrap()
    }
}

/// An answer that says how long it is and closes the connection.
pub(crate) fn answer(status: u16, headers: &str, body: &str) -> String {
    format!(
        "HTTP/1.1 {status} X\r\nConnection: close\r\nContent-Length: {}\r\n{headers}\r\n{body}",
        body.len()
    )
}

fn read_request(reader: &mut impl BufRead) -> String {
    let mut request = String::new();
    let mut length = 0;
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line).unwrap() == 0 || line == "\r\n" {
            break;
        }
        if let Some(value) = line.to_lowercase().strip_prefix("content-length:") {
            length = value.trim().parse().unwrap();
        }
        request.push_str(&line);
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).unwrap();
    request + &String::from_utf8(body).unwrap()
}
