error-line = error: { $message }
remedy-line = What to do: { $remedy }
failed = { $detail }
declined = Nothing was changed: the answer was no.
needs-yes = A yes is needed: { $question }
needs-yes-remedy = Add --yes, or run the command in a terminal.

usage-remedy = `{ $command } --help` shows what it takes.
usage-unknown-argument = There is no option or argument { $argument }.{ $hint }
usage-unknown-command = There is no command { $command }.{ $hint }
usage-nearest = {" "}Did you mean { $nearest }?
usage-value = { $value } is not a value of { $argument }.
usage-value-missing = { $argument } needs a value.
usage-required = Missing: { $argument }.
usage-twice = { $argument } is given twice.
usage-conflict = { $argument } cannot be used together with { $other }.
usage-incomplete = The command is incomplete.
usage-not-unicode = An argument is not valid UTF-8.
usage-other = The command line cannot be understood: { $detail }.

clock-no-time = PCPUNCH_NOW is { $value }, which is no time.
clock-no-time-remedy = Write it like 2024-12-18T06:00:00+09:00, or take it away.
clock-rehearsal = PCPUNCH_NOW sets the clock by hand, and { $url } is not on this machine.
clock-rehearsal-remedy = Take PCPUNCH_NOW away, add --dry-run, or point kot.base_url to a sandbox on this machine.

state-nowhere = There is no place for the state file: neither HOME nor XDG_STATE_HOME says one.
state-nowhere-remedy = Name the file with --state FILE or PCPUNCH_STATE.
state-open-to-others = { $path } is open to others (mode { $mode }). It holds secrets.
state-open-to-others-remedy = Look who may have read it, then: chmod 600 { $path }
state-not-a-file = { $path } is a link or a folder, not a plain file.
state-not-a-file-remedy = Name the file itself with --state FILE.
state-network-file-system = { $path } is on a network file system, where locks cannot be relied on.
state-network-file-system-remedy = Keep the state file on a disk of this machine.
state-newer = { $path } was written by a newer version (schema { $found }, this program knows { $known }).
state-newer-remedy = Use the newer version of pcpunch. The file was left as it was.
state-damaged = { $path } is damaged: { $detail }
state-bad-value = The state file holds { $value } as { $what }, which this program never writes.
state-damaged-remedy = The file was left as it was. Keep it, and go on from a backup.
state-locked = Another round is running on { $path }.
state-locked-remedy = Wait until it ends; the next round goes on from there.
state-io = { $path }: { $detail }
state-io-remedy = Look at the path, its owner and the free space.
state-sql = The state file could not be read or written: { $detail }
state-sql-remedy = Look at the free space and whether another program holds the file; then run the command again.

settings-unknown-key = No setting is called { $key }.
settings-nearest-key = Did you mean { $nearest }?
settings-all-keys = `pcpunch config list` shows all settings.
settings-bad-value = { $value } is not allowed for { $source }.
settings-bad-secret = The value of { $source } is not allowed; it is a secret and is not shown.
settings-in-environment = the environment variable { $variable }
settings-in-origin = { $key } ({ $origin })
settings-bad-values = { $count } settings have values that are not allowed.
settings-bad-values-remedy = Correct each of them; nothing was done.
settings-bad-value-line = { $message } { $allowed }
settings-missing = { $key } is not set.
settings-missing-remedy = pcpunch config set { $key }
settings-credential = A credential cannot be read: { $path }: { $detail }
settings-credential-remedy = Look at LoadCredential= of the unit and at the file's permissions.

allowed-text = { $key } takes words in one line, without blanks at either end.
allowed-secret = { $key } takes visible ASCII characters without blanks.
allowed-switch = { $key } takes on or off.
allowed-language = { $key } takes ja, en or auto.
allowed-word = { $key } takes one of: { $words }.
allowed-count = { $key } takes a whole number from { $least } to { $most }.
allowed-url = { $key } takes an https address without user, query or fragment; http only on this machine (localhost, 127.0.0.1, ::1).
allowed-proxy = { $key } takes system, none, or an http or https address.
allowed-host = { $key } takes a bare host name such as malioncloud0000.intercom.co.jp, without https:// and path.
allowed-file = { $key } takes the path of a file.
allowed-day = { $key } takes a day as YYYY-MM-DD.
allowed-border = { $key } takes division or a time as HH:MM.
allowed-intervals = { $key } takes HH:MM-HH:MM, several with commas, none overlapping or reaching over midnight; or none.
allowed-hours = { $key } takes HH:MM-HH:MM, not reaching over midnight; or none.
allowed-night-hours = { $key } takes hours from 0 to 20: one number, or by 所属コード such as 0,2000=12.
allowed-patterns = { $key } takes patterns with commas between them, such as Administrator,vendor*.

man-no-page = There is no man page { $page }.
man-no-page-remedy = `pcpunch man` prints the main page, which lists the commands.
