# What of Debian's packages printing, and the tests of print and mail, need, and how they get onto the machine. Sourced by `briefing`, `build`
# and `bench/render`.
# docs/decisions/0011-fonts-and-packages.md says why these.

# fontconfig: without its cache every start of a browser reads all fonts anew.
font_packages=(fontconfig fonts-sil-charis fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji)
browser_packages=(chromium-headless-shell)

# Real peers for the tests of mail; the tests start them themselves, in folders and on ports of their own.
mail_packages=(postfix dovecot-imapd dovecot-lmtpd opendkim)

has_browser() {
  local program
  if [ -n "${BRIEFING_CHROMIUM:-}" ]; then
    [ -x "$BRIEFING_CHROMIUM" ]
    return
  fi
  for program in /usr/lib/chromium/chromium-headless-shell /usr/lib/chromium/chromium /usr/lib/chromium-browser/chromium-browser; do
    [ -x "$program" ] && return
  done
  command -v chromium-headless-shell chrome-headless-shell chromium chromium-browser google-chrome-stable google-chrome >/dev/null
}

has_fonts() {
  local fonts=/usr/share/fonts
  [ -e $fonts/truetype/charis/CharisSIL-Regular.ttf ] && [ -e $fonts/truetype/noto/NotoSans-Regular.ttf ] &&
    [ -e $fonts/opentype/noto/NotoSerifCJK-Regular.ttc ] && [ -e $fonts/truetype/noto/NotoColorEmoji.ttf ]
}

may_install() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

# install_packages LOG PACKAGE…
install_packages() (
  log=$1
  shift
  mkdir -p "$(dirname "$log")"
  refuse_services
  {
    apt-get update -o Acquire::http::Timeout=20 -o DPkg::Lock::Timeout=300 &&
      DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends -o DPkg::Lock::Timeout=300 "$@"
  } >"$log" 2>&1 </dev/null
)

# What is installed here is for printing and tests: no package may start a server of the machine's own meanwhile (Debian's
# invoke-rc.d asks this script), nor set up mail for it. For the rest of a subshell; a script that was there before stays.
policy=/usr/sbin/policy-rc.d
refuse_services() {
  if command -v debconf-set-selections >/dev/null; then
    echo 'postfix postfix/main_mailer_type select No configuration' | debconf-set-selections || true
  fi
  [ -e "$policy" ] && return
  trap 'rm -f "$policy"' EXIT
  printf '#!/bin/sh\nexit 101\n' >"$policy"
  chmod +x "$policy"
}

# provide WHY PACKAGE… installs what is missing of Debian's packages, where that may be done, and names it where it may not.
provide() {
  local why=$1 package missing=()
  shift
  command -v dpkg-query >/dev/null || return 0
  for package in "$@"; do
    dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null | grep -q '^installed' || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  if may_install; then
    echo "installing what $why (${missing[*]}) …" >&2
    install_packages artifacts/packages.log "${missing[@]}" || echo "that failed; see artifacts/packages.log" >&2
  else
    echo "$why: apt-get install ${missing[*]}" >&2
  fi
}
