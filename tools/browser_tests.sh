#!/usr/bin/env bash
# Runs the tests of the report and of rendering in a real browser, without which they are skipped: Debian's Chromium,
# driven by playwright, with axe-core for accessibility. They get an environment of their own.
#
#     tools/browser_tests.sh [folder of the environment] [arguments for pytest]
set -euo pipefail
cd "$(dirname "$0")/.."
environment="${1:-.venv-browser}"
python="$environment/bin/python"
if [ ! -x "$python" ]; then
  python3 -m venv "$environment"
  "$python" -m pip install --quiet --upgrade pip
fi
"$python" -m pip install --quiet --editable '.[cli,render]' pytest pytest-recording pytest-socket hypothesis
if ! command -v chromium >/dev/null; then
  apt-get update -qq
  apt-get install -y -qq chromium >/dev/null
fi
if [ ! -f "$environment/node_modules/axe-core/axe.min.js" ] && command -v npm >/dev/null; then
  npm install --silent --no-audit --no-fund --no-save --prefix "$environment" axe-core@4
fi
export NEWSCLEAN_AXE="$(realpath "$environment")/node_modules/axe-core/axe.min.js"
export NEWSCLEAN_BROWSER="${NEWSCLEAN_BROWSER:-$(command -v chromium)}"
exec "$python" -m pytest tests/browser tests/fetch/test_render.py "${@:2}"
