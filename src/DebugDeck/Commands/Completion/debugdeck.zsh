#compdef debugdeck
# debugdeck completion for zsh. In ~/.zshrc, after compinit: source <(debugdeck completion zsh)
_debugdeck() {
  local item
  local -a words_of_it paths
  for item in "${(@f)$(debugdeck "[suggest:${#LBUFFER}]" "$LBUFFER" 2>/dev/null)}"; do
    case $item in
      '') ;;
      */) paths+=("$item") ;;
      *) words_of_it+=("$item") ;;
    esac
  done
  if (( ${#words_of_it} + ${#paths} )); then
    compadd -- "${words_of_it[@]}"
    compadd -S '' -- "${paths[@]}"
  else
    _files
  fi
}
if [ "$funcstack[1]" = "_debugdeck" ]; then _debugdeck "$@"; else compdef _debugdeck debugdeck; fi
