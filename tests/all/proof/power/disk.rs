//! A layer under the program: writes down what it does to the files of one folder, and from the nth of these steps
//! on cuts the power or lets the disk fail.
//!
//! A library of its own, which the test compiles with plain rustc and puts under the real program by `LD_PRELOAD`.
//! To stand in the place of libc's functions is what `unsafe` is for: this is the one file with it, and no part of
//! the package, which forbids it. So it does as little as it can; what a disk makes of it, the test decides.
//!
//! `POWER_FOLDER` names the folder, `POWER_JOURNAL` the file that is written, and `POWER_CUT` says before which
//! step the process ends, the first one being 1. Files whose name ends with `-shm` are memory that processes
//! share, and are left out. Each exported function is called by the program as the one of libc is: its pointers
//! are good, and its paths are C strings.
//!
//! With `POWER_FAULT` the process goes on, and from that step until `POWER_UNTIL` the disk refuses: `full` what
//! needs room, the first write being done by half; `read-only` every change; `broken` what is written and synced.
//! A full disk has no room for `-shm` either, so that those files count then.

#[path = "disk/fault.rs"]
mod fault;

use std::ffi::{CStr, CString, c_char, c_int, c_uint, c_void};
use std::mem::transmute;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use fault::{Asks, Fault};

unsafe extern "C" {
    fn dlsym(library: *mut c_void, name: *const c_char) -> *mut c_void;
    fn getpid() -> c_int;
    fn kill(process: c_int, signal: c_int) -> c_int;
    fn lseek64(fd: c_int, offset: i64, whence: c_int) -> i64;
    fn __errno_location() -> *mut c_int;
}

const RTLD_NEXT: *mut c_void = -1_isize as *mut c_void;
const SIGKILL: c_int = 9;
const SEEK_CUR: c_int = 1;
const ENOSYS: c_int = 38;
const O_ACCMODE: c_int = 0o3;
const O_WRONLY: c_int = 0o1;
const O_CREAT: c_int = 0o100;
const O_TRUNC: c_int = 0o1000;

type Open = extern "C" fn(*const c_char, c_int, c_uint) -> c_int;
type Pwrite = extern "C" fn(c_int, *const c_void, usize, i64) -> isize;
type Write = extern "C" fn(c_int, *const c_void, usize) -> isize;
type Truncate = extern "C" fn(c_int, i64) -> c_int;
type Descriptor = extern "C" fn(c_int) -> c_int;
type Path = extern "C" fn(*const c_char) -> c_int;
type Paths = extern "C" fn(*const c_char, *const c_char) -> c_int;
type Mkdir = extern "C" fn(*const c_char, c_uint) -> c_int;
type Unlinkat = extern "C" fn(c_int, *const c_char, c_int) -> c_int;
type Linkat = extern "C" fn(c_int, *const c_char, c_int, *const c_char, c_int) -> c_int;
type CopyFileRange = extern "C" fn(c_int, *mut i64, c_int, *mut i64, usize, c_uint) -> isize;
type Sendfile = extern "C" fn(c_int, c_int, *mut i64, usize) -> isize;

/// The function of libc that the program would call without this layer.
macro_rules! real {
    ($name:literal, $type:ty) => {{
        static FOUND: OnceLock<$type> = OnceLock::new();
        // SAFETY: what libc has under that name is a function of that type.
        FOUND.get_or_init(|| unsafe { transmute(dlsym(RTLD_NEXT, $name.as_ptr())) })
    }};
}

/// Which descriptors are of the folder. A program with one state file comes to no higher ones.
static OF_THE_FOLDER: [AtomicBool; 1024] = [const { AtomicBool::new(false) }; 1024];

static LAYER: OnceLock<Option<Mutex<Layer>>> = OnceLock::new();

struct Layer {
    folder: String,
    journal: c_int,
    cut: u64,
    until: u64,
    fault: Option<Fault>,
    steps: u64,
}

/// Held so that things are written down in the order in which they are done.
type Held = MutexGuard<'static, Layer>;

impl Layer {
    fn of_environment() -> Option<Mutex<Self>> {
        let value = |name| std::env::var(name).ok();
        let journal = CString::new(value("POWER_JOURNAL")?).ok()?;
        let flags = O_WRONLY | O_CREAT | O_TRUNC;
        Some(Mutex::new(Self {
            folder: value("POWER_FOLDER")?,
            journal: real!(c"open64", Open)(journal.as_ptr(), flags, 0o600),
            cut: value("POWER_CUT")?.parse().ok()?,
            until: value("POWER_UNTIL").map_or(Some(u64::MAX), |until| until.parse().ok())?,
            fault: value("POWER_FAULT").map(|fault| Fault::called(&fault)),
            steps: 0,
        }))
    }

    fn watches(&self, path: &str) -> bool {
        let below = path.strip_prefix(&self.folder);
        let is_below = |rest: &str| rest.is_empty() || rest.starts_with('/');
        below.is_some_and(is_below) && (self.fault.is_some() || !path.ends_with("-shm"))
    }

    /// A step is about to be done. Where the disk refuses it, its errno.
    fn step(&mut self, asks: Asks) -> Option<c_int> {
        self.steps += 1;
        let Some(fault) = self.fault else {
            if self.steps == self.cut {
                // SAFETY: plain numbers. The process ends here.
                unsafe { kill(getpid(), SIGKILL) };
            }
            return None;
        };
        if self.steps == self.cut {
            self.note("reach\n", &[]);
        }
        let is_faulty = (self.cut..=self.until).contains(&self.steps) && self.cut > 0;
        if !is_faulty || !fault.is_of(asks) {
            return None;
        }
        self.note("refuse\n", &[]);
        Some(fault.errno())
    }

    /// A step was done.
    fn note(&self, line: &str, bytes: &[u8]) {
        for mut part in [line.as_bytes(), bytes] {
            while !part.is_empty() {
                let (start, length) = (part.as_ptr().cast(), part.len());
                match usize::try_from(real!(c"write", Write)(self.journal, start, length)) {
                    Ok(written) => part = &part[written..],
                    Err(_) => std::process::abort(),
                }
            }
        }
    }
}

fn layer() -> Option<Held> {
    let layer = LAYER.get_or_init(Layer::of_environment).as_ref()?;
    Some(layer.lock().unwrap_or_else(PoisonError::into_inner))
}

fn flag(fd: c_int) -> Option<&'static AtomicBool> {
    OF_THE_FOLDER.get(usize::try_from(fd).ok()?)
}

/// The layer where the descriptor is of the folder.
fn of_descriptor(fd: c_int) -> Option<Held> {
    let is_watched = flag(fd)?.load(Ordering::SeqCst);
    if is_watched { layer() } else { None }
}

/// The layer where the path is of the folder.
fn of_path(path: *const c_char) -> Option<Held> {
    layer().filter(|layer| layer.watches(text(path)))
}

fn text<'a>(path: *const c_char) -> &'a str {
    // SAFETY: a path is a C string.
    unsafe { CStr::from_ptr(path) }.to_str().unwrap_or_default()
}

/// The step is refused.
fn failed(errno: c_int) -> c_int {
    // SAFETY: the thread's own errno.
    unsafe { *__errno_location() = errno };
    -1
}

/// Does a step, and writes it down where it succeeded.
fn stepped(
    layer: Option<Held>,
    asks: Asks,
    real: impl FnOnce() -> c_int,
    line: impl FnOnce() -> String,
) -> c_int {
    let Some(mut layer) = layer else {
        return real();
    };
    if let Some(errno) = layer.step(asks) {
        return failed(errno);
    }
    let result = real();
    if result == 0 {
        layer.note(&line(), &[]);
    }
    result
}

fn opened(real: &Open, path: *const c_char, flags: c_int, mode: c_uint) -> c_int {
    let Some(mut layer) = of_path(path) else {
        return real(path, flags, mode);
    };
    let [creates, truncates] = [O_CREAT, O_TRUNC].map(|flag| flags & flag != 0);
    let writes = flags & O_ACCMODE != 0 && layer.fault == Some(Fault::ReadOnly);
    if creates || truncates || writes {
        let asks = match (creates && !std::path::Path::new(text(path)).exists()) || writes {
            true => Asks::Room,
            false => Asks::Change,
        };
        if let Some(errno) = layer.step(asks) {
            return failed(errno);
        }
    }
    let fd = real(path, flags, mode);
    if let Some(flag) = flag(fd) {
        flag.store(true, Ordering::SeqCst);
        layer.note(
            &format!("open {fd} {creates} {truncates} {}\n", text(path)),
            &[],
        );
    }
    fd
}

fn written(
    fd: c_int,
    bytes: *const c_void,
    count: usize,
    offset: Option<i64>,
    real: impl FnOnce(usize) -> isize,
) -> isize {
    let Some(mut layer) = of_descriptor(fd) else {
        return real(count);
    };
    let mut count = count;
    if let Some(errno) = layer.step(Asks::Room) {
        // The last room is filled.
        let is_first = layer.fault == Some(Fault::Full) && layer.steps == layer.cut;
        if !is_first || count < 2 {
            return failed(errno) as isize;
        }
        count /= 2;
    }
    // SAFETY: plain numbers.
    let offset = offset.unwrap_or_else(|| unsafe { lseek64(fd, 0, SEEK_CUR) });
    let result = real(count);
    if let Ok(count @ 1..) = usize::try_from(result) {
        // SAFETY: libc has just read that many bytes from there.
        let bytes = unsafe { std::slice::from_raw_parts(bytes.cast::<u8>(), count) };
        layer.note(&format!("write {fd} {offset} {count}\n"), bytes);
    }
    result
}

/// Copying within the kernel is not looked through: what asks for it writes then.
fn refused(fd: c_int) -> bool {
    let is_watched = of_descriptor(fd).is_some();
    if is_watched {
        // SAFETY: the thread's own errno.
        unsafe { *__errno_location() = ENOSYS };
    }
    is_watched
}

#[unsafe(no_mangle)]
extern "C" fn open(path: *const c_char, flags: c_int, mode: c_uint) -> c_int {
    opened(real!(c"open", Open), path, flags, mode)
}

#[unsafe(no_mangle)]
extern "C" fn open64(path: *const c_char, flags: c_int, mode: c_uint) -> c_int {
    opened(real!(c"open64", Open), path, flags, mode)
}

#[unsafe(no_mangle)]
extern "C" fn close(fd: c_int) -> c_int {
    if let Some(layer) = of_descriptor(fd) {
        layer.note(&format!("close {fd}\n"), &[]);
        flag(fd).inspect(|flag| flag.store(false, Ordering::SeqCst));
    }
    real!(c"close", Descriptor)(fd)
}

#[unsafe(no_mangle)]
extern "C" fn pwrite64(fd: c_int, bytes: *const c_void, count: usize, offset: i64) -> isize {
    let real = real!(c"pwrite64", Pwrite);
    written(fd, bytes, count, Some(offset), |count| {
        real(fd, bytes, count, offset)
    })
}

#[unsafe(no_mangle)]
extern "C" fn pwrite(fd: c_int, bytes: *const c_void, count: usize, offset: i64) -> isize {
    pwrite64(fd, bytes, count, offset)
}

#[unsafe(no_mangle)]
extern "C" fn write(fd: c_int, bytes: *const c_void, count: usize) -> isize {
    let real = real!(c"write", Write);
    written(fd, bytes, count, None, |count| real(fd, bytes, count))
}

#[unsafe(no_mangle)]
extern "C" fn ftruncate64(fd: c_int, length: i64) -> c_int {
    let real = || real!(c"ftruncate64", Truncate)(fd, length);
    let asks = if length > 0 { Asks::Room } else { Asks::Change };
    stepped(of_descriptor(fd), asks, real, || {
        format!("truncate {fd} {length}\n")
    })
}

#[unsafe(no_mangle)]
extern "C" fn ftruncate(fd: c_int, length: i64) -> c_int {
    ftruncate64(fd, length)
}

#[unsafe(no_mangle)]
extern "C" fn fsync(fd: c_int) -> c_int {
    let real = || real!(c"fsync", Descriptor)(fd);
    stepped(of_descriptor(fd), Asks::Sync, real, || {
        format!("sync {fd}\n")
    })
}

#[unsafe(no_mangle)]
extern "C" fn fdatasync(fd: c_int) -> c_int {
    let real = || real!(c"fdatasync", Descriptor)(fd);
    stepped(of_descriptor(fd), Asks::Sync, real, || {
        format!("sync {fd}\n")
    })
}

#[unsafe(no_mangle)]
extern "C" fn mkdir(path: *const c_char, mode: c_uint) -> c_int {
    let real = || real!(c"mkdir", Mkdir)(path, mode);
    stepped(of_path(path), Asks::Room, real, || {
        format!("mkdir {}\n", text(path))
    })
}

#[unsafe(no_mangle)]
extern "C" fn unlink(path: *const c_char) -> c_int {
    let real = || real!(c"unlink", Path)(path);
    stepped(of_path(path), Asks::Change, real, || {
        format!("remove {}\n", text(path))
    })
}

#[unsafe(no_mangle)]
extern "C" fn rmdir(path: *const c_char) -> c_int {
    let real = || real!(c"rmdir", Path)(path);
    stepped(of_path(path), Asks::Change, real, || {
        format!("remove {}\n", text(path))
    })
}

#[unsafe(no_mangle)]
extern "C" fn unlinkat(folder: c_int, path: *const c_char, flags: c_int) -> c_int {
    let real = || real!(c"unlinkat", Unlinkat)(folder, path, flags);
    stepped(of_path(path), Asks::Change, real, || {
        format!("remove {}\n", text(path))
    })
}

#[unsafe(no_mangle)]
extern "C" fn rename(from: *const c_char, to: *const c_char) -> c_int {
    let real = || real!(c"rename", Paths)(from, to);
    stepped(of_path(from), Asks::Change, real, || {
        format!("rename {} {}\n", text(from), text(to))
    })
}

#[unsafe(no_mangle)]
extern "C" fn linkat(
    at: c_int,
    from: *const c_char,
    under: c_int,
    to: *const c_char,
    flags: c_int,
) -> c_int {
    let real = || real!(c"linkat", Linkat)(at, from, under, to, flags);
    stepped(of_path(from), Asks::Room, real, || {
        format!("link {} {}\n", text(from), text(to))
    })
}

#[unsafe(no_mangle)]
extern "C" fn copy_file_range(
    from: c_int,
    start: *mut i64,
    to: c_int,
    place: *mut i64,
    count: usize,
    flags: c_uint,
) -> isize {
    match refused(to) {
        true => -1,
        false => real!(c"copy_file_range", CopyFileRange)(from, start, to, place, count, flags),
    }
}

#[unsafe(no_mangle)]
extern "C" fn sendfile64(to: c_int, from: c_int, start: *mut i64, count: usize) -> isize {
    match refused(to) {
        true => -1,
        false => real!(c"sendfile64", Sendfile)(to, from, start, count),
    }
}
