# SPDX-License-Identifier: GPL-2.0-or-later
"""Every protocol against every real server that speaks it: all arrives, once, where it belongs."""

from __future__ import annotations

from contextlib import contextmanager
from typing import ClassVar

import pytest
import requests

from blankspot_plugin.core import errors
from blankspot_plugin.services import service
from blankspot_plugin.services.model import Connection, Query

pytest.importorskip("osgeo.ogr")

from tests.servers import data  # noqa: E402
from tests.servers.reading import box, rows_of_page, truth  # noqa: E402

# Fixture, protocol, what is added to the address.
WFS = [
    ("qgis_server", "wfs", "?VERSION=1.0.0"),
    ("qgis_server", "wfs", "?VERSION=1.1.0"),
    ("qgis_server", "wfs", ""),
    ("mapserver", "wfs", "?VERSION=1.0.0"),
    ("mapserver", "wfs", "?VERSION=1.1.0"),
    ("mapserver", "wfs", "?VERSION=2.0.0"),
    ("mapserver", "wfs", ""),
]
OGCAPI = [("qgis_server", "ogcapi", ""), ("mapserver", "ogcapi", ""), ("pygeoapi", "ogcapi", "")]
ARCGIS = [("koop", "arcgis", "")]
CASES = WFS + OGCAPI + ARCGIS
# The layers with geometry.
NAMES = [name for name, epsg in data.LAYERS.items() if epsg]


class Spoken:
    """A protocol spoken with one server."""

    # Capabilities take MapServer half a second, and every test asks for a name.
    _names: ClassVar[dict] = {}

    def __init__(self, server, word, extra, folder):
        self.server, self.word, self.extra, self.folder = server, word, extra, folder
        self.module = service(word)
        self.session = requests.Session()

    def connection(self, name, page_size=0):
        url = self.server.urls[name if self.word == "arcgis" else self.word]
        return Connection(self.word, url + self.extra, page_size)

    def layers(self, name="menara"):
        return self.module.layers(self.session, self.connection(name))

    def full_name(self, name):
        """Return the name the service has for a layer: with a prefix, or as a number."""
        key = (self.server.port, self.word, self.extra, name)
        if key not in self._names:
            infos = self.layers(name)
            if self.word != "arcgis":
                infos = [info for info in infos if info.name.rpartition(":")[2] == name]
            self._names[key] = infos[0].name
        return self._names[key]

    @property
    def is_mapserver_ogcapi(self):
        """MapServer 8.0.0 ignores ``offset``, and draws every part in every part."""
        return self.server.name == "MapServer" and self.word == "ogcapi"

    def count(self, name, extent=None):
        query = Query(self.full_name(name), extent)
        return self.module.count(self.session, self.connection(name), query)

    def pages(self, name, extent=None, page_size=0):
        query = Query(self.full_name(name), extent)
        if not page_size and self.is_mapserver_ogcapi:
            page_size = 5000
        connection = self.connection(name, page_size)
        return list(self.module.pages(self.session, connection, query, self.folder))


@pytest.fixture
def spoken(request, tmp_path):
    fixture, word, extra = request.param
    try:
        made = Spoken(request.getfixturevalue(fixture), word, extra, tmp_path)
    except ModuleNotFoundError as error:
        pytest.skip(f"{error.name} is not written yet")
    yield made
    made.session.close()


def each(cases):
    names = ["-".join(part.strip("?") for part in case if part) for case in cases]
    return pytest.mark.parametrize("spoken", cases, indirect=True, ids=names)


def by_code(pages):
    """Return the rows of pages by their code; none may come twice."""
    rows = [row for page in pages for row in rows_of_page(page)]
    found = {int(row.values["kode"]): row for row in rows}
    assert len(found) == len(rows), "a feature came twice"
    return found


def apart(one, other):
    """Return how far the boxes of two shapes are apart in degrees."""
    boxes = zip(one.GetEnvelope(), other.GetEnvelope())
    return max(abs(a - b) for a, b in boxes)


@each(CASES)
def test_layers(spoken):
    if spoken.word == "arcgis":
        (info,) = spoken.layers("desa")
        assert info.geometry == "polygon"
        return
    infos = {info.name.rpartition(":")[2]: info for info in spoken.layers()}
    assert set(NAMES) <= set(infos)
    for name in NAMES:
        bounds = infos[name].bounds
        if bounds is None:
            # QGIS Server writes metres where WFS 1.0 wants degrees.
            assert spoken.extra == "?VERSION=1.0.0" and data.LAYERS[name] != data.WGS_84
            continue
        west, south, east, north = bounds
        # The whole of it, and no ocean around it.
        assert west == pytest.approx(data.WEST, abs=0.1)
        assert south == pytest.approx(data.SOUTH, abs=0.1)
        assert east == pytest.approx(data.EAST, abs=0.1)
        assert -2.5 < north < -0.9


@each(CASES)
def test_count(spoken, kabupaten):
    for name in ("menara", "wifi"):
        said = spoken.count(name)
        wanted = [None, len(truth(kabupaten, name))]
        if name == "wifi" and spoken.server.name == "MapServer":
            # It counts in a box of degrees around what it stores in metres, and loses the edge.
            wanted += [38, 39]
        assert said in wanted


@pytest.mark.parametrize("page_size", [19, 38, 39])
@pytest.mark.parametrize("spoken", WFS[3:], indirect=True)
def test_more_than_announced(spoken, kabupaten, page_size):
    # Of forty, MapServer 8.0 announces 38.
    found = by_code(spoken.pages("wifi", page_size=page_size))
    assert found.keys() == truth(kabupaten, "wifi").keys()


@each(CASES)
@pytest.mark.parametrize("name", NAMES)
def test_all_arrives_where_it_belongs(spoken, kabupaten, name):
    expected = truth(kabupaten, name)
    pages = spoken.pages(name)
    found = by_code(pages)
    assert found.keys() == expected.keys()
    for page in pages:
        assert page.count in (None, len(rows_of_page(page)))
    # A metre, about: between the two datums PROJ sees none, and servers round to six decimals.
    assert max(apart(found[code].shape, row.shape) for code, row in expected.items()) < 1e-5


@contextmanager
def paged(spoken):
    """Let a server off that does not page, if we noticed: half of its features are no answer."""
    try:
        yield
    except errors.PageRepeated:
        assert spoken.is_mapserver_ogcapi
        pytest.skip("this MapServer sends its first page for ever, and we said so")


@each(CASES)
def test_holes_and_parts(spoken, kabupaten):
    found = by_code(spoken.pages("desa"))
    for code, row in truth(kabupaten, "desa").items():
        if spoken.is_mapserver_ogcapi and row.shape.GetGeometryCount() > 1:
            continue
        assert found[code].shape.GetArea() == pytest.approx(row.shape.GetArea(), rel=1e-3)


@each(CASES)
def test_small_pages(spoken, kabupaten):
    with paged(spoken):
        pages = spoken.pages("menara", page_size=500)
    found = by_code(pages)
    assert found.keys() == truth(kabupaten, "menara").keys()
    # A service that can't page answers with all, and must not be asked to.
    assert len(pages) == 3 or (spoken.word == "wfs" and len(pages) == 1)


@each(CASES)
@pytest.mark.parametrize(
    "name, page_size", [("menara", 0), ("menara", 40), ("desa", 0), ("desa", 40), ("wifi", 0)]
)
def test_extent(spoken, kabupaten, name, page_size):
    part = box(data.PART)
    expected = {code for code, row in truth(kabupaten, name).items() if row.shape.Intersects(part)}
    assert 0 < len(expected) < 150
    with paged(spoken):
        found = by_code(spoken.pages(name, data.PART, page_size))
    near = {code for code, row in found.items() if apart_from(row.shape, part)}
    # Servers filter in their own CRS and by boxes of boxes: more is no fault, less is.
    assert expected <= found.keys()
    assert not near, f"{len(near)} of {len(found)} are far from the extent"


def apart_from(shape, part):
    return shape.Distance(part) > 0.1


@each(CASES)
def test_values(spoken, kabupaten):
    found = by_code(spoken.pages("menara"))
    expected = truth(kabupaten, "menara")
    for code, row in found.items():
        for name in ("nama", "operator", "tinggi_m", "tahun"):
            value, wanted = row.values[name], expected[code].values[name]
            if wanted is None:
                assert value in (None, ""), (code, name)
            else:
                assert type(wanted)(value) == wanted, (code, name)
        wanted = (expected[code].values["tanggal"] or "").replace("/", "-")
        assert (row.values["tanggal"] or "").replace("/", "-")[:10] == wanted, code


@pytest.mark.parametrize("spoken", [("qgis_server", "wfs", "")], indirect=True)
def test_table(spoken):
    rows = by_code(spoken.pages("penduduk"))
    assert len(rows) == 60
    assert all(row.shape is None for row in rows.values())
    assert rows[1].values["jiwa"] == 37
    assert rows[10].values["jiwa"] is None


# Recorded answers --------------------------------------------------------------------------


@pytest.fixture
def speak(tmp_path):
    """Ask for everything of one layer of a recorded service."""

    def all_of(word, url, layer, extent=None, page_size=0):
        try:
            module = service(word)
        except ModuleNotFoundError as error:
            pytest.skip(f"{error.name} is not written yet")
        with requests.Session() as session:
            connection = Connection(word, url, page_size)
            infos = module.layers(session, connection)
            name = next(i.name for i in infos if layer in (i.name, i.title))
            query = Query(name, extent)
            pages = list(module.pages(session, connection, query, tmp_path))
            return infos, module.count(session, connection, query), pages

    return all_of


PALAPA = "palapa:PUSAT_PEMERINTAHAN_PT"


@pytest.mark.parametrize("version", ["", "?version=1.0.0", "?version=1.1.0", "?version=2.0.0"])
def test_recorded_geoserver(recorded, speak, version):
    url = f"{recorded.url}/geoserver/palapa/ows{version}"
    _, count, pages = speak("wfs", url, PALAPA, page_size=100)
    rows = [row for page in pages for row in rows_of_page(page)]
    assert count in (None, 250)
    assert len({row.values["id"] for row in rows}) == len(rows) == 250
    assert all(115 < row.shape.GetEnvelope()[0] < 118 for row in rows)


def test_recorded_geoserver_in_a_box(recorded, speak):
    url = f"{recorded.url}/geoserver/palapa/ows"
    _, count, pages = speak("wfs", url, PALAPA, (116.5, -0.6, 117.2, 0.1))
    rows = [row for page in pages for row in rows_of_page(page)]
    assert 0 < len(rows) < 250
    assert count in (None, len(rows))


@pytest.mark.parametrize("which", ["geonode", "geonode-old"])
def test_recorded_geonode(recorded, speak, which):
    infos, count, pages = speak("geonode", f"{recorded.url}/{which}", "Pusat pemerintahan")
    # The picture of temperatures is none of our layers.
    assert [info.title for info in infos] == ["KM", "Pusat pemerintahan"]
    assert count in (None, 250)
    assert sum(len(rows_of_page(page)) for page in pages) == 250


def test_recorded_ckan(recorded, speak):
    url = f"{recorded.url}/ckan"
    infos, _, pages = speak("ckan", url, "seats-geojson")
    assert len(infos) > 4
    assert sum(len(rows_of_page(page)) for page in pages) == 250


@pytest.mark.parametrize("name, layer, count", [("Carson", 1, 6), ("Columbia", 2, 43)])
def test_recorded_arcgis(recorded, speak, name, layer, count):
    url = f"{recorded.url}/arcgis/rest/services"
    _, said, pages = speak("arcgis", url, f"{name}/MapServer/{layer}", page_size=5)
    rows = [row for page in pages for row in rows_of_page(page)]
    assert said in (None, count)
    assert len(rows) == count
