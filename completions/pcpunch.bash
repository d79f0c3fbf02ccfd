# The words that are known at a place where a command or an option takes one. Read from the line itself:
# bash takes words apart at : and =, and takes only the last part ($2) back.
_pcpunch_known() {
    local line=${COMP_LINE:0:COMP_POINT} place= option= current= word typed known
    read -ra typed <<<"$line"
    if [[ $line != *[[:blank:]] ]]; then
        current=${typed[${#typed[@]} - 1]}
        unset "typed[${#typed[@]} - 1]"
    fi
    for word in "${typed[@]:1}"; do
        if [[ -n $option ]]; then
            option=
        elif [[ $word == -* ]]; then
            case $word in
                '--ack'|'--all'|'--allow-removals'|'--color'|'--complete-until'|'--date'|'--employee'|'--encoding'|'--fate'|'--format'|'--from'|'--html'|'--interval'|'--lang'|'--max-age'|'--metrics'|'--month'|'--profile'|'--reason'|'--set'|'--since'|'--source'|'--state'|'--terminal'|'--to'|'--user') option=$word ;;
            esac
        else
            place+=" $word"
        fi
    done
    case "$place${option:+ $option}" in
        ' config get') known=('company.id' 'company.name' 'link.employees' 'link.punches' 'link.breaks' 'link.malion' 'link.smarton' 'link.lanscope' 'display.language' 'malion.host' 'malion.admin_code' 'malion.admin_code_command' 'malion.secret_code' 'malion.secret_code_command' 'malion.base_url' 'malion.support_id' 'malion.profile' 'malion.lookback_days' 'malion.reread_hours' 'malion.require_link_code' 'kot.base_url' 'kot.token' 'kot.token_command' 'kot.closed_hours' 'kot.closed_guard_seconds' 'kot.unknown_minutes' 'kot.lanes' 'kot.punches_per_5min' 'kot.requests_per_5min' 'logs.ignore_users' 'punch.since' 'punch.max_age_days' 'punch.policy' 'punch.clock_in' 'punch.day_border' 'punch.settle_minutes' 'punch.quiet_hours' 'punch.night_shift_hours' 'punch.break_minutes' 'punch.in_closed_hours' 'check.in_minutes' 'check.out_minutes' 'state.keep_days' 'ping.url' 'http.proxy' 'http.ca_file' 'http.timeout_seconds') ;;
        ' config set') known=('company.id' 'company.name' 'link.employees' 'link.punches' 'link.breaks' 'link.malion' 'link.smarton' 'link.lanscope' 'display.language' 'malion.host' 'malion.admin_code' 'malion.admin_code_command' 'malion.secret_code' 'malion.secret_code_command' 'malion.base_url' 'malion.support_id' 'malion.profile' 'malion.lookback_days' 'malion.reread_hours' 'malion.require_link_code' 'kot.base_url' 'kot.token' 'kot.token_command' 'kot.closed_hours' 'kot.closed_guard_seconds' 'kot.unknown_minutes' 'kot.lanes' 'kot.punches_per_5min' 'kot.requests_per_5min' 'logs.ignore_users' 'punch.since' 'punch.max_age_days' 'punch.policy' 'punch.clock_in' 'punch.day_border' 'punch.settle_minutes' 'punch.quiet_hours' 'punch.night_shift_hours' 'punch.break_minutes' 'punch.in_closed_hours' 'check.in_minutes' 'check.out_minutes' 'state.keep_days' 'ping.url' 'http.proxy' 'http.ca_file' 'http.timeout_seconds') ;;
        ' config unset') known=('company.id' 'company.name' 'link.employees' 'link.punches' 'link.breaks' 'link.malion' 'link.smarton' 'link.lanscope' 'display.language' 'malion.host' 'malion.admin_code' 'malion.admin_code_command' 'malion.secret_code' 'malion.secret_code_command' 'malion.base_url' 'malion.support_id' 'malion.profile' 'malion.lookback_days' 'malion.reread_hours' 'malion.require_link_code' 'kot.base_url' 'kot.token' 'kot.token_command' 'kot.closed_hours' 'kot.closed_guard_seconds' 'kot.unknown_minutes' 'kot.lanes' 'kot.punches_per_5min' 'kot.requests_per_5min' 'logs.ignore_users' 'punch.since' 'punch.max_age_days' 'punch.policy' 'punch.clock_in' 'punch.day_border' 'punch.settle_minutes' 'punch.quiet_hours' 'punch.night_shift_hours' 'punch.break_minutes' 'punch.in_closed_hours' 'check.in_minutes' 'check.out_minutes' 'state.keep_days' 'ping.url' 'http.proxy' 'http.ca_file' 'http.timeout_seconds') ;;
        ' relay rehearse --set') known=('link.breaks=on' 'link.breaks=off' 'malion.lookback_days=14' 'malion.require_link_code=on' 'malion.require_link_code=off' 'punch.policy=settled' 'punch.policy=rolling' 'punch.clock_in=at_once' 'punch.clock_in=settled' 'punch.day_border=division' 'punch.settle_minutes=360' 'punch.quiet_hours=none' 'punch.quiet_hours=00:00-05:00' 'punch.night_shift_hours=0' 'punch.break_minutes=60' 'punch.in_closed_hours=wait' 'punch.in_closed_hours=send') ;;
        ' punches list --state') known=('decided' 'sending' 'accepted' 'refused' 'unknown' 'already-there' 'held' 'person' 'withdrawn' 'dropped') ;;
        ' completions') known=('bash' 'zsh' 'fish' 'powershell') ;;
        ' man') known=('accounts' 'accounts-allow-shared' 'accounts-exclude' 'accounts-export' 'accounts-history' 'accounts-import' 'accounts-list' 'accounts-undo' 'completions' 'config' 'config-check' 'config-get' 'config-list' 'config-set' 'config-unset' 'demo' 'employees' 'employees-list' 'employees-sync' 'logs' 'logs-check' 'logs-differences' 'logs-list' 'man' 'pcpunch' 'profile' 'punches' 'punches-drop' 'punches-list' 'punches-send' 'punches-show' 'relay' 'relay-rehearse' 'relay-run' 'relay-status' 'relay-unfreeze' 'sandbox' 'schema' 'security' 'settings' 'state' 'state-backup' 'state-restore' 'units') ;;
        ' schema') known=('accounts-allow-shared' 'accounts-exclude' 'accounts-history' 'accounts-import' 'accounts-list' 'accounts-undo' 'config-check' 'config-list' 'employees-list' 'employees-sync' 'error' 'logs-ack' 'logs-check' 'logs-differences' 'logs-list' 'punches-list' 'punches-show' 'relay-rehearse' 'relay-run' 'relay-unfreeze' 'schema-list' 'status') ;;
        ' units') known=('pcpunch.service' 'pcpunch-round.service' 'pcpunch-round.timer' 'pcpunch.cron') ;;
        ' config set link.employees') known=('on' 'off') ;;
        ' config set link.punches') known=('on' 'off') ;;
        ' config set link.breaks') known=('on' 'off') ;;
        ' config set link.malion') known=('on' 'off') ;;
        ' config set link.smarton') known=('on' 'off') ;;
        ' config set link.lanscope') known=('on' 'off') ;;
        ' config set display.language') known=('ja' 'en' 'auto') ;;
        ' config set malion.lookback_days') known=('14') ;;
        ' config set malion.reread_hours') known=('6') ;;
        ' config set malion.require_link_code') known=('on' 'off') ;;
        ' config set kot.base_url') known=('https://api.kingtime.jp/v1.0') ;;
        ' config set kot.closed_hours') known=('none' '08:30-10:00,17:30-18:30') ;;
        ' config set kot.closed_guard_seconds') known=('60') ;;
        ' config set kot.unknown_minutes') known=('30') ;;
        ' config set kot.lanes') known=('4') ;;
        ' config set kot.punches_per_5min') known=('1500') ;;
        ' config set kot.requests_per_5min') known=('300') ;;
        ' config set punch.max_age_days') known=('14') ;;
        ' config set punch.policy') known=('settled' 'rolling') ;;
        ' config set punch.clock_in') known=('at_once' 'settled') ;;
        ' config set punch.day_border') known=('division') ;;
        ' config set punch.settle_minutes') known=('360') ;;
        ' config set punch.quiet_hours') known=('none' '00:00-05:00') ;;
        ' config set punch.night_shift_hours') known=('0') ;;
        ' config set punch.break_minutes') known=('60') ;;
        ' config set punch.in_closed_hours') known=('wait' 'send') ;;
        ' config set check.in_minutes') known=('15') ;;
        ' config set check.out_minutes') known=('15') ;;
        ' config set state.keep_days') known=('1130') ;;
        ' config set http.proxy') known=('system' 'none') ;;
        ' config set http.ca_file') known=('system') ;;
        ' config set http.timeout_seconds') known=('30') ;;
        *) return 1 ;;
    esac
    COMPREPLY=()
    for word in "${known[@]}"; do
        [[ $word == "$current"* ]] && COMPREPLY+=("${word#"${current%"$2"}"}")
    done
    [[ ${#COMPREPLY[@]} -gt 0 ]]
}

_pcpunch() {
    _pcpunch_known "$@" && return 0
    local i cur prev opts cmd
    COMPREPLY=()
    if [[ "${BASH_VERSINFO[0]}" -ge 4 ]]; then
        cur="$2"
    else
        cur="${COMP_WORDS[COMP_CWORD]}"
    fi
    prev="$3"
    cmd=""
    opts=""

    for i in "${COMP_WORDS[@]:0:COMP_CWORD}"
    do
        case "${cmd},${i}" in
            ",$1")
                cmd="pcpunch"
                ;;
            pcpunch,accounts)
                cmd="pcpunch__subcmd__accounts"
                ;;
            pcpunch,completions)
                cmd="pcpunch__subcmd__completions"
                ;;
            pcpunch,config)
                cmd="pcpunch__subcmd__config"
                ;;
            pcpunch,demo)
                cmd="pcpunch__subcmd__demo"
                ;;
            pcpunch,employees)
                cmd="pcpunch__subcmd__employees"
                ;;
            pcpunch,logs)
                cmd="pcpunch__subcmd__logs"
                ;;
            pcpunch,man)
                cmd="pcpunch__subcmd__man"
                ;;
            pcpunch,punches)
                cmd="pcpunch__subcmd__punches"
                ;;
            pcpunch,relay)
                cmd="pcpunch__subcmd__relay"
                ;;
            pcpunch,sandbox)
                cmd="pcpunch__subcmd__sandbox"
                ;;
            pcpunch,schema)
                cmd="pcpunch__subcmd__schema"
                ;;
            pcpunch,state)
                cmd="pcpunch__subcmd__state"
                ;;
            pcpunch,units)
                cmd="pcpunch__subcmd__units"
                ;;
            pcpunch__subcmd__accounts,allow-shared)
                cmd="pcpunch__subcmd__accounts__subcmd__allow__subcmd__shared"
                ;;
            pcpunch__subcmd__accounts,exclude)
                cmd="pcpunch__subcmd__accounts__subcmd__exclude"
                ;;
            pcpunch__subcmd__accounts,export)
                cmd="pcpunch__subcmd__accounts__subcmd__export"
                ;;
            pcpunch__subcmd__accounts,history)
                cmd="pcpunch__subcmd__accounts__subcmd__history"
                ;;
            pcpunch__subcmd__accounts,import)
                cmd="pcpunch__subcmd__accounts__subcmd__import"
                ;;
            pcpunch__subcmd__accounts,list)
                cmd="pcpunch__subcmd__accounts__subcmd__list"
                ;;
            pcpunch__subcmd__accounts,undo)
                cmd="pcpunch__subcmd__accounts__subcmd__undo"
                ;;
            pcpunch__subcmd__config,check)
                cmd="pcpunch__subcmd__config__subcmd__check"
                ;;
            pcpunch__subcmd__config,get)
                cmd="pcpunch__subcmd__config__subcmd__get"
                ;;
            pcpunch__subcmd__config,list)
                cmd="pcpunch__subcmd__config__subcmd__list"
                ;;
            pcpunch__subcmd__config,set)
                cmd="pcpunch__subcmd__config__subcmd__set"
                ;;
            pcpunch__subcmd__config,unset)
                cmd="pcpunch__subcmd__config__subcmd__unset"
                ;;
            pcpunch__subcmd__employees,list)
                cmd="pcpunch__subcmd__employees__subcmd__list"
                ;;
            pcpunch__subcmd__employees,sync)
                cmd="pcpunch__subcmd__employees__subcmd__sync"
                ;;
            pcpunch__subcmd__logs,check)
                cmd="pcpunch__subcmd__logs__subcmd__check"
                ;;
            pcpunch__subcmd__logs,differences)
                cmd="pcpunch__subcmd__logs__subcmd__differences"
                ;;
            pcpunch__subcmd__logs,list)
                cmd="pcpunch__subcmd__logs__subcmd__list"
                ;;
            pcpunch__subcmd__punches,drop)
                cmd="pcpunch__subcmd__punches__subcmd__drop"
                ;;
            pcpunch__subcmd__punches,list)
                cmd="pcpunch__subcmd__punches__subcmd__list"
                ;;
            pcpunch__subcmd__punches,send)
                cmd="pcpunch__subcmd__punches__subcmd__send"
                ;;
            pcpunch__subcmd__punches,show)
                cmd="pcpunch__subcmd__punches__subcmd__show"
                ;;
            pcpunch__subcmd__relay,rehearse)
                cmd="pcpunch__subcmd__relay__subcmd__rehearse"
                ;;
            pcpunch__subcmd__relay,run)
                cmd="pcpunch__subcmd__relay__subcmd__run"
                ;;
            pcpunch__subcmd__relay,status)
                cmd="pcpunch__subcmd__relay__subcmd__status"
                ;;
            pcpunch__subcmd__relay,unfreeze)
                cmd="pcpunch__subcmd__relay__subcmd__unfreeze"
                ;;
            pcpunch__subcmd__state,backup)
                cmd="pcpunch__subcmd__state__subcmd__backup"
                ;;
            pcpunch__subcmd__state,restore)
                cmd="pcpunch__subcmd__state__subcmd__restore"
                ;;
            *)
                ;;
        esac
    done

    case "${cmd}" in
        pcpunch)
            opts="-q -v -y -h -V --state --format --lang --color --quiet --verbose --yes --help --version config employees accounts relay punches logs state sandbox demo completions man units schema"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 1 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --state)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "ja en" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        pcpunch__subcmd__accounts)
            opts="-q -v -y -h --state --format --lang --color --quiet --verbose --yes --help export import list history undo exclude allow-shared"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --state)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "ja en" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        pcpunch__subcmd__accounts__subcmd__allow__subcmd__shared)
            opts="-q -v -y -h --remove --state --format --lang --color --quiet --verbose --yes --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --state)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "ja en" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        pcpunch__subcmd__accounts__subcmd__exclude)
            opts="-q -v -y -h --from --to --remove --state --format --lang --color --quiet --verbose --yes --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --from)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --to)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --state)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "ja en" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        pcpunch__subcmd__accounts__subcmd__export)
            opts="-q -v -y -h --encoding --unlinked --for-excel --state --format --lang --color --quiet --verbose --yes --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --encoding)
                    COMPREPLY=($(compgen -W "utf-8 utf-8-bom cp932 utf-16le" -- "${cur}"))
                    return 0
                    ;;
                --state)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "ja en" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        pcpunch__subcmd__accounts__subcmd__history)
            opts="-q -v -y -h --state --format --lang --color --quiet --verbose --yes --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --state)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "ja en" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        pcpunch__subcmd__accounts__subcmd__import)
            opts="-q -v -y -h --dry-run --encoding --from --accept-names --state --format --lang --color --quiet --verbose --yes --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --encoding)
                    COMPREPLY=($(compgen -W "utf-8 utf-8-bom cp932 utf-16le" -- "${cur}"))
                    return 0
                    ;;
                --from)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --state)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "ja en" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        pcpunch__subcmd__accounts__subcmd__list)
            opts="-q -v -y -h --state --format --lang --color --quiet --verbose --yes --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --state)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "ja en" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        pcpunch__subcmd__accounts__subcmd__undo)
            opts="-q -v -y -h --state --format --lang --color --quiet --verbose --yes --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --state)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "ja en" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        pcpunch__subcmd__completions)
            opts="-q -v -y -h --state --format --lang --color --quiet --verbose --yes --help bash zsh fish powershell"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --state)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "ja en" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        pcpunch__subcmd__config)
            opts="-q -v -y -h --state --format --lang --color --quiet --verbose --yes --help set get list unset check"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --state)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "ja en" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        pcpunch__subcmd__config__subcmd__check)
            opts="-q -v -y -h --state --format --lang --color --quiet --verbose --yes --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --state)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "ja en" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        pcpunch__subcmd__config__subcmd__get)
            opts="-q -v -y -h --state --format --lang --color --quiet --verbose --yes --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --state)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "ja en" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        pcpunch__subcmd__config__subcmd__list)
            opts="-q -v -y -h --origin --state --format --lang --color --quiet --verbose --yes --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --state)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "ja en" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        pcpunch__subcmd__config__subcmd__set)
            opts="-q -v -y -h --stdin --since --state --format --lang --color --quiet --verbose --yes --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --since)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --state)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "ja en" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        pcpunch__subcmd__config__subcmd__unset)
            opts="-q -v -y -h --state --format --lang --color --quiet --verbose --yes --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --state)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "ja en" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        pcpunch__subcmd__demo)
            opts="-q -v -y -h --state --format --lang --color --quiet --verbose --yes --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --state)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "ja en" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        pcpunch__subcmd__employees)
            opts="-q -v -y -h --state --format --lang --color --quiet --verbose --yes --help sync list"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --state)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "ja en" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        pcpunch__subcmd__employees__subcmd__list)
            opts="-q -v -y -h --history --state --format --lang --color --quiet --verbose --yes --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --state)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "ja en" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        pcpunch__subcmd__employees__subcmd__sync)
            opts="-q -v -y -h --dry-run --allow-removals --state --format --lang --color --quiet --verbose --yes --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --allow-removals)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --state)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "ja en" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        pcpunch__subcmd__logs)
            opts="-q -v -y -h --state --format --lang --color --quiet --verbose --yes --help check differences list"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --state)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "ja en" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        pcpunch__subcmd__logs__subcmd__check)
            opts="-q -v -y -h --date --from --to --employee --offline --timeline --html --ack --reason --state --format --lang --color --quiet --verbose --yes --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --date)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --from)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --to)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --employee)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --html)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --ack)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --reason)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --state)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "ja en" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        pcpunch__subcmd__logs__subcmd__differences)
            opts="-q -v -y -h --date --from --to --month --employee --all --summary --state --format --lang --color --quiet --verbose --yes --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --date)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --from)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --to)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --month)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --employee)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --state)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "ja en" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        pcpunch__subcmd__logs__subcmd__list)
            opts="-q -v -y -h --date --from --to --employee --user --terminal --fate --punched --state --format --lang --color --quiet --verbose --yes --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --date)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --from)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --to)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --employee)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --user)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --terminal)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --fate)
                    COMPREPLY=($(compgen -W "punched within open half-day unpaired second-record night-logon late-change duplicate other-operation no-link-code system-user ignored-user unlinked not-employed excluded clock-wrong before-start" -- "${cur}"))
                    return 0
                    ;;
                --state)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "ja en" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        pcpunch__subcmd__man)
            opts="-q -v -y -h --all --state --format --lang --color --quiet --verbose --yes --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --all)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --state)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "ja en" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        pcpunch__subcmd__punches)
            opts="-q -v -y -h --state --format --lang --color --quiet --verbose --yes --help list show send drop"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --state)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "ja en" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        pcpunch__subcmd__punches__subcmd__drop)
            opts="-q -v -y -h --reason --state --format --lang --color --quiet --verbose --yes --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --reason)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --state)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "ja en" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        pcpunch__subcmd__punches__subcmd__list)
            opts="-q -v -y -h --state --format --lang --color --quiet --verbose --yes --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --state)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "ja en" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        pcpunch__subcmd__punches__subcmd__send)
            opts="-q -v -y -h --state --format --lang --color --quiet --verbose --yes --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --state)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "ja en" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        pcpunch__subcmd__punches__subcmd__show)
            opts="-q -v -y -h --offline --state --format --lang --color --quiet --verbose --yes --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --state)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "ja en" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        pcpunch__subcmd__relay)
            opts="-q -v -y -h --state --format --lang --color --quiet --verbose --yes --help run status unfreeze rehearse"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --state)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "ja en" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        pcpunch__subcmd__relay__subcmd__rehearse)
            opts="-q -v -y -h --from --to --set --days --state --format --lang --color --quiet --verbose --yes --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --from)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --to)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --set)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --state)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "ja en" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        pcpunch__subcmd__relay__subcmd__run)
            opts="-q -v -y -h --once --interval --dry-run --from --source --profile --metrics --complete-until --state --format --lang --color --quiet --verbose --yes --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --interval)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --from)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --source)
                    COMPREPLY=($(compgen -W "malion smarton lanscope" -- "${cur}"))
                    return 0
                    ;;
                --profile)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --metrics)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --complete-until)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --state)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "ja en" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        pcpunch__subcmd__relay__subcmd__status)
            opts="-q -v -y -h --max-age --metrics --state --format --lang --color --quiet --verbose --yes --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --max-age)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --metrics)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --state)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "ja en" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        pcpunch__subcmd__relay__subcmd__unfreeze)
            opts="-q -v -y -h --reason --state --format --lang --color --quiet --verbose --yes --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --reason)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --state)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "ja en" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        pcpunch__subcmd__sandbox)
            opts="-q -v -y -h --state --format --lang --color --quiet --verbose --yes --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --state)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "ja en" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        pcpunch__subcmd__schema)
            opts="-q -v -y -h --state --format --lang --color --quiet --verbose --yes --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --state)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "ja en" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        pcpunch__subcmd__state)
            opts="-q -v -y -h --state --format --lang --color --quiet --verbose --yes --help backup restore"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --state)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "ja en" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        pcpunch__subcmd__state__subcmd__backup)
            opts="-q -v -y -h --with-secrets --state --format --lang --color --quiet --verbose --yes --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --state)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "ja en" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        pcpunch__subcmd__state__subcmd__restore)
            opts="-q -v -y -h --state --format --lang --color --quiet --verbose --yes --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --state)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "ja en" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        pcpunch__subcmd__units)
            opts="-q -v -y -h --state --format --lang --color --quiet --verbose --yes --help pcpunch.service pcpunch-round.service pcpunch-round.timer pcpunch.cron"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --state)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "ja en" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
    esac
}

if [[ "${BASH_VERSINFO[0]}" -eq 4 && "${BASH_VERSINFO[1]}" -ge 4 || "${BASH_VERSINFO[0]}" -gt 4 ]]; then
    complete -F _pcpunch -o nosort -o bashdefault -o default pcpunch
else
    complete -F _pcpunch -o bashdefault -o default pcpunch
fi
