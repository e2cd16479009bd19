# SPDX-License-Identifier: GPL-2.0-or-later
"""Which codes mean the same area?

Kemendagri codes come dotted (``64.01.01.2009``), undotted (``6401012009``), as whole
numbers or as floating-point numbers from a spreadsheet; they are always text here.
"""

from __future__ import annotations

import math
import re

_NOT_CODE = re.compile(r"[^0-9A-Za-z]+")
# A whole number that a table wrote with a decimal; no code ends in a block of nothing but 0.
_WRITTEN_AS_REAL = re.compile(r"([0-9]+)\.0+")


def code_text(value: object) -> str:
    """Return a code as trimmed text; a whole number loses its ``.0``, nothing becomes ''.

    Parameters
    ----------
    value
        An attribute of any type; None means no code.
    """
    if value is None:
        return ""
    if isinstance(value, float):
        if not math.isfinite(value):
            return ""
        return str(int(value)) if value.is_integer() else repr(float(value))
    text = str(value).strip()
    real = _WRITTEN_AS_REAL.fullmatch(text)
    if real:
        return real.group(1)
    return "" if text.upper() == "NULL" else text


def normalised_code(value: object) -> str:
    """Return the code reduced to its letters and digits, for comparing; '' for none.

    >>> normalised_code("64.01.01.2009") == normalised_code(6401012009)
    True
    """
    return _NOT_CODE.sub("", code_text(value)).upper()
