# SPDX-License-Identifier: GPL-2.0-or-later
"""What of a text may stand in XML, and how? A name may hold any character."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

# All that XML 1.0 has no room for: control characters, halves of pairs, two non-characters.
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: object) -> str:
    """Return a text for an element or a quoted attribute.

    >>> xml_text('Desa "A" & <B>')
    'Desa &quot;A&quot; &amp; &lt;B&gt;'
    """
    return escape(_NOT_IN_XML.sub("", str(text)), {'"': "&quot;", "'": "&apos;"})
