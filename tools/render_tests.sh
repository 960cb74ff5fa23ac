#!/usr/bin/env bash
# The tests that render pages in a real browser, which the other tests skip: Debian's Chromium, driven by playwright.
set -euo pipefail
cd "$(dirname "$0")/.."
python -c 'import playwright' 2>/dev/null || python -m pip install --quiet 'playwright>=1.48'
if ! command -v chromium >/dev/null; then
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends chromium >/dev/null
fi
NEWSCLEAN_BROWSER="${NEWSCLEAN_BROWSER:-$(command -v chromium)}" exec python -m pytest tests/fetch/test_render.py "$@"
