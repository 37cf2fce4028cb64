"""Set-up and every `gongkai` command in one: `python3 scripts/site.py build`, `serve`, `check`, …

The first run makes the virtual environment, later runs use it. Arguments go to `gongkai` unchanged, and its
exit code comes back unchanged.
"""

import re
import sys
from collections.abc import Sequence
from pathlib import Path

# The scripts import each other from the repository's root. Their own folder is taken off the path: this
# file has the name of a standard module.
if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).resolve().parent.parent)

from scripts._setup import ROOT, child_env, ensure, program, run_child, run_main

CONFIG = "mkdocs.yml"
SITE_DIR = "site"
USAGE = """用法：python3 scripts/site.py 命令 [选项]

常用命令：
  build     生成站点（演示站点在 site 文件夹）
  serve     在本机预览，改了内容自动更新
  check     检查内容
  init      新建一个站点
  withdraw  撤下一条信息

例：python3 scripts/site.py build
全部命令：python3 scripts/site.py --help"""


def main(argv: Sequence[str]) -> int:
    """Make the environment if need be, run `gongkai` with these arguments, return its exit code."""
    if not argv:
        print(USAGE)
        return 2
    ensure(say=lambda line: print(line, file=sys.stderr))
    folder = working_folder(argv, Path.cwd())
    code = run_child([str(program("gongkai")), *argv], cwd=folder, env=child_env())
    if code == 0 and says_where(argv):
        print(where_to_look(argv, folder))
    return code


def working_folder(argv: Sequence[str], here: Path) -> Path:
    """Where the command runs: here if here is a site or the user names one, else on the demonstration."""
    names_site = any(part.split("=")[0] in {"--config-file", "-f"} for part in argv)
    if argv[0] == "init" or argv[0].startswith("-") or names_site or (here / CONFIG).is_file():
        return here
    return ROOT


def says_where(argv: Sequence[str]) -> bool:
    """Whether a closing word is wanted: after a build that does not speak to a program."""
    return argv[0] == "build" and not {"--help", "-h", "json", "--format=json"} & set(argv)


def where_to_look(argv: Sequence[str], folder: Path) -> str:
    """The closing word of a build: where the site is and how to look at it."""
    given = option(argv, "--site-dir", "")
    site = (
        folder / given
        if given
        else configured(folder / option(argv, "--config-file", option(argv, "-f", CONFIG)))
    )
    python = "py" if sys.platform == "win32" else "python3"
    shown = f'"{site}"' if " " in str(site) else str(site)
    return f"站点在：{site}\n查看方法：{python} -m http.server -d {shown} 8000，再用浏览器打开 http://127.0.0.1:8000/"


def configured(config: Path) -> Path:
    """The site's folder as a configuration file gives it: relative to that file, `site` where it says nothing."""
    text = config.read_text(encoding="utf-8-sig", errors="replace") if config.is_file() else ""
    found = re.search(r"""^site_dir:[ \t]*["']?([^"'#\n]*[^"'#\s])""", text, re.MULTILINE)
    return config.parent / (found[1] if found else SITE_DIR)


def option(argv: Sequence[str], name: str, default: str) -> str:
    """The value of an option given as `--name value` or `--name=value`; the last one counts."""
    value = default
    for part, following in zip(argv, [*argv[1:], default], strict=True):
        if part == name:
            value = following
        elif part.startswith(f"{name}="):
            value = part.partition("=")[2]
    return value


if __name__ == "__main__":
    run_main(main)
