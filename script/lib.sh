# Sourced by the scripts beside it: where the project is, and its own Node first on PATH.
set -eu
root=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
cd "$root"
PATH="$root/node_modules/.bin:$PATH"
export PATH
say() { printf '%s\n' "==> $*" >&2; }
