#!/bin/sh
# Runs the tests: installs what is missing (Debian 12), builds, tests.
# Usage: sh cmake/test.sh [--full], from any directory; safe to run again.
# Without --full, tests whose tools are not installed are skipped and shown as such; with it everything is installed and
# a skipped test is a failure.
set -eu
# shellcheck source=cmake/setup.sh
. "$(dirname -- "$0")/setup.sh"

full=no
case "${1:-}" in
  "") ;;
  --full) full=yes ;;
  *) fail "unknown argument: $1 (only --full)" ;;
esac

build="$project/build/test"
bench=OFF
quick=OFF
[ "$full" = yes ] && bench=ON && quick=ON
configure() {
  # shellcheck disable=SC2086
  run_quietly "configuring" cmake -S "$project" -B "$build" -DCMAKE_BUILD_TYPE=Release -DSENRYAKU_QUICK_TESTS=$quick \
    -DPython3_EXECUTABLE="$python" $launcher "$@"
}

# shellcheck disable=SC2086
need $build_packages libgtest-dev libgmock-dev
[ "$full" = yes ] && need ccache
use_compiler_cache
if [ "$full" = yes ]; then
  # The library is compiled while the other tools arrive; whatever fails here fails again below and is shown there.
  configure -DSENRYAKU_BUILD_TESTS=OFF
  cmake --build "$build" -j "$jobs" --target senryaku_objects >/dev/null 2>&1 &
  library=$!
  need libbenchmark-dev python3-jsonschema python3-numpy python3-openpyxl python3-lxml python3-tqdm pkg-config \
    binutils default-jdk-headless libjna-java mono-mcs mono-runtime \
    g++-mingw-w64-x86-64-posix g++-mingw-w64-i686-posix wine64 locales abigail-tools doxygen dpkg-dev file python3-venv
  # shellcheck disable=SC2086
  need $paper_packages chromium chromium-driver libreoffice-calc libreoffice-writer fonts-noto-cjk poppler-utils
  # A node that did not come from Debian brings its own npm.
  { command -v node && command -v npm; } >/dev/null 2>&1 || need nodejs npm
  mkdir -p "$build/npm"
  run_quietly "fetching ajv and axe-core" npm install --loglevel=error --no-audit --no-fund --prefix "$build/npm" ajv@8 axe-core@4.14.1
  wait "$library" || true
fi

configure -DSENRYAKU_BUILD_TESTS=ON -DSENRYAKU_BUILD_BENCH=$bench
run_quietly "building" cmake --build "$build" -j "$jobs"

report="$build/test-report.txt"
status=0
ctest --test-dir "$build" --output-on-failure -j "$jobs" >"$report" 2>&1 || status=$?
if [ "$full" = yes ] && grep -qE '\*\*\*(Skipped|Not Run)' "$report"; then
  grep -E '\*\*\*(Skipped|Not Run)' "$report" >&2
  echo "senryaku: --full allows no skipped test" >&2
  status=1
fi
cat "$report"
exit "$status"
