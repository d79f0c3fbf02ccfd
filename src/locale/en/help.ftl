help-usage = Usage:
help-commands = Commands
help-arguments = Arguments
help-options = Options
help-global-options = Options of every command
help-example = Example:
help-values = { $help }: { $values }

help-global-state = The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)
help-global-format = Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold
help-global-lang = Language of messages, help and tables; by default display.language, then the locale
help-global-color = When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no
help-global-quiet = Say less on stderr
help-global-verbose = Say more on stderr
help-global-yes = Answer yes to a confirmation
help-global-help = Print this help
help-global-version = Print the version

help = Turns the PC logon and logoff logs that MaLion gathers into KING OF TIME punches, each one once
    .example =
        pcpunch config set kot.token
        pcpunch employees sync
        pcpunch accounts export accounts.csv
        pcpunch accounts import accounts.csv
        pcpunch relay run --once
        pcpunch logs check
    .more =
        stdout carries the answer, stderr everything else. Nothing asks where standard input is no terminal.

        Exit codes: 0 done, or only waiting; 1 failed; 2 wrong usage or settings; 3 KING OF TIME refused punches that need a person; 4 MaLion or KING OF TIME refused the credentials, the permission or the IP address; 5 MaLion or KING OF TIME could not be reached or read; 6 findings that somebody must act on; 7 stopped by a safety limit, or frozen; 8 another round holds the lock; 9 the state file cannot be used; 130 and 143 stopped by a signal. Where several apply: 130, 143, 9, 8, 2, 7, 4, 5, 1, 3, 6, 0.

        Every setting can also stand in an environment variable (kot.token is PCPUNCH_KOT_TOKEN) or in a systemd credential named like its key; the environment comes first, then the credential, then the state file, then the default.

        PCPUNCH_NOW=2024-12-18T06:00:00+09:00 starts the program's clock at that time, for rehearsals and tests. It is refused where kot.base_url is not on this machine, unless --dry-run is given.

help-config = Settings: set, show, take back and prove them
    .example = pcpunch config list --origin
help-config-set = Store a setting, after checking it
    .example =
        pcpunch config set malion.host malioncloud0000.intercom.co.jp
        pcpunch config set kot.token
        pcpunch config set malion.secret_code --stdin < secret.txt
        pcpunch config set kot.token_command "pass show kingoftime/token"
    .more = Without a value it asks (hidden for secrets), and shows what the setting means, may be and is. A secret is never taken as an argument: it would stand in the shell's history and in the list of processes. A secret and the command that prints it (kot.token and kot.token_command) take the place of each other. link.punches on, after it was off, moves punch.since to the next work day, or to the day of --since.
help-config-set-key = The setting, such as kot.token
help-config-set-value = Its new value; asked for where it is missing
help-config-set-stdin = Take the value from one line of standard input
help-config-set-since = With link.punches on: the first work day that is punched
help-config-get = Show one setting; secrets only as (set)
    .example = pcpunch config get kot.base_url
help-config-get-key = The setting, such as kot.base_url
help-config-list = Show all settings; secrets only as (set)
    .example = pcpunch config list --origin
help-config-list-origin = Also show where each value came from
help-config-unset = Go back to a setting's default
    .example = pcpunch config unset kot.lanes
help-config-unset-key = The setting, such as kot.lanes
help-config-check = Prove the set-up end to end: state file, MaLion, KING OF TIME, permissions, clocks
    .example = pcpunch config check
    .more = Each line says ok, wrong with what to do, or why it cannot be tried. Nothing is punched. MaLion is asked for the last hour by the built-in profile assumed-v1 unless malion.profile names another; KING OF TIME is only read.

help-employees = The people of KING OF TIME (勤怠管理連携)
    .example = pcpunch employees sync --dry-run
help-employees-sync = Take employees and divisions from KING OF TIME; it is only read
    .example = pcpunch employees sync
help-employees-sync-dry-run = Show the plan and apply nothing
help-employees-sync-allow-removals = Allow up to so many people to be gone or resigned at once
help-employees-list = Show the employees as last synced
    .example = pcpunch employees list
help-employees-list-history = Show what each sync changed

help-accounts = Which PC user name is whose
    .example = pcpunch accounts export accounts.csv
help-accounts-export = Save the account links as CSV (CSVデータ保存)
    .example = pcpunch accounts export --encoding cp932 accounts.csv
help-accounts-export-file = The file; - or none is stdout
help-accounts-export-encoding = Encoding of the file; utf-8-bom by default
help-accounts-export-unlinked = Only accounts that no import has set and no log has borne
help-accounts-export-for-excel = Write codes as ="0123", which spreadsheets leave alone
help-accounts-import = Take account links from CSV (CSVデータ入力); only the rows present, all or none
    .example = pcpunch accounts import accounts.csv --dry-run
help-accounts-import-file = The file
help-accounts-import-dry-run = Check and show, and change nothing
help-accounts-import-encoding = Encoding of the file, in place of recognising it
help-accounts-import-from = First work day of links that replace another; by default today's
help-accounts-import-accept-names = Take rows whose name is not the employee's
help-accounts-list = Show the account links
    .example = pcpunch accounts list
help-accounts-history = Show who changed which links from which file, and when
    .example = pcpunch accounts history
help-accounts-undo = Take the last import back (links; punches that were sent stay)
    .example = pcpunch accounts undo
    .more = Puts back exactly what that import overwrote, and lists the punches sent since because of it. Where a later sync or import changed something of it, nothing is done. A second undo takes back the import before.
help-accounts-exclude = Set a person aside, so that nothing is punched (managers, leave, trials); without a code show who is
    .example =
        pcpunch accounts exclude 1000 --from 2025-01-06 --to 2025-03-31
        pcpunch accounts exclude 1000 --remove
    .more = Logs of those work days are collected and not punched. Both ends are included and either may be left out; without both it is from today on. --remove takes all of it back, or with days only those.
help-accounts-exclude-code = The employee code (従業員コード)
help-accounts-exclude-from = The first work day
help-accounts-exclude-to = The last work day
help-accounts-exclude-remove = Take it back
help-accounts-allow-shared = Say that one user name on several PCs is one person; without a name show of which this was said
    .example = pcpunch accounts allow-shared tarouk
    .more = Punches that were held for shared-user-name go in the next round.
help-accounts-allow-shared-name = The PC user name
help-accounts-allow-shared-remove = Take it back

help-relay = The main job: logs in, punches out
    .example = pcpunch relay run --once
help-relay-run = Collect logs, decide punches, deliver them, each once
    .more = Without --once it goes on, round after round, until SIGTERM or SIGINT. State file, settings and credentials are read anew each round. It ends by itself on exit codes 2 and 9 and on a frozen file (7); on all others it goes on. Where stdout is no terminal, a round is one line; with -v, --once shows its punches there as a table.
    .example =
        pcpunch relay run
        pcpunch relay run --once
        pcpunch relay run --once --dry-run
        pcpunch relay run --once --from logs.csv --complete-until 2024-12-18T00:00
        pcpunch relay run --once --from smarton.csv --source smarton --profile smarton.toml
help-relay-run-once = One round, in place of round after round
help-relay-run-interval = From the start of a round to the start of the next: 5m unless said, 30s at least
help-relay-run-dry-run = Work on a copy in memory: ask MaLion and read KING OF TIME, store and send nothing, and show each punch as it would be sent
help-relay-run-from = Take the logs from a CSV file in place of MaLion's API
help-relay-run-source = Which product's logs the file bears: malion (the default), smarton or lanscope
help-relay-run-profile = The profile (TOML) whose file part says how the file is read; by default malion.profile
help-relay-run-metrics = After each round, write metrics in Prometheus text format there, for node_exporter's textfile collector (*.prom)
help-relay-run-complete-until = Until when the file is complete; by default the time of its newest log
help-relay-status = How the last rounds went, and what waits and why
    .example =
        pcpunch relay status --max-age 2h
        pcpunch relay status --metrics /var/lib/prometheus/node-exporter/pcpunch.prom
help-relay-status-max-age = Exit 1 where no round ended with 0 or 3 since then: 90s, 30m, 2h or 1d
help-relay-status-metrics = Write metrics in Prometheus text format there, as relay run --metrics does
help-relay-unfreeze = Go on after a freeze: the file's, and every frozen day's
    .more = A frozen file sends nothing; rounds still collect and decide, and end with 7. What a person has unfrozen does not freeze the file again.
    .example = pcpunch relay unfreeze --reason "the doubles were deleted by hand"
help-relay-unfreeze-reason = Why, for the record
help-relay-rehearse = Try past logs under the settings as they are and others, against KING OF TIME
    .more =
        The logs in the state file are met round by round, as if the relay had run. Nothing is sent.
        What comes of them is held against the punches in KING OF TIME: same, earlier, later, missing, by person and in sum.
    .example =
        pcpunch relay rehearse --from 2024-11-01 --to 2024-11-30
        pcpunch relay rehearse --from 2024-11-01 --to 2024-11-30 --set punch.night_shift_hours=0,2000=12
        pcpunch relay rehearse --from 2024-11-01 --set punch.day_border=05:00 --days
help-relay-rehearse-from = The first work day
help-relay-rehearse-to = The last work day; yesterday unless said
help-relay-rehearse-set = A setting to be tried in place of its value now; several are tried together
help-relay-rehearse-days = A row for each punch that differs, by person and work day, with the reason

help-punches = What a person decides on single punches
    .example = pcpunch punches list --state held
help-punches-list = Show punches
    .example =
        pcpunch punches list
        pcpunch punches list --state held --state refused
    .more = Here --state may also name a state of punches: decided, sending, accepted, refused, unknown, already-there, held, person, withdrawn, dropped. A state file without a dot or a slash in its name is written ./held here.
help-punches-show = Show the way from a punch back to its logs and forward to what KING OF TIME answered
    .example =
        pcpunch punches show 17
        pcpunch punches show 17 --offline --format json
    .more = The punch, the logs it rests on, the link that made them this person's, the rule that gave it, each attempt to send it, the readings that settled it, what KING OF TIME shows of that person's day now (one reading), and the day's findings. In the closed hours the rest is shown, with exit code 5.
help-punches-show-id = Which, by the number of punches list
help-punches-show-offline = Ask nobody: show what is known here
help-punches-send = Send punches that are held, refused or left to a person; the day is read first
    .example = pcpunch punches send 17 18
help-punches-send-ids = Which, by the numbers of punches list
help-punches-drop = Give punches up
    .example = pcpunch punches drop 17 --reason "entered by hand"
help-punches-drop-ids = Which, by the numbers of punches list
help-punches-drop-reason = Why, for the record

help-state = Copies of the state file
    .example = pcpunch state backup backup.db
help-state-backup = Write a consistent copy of the state file, also while a relay runs
    .more = The copy is made with mode 0600 under a name of its own and then renamed. The secrets among the settings are not in it, nor ping.url and a http.proxy that bears a password, unless --with-secrets is given. A file of that name is replaced with --yes only.
    .example =
        pcpunch state backup /var/backups/pcpunch.db
        pcpunch state backup --yes --with-secrets /var/backups/pcpunch.db
help-state-backup-file = Where to
help-state-backup-with-secrets = With the secrets among the settings
help-state-restore = Put a copy in the place of the state file; relaying waits and reads before it sends
    .more = The copy is looked at whole first. Secrets that it lacks are kept from the state file that was there, which stays beside as state.db.before-restore. Exit 8 while a round or another command uses the state file: stop the relay first.
    .example = pcpunch state restore /var/backups/pcpunch.db
help-state-restore-file = The copy

help-logs = PC logs against punches
    .example = pcpunch logs check
help-logs-check = Hold PC logs, punches sent and what KING OF TIME shows against each other
    .example =
        pcpunch logs check
        pcpunch logs check --from 2024-12-01 --to 2024-12-31 --employee 1000
    .more = One row a person and work day, and a finding with cause and remedy for each that is not right. The last seven work days before today, unless said.
help-logs-check-date = One work day
help-logs-check-from = First work day
help-logs-check-to = Last work day
help-logs-check-employee = Only the person with this 従業員コード
help-logs-check-offline = Ask nobody: show what is known here
help-logs-check-timeline = Show each person and day as a bar in place of the table (table format only)
help-logs-check-html = Also write the check as one HTML page (table, bars, findings; nothing in it comes from elsewhere)
help-logs-check-ack = Set a finding aside, by the number that the check shows: it no longer makes exit 6 while it stands for the same
help-logs-check-reason = Why it is set aside, for the record
help-logs-differences = Compare PC logs with the punches that people made by whatever means (勤怠差異), for payroll
    .example =
        pcpunch logs differences
        pcpunch logs differences --month 2024-12 --format csv > differences.csv
        pcpunch logs differences --month 2024-12 --summary
    .more = The first ログオン (else アンロック, where it is kept) is held against 出勤, the last ログオフ (else ロック) against 退勤. A gap over check.in_minutes or check.out_minutes is a difference, one equal to it is none; so is a side that is missing. Gaps are minutes from the PC log to the punch. Works with link.punches off. KING OF TIME is read once for all people, 62 days at a time; nothing is sent and no finding is stored. The last seven work days before today, unless said.
help-logs-differences-date = One work day
help-logs-differences-from = First work day
help-logs-differences-to = Last work day
help-logs-differences-month = All work days of a month
help-logs-differences-employee = Only the person with this 従業員コード
help-logs-differences-all = Show days without a difference too
help-logs-differences-summary = One row a person and month
help-logs-list = Show the collected logs and what became of each
    .example =
        pcpunch logs list --date 2024-12-17 --user tarouk
        pcpunch logs list --from 2024-12-01 --to 2024-12-31 --terminal 'PC-*' --fate unlinked --fate open
help-logs-list-date = One work day
help-logs-list-from = First work day
help-logs-list-to = Last work day
help-logs-list-employee = Only the person with this 従業員コード
help-logs-list-user = Only this PC user name; * stands for any characters and ? for one
help-logs-list-terminal = Only this PC; * and ? as in --user
help-logs-list-fates = Only logs of which this became; may be given several times
help-logs-list-punched = Only logs that became a punch

help-sandbox = Serve a MaLion and a KING OF TIME on this machine, for trying and training
    .example = pcpunch sandbox
help-demo = Show the whole job against the sandbox in a throw-away state file
    .example = pcpunch demo
help-completions = Print the completions of a shell
    .example =
        pcpunch completions bash > ~/.local/share/bash-completion/completions/pcpunch
        pcpunch completions zsh > ~/.zfunc/_pcpunch
        pcpunch completions fish > ~/.config/fish/completions/pcpunch.fish
        pcpunch completions powershell > pcpunch.ps1
    .more = Commands, options, settings, the values of the setting that was named, man pages, documents and units are completed. The script does not run the program: print it anew after an update. zsh looks in the folders of its fpath, PowerShell where the profile says . ./pcpunch.ps1
help-completions-shell = The shell
help-man = Print a man page
    .example = pcpunch man relay run | man -l -
help-man-page = The words of a command, such as relay run; or settings, 5 accounts, 7 relay; the program's own page without any
help-man-all = Write every man page and completion below this folder
help-units = Print the files by which systemd or cron runs the relay
    .example =
        pcpunch units
        pcpunch units pcpunch.service > /etc/systemd/system/pcpunch.service
        pcpunch units pcpunch.cron > /etc/cron.d/pcpunch
    .more =
        pcpunch.service goes on round after round. pcpunch-round.timer starts pcpunch-round.service, one round, every five minutes. pcpunch.cron is the same for cron. One of the three is enough.

        Without NAME: all of them, each below a remark that says where it belongs. They bear the path of this program, run as the user pcpunch, and keep the state file in /var/lib/pcpunch.
help-units-name = The file: pcpunch.service, pcpunch-round.service, pcpunch-round.timer or pcpunch.cron
help-schema = Print what a JSON document holds, as a JSON Schema
    .example =
        pcpunch schema
        pcpunch schema relay-run
        pcpunch schema error > error.schema.json
    .more = Without NAME: the documents that --format json prints, a line each. With it: the schema of that document (draft 2020-12), with each field, its shape and unit, and what its absence means. It stands alone. Fields are only ever added: take a document that has more.
help-schema-name = The document: relay-run, relay-run.v1 or pcpunch.relay-run.v1

man-name = NAME
man-synopsis = SYNOPSIS
man-description = DESCRIPTION
man-examples = EXAMPLES
man-version = VERSION
