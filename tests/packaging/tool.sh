# Packs the program as a dotnet tool, installs it from the packages and runs it. Read by tests/run.

test_tool() {
  local packages=$artifacts/packages tools=$state/tools log=$artifacts/pack.log version
  rm -rf "$packages"
  # The native compilation of `publish` is used again; the pointer package names the one for each platform.
  if ! {
    dotnet pack src/DebugDeck -c Release -r "$rid" -o "$packages" --nologo &&
      dotnet pack src/DebugDeck -c Release -r any -p:PublishAot=false -o "$packages" --nologo &&
      dotnet pack src/DebugDeck -c Release -o "$packages" --nologo
  } >"$log" 2>&1; then
    tail -n 20 "$log"
    problem 'dotnet pack failed'
    return
  fi
  (cd "$packages" && stat -c '%n: %s bytes' -- *.nupkg)
  if ! dotnet tool install DebugDeck --add-source "$packages" --tool-path "$tools" >>"$log" 2>&1; then
    tail -n 20 "$log"
    problem 'dotnet tool install failed'
    return
  fi
  version=$("$tools/debugdeck" --version)
  if [ $? -eq 0 ] && [ -n "$version" ]; then
    echo "$version"
    passed=$((passed + 1))
  else
    problem "the installed tool does not run: $version"
  fi
}
