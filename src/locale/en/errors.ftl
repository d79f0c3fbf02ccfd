error-line = error: { $message }
remedy-line = What to do: { $remedy }
failed = This failed: { $detail }
declined = Nothing was changed: the answer was no.
needs-yes = A yes is needed: { $question }
needs-yes-remedy = Add --yes, or run the command in a terminal.

usage-remedy = `{ $command } --help` shows what it takes.
usage-unknown-option = There is no option { $option }.{ $hint }
usage-superfluous = { $word } is a word too many for `{ $command }`.
usage-unknown-command = There is no command { $command }.{ $hint }
usage-nearest = {" "}Did you mean { $nearest }?
usage-value = { $value } is not a value of { $argument }.
usage-value-of = { $value } is not a value of { $argument }. Its values: { $values }.
usage-value-form = { $value } is not a value of { $argument }, which takes { $form }.
usage-form-day = a day of the calendar, such as 2024-12-17
usage-form-month = a month, such as 2024-12
usage-form-moment = a day and a time, such as 2024-12-17T18:30
usage-form-length = a number and s, m, h or d, such as 90s, 5m or 2h
usage-form-number = a whole number
usage-form-setting = a setting and its value, such as punch.policy=rolling
usage-value-missing = { $argument } needs a value.
usage-required = Missing: { $argument }.
usage-twice = { $argument } is given twice.
usage-conflict = { $argument } cannot be used together with { $other }.
usage-incomplete = The command is incomplete.
usage-not-unicode = An argument is not valid UTF-8.
usage-other = The command line cannot be understood: { $detail }.

clock-no-time = PCPUNCH_NOW is { $value }, which is no time.
clock-no-time-remedy = Write it like 2024-12-18T06:00:00+09:00, or take it away.
pace-no-scale = PCPUNCH_PACE_SCALE is { $value }, which is no whole number from 1 to { $most }.
pace-no-scale-remedy = It rehearses the pace against servers on this machine. Take it away.
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
state-io = { $path } cannot be read or written: { $detail }
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
settings-bad-values = { $count ->
    [one] 1 setting has a value
   *[other] { $count } settings have values
} not allowed.
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
man-nearest = Did you mean { $nearest }?
man-no-page-remedy = `pcpunch man` prints the main page, which lists the commands.
units-path = systemd and cron would not understand the path of this program: { $path }
units-path-remedy = Put the program where the path has only letters, digits and ./_+-, such as /usr/local/bin, and run it from there.
units-at-home = The user pcpunch cannot run { $path }: home folders are closed to it. Put the program into /usr/local/bin, and run it from there.

stopped = Stopped by a signal; what was under way was recorded.
closed-hours-never-open = kot.closed_hours and kot.closed_guard_seconds leave no moment for a reading: { $detail }
file-unreadable = { $path } cannot be read: { $detail }
file-unreadable-remedy = Look at the path and its permissions.
server-said-nothing = no words
server-said = "{ $message }"
server-said-code = code { $code } "{ $message }"
malformed = The answer of { $service } is not what was asked for, and nothing of it was taken: { $place }: { $problem }
malformed-place = { $list }, { $record }, field { $field }
malformed-whole = as a whole
malformed-person = { $who }, { $record }
malformed-record = record { $number } (id { $id })
problem-shape = of another shape ({ $detail })
problem-missing = missing
problem-wrong-type = of another type
problem-unreadable = unreadable: { $value }
problem-twice = stands twice
problem-key-of = it is the key of { $who } too
problem-not-asked = was not asked for: { $value }
problem-too-many = more records or values than any page has
problem-no-records = no list of logs
problem-no-more = nothing says whether more follows
busy-remedy = Nothing is lost; the next run goes on from there.

http-name = The host name of { $service } has no address: { $detail }
http-connect = { $service } could not be reached: { $detail }
http-proxy-unreached = The proxy on the way to { $service } could not be reached: { $detail }
http-proxy-credentials = The proxy on the way to { $service } wants credentials (407).
http-proxy-refuses = The proxy refused the way to { $service }: { $detail }
http-expired = The certificate of { $service } expired on { $detail } (JST).
http-not-yet-valid = The certificate of { $service } is good from { $detail } (JST) on, which by this machine's clock is still to come.
http-other-host = The certificate of { $service } is another host's: { $detail }
http-untrusted = The certificate of { $service } was not trusted: its authority is not known to this machine ({ $detail }).
http-certificate = The certificate of { $service } cannot be a server's: { $detail }
http-old-tls = { $service } does not speak TLS 1.2 or later: { $detail }
http-client-certificate = { $service } lets in only whoever has a client certificate: { $detail }
http-tls = No encrypted connection to { $service } came about: { $detail }
http-timeout = { $service } did not answer in time: { $detail }
http-broken = The connection to { $service } broke: { $detail }
http-garbled = The answer of { $service } is no HTTP, or its head is too large: { $detail }
http-too-large = The answer of { $service } is too large: { $detail }
http-ca-file = http.ca_file cannot be used: { $detail }
http-no-authorities = This machine has no certificate authorities that { $service } could be held against: { $detail }
http-proxy = http.proxy cannot be used: { $detail }
http-request = The request to { $service } cannot be put together: { $detail }
http-remedy-name = Look at the host in the settings, and at this machine's name resolution.
http-remedy-connect = Look at the network, the proxy (http.proxy) and the firewall. The next run goes on from there.
http-remedy-proxy-unreached = Look at the proxy's address in http.proxy, or in HTTPS_PROXY of the environment. The next run goes on from there.
http-remedy-proxy-credentials = Put user and password into http.proxy: http://user:password@proxy:port
http-remedy-proxy-refuses = Ask whoever runs the proxy to let this machine reach that host on that port. The next run goes on from there.
http-remedy-expired = Look first whether this machine's clock is right. If it is, whoever runs the server, or the proxy that opens encryption, has to renew the certificate. The next run goes on from there.
http-remedy-not-yet-valid = Look whether this machine's clock is right: timedatectl. The next run goes on from there.
http-remedy-other-host = Look at the host in the settings, and whether a proxy answers in the server's place.
http-remedy-untrusted = Where a proxy opens encryption, or the server is your own, name the company's authority in a PEM file: pcpunch config set http.ca_file FILE. Verifying cannot be turned off.
http-remedy-certificate = The server needs another certificate, issued by an authority for servers. One that a server made for itself is not taken from http.ca_file either, where it calls itself an authority (CA:TRUE).
http-remedy-old-tls = The server, or the proxy that answers in its place, has to speak TLS 1.2 or 1.3.
http-remedy-client-certificate = pcpunch has none to show. Look whether the address is that of the API.
http-remedy-tls = Look whether address and port are those of an https server, and whether a proxy or firewall stands in between.
http-remedy-timeout = Look at the network and the proxy; http.timeout_seconds says how long is waited. The next run goes on from there.
http-remedy-broken = Look at the network. The next run goes on from there.
http-remedy-garbled = Look whether the address is that of the right server, and whether a proxy answers in its place.
http-remedy-too-large = Look whether the address is that of the right server.
http-remedy-ca-file = Name a PEM file of certificates that this user can read.
http-remedy-no-authorities = Install the system's certificate authorities (the package ca-certificates), or name a PEM file in http.ca_file. Look at SSL_CERT_FILE and SSL_CERT_DIR too, where they are set.
http-remedy-proxy = Set http.proxy to system, none or an address such as http://proxy:8080.
http-remedy-request = Look at the base URL and the credentials in the settings.

kot-closed = KING OF TIME answers no reading until { $until } (its closed hours).
kot-closed-remedy = Run the command again from { $until } on.
kot-closed-elsewhere-remedy = KING OF TIME says so outside kot.closed_hours: correct that setting, and run the command again from { $until } on.
kot-access-refused = KING OF TIME refused access: HTTP { $status }, { $words }.
kot-access-refused-remedy = It is one of three, and KING OF TIME does not say which; look in this order: 1. the token (kot.token; was it issued anew?), 2. this machine's global IP address on the token's list, 3. the token's permissions. All stand in 設定 ▸ その他 ▸ オプション ▸ 外部サービス連携 ▸ KING OF TIME WebAPI連携設定.
kot-throttled = KING OF TIME says again and again that there are too many requests.
kot-throttled-remedy = Look who else uses this company's budget, or lower kot.requests_per_5min. The next run goes on from there.
kot-busy = KING OF TIME failed: HTTP { $status }, { $words }.
kot-malformed-remedy = Look whether kot.base_url is KING OF TIME's API and no proxy answers in its place.
kot-refused = KING OF TIME did not take the request: HTTP { $status }, { $words }.
kot-refused-remedy = Look whether kot.base_url is right; KING OF TIME's support answers what its words mean.
kot-other-company = The token opens the data of another company than the one whose people are in the state file.
kot-other-company-remedy = Set the token of the right company, or use another state file for the other one.

malion-codes-refused = MaLion refused 管理者コード or シークレットコード: { $words }.
malion-codes-refused-remedy = Compare both with オプション ▸ MaLion WebAPI 連携設定 of the console; they are made together, so set both anew: malion.admin_code, malion.secret_code.
malion-link-off = MaLion refused access: { $words }.
malion-link-off-remedy = Tick 「API 連携を有効にする」 in オプション ▸ MaLion WebAPI 連携設定 of the console.
malion-no-such-path = This MaLion has no such address: its API differs from the profile.
malion-no-such-path-remedy = Compare the profile (the built-in one, assumed-v1, is assumed) with Intercom's API guide; look at malion.host too. How to write one: pcpunch man 5 profile
malion-busy = MaLion is busy or failed: HTTP { $status }, { $words }.
malion-refused = MaLion did not take the request: HTTP { $status }, { $words }.
malion-shape-remedy = Nothing of the answer was taken. Compare the profile (the built-in one, assumed-v1, is assumed) with Intercom's API guide; pcpunch config check shows it field by field.
malion-endless = The pages of MaLion's answer do not end (at record { $offset }).

log-file-undecodable = The file of logs is no text: { $detail }
log-file-open-quote = Line { $line }: a quote is opened and never closed.
log-file-unknown-layout = The headings are those of no known file of logs: { $headings }
log-file-unknown-layout-remedy = Nothing of the file was taken. Where files look so, say in the file part of a profile how they are read, and name it with --profile PROFILE: pcpunch man 5 profile
log-file-double-heading = The heading { $heading } stands twice.
log-file-cells = { $count ->
    [one] 1 cell
   *[other] { $count } cells
} of the file of logs cannot be read.
log-file-link-off = { $key } is off: no logs of { $link } are taken.
log-file-link-off-remedy = pcpunch config set { $key } on
log-file-remedy = Nothing of the file was taken. Correct it or export it anew.
log-cell = Line { $line }, { $column }: { $cell }: { $allowed }
log-cell-time = a time like { $example } is needed
log-cell-cells = the row must have { $count } cells
log-cell-not-empty = may not be empty
log-cell-nothing = stands under no heading
