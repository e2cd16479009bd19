// SPDX-License-Identifier: GPL-2.0-or-later
// An ArcGIS FeatureServer over the GeoJSON files in ./data of the working folder.
// NODE_PATH leads to the packages, which lie outside of the project.
const Koop = require("@koopjs/koop-core");
const provider = require("@koopjs/provider-file-geojson");

const koop = new Koop({ logLevel: "error" });
koop.register(provider, { dataDir: "data" });
koop.server.listen(Number(process.argv[2]), "127.0.0.1");
