"""Signed tokens: `user.expiry.signature`, checked in constant time."""

import hashlib
import hmac


class TokenError(ValueError):
    """A token that cannot be trusted; the text says why, never what was expected."""


def sign(user_id: str, expires: int, secret: str) -> str:
    """A token that is good until `expires`, in seconds since 1970."""
    body = f"{user_id}.{expires}"
    return f"{body}.{_signature(body, secret)}"


def verify(token: str, now: float, secret: str) -> str:
    """The user of a token."""
    body, _, signature = token.rpartition(".")
    if not hmac.compare_digest(signature, _signature(body, secret)):
        raise TokenError("signature does not match")
    user_id, _, expires = body.rpartition(".")
    if now >= int(expires):
        raise TokenError("token has expired")
    return user_id


def _signature(body: str, secret: str) -> str:
    return hmac.new(secret.encode(), body.encode(), hashlib.sha256).hexdigest()[:32]
