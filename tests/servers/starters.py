# SPDX-License-Identifier: GPL-2.0-or-later
"""Start real servers on 127.0.0.1 and end them again.

Each starter is a context manager that gives a :class:`Server` which answers already. It raises
:class:`Missing` where the server is not installed (``scripts/servers.py`` does that) and
:class:`StartFailed`, with the server's log, where it does not come up. A server leads a group
of its own, ended as a whole, and hears from the kernel when this process dies without ending it.
Call the starters in the main thread: the kernel watches the thread.
"""

from __future__ import annotations

import contextlib
import json
import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import requests

from . import data

HERE = Path(__file__).resolve().parent
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "blankspot"
SYSTEM_PYTHON = "/usr/bin/python3"
PATIENCE = 60.0


class Missing(Exception):
    """A server that is not installed; the text says which."""


class StartFailed(Exception):
    """A server that did not come up; the text holds the end of its log."""


@dataclass(frozen=True)
class Server:
    """A server that runs.

    ``urls`` are the addresses an officer would type, by protocol; ``log`` is what it writes.
    """

    name: str
    port: int
    log: Path
    urls: dict[str, str] = field(default_factory=dict)

    def log_tail(self, lines: int = 40) -> str:
        """Return the end of its log."""
        if not self.log.exists():
            return ""
        return "\n".join(
            self.log.read_text(encoding="utf-8", errors="replace").splitlines()[-lines:]
        )


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def running(
    name: str,
    command: Sequence[str],
    ready: Callable[[], bool],
    log: Path,
    environment: dict[str, str] | None = None,
    folder: Path | None = None,
    farewell: signal.Signals = signal.SIGTERM,
    user: str = "",
) -> Iterator[None]:
    """Run a command until the block ends; enter the block once ``ready`` says yes."""
    guard = ["setpriv", f"--pdeathsig={farewell.name[3:]}"]
    if user:
        guard += [f"--reuid={user}", f"--regid={user}", "--clear-groups"]
    options = {"env": {**os.environ, **(environment or {})}, "cwd": folder}
    with log.open("ab") as out:
        process = subprocess.Popen(
            [*guard, "--", *command],
            stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT,
            start_new_session=True, **options,
        )  # fmt: skip
    try:
        _wait(name, process, ready, log)
        yield
    finally:
        _end(process, farewell)


def _wait(name, process, ready, log):
    deadline = time.monotonic() + PATIENCE
    while not ready():
        ended = process.poll() is not None
        if ended or time.monotonic() > deadline:
            said = Server(name, 0, log).log_tail()
            how = f"ended with {process.returncode}" if ended else f"silent for {PATIENCE:.0f} s"
            raise StartFailed(f"{name} {how}; its log ends:\n{said}")
        time.sleep(0.1)


def _end(process, farewell):
    """End the whole group: gently, and after ten seconds not."""
    for sign in (farewell, signal.SIGKILL):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, sign)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=10)
            break
    # What the leader left behind.
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)


def answers(url: str) -> Callable[[], bool]:
    """Return a question: does this address answer with 200?"""

    def asked() -> bool:
        try:
            return requests.get(url, timeout=10).status_code == 200
        except requests.RequestException:
            return False

    return asked


def _program(*names: str, what: str) -> str:
    for name in names:
        if found := shutil.which(name):
            return found
    raise Missing(f"{what} is not installed; scripts/servers.py does that")


@contextlib.contextmanager
def qgis_server(geopackage: Path, folder: Path) -> Iterator[Server]:
    """QGIS Server: WFS 1.0 and 1.1 at /, OGC API Features at /wfs3."""
    program = _program("qgis_mapserver", what="QGIS Server")
    folder.mkdir(parents=True, exist_ok=True)
    log = folder / "qgis_server.log"
    (folder / "run").mkdir(mode=0o700, exist_ok=True)
    environment = {
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_RUNTIME_DIR": str(folder / "run"),
        "QGIS_CUSTOM_CONFIG_PATH": str(folder / "profile"),
        "QGIS_OPTIONS_PATH": str(folder / "profile"),
        "QGIS_SERVER_LOG_STDERR": "1",
        "QGIS_SERVER_LOG_LEVEL": "1",
    }
    project = folder / "project.qgs"
    write = [SYSTEM_PYTHON, str(HERE / "qgis_project.py"), str(geopackage), str(project)]
    done = subprocess.run(
        [*write, *data.LAYERS], capture_output=True, text=True, env={**os.environ, **environment}
    )
    if not project.exists():
        raise StartFailed(f"the project of QGIS Server was not written:\n{done.stderr}")
    port = free_port()
    root = f"http://127.0.0.1:{port}"
    command = [program, "-p", str(project), f"127.0.0.1:{port}"]
    with running("QGIS Server", command, answers(f"{root}/wfs3.json"), log, environment, folder):
        yield Server("QGIS Server", port, log, {"wfs": f"{root}/", "ogcapi": f"{root}/wfs3"})


def _mapfile(geopackage: Path, root: str) -> str:
    # MapServer has no tables: WFS gives no row, and OGC API answers every list with status 500.
    layers = "\n".join(_map_layer(geopackage, name) for name, epsg in data.LAYERS.items() if epsg)
    return f"""
MAP
  NAME "kabupaten"
  EXTENT {data.WEST} {data.SOUTH} {data.EAST} {data.NORTH}
  SIZE 100 100
  PROJECTION "init=epsg:4326" END
  WEB METADATA
    "ows_title" "Kabupaten contoh"
    "ows_onlineresource" "{root}/?"
    "oga_onlineresource" "{root}/kabupaten/ogcapi"
    "ows_srs" "EPSG:4326 EPSG:32750"
    "ows_enable_request" "*"
    "oga_enable_request" "*"
  END END
  OUTPUTFORMAT
    NAME "geojson"
    DRIVER "OGR/GEOJSON"
    MIMETYPE "application/json; subtype=geojson"
    FORMATOPTION "STORAGE=stream"
    FORMATOPTION "FORM=simple"
    FORMATOPTION "LCO:COORDINATE_PRECISION=8"
  END
{layers}
END
"""


def _map_layer(geopackage: Path, name: str) -> str:
    epsg = data.LAYERS[name]
    kind = "POINT" if name in ("menara", "wifi") else "POLYGON"
    return f"""
  LAYER
    NAME "{name}"
    TYPE {kind}
    STATUS ON
    CONNECTIONTYPE OGR
    CONNECTION "{geopackage}"
    DATA "{name}"
    PROJECTION "init=epsg:{epsg}" END
    TEMPLATE "none.html"
    METADATA
      "ows_title" "{name}"
      "gml_include_items" "all"
      "ows_include_items" "all"
      "gml_types" "auto"
      "gml_featureid" "kode"
      "ows_featureid" "kode"
      "wfs_getfeature_formatlist" "geojson"
      "ows_encoding" "UTF-8"
    END
  END"""


@contextlib.contextmanager
def mapserver(geopackage: Path, folder: Path) -> Iterator[Server]:
    """MapServer 8: WFS 1.0, 1.1 and 2.0 at /, OGC API Features at /kabupaten/ogcapi."""
    program = _program("mapserv", "/usr/lib/cgi-bin/mapserv", what="MapServer")
    folder.mkdir(parents=True, exist_ok=True)
    log = folder / "mapserver.log"
    port = free_port()
    root = f"http://127.0.0.1:{port}"
    (folder / "kabupaten.map").write_text(_mapfile(geopackage, root), encoding="utf-8")
    config = folder / "mapserver.conf"
    config.write_text(
        'CONFIG\n  ENV\n    "MS_MAP_PATTERN" "."\n  END\n'
        f'  MAPS\n    "kabupaten" "{folder}/kabupaten.map"\n  END\nEND\n',
        encoding="utf-8",
    )
    environment = {
        "MAPSERVER_CONFIG_FILE": str(config),
        "MS_MAPFILE": str(folder / "kabupaten.map"),
    }
    command = [sys.executable, str(HERE / "cgi_server.py"), str(port), program]
    ready = answers(f"{root}/?SERVICE=WFS&REQUEST=GetCapabilities")
    with running("MapServer", command, ready, log, environment, folder):
        urls = {"wfs": f"{root}/", "ogcapi": f"{root}/kabupaten/ogcapi"}
        yield Server("MapServer", port, log, urls)


def _pygeoapi_config(geopackage: Path, port: int) -> dict:
    root = f"http://127.0.0.1:{port}"
    about = {"title": "Kabupaten contoh", "description": "tests", "keywords": ["tests"]}
    link = {"type": "text/html", "rel": "canonical", "href": root, "title": "tests"}
    extent = {"spatial": {"bbox": [data.WEST, data.SOUTH, data.EAST, data.NORTH]}}
    return {
        "server": {
            "bind": {"host": "127.0.0.1", "port": port},
            "url": root,
            "mimetype": "application/json; charset=UTF-8",
            "encoding": "utf-8",
            "languages": ["en-US"],
            "limits": {"default_items": 10, "max_items": 10000},
            "map": {"url": "https://127.0.0.1/{z}/{x}/{y}.png", "attribution": "none"},
        },
        "logging": {"level": "ERROR"},
        "metadata": {
            "identification": {
                **about,
                "keywords_type": "theme",
                "terms_of_service": "",
                "url": root,
            },
            "license": {"name": "none", "url": root},
            "provider": {"name": "tests", "url": root},
            "contact": {"name": "tests"},
        },
        "resources": {
            name: {
                "type": "collection",
                "title": name,
                "description": name,
                "keywords": ["tests"],
                "links": [link],
                "extents": extent,
                "providers": [
                    {
                        "type": "feature",
                        "name": "SQLiteGPKG",
                        "data": str(geopackage),
                        "id_field": "kode",
                        "table": name,
                    }
                ],
            }
            for name, epsg in data.LAYERS.items()
            if epsg
        },
    }  # fmt: skip


@contextlib.contextmanager
def pygeoapi(geopackage: Path, folder: Path) -> Iterator[Server]:
    """pygeoapi: OGC API Features at /, over SQLite, so that 200,000 points are no trouble."""
    python = _program(str(CACHE / "pygeoapi" / "bin" / "python"), what="pygeoapi")
    folder.mkdir(parents=True, exist_ok=True)
    log = folder / "pygeoapi.log"
    port = free_port()
    served = data.make_degrees(geopackage, folder / "degrees.gpkg")
    config, openapi = folder / "config.yml", folder / "openapi.yml"
    # JSON is YAML.
    config.write_text(json.dumps(_pygeoapi_config(served, port)), encoding="utf-8")
    environment = {
        "PYGEOAPI_CONFIG": str(config),
        "PYGEOAPI_OPENAPI": str(openapi),
        "PYTHONPATH": "",
    }
    code = "from pygeoapi.flask_app import APP; import sys;"
    code += "APP.run('127.0.0.1', int(sys.argv[1]), threaded=False)"
    describe = [python, "-c", "from pygeoapi import cli; cli()", "openapi", "generate", str(config)]
    describe += ["--output-file", str(openapi)]
    env = {**os.environ, **environment}
    done = subprocess.run(describe, capture_output=True, text=True, env=env)
    if done.returncode:
        raise StartFailed(f"pygeoapi could not describe itself:\n{done.stdout}{done.stderr}")
    root = f"http://127.0.0.1:{port}"
    command = [python, "-c", code, str(port)]
    with running("pygeoapi", command, answers(f"{root}/?f=json"), log, environment, folder):
        yield Server("pygeoapi", port, log, {"ogcapi": root})


@contextlib.contextmanager
def koop(geopackage: Path, folder: Path) -> Iterator[Server]:
    """Koop: an ArcGIS FeatureServer a layer. It reads its whole file at every request."""
    node = _program("node", what="Node.js")
    modules = CACHE / "koop" / "node_modules"
    if not (modules / "@koopjs" / "koop-core").is_dir():
        raise Missing("Koop is not installed; scripts/servers.py does that")
    folder.mkdir(parents=True, exist_ok=True)
    log = folder / "koop.log"
    data.make_geojson(geopackage, folder / "data")
    port = free_port()
    root = f"http://127.0.0.1:{port}/file-geojson/rest/services"
    urls = {name: f"{root}/{name}/FeatureServer" for name, epsg in data.LAYERS.items() if epsg}
    command = [node, str(HERE / "koop" / "server.js"), str(port)]
    environment = {"NODE_PATH": str(modules), "SUPPRESS_NO_CONFIG_WARNING": "1"}
    with running("Koop", command, answers(urls["wifi"]), log, environment, folder):
        yield Server("Koop", port, log, urls)


def _postgres_folder() -> Path:
    versions = sorted(
        Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name)
    )
    if not versions:
        raise Missing("PostgreSQL is not installed; scripts/servers.py does that")
    newest = versions[-1]
    share = Path("/usr/share/postgresql") / newest.parent.name / "extension/postgis.control"
    if not share.exists():
        raise Missing("PostGIS is not installed; scripts/servers.py does that")
    return newest


@contextlib.contextmanager
def postgis(geopackage: Path, folder: Path) -> Iterator[Server]:
    """PostgreSQL with PostGIS: a cluster of its own, no password, database ``kabupaten``."""
    programs = _postgres_folder()
    user = "postgres" if os.geteuid() == 0 else ""
    folder.mkdir(parents=True, exist_ok=True)
    log = folder / "postgis.log"
    # pytest's folders are closed to other users, and postgres will not run as root.
    cluster = Path(tempfile.mkdtemp(prefix="blankspot-postgis-"))
    try:
        if user:
            account = pwd.getpwnam(user)
            os.chown(cluster, account.pw_uid, account.pw_gid)
        with _cluster(programs, cluster, user, log) as port:
            _fill(geopackage, port)
            yield Server("PostGIS", port, log, {"postgis": _dsn(port, "kabupaten")})
    finally:
        shutil.rmtree(cluster, ignore_errors=True)


def _dsn(port: int, database: str) -> str:
    return f"host=127.0.0.1 port={port} user=postgres dbname={database}"


@contextlib.contextmanager
def _cluster(programs: Path, cluster: Path, user: str, log: Path) -> Iterator[int]:
    guard = ["setpriv", f"--reuid={user}", f"--regid={user}", "--clear-groups"] if user else []
    make = [*guard, str(programs / "initdb"), f"--pgdata={cluster / 'data'}", "--auth=trust"]
    make += ["--username=postgres", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]
    done = subprocess.run(make, capture_output=True, text=True, cwd="/")
    log.write_text(done.stdout + done.stderr, encoding="utf-8")
    if done.returncode:
        raise StartFailed(f"PostgreSQL's folder was not made:\n{done.stderr}")
    port = free_port()
    settings = {
        "port": port,
        "listen_addresses": "127.0.0.1",
        "unix_socket_directories": cluster,
        # What is lost with the tests need not be safe, and a chroot may have no /dev/shm.
        "fsync": "off",
        "synchronous_commit": "off",
        "dynamic_shared_memory_type": "mmap",
    }
    command = [str(programs / "postgres"), "-D", str(cluster / "data")]
    for name, value in settings.items():
        command += ["-c", f"{name}={value}"]
    # pg_isready itself waits and asks as a client does.
    ask = [str(programs / "pg_isready"), "--quiet", "--host=127.0.0.1", f"--port={port}"]

    def ready() -> bool:
        return subprocess.run(ask, check=False).returncode == 0

    # SIGINT is PostgreSQL's "fast shutdown": it waits for no client.
    options = {"folder": Path("/"), "farewell": signal.SIGINT, "user": user}
    with running("PostgreSQL", command, ready, log, **options):
        yield port


def _fill(geopackage: Path, port: int) -> None:
    from osgeo import gdal, ogr

    ogr.UseExceptions()
    gdal.UseExceptions()
    server = ogr.Open(f"PG:{_dsn(port, 'postgres')}", update=1)
    if server is None:
        raise Missing("GDAL has no PostgreSQL driver")
    server.ExecuteSQL("CREATE DATABASE kabupaten")
    del server
    target = f"PG:{_dsn(port, 'kabupaten')}"
    database = ogr.Open(target, update=1)
    database.ExecuteSQL("CREATE EXTENSION postgis")
    del database
    gdal.SetConfigOption("PG_USE_COPY", "YES")
    try:
        for name in data.LAYERS:
            options = {"format": "PostgreSQL", "accessMode": "update", "layers": [name]}
            options["layerCreationOptions"] = ["GEOMETRY_NAME=geom", "FID=fid"]
            gdal.VectorTranslate(target, str(geopackage), **options)
    finally:
        gdal.SetConfigOption("PG_USE_COPY", None)
