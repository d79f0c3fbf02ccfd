
using namespace System.Management.Automation
using namespace System.Management.Automation.Language

Register-ArgumentCompleter -Native -CommandName 'pcpunch' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    # The words that are known at a place where a command or an option takes one.
    $place = @()
    $option = $null
    foreach ($element in ($commandAst.CommandElements | Select-Object -Skip 1)) {
        if ($cursorPosition -le $element.Extent.EndOffset) {
            break
        }
        $word = $element.Extent.Text
        if ($option) {
            $option = $null
        } elseif ($word.StartsWith('-')) {
            if ($word -in '--ack', '--all', '--allow-removals', '--color', '--complete-until', '--date', '--employee', '--encoding', '--fate', '--format', '--from', '--html', '--interval', '--lang', '--max-age', '--metrics', '--month', '--profile', '--reason', '--set', '--since', '--source', '--state', '--terminal', '--to', '--user') {
                $option = $word
            }
        } else {
            $place += $word
        }
    }
    if ($option) {
        $place += $option
    }
    $known = @(switch ($place -join ' ') {
        'config get' { 'company.id', 'company.name', 'link.employees', 'link.punches', 'link.breaks', 'link.malion', 'link.smarton', 'link.lanscope', 'display.language', 'malion.host', 'malion.admin_code', 'malion.admin_code_command', 'malion.secret_code', 'malion.secret_code_command', 'malion.base_url', 'malion.support_id', 'malion.profile', 'malion.lookback_days', 'malion.reread_hours', 'malion.require_link_code', 'kot.base_url', 'kot.token', 'kot.token_command', 'kot.closed_hours', 'kot.closed_guard_seconds', 'kot.unknown_minutes', 'kot.lanes', 'kot.punches_per_5min', 'kot.requests_per_5min', 'logs.ignore_users', 'punch.since', 'punch.max_age_days', 'punch.policy', 'punch.clock_in', 'punch.day_border', 'punch.settle_minutes', 'punch.quiet_hours', 'punch.night_shift_hours', 'punch.break_minutes', 'punch.in_closed_hours', 'check.in_minutes', 'check.out_minutes', 'state.keep_days', 'ping.url', 'http.proxy', 'http.ca_file', 'http.timeout_seconds' }
        'config set' { 'company.id', 'company.name', 'link.employees', 'link.punches', 'link.breaks', 'link.malion', 'link.smarton', 'link.lanscope', 'display.language', 'malion.host', 'malion.admin_code', 'malion.admin_code_command', 'malion.secret_code', 'malion.secret_code_command', 'malion.base_url', 'malion.support_id', 'malion.profile', 'malion.lookback_days', 'malion.reread_hours', 'malion.require_link_code', 'kot.base_url', 'kot.token', 'kot.token_command', 'kot.closed_hours', 'kot.closed_guard_seconds', 'kot.unknown_minutes', 'kot.lanes', 'kot.punches_per_5min', 'kot.requests_per_5min', 'logs.ignore_users', 'punch.since', 'punch.max_age_days', 'punch.policy', 'punch.clock_in', 'punch.day_border', 'punch.settle_minutes', 'punch.quiet_hours', 'punch.night_shift_hours', 'punch.break_minutes', 'punch.in_closed_hours', 'check.in_minutes', 'check.out_minutes', 'state.keep_days', 'ping.url', 'http.proxy', 'http.ca_file', 'http.timeout_seconds' }
        'config unset' { 'company.id', 'company.name', 'link.employees', 'link.punches', 'link.breaks', 'link.malion', 'link.smarton', 'link.lanscope', 'display.language', 'malion.host', 'malion.admin_code', 'malion.admin_code_command', 'malion.secret_code', 'malion.secret_code_command', 'malion.base_url', 'malion.support_id', 'malion.profile', 'malion.lookback_days', 'malion.reread_hours', 'malion.require_link_code', 'kot.base_url', 'kot.token', 'kot.token_command', 'kot.closed_hours', 'kot.closed_guard_seconds', 'kot.unknown_minutes', 'kot.lanes', 'kot.punches_per_5min', 'kot.requests_per_5min', 'logs.ignore_users', 'punch.since', 'punch.max_age_days', 'punch.policy', 'punch.clock_in', 'punch.day_border', 'punch.settle_minutes', 'punch.quiet_hours', 'punch.night_shift_hours', 'punch.break_minutes', 'punch.in_closed_hours', 'check.in_minutes', 'check.out_minutes', 'state.keep_days', 'ping.url', 'http.proxy', 'http.ca_file', 'http.timeout_seconds' }
        'relay rehearse --set' { 'link.breaks=on', 'link.breaks=off', 'malion.lookback_days=14', 'malion.require_link_code=on', 'malion.require_link_code=off', 'punch.policy=settled', 'punch.policy=rolling', 'punch.clock_in=at_once', 'punch.clock_in=settled', 'punch.day_border=division', 'punch.settle_minutes=360', 'punch.quiet_hours=none', 'punch.quiet_hours=00:00-05:00', 'punch.night_shift_hours=0', 'punch.break_minutes=60', 'punch.in_closed_hours=wait', 'punch.in_closed_hours=send' }
        'punches list --state' { 'decided', 'sending', 'accepted', 'refused', 'unknown', 'already-there', 'held', 'person', 'withdrawn', 'dropped' }
        'completions' { 'bash', 'zsh', 'fish', 'powershell' }
        'man' { 'accounts', 'accounts-allow-shared', 'accounts-exclude', 'accounts-export', 'accounts-history', 'accounts-import', 'accounts-list', 'accounts-undo', 'completions', 'config', 'config-check', 'config-get', 'config-list', 'config-set', 'config-unset', 'demo', 'employees', 'employees-list', 'employees-sync', 'logs', 'logs-check', 'logs-differences', 'logs-list', 'man', 'pcpunch', 'profile', 'punches', 'punches-drop', 'punches-list', 'punches-send', 'punches-show', 'relay', 'relay-rehearse', 'relay-run', 'relay-status', 'relay-unfreeze', 'sandbox', 'schema', 'security', 'settings', 'state', 'state-backup', 'state-restore', 'units' }
        'schema' { 'accounts-allow-shared', 'accounts-exclude', 'accounts-history', 'accounts-import', 'accounts-list', 'accounts-undo', 'config-check', 'config-list', 'employees-list', 'employees-sync', 'error', 'logs-ack', 'logs-check', 'logs-differences', 'logs-list', 'punches-list', 'punches-show', 'relay-rehearse', 'relay-run', 'relay-unfreeze', 'schema-list', 'status' }
        'units' { 'pcpunch.service', 'pcpunch-round.service', 'pcpunch-round.timer', 'pcpunch.cron' }
        'config set link.employees' { 'on', 'off' }
        'config set link.punches' { 'on', 'off' }
        'config set link.breaks' { 'on', 'off' }
        'config set link.malion' { 'on', 'off' }
        'config set link.smarton' { 'on', 'off' }
        'config set link.lanscope' { 'on', 'off' }
        'config set display.language' { 'ja', 'en', 'auto' }
        'config set malion.lookback_days' { '14' }
        'config set malion.reread_hours' { '6' }
        'config set malion.require_link_code' { 'on', 'off' }
        'config set kot.base_url' { 'https://api.kingtime.jp/v1.0' }
        'config set kot.closed_hours' { 'none', '08:30-10:00,17:30-18:30' }
        'config set kot.closed_guard_seconds' { '60' }
        'config set kot.unknown_minutes' { '30' }
        'config set kot.lanes' { '4' }
        'config set kot.punches_per_5min' { '1500' }
        'config set kot.requests_per_5min' { '300' }
        'config set punch.max_age_days' { '14' }
        'config set punch.policy' { 'settled', 'rolling' }
        'config set punch.clock_in' { 'at_once', 'settled' }
        'config set punch.day_border' { 'division' }
        'config set punch.settle_minutes' { '360' }
        'config set punch.quiet_hours' { 'none', '00:00-05:00' }
        'config set punch.night_shift_hours' { '0' }
        'config set punch.break_minutes' { '60' }
        'config set punch.in_closed_hours' { 'wait', 'send' }
        'config set check.in_minutes' { '15' }
        'config set check.out_minutes' { '15' }
        'config set state.keep_days' { '1130' }
        'config set http.proxy' { 'system', 'none' }
        'config set http.ca_file' { 'system' }
        'config set http.timeout_seconds' { '30' }
    }) | Where-Object { $_.StartsWith($wordToComplete) }
    if ($known) {
        return $known | ForEach-Object { [CompletionResult]::new($_, $_, [CompletionResultType]::ParameterValue, $_) }
    }

    $commandElements = $commandAst.CommandElements
    $command = @(
        'pcpunch'
        for ($i = 1; $i -lt $commandElements.Count; $i++) {
            $element = $commandElements[$i]
            if ($element -isnot [StringConstantExpressionAst] -or
                $element.StringConstantType -ne [StringConstantType]::BareWord -or
                $element.Value.StartsWith('-') -or
                $element.Value -eq $wordToComplete) {
                break
        }
        $element.Value
    }) -join ';'

    $completions = @(switch ($command) {
        'pcpunch' {
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of messages, help and tables; by default display.language, then the locale')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print this help')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print the version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print the version')
            [CompletionResult]::new('config', 'config', [CompletionResultType]::ParameterValue, 'Settings: set, show, take back and prove them')
            [CompletionResult]::new('employees', 'employees', [CompletionResultType]::ParameterValue, 'The people of KING OF TIME (勤怠管理連携)')
            [CompletionResult]::new('accounts', 'accounts', [CompletionResultType]::ParameterValue, 'Which PC user name is whose')
            [CompletionResult]::new('relay', 'relay', [CompletionResultType]::ParameterValue, 'The main job: logs in, punches out')
            [CompletionResult]::new('punches', 'punches', [CompletionResultType]::ParameterValue, 'What a person decides on single punches')
            [CompletionResult]::new('logs', 'logs', [CompletionResultType]::ParameterValue, 'PC logs against punches')
            [CompletionResult]::new('state', 'state', [CompletionResultType]::ParameterValue, 'Copies of the state file')
            [CompletionResult]::new('sandbox', 'sandbox', [CompletionResultType]::ParameterValue, 'Serve a MaLion and a KING OF TIME on this machine, for trying and training')
            [CompletionResult]::new('demo', 'demo', [CompletionResultType]::ParameterValue, 'Show the whole job against the sandbox in a throw-away state file')
            [CompletionResult]::new('completions', 'completions', [CompletionResultType]::ParameterValue, 'Print the completions of a shell')
            [CompletionResult]::new('man', 'man', [CompletionResultType]::ParameterValue, 'Print a man page')
            [CompletionResult]::new('units', 'units', [CompletionResultType]::ParameterValue, 'Print the files by which systemd or cron runs the relay')
            [CompletionResult]::new('schema', 'schema', [CompletionResultType]::ParameterValue, 'Print what a JSON document holds, as a JSON Schema')
            break
        }
        'pcpunch;config' {
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of messages, help and tables; by default display.language, then the locale')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print this help')
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Store a setting, after checking it')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Show one setting; secrets only as (set)')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Show all settings; secrets only as (set)')
            [CompletionResult]::new('unset', 'unset', [CompletionResultType]::ParameterValue, 'Go back to a setting''s default')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Prove the set-up end to end: state file, MaLion, KING OF TIME, permissions, clocks')
            break
        }
        'pcpunch;config;set' {
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'With link.punches on: the first work day that is punched')
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of messages, help and tables; by default display.language, then the locale')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no')
            [CompletionResult]::new('--stdin', '--stdin', [CompletionResultType]::ParameterName, 'Take the value from one line of standard input')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print this help')
            break
        }
        'pcpunch;config;get' {
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of messages, help and tables; by default display.language, then the locale')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print this help')
            break
        }
        'pcpunch;config;list' {
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of messages, help and tables; by default display.language, then the locale')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no')
            [CompletionResult]::new('--origin', '--origin', [CompletionResultType]::ParameterName, 'Also show where each value came from')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print this help')
            break
        }
        'pcpunch;config;unset' {
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of messages, help and tables; by default display.language, then the locale')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print this help')
            break
        }
        'pcpunch;config;check' {
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of messages, help and tables; by default display.language, then the locale')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print this help')
            break
        }
        'pcpunch;employees' {
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of messages, help and tables; by default display.language, then the locale')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print this help')
            [CompletionResult]::new('sync', 'sync', [CompletionResultType]::ParameterValue, 'Take employees and divisions from KING OF TIME; it is only read')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Show the employees as last synced')
            break
        }
        'pcpunch;employees;sync' {
            [CompletionResult]::new('--allow-removals', '--allow-removals', [CompletionResultType]::ParameterName, 'Allow up to so many people to be gone or resigned at once')
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of messages, help and tables; by default display.language, then the locale')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show the plan and apply nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print this help')
            break
        }
        'pcpunch;employees;list' {
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of messages, help and tables; by default display.language, then the locale')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no')
            [CompletionResult]::new('--history', '--history', [CompletionResultType]::ParameterName, 'Show what each sync changed')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print this help')
            break
        }
        'pcpunch;accounts' {
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of messages, help and tables; by default display.language, then the locale')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print this help')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Save the account links as CSV (CSVデータ保存)')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Take account links from CSV (CSVデータ入力); only the rows present, all or none')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Show the account links')
            [CompletionResult]::new('history', 'history', [CompletionResultType]::ParameterValue, 'Show who changed which links from which file, and when')
            [CompletionResult]::new('undo', 'undo', [CompletionResultType]::ParameterValue, 'Take the last import back (links; punches that were sent stay)')
            [CompletionResult]::new('exclude', 'exclude', [CompletionResultType]::ParameterValue, 'Set a person aside, so that nothing is punched (managers, leave, trials); without a code show who is')
            [CompletionResult]::new('allow-shared', 'allow-shared', [CompletionResultType]::ParameterValue, 'Say that one user name on several PCs is one person; without a name show of which this was said')
            break
        }
        'pcpunch;accounts;export' {
            [CompletionResult]::new('--encoding', '--encoding', [CompletionResultType]::ParameterName, 'Encoding of the file; utf-8-bom by default')
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of messages, help and tables; by default display.language, then the locale')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no')
            [CompletionResult]::new('--unlinked', '--unlinked', [CompletionResultType]::ParameterName, 'Only accounts that no import has set and no log has borne')
            [CompletionResult]::new('--for-excel', '--for-excel', [CompletionResultType]::ParameterName, 'Write codes as ="0123", which spreadsheets leave alone')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print this help')
            break
        }
        'pcpunch;accounts;import' {
            [CompletionResult]::new('--encoding', '--encoding', [CompletionResultType]::ParameterName, 'Encoding of the file, in place of recognising it')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'First work day of links that replace another; by default today''s')
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of messages, help and tables; by default display.language, then the locale')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Check and show, and change nothing')
            [CompletionResult]::new('--accept-names', '--accept-names', [CompletionResultType]::ParameterName, 'Take rows whose name is not the employee''s')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print this help')
            break
        }
        'pcpunch;accounts;list' {
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of messages, help and tables; by default display.language, then the locale')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print this help')
            break
        }
        'pcpunch;accounts;history' {
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of messages, help and tables; by default display.language, then the locale')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print this help')
            break
        }
        'pcpunch;accounts;undo' {
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of messages, help and tables; by default display.language, then the locale')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print this help')
            break
        }
        'pcpunch;accounts;exclude' {
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'The first work day')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'The last work day')
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of messages, help and tables; by default display.language, then the locale')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no')
            [CompletionResult]::new('--remove', '--remove', [CompletionResultType]::ParameterName, 'Take it back')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print this help')
            break
        }
        'pcpunch;accounts;allow-shared' {
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of messages, help and tables; by default display.language, then the locale')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no')
            [CompletionResult]::new('--remove', '--remove', [CompletionResultType]::ParameterName, 'Take it back')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print this help')
            break
        }
        'pcpunch;relay' {
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of messages, help and tables; by default display.language, then the locale')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print this help')
            [CompletionResult]::new('run', 'run', [CompletionResultType]::ParameterValue, 'Collect logs, decide punches, deliver them, each once')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'How the last rounds went, and what waits and why')
            [CompletionResult]::new('unfreeze', 'unfreeze', [CompletionResultType]::ParameterValue, 'Go on after a freeze: the file''s, and every frozen day''s')
            [CompletionResult]::new('rehearse', 'rehearse', [CompletionResultType]::ParameterValue, 'Try past logs under the settings as they are and others, against KING OF TIME')
            break
        }
        'pcpunch;relay;run' {
            [CompletionResult]::new('--interval', '--interval', [CompletionResultType]::ParameterName, 'From the start of a round to the start of the next: 5m unless said, 30s at least')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'Take the logs from a CSV file in place of MaLion''s API')
            [CompletionResult]::new('--source', '--source', [CompletionResultType]::ParameterName, 'Which product''s logs the file bears: malion (the default), smarton or lanscope')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'The profile (TOML) whose file part says how the file is read; by default malion.profile')
            [CompletionResult]::new('--metrics', '--metrics', [CompletionResultType]::ParameterName, 'After each round, write metrics in Prometheus text format there, for node_exporter''s textfile collector (*.prom)')
            [CompletionResult]::new('--complete-until', '--complete-until', [CompletionResultType]::ParameterName, 'Until when the file is complete; by default the time of its newest log')
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of messages, help and tables; by default display.language, then the locale')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no')
            [CompletionResult]::new('--once', '--once', [CompletionResultType]::ParameterName, 'One round, in place of round after round')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Work on a copy in memory: ask MaLion and read KING OF TIME, store and send nothing, and show each punch as it would be sent')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print this help')
            break
        }
        'pcpunch;relay;status' {
            [CompletionResult]::new('--max-age', '--max-age', [CompletionResultType]::ParameterName, 'Exit 1 where no round ended with 0 or 3 since then: 90s, 30m, 2h or 1d')
            [CompletionResult]::new('--metrics', '--metrics', [CompletionResultType]::ParameterName, 'Write metrics in Prometheus text format there, as relay run --metrics does')
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of messages, help and tables; by default display.language, then the locale')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print this help')
            break
        }
        'pcpunch;relay;unfreeze' {
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why, for the record')
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of messages, help and tables; by default display.language, then the locale')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print this help')
            break
        }
        'pcpunch;relay;rehearse' {
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'The first work day')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'The last work day; yesterday unless said')
            [CompletionResult]::new('--set', '--set', [CompletionResultType]::ParameterName, 'A setting to be tried in place of its value now; several are tried together')
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of messages, help and tables; by default display.language, then the locale')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no')
            [CompletionResult]::new('--days', '--days', [CompletionResultType]::ParameterName, 'A row for each punch that differs, by person and work day, with the reason')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print this help')
            break
        }
        'pcpunch;punches' {
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of messages, help and tables; by default display.language, then the locale')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print this help')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Show punches')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show the way from a punch back to its logs and forward to what KING OF TIME answered')
            [CompletionResult]::new('send', 'send', [CompletionResultType]::ParameterValue, 'Send punches that are held, refused or left to a person; the day is read first')
            [CompletionResult]::new('drop', 'drop', [CompletionResultType]::ParameterValue, 'Give punches up')
            break
        }
        'pcpunch;punches;list' {
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of messages, help and tables; by default display.language, then the locale')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print this help')
            break
        }
        'pcpunch;punches;show' {
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of messages, help and tables; by default display.language, then the locale')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no')
            [CompletionResult]::new('--offline', '--offline', [CompletionResultType]::ParameterName, 'Ask nobody: show what is known here')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print this help')
            break
        }
        'pcpunch;punches;send' {
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of messages, help and tables; by default display.language, then the locale')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print this help')
            break
        }
        'pcpunch;punches;drop' {
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why, for the record')
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of messages, help and tables; by default display.language, then the locale')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print this help')
            break
        }
        'pcpunch;logs' {
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of messages, help and tables; by default display.language, then the locale')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print this help')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Hold PC logs, punches sent and what KING OF TIME shows against each other')
            [CompletionResult]::new('differences', 'differences', [CompletionResultType]::ParameterValue, 'Compare PC logs with the punches that people made by whatever means (勤怠差異), for payroll')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Show the collected logs and what became of each')
            break
        }
        'pcpunch;logs;check' {
            [CompletionResult]::new('--date', '--date', [CompletionResultType]::ParameterName, 'One work day')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'First work day')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Last work day')
            [CompletionResult]::new('--employee', '--employee', [CompletionResultType]::ParameterName, 'Only the person with this 従業員コード')
            [CompletionResult]::new('--html', '--html', [CompletionResultType]::ParameterName, 'Also write the check as one HTML page (table, bars, findings; nothing in it comes from elsewhere)')
            [CompletionResult]::new('--ack', '--ack', [CompletionResultType]::ParameterName, 'Set a finding aside, by the number that the check shows: it no longer makes exit 6 while it stands for the same')
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why it is set aside, for the record')
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of messages, help and tables; by default display.language, then the locale')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no')
            [CompletionResult]::new('--offline', '--offline', [CompletionResultType]::ParameterName, 'Ask nobody: show what is known here')
            [CompletionResult]::new('--timeline', '--timeline', [CompletionResultType]::ParameterName, 'Show each person and day as a bar in place of the table (table format only)')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print this help')
            break
        }
        'pcpunch;logs;differences' {
            [CompletionResult]::new('--date', '--date', [CompletionResultType]::ParameterName, 'One work day')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'First work day')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Last work day')
            [CompletionResult]::new('--month', '--month', [CompletionResultType]::ParameterName, 'All work days of a month')
            [CompletionResult]::new('--employee', '--employee', [CompletionResultType]::ParameterName, 'Only the person with this 従業員コード')
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of messages, help and tables; by default display.language, then the locale')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Show days without a difference too')
            [CompletionResult]::new('--summary', '--summary', [CompletionResultType]::ParameterName, 'One row a person and month')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print this help')
            break
        }
        'pcpunch;logs;list' {
            [CompletionResult]::new('--date', '--date', [CompletionResultType]::ParameterName, 'One work day')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'First work day')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Last work day')
            [CompletionResult]::new('--employee', '--employee', [CompletionResultType]::ParameterName, 'Only the person with this 従業員コード')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Only this PC user name; * stands for any characters and ? for one')
            [CompletionResult]::new('--terminal', '--terminal', [CompletionResultType]::ParameterName, 'Only this PC; * and ? as in --user')
            [CompletionResult]::new('--fate', '--fate', [CompletionResultType]::ParameterName, 'Only logs of which this became; may be given several times: punched, within, open, half-day, unpaired, second-record, night-logon, late-change, duplicate, other-operation, no-link-code, system-user, ignored-user, unlinked, not-employed, excluded, clock-wrong, before-start')
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of messages, help and tables; by default display.language, then the locale')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no')
            [CompletionResult]::new('--punched', '--punched', [CompletionResultType]::ParameterName, 'Only logs that became a punch')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print this help')
            break
        }
        'pcpunch;state' {
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of messages, help and tables; by default display.language, then the locale')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print this help')
            [CompletionResult]::new('backup', 'backup', [CompletionResultType]::ParameterValue, 'Write a consistent copy of the state file, also while a relay runs')
            [CompletionResult]::new('restore', 'restore', [CompletionResultType]::ParameterValue, 'Put a copy in the place of the state file; relaying waits and reads before it sends')
            break
        }
        'pcpunch;state;backup' {
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of messages, help and tables; by default display.language, then the locale')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no')
            [CompletionResult]::new('--with-secrets', '--with-secrets', [CompletionResultType]::ParameterName, 'With the secrets among the settings')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print this help')
            break
        }
        'pcpunch;state;restore' {
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of messages, help and tables; by default display.language, then the locale')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print this help')
            break
        }
        'pcpunch;sandbox' {
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of messages, help and tables; by default display.language, then the locale')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print this help')
            break
        }
        'pcpunch;demo' {
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of messages, help and tables; by default display.language, then the locale')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print this help')
            break
        }
        'pcpunch;completions' {
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of messages, help and tables; by default display.language, then the locale')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print this help')
            break
        }
        'pcpunch;man' {
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Write every man page and completion below this folder')
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of messages, help and tables; by default display.language, then the locale')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print this help')
            break
        }
        'pcpunch;units' {
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of messages, help and tables; by default display.language, then the locale')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print this help')
            break
        }
        'pcpunch;schema' {
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of messages, help and tables; by default display.language, then the locale')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say less on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to a confirmation')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print this help')
            break
        }
    })

    $completions.Where{ $_.CompletionText -like "$wordToComplete*" } |
        Sort-Object -Property ListItemText
}
