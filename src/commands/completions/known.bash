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
                {options}) option=$word ;;
            esac
        else
            place+=" $word"
        fi
    done
    case "$place${option:+ $option}" in
{places}        *) return 1 ;;
    esac
    COMPREPLY=()
    for word in "${known[@]}"; do
        [[ $word == "$current"* ]] && COMPREPLY+=("${word#"${current%"$2"}"}")
    done
    [[ ${#COMPREPLY[@]} -gt 0 ]]
}

