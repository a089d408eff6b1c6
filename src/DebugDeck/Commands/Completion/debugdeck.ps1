# debugdeck completion for PowerShell. In $PROFILE: debugdeck completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName debugdeck -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $line = $commandAst.ToString().PadRight($cursorPosition).Substring(0, $cursorPosition)
    debugdeck "[suggest:$($line.Length)]" "$line" 2>$null | ForEach-Object {
        [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
    }
}
