# SPDX-License-Identifier: GPL-2.0-or-later
"""The links people share, turned into the addresses of what they share.

Only rules that are public and have stood for years: Google's spreadsheets and files. OneDrive's
changed with each of its generations, and none works without a login for all of them; its links
are left as they are, and what comes back is refused as a page.
"""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlencode, urlsplit, urlunsplit

_SHEET = re.compile(r"\A((?:/a/[^/]+)?/spreadsheets(?:/u/\d+)?/d)/(e/)?([\w-]+)(?:/([^/]*))?")
_FILE = re.compile(r"\A/file/(?:u/\d+/)?d/([\w-]+)")
_GID = re.compile(r"(?:\A|[&#])gid=(\d+)")
_EXPORTS = {"csv", "tsv", "xlsx", "ods"}


def csv_link(url: str) -> str:
    """Return the address of a shared spreadsheet as CSV; any other address as it is.

    ``.../spreadsheets/d/KEY/edit#gid=7`` gives ``.../spreadsheets/d/KEY/export?format=csv&gid=7``,
    and a sheet published to the web, ``.../d/e/KEY/pubhtml``, its ``pub?output=csv``. A file
    shared by Google Drive gives its download.
    """
    parts = urlsplit(url.strip())
    asked = parse_qs(parts.query)
    if parts.hostname == "docs.google.com":
        return _sheet(url, asked)
    if parts.hostname == "drive.google.com":
        match = _FILE.match(parts.path)
        key = match.group(1) if match else ""
        if not key and parts.path in ("/open", "/uc"):
            key = asked.get("id", [""])[0]
        if key:
            query = urlencode({"export": "download", "id": key})
            return urlunsplit(("https", "drive.google.com", "/uc", query, ""))
    return url


def _sheet(url: str, asked: dict[str, list[str]]) -> str:
    parts = urlsplit(url.strip())
    match = _SHEET.match(parts.path)
    if not match:
        return url
    base, published, key, verb = match.groups()
    base = re.sub(r"/u/\d+", "", base)
    wanted = asked.get("format", asked.get("output", [""]))[0]
    if verb in ("export", "pub") and wanted in _EXPORTS:
        return url
    gid = asked.get("gid", [""])[0]
    fragment = _GID.search(parts.fragment)
    # The one behind # is the sheet that was open when the link was copied.
    gid = fragment.group(1) if fragment else gid
    if published:
        query = {"output": "csv", **({"gid": gid, "single": "true"} if gid else {})}
        path = f"{base}/e/{key}/pub"
    else:
        query = {"format": "csv", **({"gid": gid} if gid else {})}
        path = f"{base}/{key}/export"
    return urlunsplit(("https", "docs.google.com", path, urlencode(query), ""))
