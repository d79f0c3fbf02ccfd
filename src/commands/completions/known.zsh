# The words that are known at a place where a command or an option takes one.
_pcpunch_known() {
    local place option word
    local -a known
    for word in "${(@)words[2,CURRENT-1]}"; do
        if [[ -n $option ]]; then
            option=
        elif [[ $word == -* ]]; then
            case $word in
                {options}) option=$word ;;
            esac
        else
            place+=" $word"
        fi
    done
    case "$place${option:+ $option}" in
{places}        *) return 1 ;;
    esac
    compadd -- "${known[@]}"
}

