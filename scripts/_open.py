"""Open an address in the browser as soon as its server answers; used by 预览.cmd.

The first preview installs the program before it serves, so the wait may be long.
"""

import sys
import time
import urllib.error
import urllib.request
import webbrowser
from collections.abc import Sequence

PATIENCE = 600.0
PAUSE = 0.5


def main(argv: Sequence[str]) -> int:
    """Wait for the address and open it; 1 if it never answers."""
    address = argv[0]
    give_up = time.monotonic() + PATIENCE
    while time.monotonic() < give_up:
        if answers(address):
            webbrowser.open(address)
            return 0
        time.sleep(PAUSE)
    return 1


def answers(address: str) -> bool:
    """Whether a server answers there, with a page or with an error of its own."""
    try:
        with urllib.request.urlopen(address, timeout=5):  # noqa: S310 (the address is our own preview)
            return True
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
