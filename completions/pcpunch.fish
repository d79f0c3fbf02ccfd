# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_pcpunch_global_optspecs
    string join \n state= format= lang= color= q/quiet v/verbose y/yes h/help V/version
end

function __fish_pcpunch_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_pcpunch_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_pcpunch_using_subcommand
    set -l cmd (__fish_pcpunch_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c pcpunch -n "__fish_pcpunch_needs_command" -l state -d 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)' -r -F
complete -c pcpunch -n "__fish_pcpunch_needs_command" -l format -d 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pcpunch -n "__fish_pcpunch_needs_command" -l lang -d 'Language of messages, help and tables; by default display.language, then the locale' -r -f -a "ja\t''
en\t''"
complete -c pcpunch -n "__fish_pcpunch_needs_command" -l color -d 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pcpunch -n "__fish_pcpunch_needs_command" -s q -l quiet -d 'Say less on stderr'
complete -c pcpunch -n "__fish_pcpunch_needs_command" -s v -l verbose -d 'Say more on stderr'
complete -c pcpunch -n "__fish_pcpunch_needs_command" -s y -l yes -d 'Answer yes to a confirmation'
complete -c pcpunch -n "__fish_pcpunch_needs_command" -s h -l help -d 'Print this help'
complete -c pcpunch -n "__fish_pcpunch_needs_command" -s V -l version -d 'Print the version'
complete -c pcpunch -n "__fish_pcpunch_needs_command" -f -a "config" -d 'Settings: set, show, take back and prove them'
complete -c pcpunch -n "__fish_pcpunch_needs_command" -f -a "employees" -d 'The people of KING OF TIME (勤怠管理連携)'
complete -c pcpunch -n "__fish_pcpunch_needs_command" -f -a "accounts" -d 'Which PC user name is whose'
complete -c pcpunch -n "__fish_pcpunch_needs_command" -f -a "relay" -d 'The main job: logs in, punches out'
complete -c pcpunch -n "__fish_pcpunch_needs_command" -f -a "punches" -d 'What a person decides on single punches'
complete -c pcpunch -n "__fish_pcpunch_needs_command" -f -a "logs" -d 'PC logs against punches'
complete -c pcpunch -n "__fish_pcpunch_needs_command" -f -a "state" -d 'Copies of the state file'
complete -c pcpunch -n "__fish_pcpunch_needs_command" -f -a "sandbox" -d 'Serve a MaLion and a KING OF TIME on this machine, for trying and training'
complete -c pcpunch -n "__fish_pcpunch_needs_command" -f -a "demo" -d 'Show the whole job against the sandbox in a throw-away state file'
complete -c pcpunch -n "__fish_pcpunch_needs_command" -f -a "completions" -d 'Print the completions of a shell'
complete -c pcpunch -n "__fish_pcpunch_needs_command" -f -a "man" -d 'Print a man page'
complete -c pcpunch -n "__fish_pcpunch_needs_command" -f -a "units" -d 'Print the files by which systemd or cron runs the relay'
complete -c pcpunch -n "__fish_pcpunch_needs_command" -f -a "schema" -d 'Print what a JSON document holds, as a JSON Schema'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand config; and not __fish_seen_subcommand_from set get list unset check" -l state -d 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)' -r -F
complete -c pcpunch -n "__fish_pcpunch_using_subcommand config; and not __fish_seen_subcommand_from set get list unset check" -l format -d 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand config; and not __fish_seen_subcommand_from set get list unset check" -l lang -d 'Language of messages, help and tables; by default display.language, then the locale' -r -f -a "ja\t''
en\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand config; and not __fish_seen_subcommand_from set get list unset check" -l color -d 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand config; and not __fish_seen_subcommand_from set get list unset check" -s q -l quiet -d 'Say less on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand config; and not __fish_seen_subcommand_from set get list unset check" -s v -l verbose -d 'Say more on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand config; and not __fish_seen_subcommand_from set get list unset check" -s y -l yes -d 'Answer yes to a confirmation'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand config; and not __fish_seen_subcommand_from set get list unset check" -s h -l help -d 'Print this help'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand config; and not __fish_seen_subcommand_from set get list unset check" -f -a "set" -d 'Store a setting, after checking it'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand config; and not __fish_seen_subcommand_from set get list unset check" -f -a "get" -d 'Show one setting; secrets only as (set)'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand config; and not __fish_seen_subcommand_from set get list unset check" -f -a "list" -d 'Show all settings; secrets only as (set)'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand config; and not __fish_seen_subcommand_from set get list unset check" -f -a "unset" -d 'Go back to a setting\'s default'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand config; and not __fish_seen_subcommand_from set get list unset check" -f -a "check" -d 'Prove the set-up end to end: state file, MaLion, KING OF TIME, permissions, clocks'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand config; and __fish_seen_subcommand_from set" -l since -d 'With link.punches on: the first work day that is punched' -r
complete -c pcpunch -n "__fish_pcpunch_using_subcommand config; and __fish_seen_subcommand_from set" -l state -d 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)' -r -F
complete -c pcpunch -n "__fish_pcpunch_using_subcommand config; and __fish_seen_subcommand_from set" -l format -d 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand config; and __fish_seen_subcommand_from set" -l lang -d 'Language of messages, help and tables; by default display.language, then the locale' -r -f -a "ja\t''
en\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand config; and __fish_seen_subcommand_from set" -l color -d 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand config; and __fish_seen_subcommand_from set" -l stdin -d 'Take the value from one line of standard input'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand config; and __fish_seen_subcommand_from set" -s q -l quiet -d 'Say less on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand config; and __fish_seen_subcommand_from set" -s v -l verbose -d 'Say more on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand config; and __fish_seen_subcommand_from set" -s y -l yes -d 'Answer yes to a confirmation'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand config; and __fish_seen_subcommand_from set" -s h -l help -d 'Print this help'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand config; and __fish_seen_subcommand_from get" -l state -d 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)' -r -F
complete -c pcpunch -n "__fish_pcpunch_using_subcommand config; and __fish_seen_subcommand_from get" -l format -d 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand config; and __fish_seen_subcommand_from get" -l lang -d 'Language of messages, help and tables; by default display.language, then the locale' -r -f -a "ja\t''
en\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand config; and __fish_seen_subcommand_from get" -l color -d 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand config; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Say less on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand config; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Say more on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand config; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer yes to a confirmation'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand config; and __fish_seen_subcommand_from get" -s h -l help -d 'Print this help'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand config; and __fish_seen_subcommand_from list" -l state -d 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)' -r -F
complete -c pcpunch -n "__fish_pcpunch_using_subcommand config; and __fish_seen_subcommand_from list" -l format -d 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand config; and __fish_seen_subcommand_from list" -l lang -d 'Language of messages, help and tables; by default display.language, then the locale' -r -f -a "ja\t''
en\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand config; and __fish_seen_subcommand_from list" -l color -d 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand config; and __fish_seen_subcommand_from list" -l origin -d 'Also show where each value came from'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand config; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say less on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand config; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand config; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to a confirmation'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand config; and __fish_seen_subcommand_from list" -s h -l help -d 'Print this help'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand config; and __fish_seen_subcommand_from unset" -l state -d 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)' -r -F
complete -c pcpunch -n "__fish_pcpunch_using_subcommand config; and __fish_seen_subcommand_from unset" -l format -d 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand config; and __fish_seen_subcommand_from unset" -l lang -d 'Language of messages, help and tables; by default display.language, then the locale' -r -f -a "ja\t''
en\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand config; and __fish_seen_subcommand_from unset" -l color -d 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand config; and __fish_seen_subcommand_from unset" -s q -l quiet -d 'Say less on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand config; and __fish_seen_subcommand_from unset" -s v -l verbose -d 'Say more on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand config; and __fish_seen_subcommand_from unset" -s y -l yes -d 'Answer yes to a confirmation'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand config; and __fish_seen_subcommand_from unset" -s h -l help -d 'Print this help'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand config; and __fish_seen_subcommand_from check" -l state -d 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)' -r -F
complete -c pcpunch -n "__fish_pcpunch_using_subcommand config; and __fish_seen_subcommand_from check" -l format -d 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand config; and __fish_seen_subcommand_from check" -l lang -d 'Language of messages, help and tables; by default display.language, then the locale' -r -f -a "ja\t''
en\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand config; and __fish_seen_subcommand_from check" -l color -d 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand config; and __fish_seen_subcommand_from check" -s q -l quiet -d 'Say less on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand config; and __fish_seen_subcommand_from check" -s v -l verbose -d 'Say more on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand config; and __fish_seen_subcommand_from check" -s y -l yes -d 'Answer yes to a confirmation'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand config; and __fish_seen_subcommand_from check" -s h -l help -d 'Print this help'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand employees; and not __fish_seen_subcommand_from sync list" -l state -d 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)' -r -F
complete -c pcpunch -n "__fish_pcpunch_using_subcommand employees; and not __fish_seen_subcommand_from sync list" -l format -d 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand employees; and not __fish_seen_subcommand_from sync list" -l lang -d 'Language of messages, help and tables; by default display.language, then the locale' -r -f -a "ja\t''
en\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand employees; and not __fish_seen_subcommand_from sync list" -l color -d 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand employees; and not __fish_seen_subcommand_from sync list" -s q -l quiet -d 'Say less on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand employees; and not __fish_seen_subcommand_from sync list" -s v -l verbose -d 'Say more on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand employees; and not __fish_seen_subcommand_from sync list" -s y -l yes -d 'Answer yes to a confirmation'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand employees; and not __fish_seen_subcommand_from sync list" -s h -l help -d 'Print this help'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand employees; and not __fish_seen_subcommand_from sync list" -f -a "sync" -d 'Take employees and divisions from KING OF TIME; it is only read'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand employees; and not __fish_seen_subcommand_from sync list" -f -a "list" -d 'Show the employees as last synced'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand employees; and __fish_seen_subcommand_from sync" -l allow-removals -d 'Allow up to so many people to be gone or resigned at once' -r
complete -c pcpunch -n "__fish_pcpunch_using_subcommand employees; and __fish_seen_subcommand_from sync" -l state -d 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)' -r -F
complete -c pcpunch -n "__fish_pcpunch_using_subcommand employees; and __fish_seen_subcommand_from sync" -l format -d 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand employees; and __fish_seen_subcommand_from sync" -l lang -d 'Language of messages, help and tables; by default display.language, then the locale' -r -f -a "ja\t''
en\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand employees; and __fish_seen_subcommand_from sync" -l color -d 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand employees; and __fish_seen_subcommand_from sync" -l dry-run -d 'Show the plan and apply nothing'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand employees; and __fish_seen_subcommand_from sync" -s q -l quiet -d 'Say less on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand employees; and __fish_seen_subcommand_from sync" -s v -l verbose -d 'Say more on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand employees; and __fish_seen_subcommand_from sync" -s y -l yes -d 'Answer yes to a confirmation'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand employees; and __fish_seen_subcommand_from sync" -s h -l help -d 'Print this help'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand employees; and __fish_seen_subcommand_from list" -l state -d 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)' -r -F
complete -c pcpunch -n "__fish_pcpunch_using_subcommand employees; and __fish_seen_subcommand_from list" -l format -d 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand employees; and __fish_seen_subcommand_from list" -l lang -d 'Language of messages, help and tables; by default display.language, then the locale' -r -f -a "ja\t''
en\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand employees; and __fish_seen_subcommand_from list" -l color -d 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand employees; and __fish_seen_subcommand_from list" -l history -d 'Show what each sync changed'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand employees; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say less on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand employees; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand employees; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to a confirmation'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand employees; and __fish_seen_subcommand_from list" -s h -l help -d 'Print this help'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and not __fish_seen_subcommand_from export import list history undo exclude allow-shared" -l state -d 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)' -r -F
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and not __fish_seen_subcommand_from export import list history undo exclude allow-shared" -l format -d 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and not __fish_seen_subcommand_from export import list history undo exclude allow-shared" -l lang -d 'Language of messages, help and tables; by default display.language, then the locale' -r -f -a "ja\t''
en\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and not __fish_seen_subcommand_from export import list history undo exclude allow-shared" -l color -d 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and not __fish_seen_subcommand_from export import list history undo exclude allow-shared" -s q -l quiet -d 'Say less on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and not __fish_seen_subcommand_from export import list history undo exclude allow-shared" -s v -l verbose -d 'Say more on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and not __fish_seen_subcommand_from export import list history undo exclude allow-shared" -s y -l yes -d 'Answer yes to a confirmation'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and not __fish_seen_subcommand_from export import list history undo exclude allow-shared" -s h -l help -d 'Print this help'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and not __fish_seen_subcommand_from export import list history undo exclude allow-shared" -f -a "export" -d 'Save the account links as CSV (CSVデータ保存)'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and not __fish_seen_subcommand_from export import list history undo exclude allow-shared" -f -a "import" -d 'Take account links from CSV (CSVデータ入力); only the rows present, all or none'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and not __fish_seen_subcommand_from export import list history undo exclude allow-shared" -f -a "list" -d 'Show the account links'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and not __fish_seen_subcommand_from export import list history undo exclude allow-shared" -f -a "history" -d 'Show who changed which links from which file, and when'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and not __fish_seen_subcommand_from export import list history undo exclude allow-shared" -f -a "undo" -d 'Take the last import back (links; punches that were sent stay)'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and not __fish_seen_subcommand_from export import list history undo exclude allow-shared" -f -a "exclude" -d 'Set a person aside, so that nothing is punched (managers, leave, trials); without a code show who is'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and not __fish_seen_subcommand_from export import list history undo exclude allow-shared" -f -a "allow-shared" -d 'Say that one user name on several PCs is one person; without a name show of which this was said'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from export" -l encoding -d 'Encoding of the file; utf-8-bom by default' -r -f -a "utf-8\t''
utf-8-bom\t''
cp932\t''
utf-16le\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from export" -l state -d 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)' -r -F
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from export" -l format -d 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from export" -l lang -d 'Language of messages, help and tables; by default display.language, then the locale' -r -f -a "ja\t''
en\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from export" -l color -d 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from export" -l unlinked -d 'Only accounts that no import has set and no log has borne'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from export" -l for-excel -d 'Write codes as ="0123", which spreadsheets leave alone'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from export" -s q -l quiet -d 'Say less on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from export" -s v -l verbose -d 'Say more on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from export" -s y -l yes -d 'Answer yes to a confirmation'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from export" -s h -l help -d 'Print this help'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from import" -l encoding -d 'Encoding of the file, in place of recognising it' -r -f -a "utf-8\t''
utf-8-bom\t''
cp932\t''
utf-16le\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from import" -l from -d 'First work day of links that replace another; by default today\'s' -r
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from import" -l state -d 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)' -r -F
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from import" -l format -d 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from import" -l lang -d 'Language of messages, help and tables; by default display.language, then the locale' -r -f -a "ja\t''
en\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from import" -l color -d 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from import" -l dry-run -d 'Check and show, and change nothing'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from import" -l accept-names -d 'Take rows whose name is not the employee\'s'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from import" -s q -l quiet -d 'Say less on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from import" -s v -l verbose -d 'Say more on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from import" -s y -l yes -d 'Answer yes to a confirmation'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from import" -s h -l help -d 'Print this help'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from list" -l state -d 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)' -r -F
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from list" -l format -d 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from list" -l lang -d 'Language of messages, help and tables; by default display.language, then the locale' -r -f -a "ja\t''
en\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from list" -l color -d 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say less on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to a confirmation'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from list" -s h -l help -d 'Print this help'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from history" -l state -d 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)' -r -F
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from history" -l format -d 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from history" -l lang -d 'Language of messages, help and tables; by default display.language, then the locale' -r -f -a "ja\t''
en\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from history" -l color -d 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from history" -s q -l quiet -d 'Say less on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from history" -s v -l verbose -d 'Say more on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from history" -s y -l yes -d 'Answer yes to a confirmation'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from history" -s h -l help -d 'Print this help'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from undo" -l state -d 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)' -r -F
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from undo" -l format -d 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from undo" -l lang -d 'Language of messages, help and tables; by default display.language, then the locale' -r -f -a "ja\t''
en\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from undo" -l color -d 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from undo" -s q -l quiet -d 'Say less on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from undo" -s v -l verbose -d 'Say more on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from undo" -s y -l yes -d 'Answer yes to a confirmation'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from undo" -s h -l help -d 'Print this help'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from exclude" -l from -d 'The first work day' -r
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from exclude" -l to -d 'The last work day' -r
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from exclude" -l state -d 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)' -r -F
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from exclude" -l format -d 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from exclude" -l lang -d 'Language of messages, help and tables; by default display.language, then the locale' -r -f -a "ja\t''
en\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from exclude" -l color -d 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from exclude" -l remove -d 'Take it back'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from exclude" -s q -l quiet -d 'Say less on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from exclude" -s v -l verbose -d 'Say more on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from exclude" -s y -l yes -d 'Answer yes to a confirmation'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from exclude" -s h -l help -d 'Print this help'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from allow-shared" -l state -d 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)' -r -F
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from allow-shared" -l format -d 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from allow-shared" -l lang -d 'Language of messages, help and tables; by default display.language, then the locale' -r -f -a "ja\t''
en\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from allow-shared" -l color -d 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from allow-shared" -l remove -d 'Take it back'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from allow-shared" -s q -l quiet -d 'Say less on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from allow-shared" -s v -l verbose -d 'Say more on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from allow-shared" -s y -l yes -d 'Answer yes to a confirmation'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand accounts; and __fish_seen_subcommand_from allow-shared" -s h -l help -d 'Print this help'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand relay; and not __fish_seen_subcommand_from run status unfreeze rehearse" -l state -d 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)' -r -F
complete -c pcpunch -n "__fish_pcpunch_using_subcommand relay; and not __fish_seen_subcommand_from run status unfreeze rehearse" -l format -d 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand relay; and not __fish_seen_subcommand_from run status unfreeze rehearse" -l lang -d 'Language of messages, help and tables; by default display.language, then the locale' -r -f -a "ja\t''
en\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand relay; and not __fish_seen_subcommand_from run status unfreeze rehearse" -l color -d 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand relay; and not __fish_seen_subcommand_from run status unfreeze rehearse" -s q -l quiet -d 'Say less on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand relay; and not __fish_seen_subcommand_from run status unfreeze rehearse" -s v -l verbose -d 'Say more on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand relay; and not __fish_seen_subcommand_from run status unfreeze rehearse" -s y -l yes -d 'Answer yes to a confirmation'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand relay; and not __fish_seen_subcommand_from run status unfreeze rehearse" -s h -l help -d 'Print this help'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand relay; and not __fish_seen_subcommand_from run status unfreeze rehearse" -f -a "run" -d 'Collect logs, decide punches, deliver them, each once'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand relay; and not __fish_seen_subcommand_from run status unfreeze rehearse" -f -a "status" -d 'How the last rounds went, and what waits and why'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand relay; and not __fish_seen_subcommand_from run status unfreeze rehearse" -f -a "unfreeze" -d 'Go on after a freeze: the file\'s, and every frozen day\'s'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand relay; and not __fish_seen_subcommand_from run status unfreeze rehearse" -f -a "rehearse" -d 'Try past logs under the settings as they are and others, against KING OF TIME'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand relay; and __fish_seen_subcommand_from run" -l interval -d 'From the start of a round to the start of the next: 5m unless said, 30s at least' -r
complete -c pcpunch -n "__fish_pcpunch_using_subcommand relay; and __fish_seen_subcommand_from run" -l from -d 'Take the logs from a CSV file in place of MaLion\'s API' -r -F
complete -c pcpunch -n "__fish_pcpunch_using_subcommand relay; and __fish_seen_subcommand_from run" -l source -d 'Which product\'s logs the file bears: malion (the default), smarton or lanscope' -r -f -a "malion\t''
smarton\t''
lanscope\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand relay; and __fish_seen_subcommand_from run" -l profile -d 'The profile (TOML) whose file part says how the file is read; by default malion.profile' -r -F
complete -c pcpunch -n "__fish_pcpunch_using_subcommand relay; and __fish_seen_subcommand_from run" -l metrics -d 'After each round, write metrics in Prometheus text format there, for node_exporter\'s textfile collector (*.prom)' -r -F
complete -c pcpunch -n "__fish_pcpunch_using_subcommand relay; and __fish_seen_subcommand_from run" -l complete-until -d 'Until when the file is complete; by default the time of its newest log' -r
complete -c pcpunch -n "__fish_pcpunch_using_subcommand relay; and __fish_seen_subcommand_from run" -l state -d 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)' -r -F
complete -c pcpunch -n "__fish_pcpunch_using_subcommand relay; and __fish_seen_subcommand_from run" -l format -d 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand relay; and __fish_seen_subcommand_from run" -l lang -d 'Language of messages, help and tables; by default display.language, then the locale' -r -f -a "ja\t''
en\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand relay; and __fish_seen_subcommand_from run" -l color -d 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand relay; and __fish_seen_subcommand_from run" -l once -d 'One round, in place of round after round'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand relay; and __fish_seen_subcommand_from run" -l dry-run -d 'Work on a copy in memory: ask MaLion and read KING OF TIME, store and send nothing, and show each punch as it would be sent'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand relay; and __fish_seen_subcommand_from run" -s q -l quiet -d 'Say less on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand relay; and __fish_seen_subcommand_from run" -s v -l verbose -d 'Say more on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand relay; and __fish_seen_subcommand_from run" -s y -l yes -d 'Answer yes to a confirmation'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand relay; and __fish_seen_subcommand_from run" -s h -l help -d 'Print this help'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand relay; and __fish_seen_subcommand_from status" -l max-age -d 'Exit 1 where no round ended with 0 or 3 since then: 90s, 30m, 2h or 1d' -r
complete -c pcpunch -n "__fish_pcpunch_using_subcommand relay; and __fish_seen_subcommand_from status" -l metrics -d 'Write metrics in Prometheus text format there, as relay run --metrics does' -r -F
complete -c pcpunch -n "__fish_pcpunch_using_subcommand relay; and __fish_seen_subcommand_from status" -l state -d 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)' -r -F
complete -c pcpunch -n "__fish_pcpunch_using_subcommand relay; and __fish_seen_subcommand_from status" -l format -d 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand relay; and __fish_seen_subcommand_from status" -l lang -d 'Language of messages, help and tables; by default display.language, then the locale' -r -f -a "ja\t''
en\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand relay; and __fish_seen_subcommand_from status" -l color -d 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand relay; and __fish_seen_subcommand_from status" -s q -l quiet -d 'Say less on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand relay; and __fish_seen_subcommand_from status" -s v -l verbose -d 'Say more on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand relay; and __fish_seen_subcommand_from status" -s y -l yes -d 'Answer yes to a confirmation'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand relay; and __fish_seen_subcommand_from status" -s h -l help -d 'Print this help'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand relay; and __fish_seen_subcommand_from unfreeze" -l reason -d 'Why, for the record' -r
complete -c pcpunch -n "__fish_pcpunch_using_subcommand relay; and __fish_seen_subcommand_from unfreeze" -l state -d 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)' -r -F
complete -c pcpunch -n "__fish_pcpunch_using_subcommand relay; and __fish_seen_subcommand_from unfreeze" -l format -d 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand relay; and __fish_seen_subcommand_from unfreeze" -l lang -d 'Language of messages, help and tables; by default display.language, then the locale' -r -f -a "ja\t''
en\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand relay; and __fish_seen_subcommand_from unfreeze" -l color -d 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand relay; and __fish_seen_subcommand_from unfreeze" -s q -l quiet -d 'Say less on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand relay; and __fish_seen_subcommand_from unfreeze" -s v -l verbose -d 'Say more on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand relay; and __fish_seen_subcommand_from unfreeze" -s y -l yes -d 'Answer yes to a confirmation'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand relay; and __fish_seen_subcommand_from unfreeze" -s h -l help -d 'Print this help'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand relay; and __fish_seen_subcommand_from rehearse" -l from -d 'The first work day' -r
complete -c pcpunch -n "__fish_pcpunch_using_subcommand relay; and __fish_seen_subcommand_from rehearse" -l to -d 'The last work day; yesterday unless said' -r
complete -c pcpunch -n "__fish_pcpunch_using_subcommand relay; and __fish_seen_subcommand_from rehearse" -l set -d 'A setting to be tried in place of its value now; several are tried together' -r
complete -c pcpunch -n "__fish_pcpunch_using_subcommand relay; and __fish_seen_subcommand_from rehearse" -l state -d 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)' -r -F
complete -c pcpunch -n "__fish_pcpunch_using_subcommand relay; and __fish_seen_subcommand_from rehearse" -l format -d 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand relay; and __fish_seen_subcommand_from rehearse" -l lang -d 'Language of messages, help and tables; by default display.language, then the locale' -r -f -a "ja\t''
en\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand relay; and __fish_seen_subcommand_from rehearse" -l color -d 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand relay; and __fish_seen_subcommand_from rehearse" -l days -d 'A row for each punch that differs, by person and work day, with the reason'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand relay; and __fish_seen_subcommand_from rehearse" -s q -l quiet -d 'Say less on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand relay; and __fish_seen_subcommand_from rehearse" -s v -l verbose -d 'Say more on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand relay; and __fish_seen_subcommand_from rehearse" -s y -l yes -d 'Answer yes to a confirmation'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand relay; and __fish_seen_subcommand_from rehearse" -s h -l help -d 'Print this help'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand punches; and not __fish_seen_subcommand_from list show send drop" -l state -d 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)' -r -F
complete -c pcpunch -n "__fish_pcpunch_using_subcommand punches; and not __fish_seen_subcommand_from list show send drop" -l format -d 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand punches; and not __fish_seen_subcommand_from list show send drop" -l lang -d 'Language of messages, help and tables; by default display.language, then the locale' -r -f -a "ja\t''
en\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand punches; and not __fish_seen_subcommand_from list show send drop" -l color -d 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand punches; and not __fish_seen_subcommand_from list show send drop" -s q -l quiet -d 'Say less on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand punches; and not __fish_seen_subcommand_from list show send drop" -s v -l verbose -d 'Say more on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand punches; and not __fish_seen_subcommand_from list show send drop" -s y -l yes -d 'Answer yes to a confirmation'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand punches; and not __fish_seen_subcommand_from list show send drop" -s h -l help -d 'Print this help'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand punches; and not __fish_seen_subcommand_from list show send drop" -f -a "list" -d 'Show punches'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand punches; and not __fish_seen_subcommand_from list show send drop" -f -a "show" -d 'Show the way from a punch back to its logs and forward to what KING OF TIME answered'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand punches; and not __fish_seen_subcommand_from list show send drop" -f -a "send" -d 'Send punches that are held, refused or left to a person; the day is read first'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand punches; and not __fish_seen_subcommand_from list show send drop" -f -a "drop" -d 'Give punches up'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand punches; and __fish_seen_subcommand_from list" -l state -d 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)' -r -F
complete -c pcpunch -n "__fish_pcpunch_using_subcommand punches; and __fish_seen_subcommand_from list" -l format -d 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand punches; and __fish_seen_subcommand_from list" -l lang -d 'Language of messages, help and tables; by default display.language, then the locale' -r -f -a "ja\t''
en\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand punches; and __fish_seen_subcommand_from list" -l color -d 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand punches; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say less on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand punches; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand punches; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to a confirmation'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand punches; and __fish_seen_subcommand_from list" -s h -l help -d 'Print this help'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand punches; and __fish_seen_subcommand_from show" -l state -d 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)' -r -F
complete -c pcpunch -n "__fish_pcpunch_using_subcommand punches; and __fish_seen_subcommand_from show" -l format -d 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand punches; and __fish_seen_subcommand_from show" -l lang -d 'Language of messages, help and tables; by default display.language, then the locale' -r -f -a "ja\t''
en\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand punches; and __fish_seen_subcommand_from show" -l color -d 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand punches; and __fish_seen_subcommand_from show" -l offline -d 'Ask nobody: show what is known here'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand punches; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say less on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand punches; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Say more on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand punches; and __fish_seen_subcommand_from show" -s y -l yes -d 'Answer yes to a confirmation'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand punches; and __fish_seen_subcommand_from show" -s h -l help -d 'Print this help'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand punches; and __fish_seen_subcommand_from send" -l state -d 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)' -r -F
complete -c pcpunch -n "__fish_pcpunch_using_subcommand punches; and __fish_seen_subcommand_from send" -l format -d 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand punches; and __fish_seen_subcommand_from send" -l lang -d 'Language of messages, help and tables; by default display.language, then the locale' -r -f -a "ja\t''
en\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand punches; and __fish_seen_subcommand_from send" -l color -d 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand punches; and __fish_seen_subcommand_from send" -s q -l quiet -d 'Say less on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand punches; and __fish_seen_subcommand_from send" -s v -l verbose -d 'Say more on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand punches; and __fish_seen_subcommand_from send" -s y -l yes -d 'Answer yes to a confirmation'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand punches; and __fish_seen_subcommand_from send" -s h -l help -d 'Print this help'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand punches; and __fish_seen_subcommand_from drop" -l reason -d 'Why, for the record' -r
complete -c pcpunch -n "__fish_pcpunch_using_subcommand punches; and __fish_seen_subcommand_from drop" -l state -d 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)' -r -F
complete -c pcpunch -n "__fish_pcpunch_using_subcommand punches; and __fish_seen_subcommand_from drop" -l format -d 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand punches; and __fish_seen_subcommand_from drop" -l lang -d 'Language of messages, help and tables; by default display.language, then the locale' -r -f -a "ja\t''
en\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand punches; and __fish_seen_subcommand_from drop" -l color -d 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand punches; and __fish_seen_subcommand_from drop" -s q -l quiet -d 'Say less on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand punches; and __fish_seen_subcommand_from drop" -s v -l verbose -d 'Say more on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand punches; and __fish_seen_subcommand_from drop" -s y -l yes -d 'Answer yes to a confirmation'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand punches; and __fish_seen_subcommand_from drop" -s h -l help -d 'Print this help'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand logs; and not __fish_seen_subcommand_from check differences list" -l state -d 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)' -r -F
complete -c pcpunch -n "__fish_pcpunch_using_subcommand logs; and not __fish_seen_subcommand_from check differences list" -l format -d 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand logs; and not __fish_seen_subcommand_from check differences list" -l lang -d 'Language of messages, help and tables; by default display.language, then the locale' -r -f -a "ja\t''
en\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand logs; and not __fish_seen_subcommand_from check differences list" -l color -d 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand logs; and not __fish_seen_subcommand_from check differences list" -s q -l quiet -d 'Say less on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand logs; and not __fish_seen_subcommand_from check differences list" -s v -l verbose -d 'Say more on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand logs; and not __fish_seen_subcommand_from check differences list" -s y -l yes -d 'Answer yes to a confirmation'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand logs; and not __fish_seen_subcommand_from check differences list" -s h -l help -d 'Print this help'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand logs; and not __fish_seen_subcommand_from check differences list" -f -a "check" -d 'Hold PC logs, punches sent and what KING OF TIME shows against each other'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand logs; and not __fish_seen_subcommand_from check differences list" -f -a "differences" -d 'Compare PC logs with the punches that people made by whatever means (勤怠差異), for payroll'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand logs; and not __fish_seen_subcommand_from check differences list" -f -a "list" -d 'Show the collected logs and what became of each'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand logs; and __fish_seen_subcommand_from check" -l date -d 'One work day' -r
complete -c pcpunch -n "__fish_pcpunch_using_subcommand logs; and __fish_seen_subcommand_from check" -l from -d 'First work day' -r
complete -c pcpunch -n "__fish_pcpunch_using_subcommand logs; and __fish_seen_subcommand_from check" -l to -d 'Last work day' -r
complete -c pcpunch -n "__fish_pcpunch_using_subcommand logs; and __fish_seen_subcommand_from check" -l employee -d 'Only the person with this 従業員コード' -r
complete -c pcpunch -n "__fish_pcpunch_using_subcommand logs; and __fish_seen_subcommand_from check" -l html -d 'Also write the check as one HTML page (table, bars, findings; nothing in it comes from elsewhere)' -r -F
complete -c pcpunch -n "__fish_pcpunch_using_subcommand logs; and __fish_seen_subcommand_from check" -l ack -d 'Set a finding aside, by the number that the check shows: it no longer makes exit 6 while it stands for the same' -r
complete -c pcpunch -n "__fish_pcpunch_using_subcommand logs; and __fish_seen_subcommand_from check" -l reason -d 'Why it is set aside, for the record' -r
complete -c pcpunch -n "__fish_pcpunch_using_subcommand logs; and __fish_seen_subcommand_from check" -l state -d 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)' -r -F
complete -c pcpunch -n "__fish_pcpunch_using_subcommand logs; and __fish_seen_subcommand_from check" -l format -d 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand logs; and __fish_seen_subcommand_from check" -l lang -d 'Language of messages, help and tables; by default display.language, then the locale' -r -f -a "ja\t''
en\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand logs; and __fish_seen_subcommand_from check" -l color -d 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand logs; and __fish_seen_subcommand_from check" -l offline -d 'Ask nobody: show what is known here'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand logs; and __fish_seen_subcommand_from check" -l timeline -d 'Show each person and day as a bar in place of the table (table format only)'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand logs; and __fish_seen_subcommand_from check" -s q -l quiet -d 'Say less on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand logs; and __fish_seen_subcommand_from check" -s v -l verbose -d 'Say more on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand logs; and __fish_seen_subcommand_from check" -s y -l yes -d 'Answer yes to a confirmation'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand logs; and __fish_seen_subcommand_from check" -s h -l help -d 'Print this help'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand logs; and __fish_seen_subcommand_from differences" -l date -d 'One work day' -r
complete -c pcpunch -n "__fish_pcpunch_using_subcommand logs; and __fish_seen_subcommand_from differences" -l from -d 'First work day' -r
complete -c pcpunch -n "__fish_pcpunch_using_subcommand logs; and __fish_seen_subcommand_from differences" -l to -d 'Last work day' -r
complete -c pcpunch -n "__fish_pcpunch_using_subcommand logs; and __fish_seen_subcommand_from differences" -l month -d 'All work days of a month' -r
complete -c pcpunch -n "__fish_pcpunch_using_subcommand logs; and __fish_seen_subcommand_from differences" -l employee -d 'Only the person with this 従業員コード' -r
complete -c pcpunch -n "__fish_pcpunch_using_subcommand logs; and __fish_seen_subcommand_from differences" -l state -d 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)' -r -F
complete -c pcpunch -n "__fish_pcpunch_using_subcommand logs; and __fish_seen_subcommand_from differences" -l format -d 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand logs; and __fish_seen_subcommand_from differences" -l lang -d 'Language of messages, help and tables; by default display.language, then the locale' -r -f -a "ja\t''
en\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand logs; and __fish_seen_subcommand_from differences" -l color -d 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand logs; and __fish_seen_subcommand_from differences" -l all -d 'Show days without a difference too'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand logs; and __fish_seen_subcommand_from differences" -l summary -d 'One row a person and month'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand logs; and __fish_seen_subcommand_from differences" -s q -l quiet -d 'Say less on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand logs; and __fish_seen_subcommand_from differences" -s v -l verbose -d 'Say more on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand logs; and __fish_seen_subcommand_from differences" -s y -l yes -d 'Answer yes to a confirmation'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand logs; and __fish_seen_subcommand_from differences" -s h -l help -d 'Print this help'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand logs; and __fish_seen_subcommand_from list" -l date -d 'One work day' -r
complete -c pcpunch -n "__fish_pcpunch_using_subcommand logs; and __fish_seen_subcommand_from list" -l from -d 'First work day' -r
complete -c pcpunch -n "__fish_pcpunch_using_subcommand logs; and __fish_seen_subcommand_from list" -l to -d 'Last work day' -r
complete -c pcpunch -n "__fish_pcpunch_using_subcommand logs; and __fish_seen_subcommand_from list" -l employee -d 'Only the person with this 従業員コード' -r
complete -c pcpunch -n "__fish_pcpunch_using_subcommand logs; and __fish_seen_subcommand_from list" -l user -d 'Only this PC user name; * stands for any characters and ? for one' -r
complete -c pcpunch -n "__fish_pcpunch_using_subcommand logs; and __fish_seen_subcommand_from list" -l terminal -d 'Only this PC; * and ? as in --user' -r
complete -c pcpunch -n "__fish_pcpunch_using_subcommand logs; and __fish_seen_subcommand_from list" -l fate -d 'Only logs of which this became; may be given several times: punched, within, open, half-day, unpaired, second-record, night-logon, late-change, duplicate, other-operation, no-link-code, system-user, ignored-user, unlinked, not-employed, excluded, clock-wrong, before-start' -r -f -a "punched\t''
within\t''
open\t''
half-day\t''
unpaired\t''
second-record\t''
night-logon\t''
late-change\t''
duplicate\t''
other-operation\t''
no-link-code\t''
system-user\t''
ignored-user\t''
unlinked\t''
not-employed\t''
excluded\t''
clock-wrong\t''
before-start\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand logs; and __fish_seen_subcommand_from list" -l state -d 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)' -r -F
complete -c pcpunch -n "__fish_pcpunch_using_subcommand logs; and __fish_seen_subcommand_from list" -l format -d 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand logs; and __fish_seen_subcommand_from list" -l lang -d 'Language of messages, help and tables; by default display.language, then the locale' -r -f -a "ja\t''
en\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand logs; and __fish_seen_subcommand_from list" -l color -d 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand logs; and __fish_seen_subcommand_from list" -l punched -d 'Only logs that became a punch'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand logs; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say less on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand logs; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand logs; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to a confirmation'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand logs; and __fish_seen_subcommand_from list" -s h -l help -d 'Print this help'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand state; and not __fish_seen_subcommand_from backup restore" -l state -d 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)' -r -F
complete -c pcpunch -n "__fish_pcpunch_using_subcommand state; and not __fish_seen_subcommand_from backup restore" -l format -d 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand state; and not __fish_seen_subcommand_from backup restore" -l lang -d 'Language of messages, help and tables; by default display.language, then the locale' -r -f -a "ja\t''
en\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand state; and not __fish_seen_subcommand_from backup restore" -l color -d 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand state; and not __fish_seen_subcommand_from backup restore" -s q -l quiet -d 'Say less on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand state; and not __fish_seen_subcommand_from backup restore" -s v -l verbose -d 'Say more on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand state; and not __fish_seen_subcommand_from backup restore" -s y -l yes -d 'Answer yes to a confirmation'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand state; and not __fish_seen_subcommand_from backup restore" -s h -l help -d 'Print this help'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand state; and not __fish_seen_subcommand_from backup restore" -f -a "backup" -d 'Write a consistent copy of the state file, also while a relay runs'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand state; and not __fish_seen_subcommand_from backup restore" -f -a "restore" -d 'Put a copy in the place of the state file; relaying waits and reads before it sends'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand state; and __fish_seen_subcommand_from backup" -l state -d 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)' -r -F
complete -c pcpunch -n "__fish_pcpunch_using_subcommand state; and __fish_seen_subcommand_from backup" -l format -d 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand state; and __fish_seen_subcommand_from backup" -l lang -d 'Language of messages, help and tables; by default display.language, then the locale' -r -f -a "ja\t''
en\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand state; and __fish_seen_subcommand_from backup" -l color -d 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand state; and __fish_seen_subcommand_from backup" -l with-secrets -d 'With the secrets among the settings'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand state; and __fish_seen_subcommand_from backup" -s q -l quiet -d 'Say less on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand state; and __fish_seen_subcommand_from backup" -s v -l verbose -d 'Say more on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand state; and __fish_seen_subcommand_from backup" -s y -l yes -d 'Answer yes to a confirmation'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand state; and __fish_seen_subcommand_from backup" -s h -l help -d 'Print this help'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand state; and __fish_seen_subcommand_from restore" -l state -d 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)' -r -F
complete -c pcpunch -n "__fish_pcpunch_using_subcommand state; and __fish_seen_subcommand_from restore" -l format -d 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand state; and __fish_seen_subcommand_from restore" -l lang -d 'Language of messages, help and tables; by default display.language, then the locale' -r -f -a "ja\t''
en\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand state; and __fish_seen_subcommand_from restore" -l color -d 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand state; and __fish_seen_subcommand_from restore" -s q -l quiet -d 'Say less on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand state; and __fish_seen_subcommand_from restore" -s v -l verbose -d 'Say more on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand state; and __fish_seen_subcommand_from restore" -s y -l yes -d 'Answer yes to a confirmation'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand state; and __fish_seen_subcommand_from restore" -s h -l help -d 'Print this help'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand sandbox" -l state -d 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)' -r -F
complete -c pcpunch -n "__fish_pcpunch_using_subcommand sandbox" -l format -d 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand sandbox" -l lang -d 'Language of messages, help and tables; by default display.language, then the locale' -r -f -a "ja\t''
en\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand sandbox" -l color -d 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand sandbox" -s q -l quiet -d 'Say less on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand sandbox" -s v -l verbose -d 'Say more on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand sandbox" -s y -l yes -d 'Answer yes to a confirmation'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand sandbox" -s h -l help -d 'Print this help'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand demo" -l state -d 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)' -r -F
complete -c pcpunch -n "__fish_pcpunch_using_subcommand demo" -l format -d 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand demo" -l lang -d 'Language of messages, help and tables; by default display.language, then the locale' -r -f -a "ja\t''
en\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand demo" -l color -d 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand demo" -s q -l quiet -d 'Say less on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand demo" -s v -l verbose -d 'Say more on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand demo" -s y -l yes -d 'Answer yes to a confirmation'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand demo" -s h -l help -d 'Print this help'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand completions" -l state -d 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)' -r -F
complete -c pcpunch -n "__fish_pcpunch_using_subcommand completions" -l format -d 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand completions" -l lang -d 'Language of messages, help and tables; by default display.language, then the locale' -r -f -a "ja\t''
en\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand completions" -l color -d 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand completions" -s q -l quiet -d 'Say less on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand completions" -s v -l verbose -d 'Say more on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand completions" -s y -l yes -d 'Answer yes to a confirmation'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand completions" -s h -l help -d 'Print this help'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand man" -l all -d 'Write every man page and completion below this folder' -r -F
complete -c pcpunch -n "__fish_pcpunch_using_subcommand man" -l state -d 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)' -r -F
complete -c pcpunch -n "__fish_pcpunch_using_subcommand man" -l format -d 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand man" -l lang -d 'Language of messages, help and tables; by default display.language, then the locale' -r -f -a "ja\t''
en\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand man" -l color -d 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand man" -s q -l quiet -d 'Say less on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand man" -s v -l verbose -d 'Say more on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand man" -s y -l yes -d 'Answer yes to a confirmation'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand man" -s h -l help -d 'Print this help'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand units" -l state -d 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)' -r -F
complete -c pcpunch -n "__fish_pcpunch_using_subcommand units" -l format -d 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand units" -l lang -d 'Language of messages, help and tables; by default display.language, then the locale' -r -f -a "ja\t''
en\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand units" -l color -d 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand units" -s q -l quiet -d 'Say less on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand units" -s v -l verbose -d 'Say more on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand units" -s y -l yes -d 'Answer yes to a confirmation'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand units" -s h -l help -d 'Print this help'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand schema" -l state -d 'The state file; by default PCPUNCH_STATE, $STATE_DIRECTORY/state.db or pcpunch/state.db below $XDG_STATE_HOME (~/.local/state)' -r -F
complete -c pcpunch -n "__fish_pcpunch_using_subcommand schema" -l format -d 'Shape of what is printed on stdout; table by default. pcpunch schema tells what JSON documents hold' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand schema" -l lang -d 'Language of messages, help and tables; by default display.language, then the locale' -r -f -a "ja\t''
en\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand schema" -l color -d 'When to use colours; auto by default: on a terminal, unless NO_COLOR or TERM=dumb says no' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pcpunch -n "__fish_pcpunch_using_subcommand schema" -s q -l quiet -d 'Say less on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand schema" -s v -l verbose -d 'Say more on stderr'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand schema" -s y -l yes -d 'Answer yes to a confirmation'
complete -c pcpunch -n "__fish_pcpunch_using_subcommand schema" -s h -l help -d 'Print this help'

# The words that are known at a place where a command or an option takes one.
function __fish_pcpunch_known
    set -l place
    set -l option
    for word in (commandline -opc)[2..-1]
        if set -q option[1]
            set -e option[1]
        else if string match -q -- '-*' $word
            contains -- $word '--ack' '--all' '--allow-removals' '--color' '--complete-until' '--date' '--employee' '--encoding' '--fate' '--format' '--from' '--html' '--interval' '--lang' '--max-age' '--metrics' '--month' '--profile' '--reason' '--set' '--since' '--source' '--state' '--terminal' '--to' '--user'
            and set option $word
        else
            set -a place $word
        end
    end
    switch (string join ' ' -- $place $option)
        case 'config get'
            printf '%s\n' 'company.id' 'company.name' 'link.employees' 'link.punches' 'link.breaks' 'link.malion' 'link.smarton' 'link.lanscope' 'display.language' 'malion.host' 'malion.admin_code' 'malion.admin_code_command' 'malion.secret_code' 'malion.secret_code_command' 'malion.base_url' 'malion.support_id' 'malion.profile' 'malion.lookback_days' 'malion.reread_hours' 'malion.require_link_code' 'kot.base_url' 'kot.token' 'kot.token_command' 'kot.closed_hours' 'kot.closed_guard_seconds' 'kot.unknown_minutes' 'kot.lanes' 'kot.punches_per_5min' 'kot.requests_per_5min' 'logs.ignore_users' 'punch.since' 'punch.max_age_days' 'punch.policy' 'punch.clock_in' 'punch.day_border' 'punch.settle_minutes' 'punch.quiet_hours' 'punch.night_shift_hours' 'punch.break_minutes' 'punch.in_closed_hours' 'check.in_minutes' 'check.out_minutes' 'state.keep_days' 'ping.url' 'http.proxy' 'http.ca_file' 'http.timeout_seconds'
        case 'config set'
            printf '%s\n' 'company.id' 'company.name' 'link.employees' 'link.punches' 'link.breaks' 'link.malion' 'link.smarton' 'link.lanscope' 'display.language' 'malion.host' 'malion.admin_code' 'malion.admin_code_command' 'malion.secret_code' 'malion.secret_code_command' 'malion.base_url' 'malion.support_id' 'malion.profile' 'malion.lookback_days' 'malion.reread_hours' 'malion.require_link_code' 'kot.base_url' 'kot.token' 'kot.token_command' 'kot.closed_hours' 'kot.closed_guard_seconds' 'kot.unknown_minutes' 'kot.lanes' 'kot.punches_per_5min' 'kot.requests_per_5min' 'logs.ignore_users' 'punch.since' 'punch.max_age_days' 'punch.policy' 'punch.clock_in' 'punch.day_border' 'punch.settle_minutes' 'punch.quiet_hours' 'punch.night_shift_hours' 'punch.break_minutes' 'punch.in_closed_hours' 'check.in_minutes' 'check.out_minutes' 'state.keep_days' 'ping.url' 'http.proxy' 'http.ca_file' 'http.timeout_seconds'
        case 'config unset'
            printf '%s\n' 'company.id' 'company.name' 'link.employees' 'link.punches' 'link.breaks' 'link.malion' 'link.smarton' 'link.lanscope' 'display.language' 'malion.host' 'malion.admin_code' 'malion.admin_code_command' 'malion.secret_code' 'malion.secret_code_command' 'malion.base_url' 'malion.support_id' 'malion.profile' 'malion.lookback_days' 'malion.reread_hours' 'malion.require_link_code' 'kot.base_url' 'kot.token' 'kot.token_command' 'kot.closed_hours' 'kot.closed_guard_seconds' 'kot.unknown_minutes' 'kot.lanes' 'kot.punches_per_5min' 'kot.requests_per_5min' 'logs.ignore_users' 'punch.since' 'punch.max_age_days' 'punch.policy' 'punch.clock_in' 'punch.day_border' 'punch.settle_minutes' 'punch.quiet_hours' 'punch.night_shift_hours' 'punch.break_minutes' 'punch.in_closed_hours' 'check.in_minutes' 'check.out_minutes' 'state.keep_days' 'ping.url' 'http.proxy' 'http.ca_file' 'http.timeout_seconds'
        case 'relay rehearse --set'
            printf '%s\n' 'link.breaks=on' 'link.breaks=off' 'malion.lookback_days=14' 'malion.require_link_code=on' 'malion.require_link_code=off' 'punch.policy=settled' 'punch.policy=rolling' 'punch.clock_in=at_once' 'punch.clock_in=settled' 'punch.day_border=division' 'punch.settle_minutes=360' 'punch.quiet_hours=none' 'punch.quiet_hours=00:00-05:00' 'punch.night_shift_hours=0' 'punch.break_minutes=60' 'punch.in_closed_hours=wait' 'punch.in_closed_hours=send'
        case 'punches list --state'
            printf '%s\n' 'decided' 'sending' 'accepted' 'refused' 'unknown' 'already-there' 'held' 'person' 'withdrawn' 'dropped'
        case 'completions'
            printf '%s\n' 'bash' 'zsh' 'fish' 'powershell'
        case 'man'
            printf '%s\n' 'accounts' 'accounts-allow-shared' 'accounts-exclude' 'accounts-export' 'accounts-history' 'accounts-import' 'accounts-list' 'accounts-undo' 'completions' 'config' 'config-check' 'config-get' 'config-list' 'config-set' 'config-unset' 'demo' 'employees' 'employees-list' 'employees-sync' 'logs' 'logs-check' 'logs-differences' 'logs-list' 'man' 'pcpunch' 'profile' 'punches' 'punches-drop' 'punches-list' 'punches-send' 'punches-show' 'relay' 'relay-rehearse' 'relay-run' 'relay-status' 'relay-unfreeze' 'sandbox' 'schema' 'security' 'settings' 'state' 'state-backup' 'state-restore' 'units'
        case 'schema'
            printf '%s\n' 'accounts-allow-shared' 'accounts-exclude' 'accounts-history' 'accounts-import' 'accounts-list' 'accounts-undo' 'config-check' 'config-list' 'employees-list' 'employees-sync' 'error' 'logs-ack' 'logs-check' 'logs-differences' 'logs-list' 'punches-list' 'punches-show' 'relay-rehearse' 'relay-run' 'relay-unfreeze' 'schema-list' 'status'
        case 'units'
            printf '%s\n' 'pcpunch.service' 'pcpunch-round.service' 'pcpunch-round.timer' 'pcpunch.cron'
        case 'config set link.employees'
            printf '%s\n' 'on' 'off'
        case 'config set link.punches'
            printf '%s\n' 'on' 'off'
        case 'config set link.breaks'
            printf '%s\n' 'on' 'off'
        case 'config set link.malion'
            printf '%s\n' 'on' 'off'
        case 'config set link.smarton'
            printf '%s\n' 'on' 'off'
        case 'config set link.lanscope'
            printf '%s\n' 'on' 'off'
        case 'config set display.language'
            printf '%s\n' 'ja' 'en' 'auto'
        case 'config set malion.lookback_days'
            printf '%s\n' '14'
        case 'config set malion.reread_hours'
            printf '%s\n' '6'
        case 'config set malion.require_link_code'
            printf '%s\n' 'on' 'off'
        case 'config set kot.base_url'
            printf '%s\n' 'https://api.kingtime.jp/v1.0'
        case 'config set kot.closed_hours'
            printf '%s\n' 'none' '08:30-10:00,17:30-18:30'
        case 'config set kot.closed_guard_seconds'
            printf '%s\n' '60'
        case 'config set kot.unknown_minutes'
            printf '%s\n' '30'
        case 'config set kot.lanes'
            printf '%s\n' '4'
        case 'config set kot.punches_per_5min'
            printf '%s\n' '1500'
        case 'config set kot.requests_per_5min'
            printf '%s\n' '300'
        case 'config set punch.max_age_days'
            printf '%s\n' '14'
        case 'config set punch.policy'
            printf '%s\n' 'settled' 'rolling'
        case 'config set punch.clock_in'
            printf '%s\n' 'at_once' 'settled'
        case 'config set punch.day_border'
            printf '%s\n' 'division'
        case 'config set punch.settle_minutes'
            printf '%s\n' '360'
        case 'config set punch.quiet_hours'
            printf '%s\n' 'none' '00:00-05:00'
        case 'config set punch.night_shift_hours'
            printf '%s\n' '0'
        case 'config set punch.break_minutes'
            printf '%s\n' '60'
        case 'config set punch.in_closed_hours'
            printf '%s\n' 'wait' 'send'
        case 'config set check.in_minutes'
            printf '%s\n' '15'
        case 'config set check.out_minutes'
            printf '%s\n' '15'
        case 'config set state.keep_days'
            printf '%s\n' '1130'
        case 'config set http.proxy'
            printf '%s\n' 'system' 'none'
        case 'config set http.ca_file'
            printf '%s\n' 'system'
        case 'config set http.timeout_seconds'
            printf '%s\n' '30'
        case '*'
            return 1
    end
end

complete -c pcpunch -n '__fish_pcpunch_known >/dev/null' -f -a '(__fish_pcpunch_known)'
complete -c pcpunch -n '__fish_pcpunch_known >/dev/null' -l set -x -a '(__fish_pcpunch_known)'
complete -c pcpunch -n '__fish_pcpunch_known >/dev/null' -l state -x -a '(__fish_pcpunch_known)'
