# SPDX-License-Identifier: GPL-2.0-or-later
"""Which names of parameters are those of something that lets somebody in?"""

from __future__ import annotations

import re

# As whole words or at a word's end.
_SECRET = re.compile(
    r"(?:^|[^a-z])(?:auth|authcfg|authorization|bearer|jwt|sig|signature|sid|ticket|user|username"
    r"|login|email|kunci|sandi|pin|otp)(?![a-z])"
    r"|token|passw|pass(?![a-z])|pwd|secret|credential|session|sandi|key(?![a-z])",
)
_NAMED = re.compile(
    r"([\w.-]+)(\s?=\s?|%3D|[\"']\s*:\s*[\"'])((?:(?!%26)[^\s&\"'<>;,])+)", re.IGNORECASE
)


def is_secret(name: str) -> bool:
    """Tell whether what a parameter of this name holds is nobody else's business.

    >>> [is_secret(name) for name in ("accessToken", "api_key", "keyword")]
    [True, True, False]
    """
    return bool(_SECRET.search(re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()))


def masked(words: str) -> str:
    """Return words with stars in the place of secrets that stand in them by their names."""
    return _NAMED.sub(_masked, words)


def _masked(match: re.Match[str]) -> str:
    name, equals, value = match.groups()
    # An address may be the value of a parameter.
    return f"{name}{equals}{'***' if is_secret(name) else masked(value)}"
