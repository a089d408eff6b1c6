# debugdeck completion for fish: debugdeck completion fish > ~/.config/fish/completions/debugdeck.fish
function __debugdeck_suggest
    set -l line (commandline --cut-at-cursor | string collect)
    debugdeck "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
end
complete --command debugdeck --arguments '(__debugdeck_suggest)'
