# SPDX-License-Identifier: GPL-2.0-or-later
"""A QGIS of its own, set up as an officer's may be, that asks some addresses.

Run with a job as JSON on its standard input; prints what came of it as JSON. The caller gives
it a profile of its own, so that no login and no authority reaches that of the machine.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from qgis.core import (
    QgsApplication,
    QgsAuthMethodConfig,
    QgsNetworkAccessManager,
    QgsNetworkRequestParameters,
    QgsSettings,
)
from qgis.PyQt.QtNetwork import QSslCertificate


def store_login(method: str, cells: dict[str, str]) -> str:
    """Store a login of one of QGIS's methods and return its id."""
    config = QgsAuthMethodConfig(method)
    config.setName("test")
    for key, cell in cells.items():
        config.setConfig(key, cell)
    is_stored, config = QgsApplication.authManager().storeAuthenticationConfig(config)
    assert is_stored
    return config.id()


def trust(path: str) -> None:
    """Do what the officer does who imports an authority in QGIS's options."""
    manager = QgsApplication.authManager()
    assert manager.storeCertAuthority(QSslCertificate.fromPath(path)[0])
    assert manager.rebuildCaCertsCache()
    assert manager.rebuildTrustedCaCertsCache()


def ask(job: dict[str, Any], authcfg: str) -> list[dict[str, Any]]:
    """Return the outcome of each address, asked in a session of its own."""
    from blankspot_plugin.bridge import transport
    from blankspot_plugin.core import errors
    from blankspot_plugin.processing.messages import sentence
    from blankspot_plugin.services import answers

    outcomes = []
    for url in job["urls"]:
        try:
            with transport.session(authcfg=authcfg, allow_http=job.get("allow_http", False)) as to:
                outcomes.append({"bytes": len(answers.get_bytes(to, url))})
        except errors.ServiceError as error:
            kind = type(error).__name__
            outcomes.append({"error": kind, "reason": error.reason, "words": sentence(error)})
    return outcomes


def main() -> None:
    """Do the job."""
    job = json.load(sys.stdin)
    application = QgsApplication([], False)
    log: list[str] = []
    QgsApplication.messageLog().messageReceived.connect(
        lambda text, tag, *_: log.append(f"{tag}: {text}")
    )
    application.initQgis()
    settings = QgsSettings()
    for key, value in job.get("settings", {}).items():
        settings.setValue(key, value)
    # As QGIS does when its options are closed.
    QgsNetworkAccessManager.instance().setupDefaultProxyAndCache()
    asked: list[str] = []
    QgsNetworkAccessManager.instance().requestAboutToBeCreated[QgsNetworkRequestParameters].connect(
        lambda parameters: asked.append(parameters.request().url().toString())
    )
    from blankspot_plugin.plugin import BlankSpotPlugin

    plugin = BlankSpotPlugin(None)
    plugin.initProcessing()
    at_start = list(asked)
    authcfg = ""
    if "login" in job:
        QgsApplication.authManager().setMasterPassword(job["master"], True)
    if "authority" in job:
        trust(job["authority"])
    if "login" in job:
        authcfg = store_login(*job["login"])
    outcomes = ask(job, authcfg)
    print(json.dumps({"start": at_start, "outcomes": outcomes, "log": log, "authcfg": authcfg}))
    plugin.unload()
    sys.stdout.flush()
    application.exitQgis()


if __name__ == "__main__":
    main()
