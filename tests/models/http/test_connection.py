"""The way to a server: proxies and certificates, and errors that name the setting or variable that is wrong."""

from __future__ import annotations

import ssl
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import scripted_server as server
from calls import a_call
from scripted_server import ScriptedServer, always

from summarizer import Summarizer
from summarizer.errors import ConfigError, ModelUnavailable
from summarizer.models.http.connection import connection_of
from summarizer.models.openai.chat import OpenAIChat
from summarizer.models.request_policy import RequestPolicy

URL = "http://127.0.0.1:9/v1"
PASSWORD = "pass-word-0123456789"  # noqa: S105 -- made up
NAMES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "SSL_CERT_FILE", "SSL_CERT_DIR", "OPENAI_BASE_URL")


@pytest.fixture(autouse=True)
def no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees a proxy or certificates of the machine it runs on."""
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


def bad_files(folder: Path) -> dict[str, str]:
    """Paths that name no certificates, by what is wrong with them."""
    (folder / "empty.pem").touch()
    (folder / "text.pem").write_text("no certificate")
    (folder / "cut.pem").write_text("-----BEGIN CERTIFICATE-----\nMIIB")
    (folder / "bytes.pem").write_bytes(bytes(range(256)))
    files = {path.stem: str(path) for path in folder.glob("*.pem")}
    return files | {"nowhere": str(folder / "nowhere.pem"), "folder": str(folder), "long": "a" * 5000}


@pytest.mark.parametrize("kind", ["empty", "text", "cut", "bytes", "nowhere", "folder", "long"])
@pytest.mark.parametrize("named", ["SSL_CERT_FILE", "ca_file="])
def test_certificates_that_are_none(named: str, kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is not there, or holds none, is an error of configuration that names the setting and the file."""
    path = bad_files(tmp_path)[kind]
    policy = RequestPolicy(ca_file=path) if named == "ca_file=" else RequestPolicy()
    if named != "ca_file=":
        monkeypatch.setenv(named, path)
    with pytest.raises(ConfigError, match=named) as caught:
        Summarizer(model="m", base_url=URL, request=policy)
    assert path[:200] in str(caught.value)


def test_a_path_with_a_nul() -> None:
    """No system takes it, and it is an error of configuration as well."""
    with pytest.raises(ConfigError, match="ca_file="):
        connection_of(URL, request=RequestPolicy(ca_file="a\0b"))


def test_a_folder_of_certificates_that_is_not_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """It is named like a file."""
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path / "nowhere"))
    with pytest.raises(ConfigError, match="SSL_CERT_DIR"):
        connection_of(URL, request=RequestPolicy())
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path))
    assert connection_of(URL, request=RequestPolicy()).trusted.verify_mode is ssl.CERT_REQUIRED


@pytest.mark.parametrize(
    "proxy",
    ["://", "http://", "ftp://host:1", "socks4://host:1", "http://host:port", "http://host:0", "http://[::1",
     "http://a b:1", "http://a..b:1", "http://h\x01:1"],
)  # fmt: skip
@pytest.mark.parametrize("named", ["http_proxy", "ALL_PROXY", "proxy="])
def test_proxies_that_are_none(named: str, proxy: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The setting or variable is named, and no password shown."""
    proxy = proxy.replace("://", f"://me:{PASSWORD}@")
    policy = RequestPolicy(proxy=proxy) if named == "proxy=" else RequestPolicy()
    if named != "proxy=":
        monkeypatch.setenv(named, proxy)
    with pytest.raises(ConfigError, match=named) as caught:
        OpenAIChat("m", base_url=URL, request=policy)
    assert PASSWORD not in str(caught.value)


def test_socks_without_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    """The package is named, and how to install it."""
    monkeypatch.setenv("ALL_PROXY", "socks5://127.0.0.1:1080")
    with pytest.raises(ConfigError, match=r"ALL_PROXY.*pip install socksio"):
        connection_of(URL, request=RequestPolicy())


@pytest.mark.parametrize(
    ("environment", "policy", "expected"),
    [
        ({"HTTP_PROXY": "http://p:1"}, {}, "HTTP_PROXY"),
        ({"http_proxy": "p:1"}, {}, "http_proxy"),
        ({"HTTPS_PROXY": "http://p:1"}, {}, ""),
        ({"ALL_PROXY": "http://p:1"}, {}, "ALL_PROXY"),
        ({"HTTP_PROXY": "http://p:1", "NO_PROXY": "127.0.0.1"}, {}, ""),
        ({"HTTP_PROXY": "http://p:1", "NO_PROXY": "*"}, {}, ""),
        ({"HTTP_PROXY": "http://p:1"}, {"proxy": ""}, ""),
        ({"HTTP_PROXY": "://"}, {"proxy": "http://q:1"}, "proxy="),
    ],
)
def test_which_proxy_is_taken(
    environment: dict[str, str], policy: dict[str, Any], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The setting comes first, then the variable for the URL's scheme, then that for all; NO_PROXY exempts hosts."""
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    connection = connection_of(URL, request=RequestPolicy(**policy))
    assert connection.via == (f"the proxy of {expected}" if expected else "")


def test_requests_go_through_the_proxy() -> None:
    """A proxy gets the whole URL, and its password as a proxy's."""
    with ScriptedServer(always(server.reply("{}"))) as proxy:
        url = proxy.base_url.removesuffix("/v1").replace("//", f"//me:{PASSWORD}@")
        with closing(OpenAIChat("m", base_url="http://far.invalid/v1", request=RequestPolicy(proxy=url))) as model:
            assert model.send(a_call()).text == "{}"
    (request,) = proxy.requests
    assert request.path == "http://far.invalid/v1/chat/completions"
    assert request.headers["proxy-authorization"].startswith("Basic ")


def test_a_proxy_that_is_down_is_named() -> None:
    """The message says which setting led there, and shows no password."""
    request = RequestPolicy(proxy=f"http://me:{PASSWORD}@127.0.0.1:9")
    with (
        closing(OpenAIChat("m", base_url="http://far.invalid/v1", request=request)) as model,
        pytest.raises(ModelUnavailable, match=r"through the proxy of proxy= .*Connection refused") as caught,
    ):
        model.send(a_call())
    assert PASSWORD not in str(caught.value)


def test_the_servers_certificate_is_checked(tmp_path: Path) -> None:
    """A certificate that nobody vouches for is no connection, and the message says how to name one's own authority."""
    support = Path(server.__file__).parent
    certificate, key = support / "certificate.pem", support / "certificate.key"
    with ScriptedServer(always(server.reply("{}")), certificate=(certificate, key)) as http:
        with (
            closing(OpenAIChat("m", base_url=http.base_url)) as model,
            pytest.raises(ModelUnavailable, match=r"no connection that can be trusted.*ca_file"),
        ):
            model.send(a_call())
        with closing(OpenAIChat("m", base_url=http.base_url, request=RequestPolicy(ca_file=certificate))) as model:
            assert model.send(a_call()).text == "{}"
