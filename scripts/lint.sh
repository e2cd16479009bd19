#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Every check runs, also after one has failed, so that one run shows all there is to mend.

bin=.venv/bin
failed=0

check() { "$@" || failed=1; }

check $bin/ruff check .
check $bin/ruff format --check .
# Older QGIS bundles on Windows carry Python 3.9.
check $bin/vermin --quiet --no-tips --violations --target=3.9- blankspot_plugin
# The tests with which plugins.qgis.org blocks an upload; it heeds no "nosec".
check $bin/bandit --quiet --recursive --ignore-nosec --tests \
	B102,B105,B106,B107,B202,B301,B307,B323,B501,B506,B602,B604,B605,B701 blankspot_plugin

exit $failed
