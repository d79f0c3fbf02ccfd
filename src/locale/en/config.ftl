config-secret-argument = { $key } is a secret and is not taken as an argument: it would stand in the shell's history and in the list of processes.
config-secret-argument-remedy = Leave the value out to be asked for it, or: pcpunch config set { $key } --stdin < FILE. If it was the real value, have a new one issued.
config-since-is-for-punches = --since goes with `config set link.punches on` only.
config-since-is-for-punches-remedy = To name the first work day otherwise: pcpunch config set punch.since YYYY-MM-DD
config-no-value = { $key } needs a value, and nobody can be asked: standard input is no terminal.
config-no-value-remedy = Give it on one line of standard input: pcpunch config set { $key } --stdin
config-ask = { $key }
config-ask-again = { $key } (set; Enter alone keeps it)
config-ask-other = { $key } cannot have that value.
config-rolling = rolling sends a 退勤 at each logoff. That is right only where KING OF TIME's 退勤打刻の自動上書き機能 is on; otherwise days get two 退勤 and cannot be closed. KING OF TIME gives no way to see it from here, nor says that it works on punches of its API.
config-rolling-question = Is 退勤打刻の自動上書き機能 on in KING OF TIME, and is rolling to be set?
config-send-in-closed-hours = This weakens the promise that no punch is doubled. In the closed hours a 出勤 now goes without reading KING OF TIME first: where somebody has punched it by hand or by card, the day has two, and cannot be closed until one is deleted by hand. Only a 出勤 goes, only to a day to which nothing was ever attempted for that person, and only while this machine has finished a round within the hour.
config-overridden = The environment variable { $variable } is set and wins over what was stored for { $key }.
config-not-set = (not set)
config-has-no-value = { $key } is not set.
config-changed = { $key }: { $before } -> { $after }
config-unchanged = { $key }: { $after } (as before)

check-result-ok = ok
check-result-wrong = wrong
check-result-untried = untried
check-name-state-file = state file
check-name-settings = settings
check-name-secret-command = secret by a command
check-name-malion-settings = MaLion: host and codes
check-name-malion-connection = MaLion: connection
check-name-malion-fields = MaLion: fields of the logs
check-name-malion-clock = clock against MaLion
check-name-kot-token = KING OF TIME: token and IP address
check-name-kot-permissions = KING OF TIME: permissions
check-name-kot-company = KING OF TIME: company
check-name-kot-divisions = KING OF TIME: divisions (所属)
check-name-kot-employees = KING OF TIME: employees (従業員)
check-name-kot-daily-workings = KING OF TIME: closed days, read (日別勤怠 参照)
check-name-kot-timerecords = KING OF TIME: punches, read (日別打刻 参照)
check-name-kot-punch = KING OF TIME: punching (日別打刻 更新)
check-name-kot-clock = clock against KING OF TIME
check-counts = { $ok } ok, { $wrong } wrong, { $untried } cannot be tried

check-state-file = { $path } is for its owner only, and whole.
check-settings = Every value is allowed.
check-malion-off = link.malion is off: MaLion is not asked.
check-secret-command = { $command } gave its secret.
check-malion-settings = Asked at { $url }.
check-malion-connection = Answered by the profile { $profile } (assumed: Intercom's API guide is for customers only); { $count ->
    [one] 1 log
   *[other] { $count } logs
} in the last hour.
check-malion-fields = Logs: { $count }; with a user name { $users }, with an id { $ids }, with a 出退勤システム連携コード { $codes }.
check-malion-no-logs = Cannot be tried: nobody logged on or off in the last hour.
check-malion-no-logs-remedy = Run it again after somebody has logged on at a PC.
check-malion-no-codes-remedy = Set 出退勤システム連携コード in the agent's properties of the PCs to be relayed, or malion.require_link_code off. Logs without it are not punched.
check-kot-token = KING OF TIME knows the token, and this machine's IP address is on its list.
check-kot-token-stopped = KING OF TIME says that the token is not available.
check-kot-token-stopped-remedy = Have a token issued (設定 ▸ その他 ▸ オプション ▸ 外部サービス連携 ▸ KING OF TIME WebAPI連携設定), then: pcpunch config set kot.token
check-kot-not-asked = Not tried, since the token could not be proven.
check-kot-closed = Cannot be tried until { $until }: KING OF TIME's closed hours.
check-kot-company = { $name } (code { $code })
check-kot-divisions = { $count ->
    [one] 1 division
   *[other] { $count } divisions
}; day borders (日付変更時間): { $borders }
check-kot-employees = { $count ->
    [one] 1 employee
   *[other] { $count } employees
}, resigned ones included
check-kot-daily-workings = Closed days (締め) can be seen: punches of closed months are held.
check-kot-daily-workings-refused = The token may not read 日別勤怠: whether a month is closed cannot be seen, and punches of closed months are sent like others.
check-kot-daily-workings-remedy = To have them held, give the token 日別勤怠 参照 in KING OF TIME.
check-kot-timerecords = Today's punches can be read.
check-kot-permission-remedy = Token and IP address were accepted just now, so it is the permission: tick 参照 for { $data } at the token (設定 ▸ その他 ▸ オプション ▸ 外部サービス連携 ▸ KING OF TIME WebAPI連携設定).
check-kot-punch = Cannot be tried without punching.
check-kot-punch-remedy = Look whether 日別打刻 更新 is ticked at the token; the first punch shows it.
check-clock-unknown = Cannot be tried: { $service } gave no answer that says a time.
check-clock-right = { $seconds ->
    [one] 1 second
   *[other] { $seconds } seconds
} apart from { $service }'s.
check-clock-wrong = This machine's clock is { $seconds } seconds ahead of { $service }'s (negative: behind); two minutes are the most.
check-clock-wrong-remedy = Set this machine's clock by NTP. Until then no work day is settled.
check-line = { $name }  { $message }
check-remedy-line = → { $remedy }
