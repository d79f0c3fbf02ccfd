
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
            if ($word -in {options}) {
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
{places}    }) | Where-Object { $_.StartsWith($wordToComplete) }
    if ($known) {
        return $known | ForEach-Object { [CompletionResult]::new($_, $_, [CompletionResultType]::ParameterValue, $_) }
    }
