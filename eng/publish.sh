# Sourced by ./run and ./assay: makes the program where it is missing or older than its sources, then sets $assay.
# ReadyToRun (compiled ahead of time) where its compiler can be had; without it the program only starts slower.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
out="$root/artifacts/assay"
assay="$out/assay"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 ASSAY_CATALOG="${ASSAY_CATALOG:-$root/catalog}"

fresh() {
  [ -x "$assay" ] && [ -f "$out/.built" ] || return 1
  [ -z "$(find "$root/src" "$root/engines" "$root/samples" "$root/suites" "$root/Directory.Build.props" "$root/Directory.Packages.props" \
    \( -name obj -o -name bin -o -name js \) -prune -o -type f -newer "$out/.built" -print -quit)" ]
}

if ! fresh; then
  command -v dotnet >/dev/null || { echo "Assay needs the .NET 10 SDK, which is not on the PATH: see https://dotnet.microsoft.com/download" >&2; exit 4; }
  # Two first calls at once would write the same files.
  mkdir -p "$root/artifacts"
  exec 9>"$root/artifacts/.publish.lock"
  command -v flock >/dev/null && flock 9
  if ! fresh; then
    echo "Building Assay (first use or changed sources) …" >&2
    log="$root/artifacts/publish.log"
    publish() { dotnet publish "$root/src/Assay.Host" -c Release -o "$out" -p:ForThisMachine=true --nologo -v quiet "$@" >"$log" 2>&1; }
    publish --use-current-runtime --no-self-contained -p:PublishReadyToRun=true || publish || { cat "$log" >&2; exit 4; }
    touch "$out/.built"
  fi
  exec 9>&-
fi
