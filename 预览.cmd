@echo off
chcp 65001 >nul
setlocal
cd /d "%~dp0"
set "PYTHONUTF8=1"
set "PORT=8765"
set "CHECK=import sys; sys.exit(sys.version_info < (3, 11))"

set "PY="
py -3 -c "%CHECK%" >nul 2>nul && set "PY=py -3"
if not defined PY python -c "%CHECK%" >nul 2>nul && set "PY=python"
if not defined PY (
  echo 没有找到 Python 3.11 或更新的版本。
  echo 请到 https://www.python.org/ 下载安装，安装时勾选 “Add python.exe to PATH”，再双击本文件。
  pause
  exit /b 1
)

title 预览
echo 正在启动预览，首次需要联网安装，约一两分钟。浏览器会自动打开。
echo 看完后关闭本窗口即可。
start "" /b %PY% scripts\_open.py http://127.0.0.1:%PORT%/
%PY% scripts\site.py serve --port %PORT%
if errorlevel 1 (
  echo.
  echo 预览没有正常启动或已中断，原因见上。
  pause
)
