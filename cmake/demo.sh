#!/bin/sh
# Reviews two real strategies: installs what is missing (Debian 12), builds the shared library, prints the reviews, and
# writes a town's papers (HTML, Excel, Word, CSV) into build/demo/papers.
# Usage: sh cmake/demo.sh, from any directory; safe to run again.
set -eu
# shellcheck source=cmake/setup.sh
. "$(dirname -- "$0")/setup.sh"

# shellcheck disable=SC2086
need $build_packages
use_compiler_cache
build="$project/build/demo"
# shellcheck disable=SC2086
run_quietly "configuring" cmake -S "$project" -B "$build" -DCMAKE_BUILD_TYPE=Release -DSENRYAKU_BUILD_TESTS=OFF $launcher
run_quietly "building" cmake --build "$build" --target senryaku_c -j "$jobs"

export SENRYAKU_LIBRARY="$build/capi/libsenryaku.so.1"
export PYTHONPATH="$project/bindings/python${PYTHONPATH:+:$PYTHONPATH}"
for strategy in kakogawa-2015 aizumisato-2025; do
  "$python" -m senryaku review "$project/tests/data/strategies/$strategy.json" --as-of 2026-06-01
  echo
done

# shellcheck disable=SC2086
need $paper_packages
for strategy in kakogawa-2015 aizumisato-2025; do
  "$python" -m senryaku report "$project/tests/data/strategies/$strategy.json" --as-of 2026-06-01 --out "$build/papers/$strategy"
  echo
done
