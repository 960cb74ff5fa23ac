#!/usr/bin/env bash
# Runs the tests of tests/integrations with the real engines, which the other tests do without. All of them take about
# 2 GB, so they get an environment of their own; with a name only what that one needs is installed and run.
#
#     tools/integration_tests.sh [all|scrapy|webpoet|datatrove|spark|ray] [folder of the environment] [pytest options]
#
# Spark needs Java 17.
set -euo pipefail
cd "$(dirname "$0")/.."
engine="${1:-all}"
environment="${2:-.venv-integrations}"
python="$environment/bin/python"
case "$engine" in
  all) extras="scrapy,datatrove,spark,ray" others="scrapy-poet zyte-common-items orjson" tests="tests/integrations tests/batch" ;;
  scrapy) extras="scrapy" others="" tests="tests/integrations/test_scrapy.py" ;;
  webpoet) extras="scrapy" others="scrapy-poet zyte-common-items" tests="tests/integrations/test_webpoet.py" ;;
  datatrove) extras="datatrove" others="orjson" tests="tests/integrations/test_datatrove.py" ;;
  spark | ray) extras="$engine,warc" others="" tests="tests/integrations/test_$engine.py" ;;
  *) echo "no such engine: $engine" >&2 && exit 2 ;;
esac
if [ ! -x "$python" ]; then
  python3 -m venv "$environment"
  "$python" -m pip install --quiet --upgrade pip
fi
# shellcheck disable=SC2086 (lists of words)
"$python" -m pip install --quiet --editable ".[parquet,warc,$extras]" $others pytest pytest-recording pytest-socket
export SPARK_LOCAL_IP=127.0.0.1
# shellcheck disable=SC2086
exec "$python" -m pytest $tests tests/integrations/test_docs_examples.py "${@:3}"
