# A Docker engine of the tests' own: own data, socket and bridge, nothing shared with an engine that is there already.
# Everything that has to be undone is written down in the state folder, so that a later run can clean up after one that was killed.
# Read by tests/run.

# Tells a run from another process that got the same number later.
started_at() { sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | cut -d' ' -f20; }

# engine_own STATE: says who is at work there.
engine_own() { printf '%s %s\n' $$ "$(started_at $$)" >"$1/owner"; }

# engine_start STATE: leaves the endpoint in STATE/endpoint.
engine_start() {
  local state=$1 driver
  engine_clean_leftovers
  if [ "$(id -u)" != 0 ]; then skip 'all tests that need a Docker engine: starting one needs root'; return 1; fi
  if ! have dockerd || ! have docker; then skip 'all tests that need a Docker engine: docker is not installed'; return 1; fi
  mount_cgroups
  if ! add_bridge "$state"; then skip 'all tests that need a Docker engine: no network bridge can be made here'; return 1; fi
  for driver in overlay2 vfs; do
    if run_engine "$state" "$driver"; then
      printf 'unix://%s/docker.sock' "$state" >"$state/endpoint"
      echo "engine: $(docker -H "unix://$state/docker.sock" version -f '{{.Server.Version}}'), $driver, bridge $(cat "$state/bridge")"
      return
    fi
    tail -n 15 "$state/dockerd.log"
  done
  skip 'all tests that need a Docker engine: dockerd does not start here (artifacts/tests/engine.log)'
  return 1
}

run_engine() {
  local state=$1 driver=$2 try
  # In a session of its own: Ctrl-C is for the tests first, and they take the engine down in order.
  setsid dockerd --data-root "$state/data" --exec-root "$state/exec" --pidfile "$state/pid" --host "unix://$state/docker.sock" \
    --bridge "$(cat "$state/bridge")" --iptables=false --ip6tables=false --storage-driver "$driver" --config-file "$state/daemon.json" \
    >"$state/dockerd.log" 2>&1 </dev/null &
  for try in $(seq 100); do
    if docker -H "unix://$state/docker.sock" version >/dev/null 2>&1; then return; fi
    kill -0 $! 2>/dev/null || return 1
    sleep 0.3
  done
  kill $! 2>/dev/null
  return 1
}

# A bridge and a network that nothing on this machine has. `--bridge none` is no way out: it destroys the other engines' networks.
add_bridge() {
  local state=$1 number name
  echo '{}' >"$state/daemon.json"
  for number in $(seq 1 200); do
    name=ddrun$number
    if ip -o -4 route show | grep -q "10\.214\.$number\." || ! ip link add "$name" type bridge 2>/dev/null; then continue; fi
    echo "$name" >"$state/bridge"
    ip addr add "10.214.$number.1/24" dev "$name" && ip link set "$name" up
    return
  done
  return 1
}

mount_cgroups() {
  if cgroups_mounted; then return; fi
  if have cgroupfs-mount; then cgroupfs-mount; else mount -t cgroup2 cgroup2 /sys/fs/cgroup; fi
}

# engine_stop STATE: containers, engine, mounts, bridge. Works on what a killed run left as well.
engine_stop() {
  local state=$1 process bridge mount try
  if [ -s "$state/pid" ] && process=$(cat "$state/pid") && grep -qa "$state" "/proc/$process/cmdline" 2>/dev/null; then
    docker -H "unix://$state/docker.sock" ps -aq 2>/dev/null |
      DOCKER_HOST=unix://$state/docker.sock timeout 30 xargs -r docker rm -fv >/dev/null 2>&1
    kill "$process" 2>/dev/null
    for try in $(seq 100); do kill -0 "$process" 2>/dev/null || break; sleep 0.1; done
  fi
  # Engines of single tests, containerd and shims that did not end by themselves; the folder's name is found nowhere else.
  for process in $(pgrep -f -- "$state/" || true); do
    [ "$process" != $$ ] || continue
    bridge=$(tr '\0' '\n' <"/proc/$process/cmdline" 2>/dev/null | grep -A1 '^--bridge$' | tail -n 1)
    kill -9 "$process" 2>/dev/null
    [ -z "$bridge" ] || ip link del "$bridge" 2>/dev/null
  done
  awk -v under="$state/" 'index($2, under) == 1 {print $2}' /proc/mounts | sort -r | while read -r mount; do umount -l "$mount" 2>/dev/null; done
  if [ -s "$state/bridge" ]; then ip link del "$(cat "$state/bridge")" 2>/dev/null; fi
  return 0
}

engine_clean_leftovers() {
  local left owner since
  for left in /tmp/ddtests.*/; do
    left=${left%/}
    read -r owner since 2>/dev/null <"$left/owner" || continue
    if [ "$since" = "$(started_at "$owner")" ]; then continue; fi
    echo "cleaning up after a run that was killed: $left"
    engine_stop "$left"
    rm -rf --one-file-system "$left"
  done
}
