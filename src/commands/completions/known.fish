
# The words that are known at a place where a command or an option takes one.
function __fish_pcpunch_known
    set -l place
    set -l option
    for word in (commandline -opc)[2..-1]
        if set -q option[1]
            set -e option[1]
        else if string match -q -- '-*' $word
            contains -- $word {options}
            and set option $word
        else
            set -a place $word
        end
    end
    switch (string join ' ' -- $place $option)
{places}        case '*'
            return 1
    end
end

complete -c pcpunch -n '__fish_pcpunch_known >/dev/null' -f -a '(__fish_pcpunch_known)'
