"""Each module can be the first one that is imported: none leans on another having been imported before."""

import json
import subprocess
import sys

import pytest

from tests.arch.source import PACKAGE, PLUGINS, read_modules

# One interpreter for all, cleaned of the package before each import: much quicker than one for each.
PROBE = """
import importlib, json, sys, traceback
package, names = json.loads(sys.stdin.read())
failed = {}
for name in names:
    for loaded in [each for each in sys.modules if each == package or each.startswith(package + ".")]:
        del sys.modules[loaded]
    try:
        importlib.import_module(name)
    except BaseException as error:
        failed[name] = "".join(traceback.format_exception_only(error)).strip()
print(json.dumps(failed))
"""


def failed_imports(names: list[str], path: str = str(PLUGINS)) -> dict[str, str]:
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", f"import sys; sys.path.insert(0, {path!r}){PROBE}"],
        input=json.dumps([PACKAGE, names]),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return dict(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.slow
def test_every_module_imports_alone() -> None:
    names = [name for name in read_modules() if not name.endswith(".__main__")]
    assert failed_imports(names) == {}


def test_a_module_that_does_not_import_is_seen() -> None:
    assert list(failed_imports(["gongkai", "gongkai.no_such_room"])) == ["gongkai.no_such_room"]
