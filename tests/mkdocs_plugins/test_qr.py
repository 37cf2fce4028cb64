"""The quick way to a QR code gives what segno gives."""

import base64
import io

import segno
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from gongkai.mkdocs_plugins.qr import QrMaker, modules

BASE = "https://www.shili.example/qingshan/info/"
NAMES = st.text("abcdefghijklmnopqrstuvwxyz0123456789-", min_size=20, max_size=22)


@settings(max_examples=60, deadline=None)
@given(st.lists(NAMES, min_size=2, max_size=8))
def test_is_segnos_bit_for_bit(names: list[str]) -> None:
    maker = QrMaker()
    for name in names:
        url = f"{BASE}{name}/"
        assert maker.matrix(url) == modules(url.encode())


def test_the_order_of_pages_does_not_matter() -> None:
    urls = [f"{BASE}990121001-202611-{n:05d}/" for n in (1, 27, 330)]
    one, other = QrMaker(), QrMaker()
    assert [one.data_url(u) for u in urls] == [other.data_url(u) for u in reversed(urls)][::-1]


def test_the_picture_shows_the_modules_with_a_quiet_zone() -> None:
    url = f"{BASE}990121001-202611-00001/"
    data = base64.b64decode(QrMaker().data_url(url).partition(",")[2])
    image = Image.open(io.BytesIO(data)).convert("1")
    code = segno.make_qr(url.encode(), error="m", mode="byte", mask=2, boost_error=False)
    drawn = Image.open(_png(code)).convert("1")
    assert image.size == drawn.size
    assert image.tobytes() == drawn.tobytes()


def _png(code: segno.QRCode) -> io.BytesIO:
    out = io.BytesIO()
    code.save(out, kind="png", border=4, scale=1)
    out.seek(0)
    return out
