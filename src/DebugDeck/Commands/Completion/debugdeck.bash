# debugdeck completion for bash. In ~/.bashrc: source <(debugdeck completion bash)
_debugdeck() {
  local line=${COMP_LINE:0:COMP_POINT} typed colons item
  typed=${line##*[[:space:]]}
  # bash takes the colons of docker://web for the ends of words and replaces only what follows the last one.
  colons=
  case $typed in *:*) [[ $COMP_WORDBREAKS == *:* ]] && colons=${typed%"${typed##*:}"} ;; esac
  COMPREPLY=()
  while IFS= read -r item; do
    COMPREPLY+=("${item#"$colons"}")
    case $item in */) compopt -o nospace 2>/dev/null ;; esac
  done < <("${COMP_WORDS[0]}" "[suggest:${#line}]" "$line" 2>/dev/null)
}
complete -o default -F _debugdeck debugdeck
