"""The detached signature: one JSON file beside the filing, with the manifest, the public key, and the signature of both.

What is signed is `MARK` and the bytes of ``signed`` as this file has them. The file has one spelling only (sorted keys, no white
space, UTF-8), and anything else is refused: so there is no byte of it that can be changed unseen.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from pathlib import Path
from typing import Any, Final

from attrs import evolve, frozen

from filingexport.findings import FilingError, Finding, finding
from filingexport.formats.oim import strict
from filingexport.formats.safe import DEFAULT_LIMITS, Limits, read_bytes
from filingexport.said import Said, say
from filingexport.signing import keys
from filingexport.signing.manifest import Digest, Manifest, changes, is_sound, manifest

VERSION: Final = "filingexport-signature/1"
MARK: Final = f"{VERSION}\n".encode()
"""What stands before the signed bytes, so that a signature of something else is never one of a filing."""
SUFFIX: Final = ".sig"
MAX_SIGNATURE: Final = 2_000_000
"""Bytes of a signature file."""
_SHA256: Final = re.compile(r"[0-9a-f]{64}")


@frozen
class Signature:
    """A signature file. key: the public key of who signed."""

    manifest: Manifest
    key: keys.PublicKey
    signature: bytes


def signature_file(path: Path) -> Path:
    """Where the signature of this document or folder is, where nothing else is said: beside it."""
    whole = path.resolve() if not path.name else path
    return whole.with_name(f"{whole.name}{SUFFIX}")


def sign(path: Path, key: keys.PrivateKey, limits: Limits = DEFAULT_LIMITS) -> bytes:
    """The signature file of the package, document or folder at this path; raises FilingError."""
    listed = manifest(path, limits)
    public = key.public_key()
    return encoded(Signature(listed, public, keys.sign(key, MARK + _canonical(_signed(listed, public)))))


def _canonical(value: Any) -> bytes:
    """JSON in one spelling: keys sorted, no white space, UTF-8, nothing escaped that need not be."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _signed(listed: Manifest, key: keys.PublicKey) -> dict[str, Any]:
    def every(digests: tuple[Digest, ...]) -> list[dict[str, Any]]:
        return [{"bytes": each.size, "name": each.name, "sha256": each.sha256} for each in digests]

    return {
        "algorithm": keys.algorithm(key),
        "document": listed.document,
        "files": every(listed.files),
        "folders": list(listed.folders),
        "inside": every(listed.inside),
        "publicKey": base64.b64encode(keys.encoded(key)).decode(),
        "version": VERSION,
    }


def encoded(signature: Signature) -> bytes:
    """The file of this signature."""
    made = {
        "signature": base64.b64encode(signature.signature).decode(),
        "signed": _signed(signature.manifest, signature.key),
    }
    return _canonical(made) + b"\n"


def _no_signature(place: str) -> FilingError:
    message = say(
        "is no whole signature file as `filingexport sign` writes one; it was damaged or changed",
        "`filingexport sign`が書き出した署名ファイルではないか、破損又は変更されています。",
    )
    return FilingError([finding("fx:signature", message, place)])


def decoded(data: bytes, place: str) -> Signature:
    """The inverse of `encoded`, of bytes that others made; raises FilingError for any other spelling."""
    limits = evolve(DEFAULT_LIMITS, file=MAX_SIGNATURE)
    try:
        found = _read(strict.parse(data, place, limits, "fx:signature"), place)
    except (KeyError, TypeError, ValueError, binascii.Error):
        raise _no_signature(place) from None
    except FilingError as error:
        if any(each.code == "fx:limit" for each in error.findings):
            raise
        raise _no_signature(place) from None
    if encoded(found) != data:
        raise _no_signature(place)
    return found


def _read(value: Any, place: str) -> Signature:
    signed = value["signed"]

    def text(given: Any) -> str:
        if not isinstance(given, str):
            raise TypeError
        return given

    def every(listed: Any) -> tuple[Digest, ...]:
        if not isinstance(listed, list):
            raise TypeError
        return tuple(Digest(text(each["name"]), int(each["bytes"]), text(each["sha256"])) for each in listed)

    listed = Manifest(
        text(signed["document"]), every(signed["files"]), tuple(map(text, signed["folders"])), every(signed["inside"])
    )
    key = keys.decoded(base64.b64decode(text(signed["publicKey"]), validate=True), place)
    return Signature(listed, key, base64.b64decode(text(value["signature"]), validate=True))


@frozen
class Verified:
    """What was found. findings: empty if nothing changed since the key's owner signed it."""

    signature: Signature
    findings: tuple[Finding, ...]


def verify(
    path: Path,
    signature: Path | None = None,
    key: keys.PublicKey | None = None,
    fingerprint: str = "",
    limits: Limits = DEFAULT_LIMITS,
) -> Verified:
    """Whether what is at this path is what was signed, byte for byte, and by whom.

    signature: the signature file, by default the one beside it. key, fingerprint: of who should have signed; without
    either a finding says that it might have been anybody. Raises FilingError where there is no signature file to read.
    """
    file = signature or signature_file(path)
    found = decoded(read_bytes(file, evolve(limits, file=MAX_SIGNATURE)), str(file))
    place = str(file)
    if key is not None and keys.encoded(key) != keys.encoded(found.key):
        message = say(
            "was made with another key than the one given (its fingerprint: {fingerprint})",
            "指定された鍵とは別の鍵による署名です（鍵の指紋: {fingerprint}）。",
            fingerprint=keys.fingerprint(found.key),
        )
        return Verified(found, (finding("fx:signer", message, place),))
    wanted = fingerprint.replace(":", "").replace(" ", "").lower()
    if fingerprint and wanted != keys.fingerprint(found.key):
        message = say(
            "was made with a key of another fingerprint than the one given: {fingerprint}",
            "指定された指紋とは別の鍵による署名です: {fingerprint}",
            fingerprint=keys.fingerprint(found.key),
        )
        return Verified(found, (finding("fx:signer", message, place),))
    if not keys.is_signed(found.key, found.signature, MARK + _canonical(_signed(found.manifest, found.key))):
        message = say(
            "is not the signature of its manifest by its key: one of them was changed",
            "署名が、目録及び鍵と一致しません。いずれかが変更されています。",
        )
        return Verified(found, (finding("fx:signature", message, place),))
    if not is_sound(found.manifest) or not found.manifest.files:
        return Verified(found, _no_signature(place).findings)
    wrong = changes(path, found.manifest, limits)
    if key is None and not fingerprint:
        wrong = (*wrong, finding("fx:signer", _ANYBODY, place))
    return Verified(found, wrong)


_ANYBODY: Final = Said(
    "says by itself only that nothing changed since somebody signed it, not who; give the signer's --key, --certificate or --fingerprint",
    "この署名だけでは、署名後に変更がないことしか分からず、署名者は確認できません。署名者の--key、--certificate又は--fingerprintを指定してください。",
)
