# Installs what the tests need, where it is missing. Read by tests/run.

case $(uname -m) in
  aarch64 | arm64) rid=linux-arm64 ;;
  *) rid=linux-x64 ;;
esac

can_install() { [ "$(id -u)" = 0 ] && have apt-get; }
can_publish() { have clang && [ -e /usr/include/zlib.h ]; }

cgroups_mounted() { grep -qE '^[^ ]+ /sys/fs/cgroup(/[^ ]*)? cgroup2? ' /proc/mounts; }

# What is missing, as Debian packages.
missing_packages() {
  have dockerd || echo docker.io
  have docker || have dockerd || echo docker.io
  have debootstrap || echo debootstrap
  have busybox || echo busybox-static
  have tmux || echo tmux
  have clang || echo clang
  have gcc || echo gcc
  have musl-gcc || echo musl-tools
  have rpmbuild || echo rpm
  have zstd || echo zstd
  have objcopy || echo binutils
  have ip || echo iproute2
  have openssl || echo openssl
  have pgrep || echo procps
  have git || echo git
  have dnsmasq || echo dnsmasq-base
  [ -e /usr/share/zoneinfo/Europe/Berlin ] || echo tzdata
  [ -e /usr/include/zlib.h ] || echo zlib1g-dev
  [ -e /usr/include/stdio.h ] || echo libc6-dev
  [ -e /etc/ssl/certs/ca-certificates.crt ] || echo ca-certificates
  # Nobody mounted control groups, as a machine without systemd may leave it.
  cgroups_mounted || echo cgroupfs-mount
}

# Packages that start a service on installation are not to: the tests start an engine of their own.
without_services() {
  local policy=/usr/sbin/policy-rc.d ours=no status
  if [ ! -e $policy ]; then
    ours=yes
    printf '#!/bin/sh\nexit 101\n' >$policy
    chmod +x $policy
  fi
  "$@"
  status=$?
  [ $ours = no ] || rm -f $policy
  return $status
}

install_packages() {
  [ $# -gt 0 ] || return 0
  echo "installing: $*"
  DEBIAN_FRONTEND=noninteractive without_services apt-get -qq -y --no-install-recommends -o Dpkg::Use-Pty=0 install "$@" \
    >>"$artifacts/apt.log" 2>&1 </dev/null
}

install_requirements() {
  local package
  : >"$artifacts/apt.log"
  mapfile -t packages < <(missing_packages | sort -u)
  if [ ${#packages[@]} -gt 0 ]; then
    if ! can_install; then
      skip "what needs the packages ${packages[*]}: they are missing, and installing them needs root and apt"
    else
      install_packages "${packages[@]}" || {
        # The usual reason is a machine that has never fetched its package lists.
        apt-get -qq update >>"$artifacts/apt.log" 2>&1
        install_packages "${packages[@]}"
      } || {
        tail -n 5 "$artifacts/apt.log"
        # One that cannot be had must not keep the others away.
        for package in "${packages[@]}"; do
          install_packages "$package" || skip "what needs $package: apt-get could not install it (artifacts/tests/apt.log)"
        done
      }
    fi
  fi
  # Newer Debian has the client in a package of its own.
  have docker || ! can_install || install_packages docker-cli
  find_kubectl
}

# kubectl_serves PROGRAM: 1.30 or newer, which speaks WebSockets to the API server.
kubectl_serves() {
  local minor
  minor=$("$1" version --client -o json 2>/dev/null | sed -n 's/.*"gitVersion": *"v1\.\([0-9]*\)\..*/\1/p' | head -n 1)
  [ -n "$minor" ] && [ "$minor" -ge 30 ]
}

# The stable suite of Debian may have an older kubectl, or none: then the next one's, unpacked beside the system.
find_kubectl() {
  local own=$cache/kubectl/usr/bin/kubectl
  if have kubectl && kubectl_serves kubectl; then
    DEBUGDECK_TEST_KUBECTL=$(command -v kubectl)
  elif kubectl_serves "$own" || { have apt-get && have dpkg && fetch_kubectl && kubectl_serves "$own"; }; then
    DEBUGDECK_TEST_KUBECTL=$own
  else
    skip 'tests that drive the practice cluster with kubectl: no kubectl 1.30 or newer, and none could be fetched (artifacts/tests/apt.log)'
    return
  fi
  export DEBUGDECK_TEST_KUBECTL
  echo "kubectl: $DEBUGDECK_TEST_KUBECTL"
}

fetch_kubectl() {
  local apt=$state/apt package keys=/usr/share/keyrings/debian-archive-keyring.gpg
  mkdir -p "$apt/lists/partial" "$apt/cache/archives/partial"
  : >"$apt/installed"
  echo "deb [signed-by=$keys] http://deb.debian.org/debian trixie main" >"$apt/sources.list"
  local options=(-qq -o "Dir::Etc::sourcelist=$apt/sources.list" -o Dir::Etc::sourceparts=/dev/null -o "Dir::State::lists=$apt/lists"
    -o "Dir::State::status=$apt/installed" -o "Dir::Cache=$apt/cache" -o APT::Sandbox::User=root -o Acquire::Languages=none)
  echo 'fetching kubectl'
  apt-get "${options[@]}" update >>"$artifacts/apt.log" 2>&1 || return
  for package in kubectl kubernetes-client; do
    if (cd "$apt" && apt-get "${options[@]}" download "$package") >>"$artifacts/apt.log" 2>&1; then
      rm -rf "$cache/kubectl"
      dpkg -x "$apt/$package"_*.deb "$cache/kubectl"
      [ ! -x "$cache/kubectl/usr/bin/kubectl" ] || return 0
    fi
  done
  return 1
}
