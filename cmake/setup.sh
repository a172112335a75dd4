# Shared by demo.sh and test.sh: finds the project and installs what a bare Debian 12 lacks. POSIX sh; to be sourced.

project=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)

fail() {
  echo "senryaku: $*" >&2
  exit 1
}

# need PACKAGE...: installs the Debian packages that are missing, or says in one line which ones and why it cannot.
need() {
  missing=""
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q '^install ok installed$' || missing="$missing $package"
  done
  [ -z "$missing" ] && return 0
  command -v apt-get >/dev/null 2>&1 || fail "missing:$missing (no apt-get here; install them by hand)"
  if [ "$(id -u)" -eq 0 ]; then
    as_root=""
  elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
    as_root="sudo"
  else
    fail "missing:$missing (no rights to install them; run as root or with sudo)"
  fi
  echo "senryaku: installing$missing"
  log=$(mktemp)
  # shellcheck disable=SC2086
  if ! { $as_root apt-get update -q && $as_root env DEBIAN_FRONTEND=noninteractive \
         apt-get install -y -q --no-install-recommends $missing; } >"$log" 2>&1; then
    tail -n 5 "$log" >&2
    rm -f "$log"
    fail "missing:$missing (apt-get could not install them; is the network there?)"
  fi
  rm -f "$log"
}

# run_quietly WHAT COMMAND...: shows the command's output only when it fails.
run_quietly() {
  what=$1
  shift
  log=$(mktemp)
  if ! "$@" >"$log" 2>&1; then
    tail -n 40 "$log" >&2
    rm -f "$log"
    fail "$what failed"
  fi
  rm -f "$log"
}

jobs=$(nproc 2>/dev/null || echo 2)
build_packages="g++ cmake make libboost-json1.81-dev libutf8proc-dev python3"
paper_packages="python3-jinja2 python3-openpyxl python3-docx"
python=/usr/bin/python3  # the interpreter that Debian's packages belong to
launcher=""

# use_compiler_cache: ccache, where it is installed, remembers what was compiled.
use_compiler_cache() {
  if command -v ccache >/dev/null 2>&1; then
    launcher="-DCMAKE_C_COMPILER_LAUNCHER=ccache -DCMAKE_CXX_COMPILER_LAUNCHER=ccache"
  fi
}
