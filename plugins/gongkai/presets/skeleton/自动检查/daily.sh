#!/bin/sh
# 每天生成并检查一次（Linux）。crontab -e 里加一行，例如每天 6:30：
# 30 6 * * * /srv/gongkai/qingshan/自动检查/daily.sh
# 没有单独安装 gongkai 的，把下一行的 gongkai 改成 程序文件夹/.venv/bin/gongkai（写完整路径）。
GONGKAI="${GONGKAI:-gongkai}"
cd "$(dirname "$0")/.." || exit 2
mkdir -p reports
command -v "$GONGKAI" > /dev/null || { echo "找不到 $GONGKAI，请改 自动检查/daily.sh 第 5 行。" | tee reports/build.txt; exit 2; }
"$GONGKAI" build > reports/build.txt 2>&1
"$GONGKAI" check --format ics -o reports/deadlines.ics --level block > /dev/null
"$GONGKAI" check --format html -o reports/check.html --level error
