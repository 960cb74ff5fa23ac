#!/usr/bin/env bash
# Runs the tests of tests/integrations with the real engines, which the other tests do without: Scrapy, web-poet,
# datatrove, Spark (needs Java) and Ray. They take about 2 GB, so they get an environment of their own.
#
#     tools/integration_tests.sh [folder of the environment]
set -euo pipefail
cd "$(dirname "$0")/.."
environment="${1:-.venv-integrations}"
python="$environment/bin/python"
if [ ! -x "$python" ]; then
  python3 -m venv "$environment"
  "$python" -m pip install --quiet --upgrade pip
fi
"$python" -m pip install --quiet --editable '.[scrapy,datatrove,spark,ray]' zyte-common-items orjson pytest pytest-recording pytest-socket
export SPARK_LOCAL_IP=127.0.0.1
exec "$python" -m pytest tests/integrations tests/batch "${@:2}"
