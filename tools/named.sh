# The switch to the packages that not every feed has (docs/decisions/0024-named-packages.md). Sourced by `briefing` and `build`.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# Takes --named and --source FEED off the front of the arguments; the rest stays in `arguments`. MSBuild reads its properties from the
# environment too, so every dotnet command that follows sees the switch: restore, build, test, format and run alike.
take_named() {
  artifacts=artifacts
  while [ $# -gt 0 ]; do
    case $1 in
      --named)
        export NamedPackages=true
        artifacts=artifacts/named
        shift
        ;;
      --source)
        [ "${NamedPackages:-}" = true ] && [ $# -gt 1 ] || break
        write_sources "$2"
        export RestoreConfigFile=$root/artifacts/named/nuget.config
        shift 2
        ;;
      *) break ;;
    esac
  done
  # Set by whoever calls dotnet by hand; then it holds here as well.
  [ "${NamedPackages:-}" != true ] || artifacts=artifacts/named
  arguments=("$@")
}

# write_sources FEED: the machine's sources and this one, any of which may give any package (nuget.config says otherwise for the default build).
write_sources() {
  local source number=0
  mkdir -p "$root/artifacts/named"
  {
    echo '<configuration><packageSources><clear />'
    while read -r source; do
      echo "<add key=\"source$((number += 1))\" value=\"$source\" />"
    done < <(dotnet nuget list source --format short | sed -n 's/^E[A-Z]* //p'; echo "$1")
    echo '</packageSources></configuration>'
  } >"$root/artifacts/named/nuget.config"
}

# restore_named TARGET: all or nothing, and one line on what is missing.
restore_named() {
  local log=artifacts/named/restore.log
  mkdir -p artifacts/named
  dotnet restore "$1" >"$log" 2>&1 && return
  explain_restore "$log" >&2
  return 1
}

# explain_restore LOG: what the restore of this log lacked, and how to go on, in one line.
explain_restore() {
  local missing
  missing=$(grep -oE 'error NU110[1-3]: Unable to find (a stable )?package [^ ]+' "$1" | sed 's/.* package //; s/[.,;]$//' | sort -u | while read -r name; do
    version=$(sed -n "s/.*<PackageVersion Include=\"$name\" Version=\"\([^\"]*\)\".*/\1/p" Directory.Packages.props)
    echo "$name${version:+ $version}"
  done | paste -sd, | sed 's/,/, /g') || true
  if [ -n "$missing" ]; then
    echo "--named: no feed here has $missing; leave --named out, or add a feed that has them (nuget.config, or --named --source FEED); the whole log is $1"
  else
    echo "--named: the packages could not be restored ($(grep -m1 -oE 'error [^[]*' "$1" | cut -c1-200 || echo "no error is named")); leave --named out, or see the log $1"
  fi
}
