#!/bin/sh
# 每天生成并检查一次（Linux）。crontab -e 里加一行，例如每天 6:30：
# 30 6 * * * /srv/gongkai/qingshan/自动检查/daily.sh
cd "$(dirname "$0")/.." || exit 2
mkdir -p reports
gongkai build > reports/build.txt 2>&1
gongkai check --format ics -o reports/deadlines.ics --level block > /dev/null
gongkai check --format html -o reports/check.html --level error
