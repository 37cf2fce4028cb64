@echo off
rem Windows: schtasks /create /tn gongkai /sc daily /st 06:30 /tr "C:\gongkai\qingshan\<this folder>\daily.cmd"
cd /d "%~dp0.."
if not exist reports mkdir reports
call gongkai build > reports\build.txt 2>&1
call gongkai check --format ics -o reports\deadlines.ics --level block > nul
call gongkai check --format html -o reports\check.html --level error
