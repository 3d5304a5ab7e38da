#!/usr/bin/env bash
# Runs every test and ends with one line: "N passed, N failed".
# Usage: ./test.sh [--soak] [dotnet test options]
set -uo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
[ "${1:-}" = "--soak" ] && { export HOMEWARD_SOAK=1; shift; }
command -v dotnet >/dev/null || { echo "The .NET 10 SDK is needed: dotnet is not on the PATH."; exit 1; }

# The tests start a PostgreSQL server of their own, if its programs are here. Debian keeps them out of the PATH.
if ! compgen -G "/usr/lib/postgresql/*/bin/initdb" >/dev/null && ! command -v initdb >/dev/null; then
    if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
        DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends postgresql >/dev/null \
            || { apt-get update -q && apt-get install -y --no-install-recommends postgresql; } >/dev/null \
            || echo "PostgreSQL could not be installed."
    else
        echo "PostgreSQL is not installed: its tests are skipped, or fail where CI=true."
    fi
fi

# The pages are looked at in a Chromium, with a font that has Chinese.
if ! command -v chromium >/dev/null && ! command -v google-chrome >/dev/null; then
    if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
        DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends chromium fonts-noto-cjk >/dev/null \
            || { apt-get update -q && apt-get install -y --no-install-recommends chromium fonts-noto-cjk; } >/dev/null \
            || echo "Chromium could not be installed."
    else
        echo "Chromium is not installed: tests of the pages are skipped, or fail where CI=true."
    fi
fi

locked=()
[ "${CI:-}" = "true" ] && locked=(-p:RestoreLockedMode=true)
dotnet build -c Release "${locked[@]}" || { echo "0 passed, 1 failed"; exit 1; }
dotnet format --no-restore --verify-no-changes || { echo "0 passed, 1 failed"; exit 1; }

results=artifacts/test-results
rm -rf "$results"
status=0
# One after the other: a browser beside everything else waits too long for a page.
dotnet test -c Release --no-build --max-parallel-test-modules 1 --results-directory "$PWD/$results" --report-trx "$@" || status=1

count() { cat "$results"/*.trx 2>/dev/null | grep -o "<Counters [^>]*" | grep -o " $1=\"[0-9]*\"" | awk -F'"' '{ n += $2 } END { print n + 0 }'; }
passed=$(count passed); failed=$(count failed)
[ "$status" -ne 0 ] && [ "$failed" -eq 0 ] && failed=1
[ "$passed" -eq 0 ] && status=1
skipped=$(count notExecuted)
[ "$skipped" -gt 0 ] && echo "$skipped skipped: each says why above."
echo "$passed passed, $failed failed"
exit $status
