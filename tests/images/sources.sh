# Where files of images come from. Read by build and layers, which set here, cache, suite, mirror and work.

# deb PACKAGE: prints where its file is, which is fetched once.
deb() {
  local file
  mkdir -p "$cache/debs"
  file=$(find "$cache/debs" -name "$1_*.deb" | head -n 1)
  if [ -z "$file" ]; then
    # Without the sandbox user: it may not write into a directory of root's.
    (cd "$cache/debs" && apt-get -qq -o APT::Sandbox::User=root download "$1") >&2
    file=$(find "$cache/debs" -name "$1_*.deb" | head -n 1)
  fi
  [ -n "$file" ] && echo "$file"
}

# unpack DIR PACKAGE…: the files of Debian packages, without installing them.
unpack() {
  local into=$1 package file
  shift
  mkdir -p "$into"
  for package; do
    file=$(deb "$package")
    dpkg -x "$file" "$into"
  done
}

# bootstrap FILE PACKAGE…: a minimal Debian as a tar, made once. Devices and the package cache stay out.
bootstrap() {
  local file=$1 tree
  shift
  [ -s "$file" ] && return
  say "$(basename "$file"): debootstrap $suite $* (once; about a minute)"
  tree=$work/bootstrap.$(basename "$file")
  mkdir -p "$cache/debootstrap"
  if ! debootstrap --variant=minbase "--cache-dir=$cache/debootstrap" ${1:+"--include=$(IFS=,; echo "$*")"} "$suite" "$tree" "$mirror" >"$work/debootstrap.log" 2>&1; then
    tail -n 20 "$work/debootstrap.log" >&2
    return 1
  fi
  rm -rf "$tree"/var/cache/apt/archives/*.deb "$tree"/var/lib/apt/lists/* "$tree"/usr/share/{doc,man,locale,info}/*
  tar -C "$tree" --numeric-owner --exclude='./dev/*' --exclude='./proc/*' --exclude='./sys/*' -cf "$file.part" .
  mv "$file.part" "$file"
  rm -rf "$tree"
}

# busybox FILE: a static one, whatever kind this machine has.
busybox() {
  local installed
  installed=$(type -P busybox || true)
  if [ -z "$installed" ] || ldd "$installed" >/dev/null 2>&1; then
    [ -d "$work/busybox.files" ] || unpack "$work/busybox.files" busybox-static
    installed=$(find "$work/busybox.files" -type f -name busybox | head -n 1)
  fi
  cp "$installed" "$1"
}
