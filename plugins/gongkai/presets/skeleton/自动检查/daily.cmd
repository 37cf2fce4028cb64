@echo off
rem Windows: schtasks /create /tn gongkai /sc daily /st 06:30 /tr "C:\gongkai\qingshan\<this folder>\daily.cmd"
rem If gongkai is not installed by itself, write here where it is: set GONGKAI=C:\gongkai\.venv\Scripts\gongkai.exe
if not defined GONGKAI set GONGKAI=gongkai
cd /d "%~dp0.."
if not exist reports mkdir reports
call "%GONGKAI%" build > reports\build.txt 2>&1
call "%GONGKAI%" check --format ics -o reports\deadlines.ics --level block > nul
call "%GONGKAI%" check --format html -o reports\check.html --level error
