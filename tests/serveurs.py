"""Real servers on loopback, each showing a published folder: Apache reads .htaccess, nginx includes nginx.conf."""

from __future__ import annotations

import http.client
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import Message
from pathlib import Path
from time import sleep

from loopback import free_port
from project import need

APACHE_MODULES = ("/usr/lib/apache2/modules", "/usr/lib64/httpd/modules", "/usr/libexec/apache2")
NGINX_BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
TRIES = 200
WHOLE = (
    "mpm_event",
    "authz_core",
    "unixd",
    "dir",
    "mime",
    "autoindex",
    "negotiation",
    "alias",
    "headers",
    "rewrite",
    "filter",
    "deflate",
)


@dataclass(frozen=True)
class Reponse:
    """What a server answered."""

    statut: int
    entetes: Message
    corps: bytes

    def __getitem__(self, name: str) -> str | None:
        """A header, or None."""
        return self.entetes[name]


@dataclass(frozen=True)
class Serveur:
    """A server that listens on loopback."""

    port: int
    dossier: Path = field(default_factory=Path)

    def get(self, path: str, **headers: str) -> Reponse:
        """Ask for one address; nothing is added to the headers given (Accept_Encoding="br")."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.putrequest("GET", path, skip_host="Host" in headers, skip_accept_encoding=True)
        for name, value in headers.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return Reponse(answer.status, answer.msg, body)


@contextmanager
def listening(command: list[str], port: int, log: Path) -> Iterator[None]:
    """Run a server until the end of the block."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    try:
        for _ in range(TRIES):
            with socket.socket() as probe:
                if process.poll() is not None or probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            sleep(0.05)
        told = process.stderr.read().decode() if process.poll() is not None and process.stderr else ""
        assert process.poll() is None, told + (log.read_text() if log.exists() else "")
        yield
    finally:
        process.terminate()
        process.wait()


@contextmanager
def apache(racine: Path, modules: tuple[str, ...] = WHOLE, override: str = "All", extra: str = "") -> Iterator[Serveur]:
    """Apache, whose DocumentRoot is ``racine``; in ``extra``, *:443 stands for the port on which it listens."""
    program = next((path for name in ("apache2", "httpd") if (path := shutil.which(name, path="/usr/sbin:/usr/bin"))), None)
    folder = next((found for found in APACHE_MODULES if Path(found).is_dir()), None)
    need("Apache", program is not None and folder is not None)
    port = free_port()
    with tempfile.TemporaryDirectory() as own:
        log = Path(own, "error.log")
        loaded = "\n".join(  # Debian has unixd built in, others not
            f"<IfModule !{name}_module>\nLoadModule {name}_module {folder}/mod_{name}.so\n</IfModule>" for name in modules
        )
        Path(own, "httpd.conf").write_text(f"""
            ServerRoot {own}
            ServerName essai.example
            Listen 127.0.0.1:{port}
            {loaded}
            User www-data
            Group www-data
            PidFile {own}/pid
            ErrorLog {log}
            <IfModule mod_mime.c>
            TypesConfig /etc/mime.types
            </IfModule>
            <IfModule mod_deflate.c>
            AddOutputFilterByType DEFLATE text/html text/css
            </IfModule>
            DocumentRoot {racine}
            <Directory />
            Options Indexes FollowSymLinks MultiViews
            AllowOverride {override}
            Require all granted
            </Directory>
            <Files ".ht*">
            Require all denied
            </Files>
            {extra.replace("*:443", f"127.0.0.1:{port}")}
            """)
        with listening([str(program), "-f", f"{own}/httpd.conf", "-DFOREGROUND"], port, log):
            yield Serveur(port, racine.parent)


@contextmanager
def nginx(racine: Path, dossier: Path, brotli: bool = True, block: str = "") -> Iterator[Serveur]:
    """Nginx, whose root is ``racine`` and which includes what is published in ``dossier``; or that obeys ``block``."""
    program = shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/bin")
    need("nginx", program is not None)
    need("le module brotli de nginx", NGINX_BROTLI.is_file() or not brotli)
    port = free_port()
    with tempfile.TemporaryDirectory() as own:
        Path(own).chmod(0o755)
        log = Path(own, "error.log")
        paths = "\n".join(f"{kind}_temp_path {own}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        module, include = (f"load_module {NGINX_BROTLI};", f"include {dossier}/nginx-brotli.conf;") if brotli else ("", "")
        usual = f"""server {{
            server_name essai.example;
            root {racine};
            include {dossier}/nginx.conf;
            {include}
            }}"""
        Path(own, "nginx.conf").write_text(f"""
            {module}
            {"user root;" if os.geteuid() == 0 else ""}
            daemon off;
            pid {own}/pid;
            error_log {log};
            events {{}}
            http {{
            access_log off;
            {paths}
            {(block or usual).replace("server {", f"server {{ listen 127.0.0.1:{port};", 1)}
            }}
            """)
        with listening([str(program), "-e", str(log), "-c", f"{own}/nginx.conf"], port, log):
            yield Serveur(port, dossier)
