#!/usr/bin/env bash
# Format, lint, types, layers, shape, tests: everything that CI checks but the score gate. With --fix, formats and fixes.
set -euo pipefail
cd "$(dirname "$0")/.."
if [ "${1:-}" = "--fix" ]; then
  ruff check --fix-only --quiet .
  ruff format --quiet .
  shift
fi
ruff check .
ruff format --check .
mypy
lint-imports
python tools/check_shape.py
python -m pytest "$@"
