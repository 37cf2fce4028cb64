"""A published site over the network: its manifest, and every file that it names, read and compared."""

from __future__ import annotations

import hashlib
import http.client
import ssl
import urllib.error
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import IO, Any
from urllib.parse import SplitResult, quote, urlsplit, urlunsplit

from gongkai.exports.manifest import NAME, FileFact, ManifestError, parse_manifest

TIMEOUT = 20.0
_CHUNK = 1 << 16
_LARGEST_MANIFEST = 200 * 1024 * 1024
_AT_ONCE = 4
_GONE = (404, 410)
_CODES = {401: "要登录", 403: "服务器不让访问", 429: "服务器嫌访问太快", 503: "服务器暂时不提供服务"}


class Unreachable(Exception):
    """An address that cannot be read: why, in Chinese. `gone` says that the server has no such file."""

    def __init__(self, message: str, *, gone: bool = False) -> None:
        super().__init__(message)
        self.gone = gone


class WrongAddress(ValueError):
    """A text that is no address of a site; the text says why, in Chinese."""


@dataclass(frozen=True, slots=True)
class Read:
    """What became of a file: its facts, none if it is not there; or why it could not be read."""

    path: str
    fact: FileFact | None = None
    trouble: str = ""


class _SameHost(urllib.request.HTTPRedirectHandler):
    """Follows the server's own redirections; another host might answer anything, and http hides who does."""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Any, newurl: str
    ) -> urllib.request.Request | None:
        old, new = urlsplit(req.full_url), urlsplit(newurl)
        if wrong := _wrong_way(old, new):
            fp.close()
            raise Unreachable(wrong)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _wrong_way(old: SplitResult, new: SplitResult) -> str:
    """Why a redirection is not followed; empty for one that is."""
    if new.hostname != old.hostname:
        return f"转到了别的网站 {new.hostname or '（没有写明）'}，没有跟过去"
    if new.scheme not in ("http", "https") or (old.scheme == "https" and new.scheme != "https"):
        return "转到了别的协议，没有跟过去"
    return ""


@dataclass(frozen=True, slots=True)
class RemoteSite:
    """A site at an address that ends with `/`."""

    base: str
    timeout: float = TIMEOUT

    def manifest(self) -> dict[str, FileFact]:
        """The manifest. Raises `Unreachable`, or `ManifestError` for one that is not ours."""
        data = b"".join(self._read(NAME, _LARGEST_MANIFEST))
        if len(data) > _LARGEST_MANIFEST:
            raise ManifestError(f"{NAME} 太大，不是 gongkai 生成的文件清单。")
        found = dict(parse_manifest(data))
        for path in found:
            if path.startswith("/") or "\\" in path or ".." in path.split("/") or ":" in path.split("/")[0]:
                raise ManifestError(f"{NAME} 里有不该有的路径“{path[:60]}”，可能被改动过。")
        return found

    def files(self, expected: dict[str, FileFact]) -> Iterator[Read]:
        """Every file in the order of the manifest, several at once; no more than its size is read of any."""
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            try:
                yield from pool.map(lambda pair: self._file(*pair), sorted(expected.items()))
            finally:
                pool.shutdown(cancel_futures=True)

    def _file(self, path: str, expected: FileFact) -> Read:
        digest, size = hashlib.sha256(), 0
        try:
            for block in self._read(path, expected.size):
                digest.update(block)
                size += len(block)
        except Unreachable as error:
            return Read(path) if error.gone else Read(path, trouble=str(error))
        return Read(path, FileFact(digest.hexdigest(), size))

    def _read(self, path: str, most: int) -> Iterator[bytes]:
        """The bytes of a file, at most one more than `most`."""
        request = urllib.request.Request(  # noqa: S310 - the scheme was looked at in `remote_site`
            self.base + quote(path), headers={"User-Agent": "gongkai", "Accept-Encoding": "identity"}
        )
        opener = urllib.request.build_opener(_SameHost)
        try:
            with opener.open(request, timeout=self.timeout) as answer:
                left = most + 1
                while left > 0 and (block := answer.read(min(_CHUNK, left))):
                    left -= len(block)
                    yield block
        except urllib.error.HTTPError as error:
            with error:
                said = _CODES.get(error.code, "")
                raise Unreachable(
                    f"服务器回答 {error.code}{f'（{said}）' if said else ''}", gone=error.code in _GONE
                ) from error
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise Unreachable(_why(error)) from error


def _why(error: Exception) -> str:
    """A failure of the network in a few Chinese words."""
    reason = getattr(error, "reason", error)
    if isinstance(reason, ssl.SSLCertVerificationError):
        return "网站的证书不对或已过期"
    if isinstance(reason, ssl.SSLError):
        return "加密连接（https）建立不了"
    if isinstance(reason, TimeoutError):
        return "等了太久没有回答"
    if isinstance(reason, ConnectionRefusedError):
        return "服务器拒绝连接"
    if isinstance(reason, ConnectionError | http.client.IncompleteRead | http.client.RemoteDisconnected):
        return "连接中途断开"
    if type(reason).__name__ == "gaierror":
        return "找不到这个网站，请检查网址和网络"
    return f"读不了（{type(reason).__name__}）"


def is_address(text: str) -> bool:
    """Whether a text is meant as an address rather than a folder."""
    return text.lower().startswith(("http://", "https://"))


def remote_site(text: str, timeout: float = TIMEOUT) -> RemoteSite:
    """The site of an address, with or without `index.html` or `manifest.json`. Raises `WrongAddress`."""
    try:
        parts = urlsplit(text.strip())
        host = parts.hostname
        _ = parts.port
    except ValueError as error:
        raise WrongAddress(f"“{text}”不是完整的网址。") from error
    if not host or parts.username is not None:
        raise WrongAddress(f"“{text}”不是完整的网址，应当像 https://www.qingshan.example/zwgk/。")
    path = quote(parts.path, safe="/%")
    folder, _, last = path.rpartition("/")
    whole = folder if "." in last else path.rstrip("/")
    netloc = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode("ascii")
    return RemoteSite(urlunsplit((parts.scheme.lower(), netloc, f"{whole}/", "", "")), timeout)
