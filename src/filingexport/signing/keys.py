"""Keys that sign and keys that verify: PEM files, of the kinds that are taken here.

Ed25519 (RFC 8032); RSA of 2048 to 8192 bits with PSS (RFC 8017, 8.1: SHA-256, MGF1 with SHA-256, a salt of 32 bytes); ECDSA (FIPS 186-5)
on P-256, P-384 and P-521, each with the SHA-2 of its strength.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import Final

from attrs import evolve, frozen
from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa

from filingexport.findings import FilingError, finding
from filingexport.formats.safe import DEFAULT_LIMITS, read_bytes, write_file
from filingexport.reasons import reason
from filingexport.said import Said, say

PrivateKey = ed25519.Ed25519PrivateKey | rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey
PublicKey = ed25519.Ed25519PublicKey | rsa.RSAPublicKey | ec.EllipticCurvePublicKey
Passphrase = Callable[[], bytes | None]
"""Asks for the passphrase of a key, only where one is needed; None where nobody can be asked."""

MAX_KEY: Final = 100_000
"""Bytes of a file with a key or a certificate."""
_RSA_BITS: Final = (2048, 8192)
_PSS: Final = padding.PSS(mgf=padding.MGF1(hashes.SHA256()), salt_length=32)
_CURVES: Final[dict[str, hashes.HashAlgorithm]] = {
    "secp256r1": hashes.SHA256(),
    "secp384r1": hashes.SHA384(),
    "secp521r1": hashes.SHA512(),
}
_KINDS: Final = Said(
    "a key here is Ed25519, RSA of 2048 to 8192 bits, or ECDSA on P-256, P-384 or P-521",
    "使える鍵は、Ed25519、2048〜8192ビットのRSA、P-256・P-384・P-521のECDSAです",
)


@frozen
class Certificate:
    """What a certificate says of its key. Nothing of it is proved here but that it holds the key."""

    key: PublicKey
    subject: str
    until: str


def _wrong(place: Path | str, message: Said) -> FilingError:
    return FilingError([finding("fx:key", message, str(place))])


def _pem(path: Path) -> bytes:
    return read_bytes(path, evolve(DEFAULT_LIMITS, file=MAX_KEY))


def private_key(path: Path, passphrase: Passphrase) -> PrivateKey:
    """The private key in this PEM file; raises FilingError."""
    data = _pem(path)
    try:
        try:
            key = serialization.load_pem_private_key(data, None)
        except TypeError:  # it is encrypted
            given = passphrase()
            if not given:
                raise _wrong(
                    path,
                    say(
                        "is encrypted: give its passphrase when asked at a terminal, or in the environment variable {name}",
                        "鍵が暗号化されています。端末で尋ねられたときに入力するか、環境変数{name}でパスフレーズを指定してください。",
                        name=PASSPHRASE,
                    ),
                ) from None
            key = serialization.load_pem_private_key(data, given)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        # Why exactly is not said: an error of the library may hold a piece of the key.
        raise _wrong(
            path,
            say(
                "holds no private key that can be read (PEM, PKCS #8), or the passphrase is not its own; {kinds}",
                "読み込める秘密鍵（PEM、PKCS #8）がないか、パスフレーズが違います。{kinds}。",
                kinds=_KINDS,
            ),
        ) from None
    if isinstance(key, (ed25519.Ed25519PrivateKey, rsa.RSAPrivateKey, ec.EllipticCurvePrivateKey)):
        _known(key.public_key(), path)
        return key
    raise _wrong(path, _of_another_kind())


def public_key(path: Path) -> PublicKey:
    """The public key in this PEM file; raises FilingError."""
    data = _pem(path)
    if b"PRIVATE KEY-----" in data:
        raise _wrong(
            path,
            say(
                "is a private key; give the public one, and keep this one to who signs",
                "秘密鍵です。公開鍵を指定してください。秘密鍵は署名者だけが保管します。",
            ),
        )
    try:
        key = serialization.load_pem_public_key(data)
    except (ValueError, UnsupportedAlgorithm):
        raise _wrong(
            path,
            say(
                "holds no public key that can be read (PEM); {kinds}",
                "読み込める公開鍵（PEM）がありません。{kinds}。",
                kinds=_KINDS,
            ),
        ) from None
    return _known(key, path)


def certificate(path: Path) -> Certificate:
    """The key in this X.509 certificate (PEM), and what it says of it; raises FilingError."""
    data = _pem(path)
    try:
        found = x509.load_pem_x509_certificate(data)
        key: object = found.public_key()
        subject, until = found.subject.rfc4514_string(), found.not_valid_after_utc.date().isoformat()
    except (ValueError, UnsupportedAlgorithm):
        raise _wrong(
            path,
            say("holds no certificate that can be read (X.509, PEM)", "読み込める証明書（X.509、PEM）がありません。"),
        ) from None
    return Certificate(_known(key, path), subject, until)


def _known(key: object, place: Path | str) -> PublicKey:
    match key:
        case ed25519.Ed25519PublicKey():
            return key
        case rsa.RSAPublicKey() if _RSA_BITS[0] <= key.key_size <= _RSA_BITS[1]:
            return key
        case ec.EllipticCurvePublicKey() if key.curve.name in _CURVES:
            return key
    raise _wrong(place, _of_another_kind())


def _of_another_kind() -> Said:
    return say(
        "is a key of another kind or size than is taken here; {kinds}",
        "ここで使えない種類又は大きさの鍵です。{kinds}。",
        kinds=_KINDS,
    )


def encoded(key: PublicKey) -> bytes:
    """The public key as DER (SubjectPublicKeyInfo, RFC 5280, 4.1.2.7)."""
    return key.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)


def decoded(data: bytes, place: str) -> PublicKey:
    """The inverse of `encoded`, of bytes that others made; raises FilingError."""
    try:
        key = serialization.load_der_public_key(data)
    except (ValueError, UnsupportedAlgorithm):
        raise _wrong(place, _of_another_kind()) from None
    return _known(key, place)


def fingerprint(key: PublicKey) -> str:
    """What people compare: SHA-256 of `encoded`, in hexadecimal."""
    return hashlib.sha256(encoded(key)).hexdigest()


def algorithm(key: PublicKey) -> str:
    """What signs with this key is called in a signature file."""
    match key:
        case ed25519.Ed25519PublicKey():
            return "Ed25519"
        case rsa.RSAPublicKey():
            return "RSA-PSS-SHA256"
    return f"ECDSA-{key.curve.name}-{_CURVES[key.curve.name].name.upper()}"


def sign(key: PrivateKey, data: bytes) -> bytes:
    """The signature of these bytes. Ed25519 gives the same for the same bytes; the others hold something random."""
    match key:
        case ed25519.Ed25519PrivateKey():
            return key.sign(data)
        case rsa.RSAPrivateKey():
            return key.sign(data, _PSS, hashes.SHA256())
    return key.sign(data, ec.ECDSA(_CURVES[key.curve.name]))


def is_signed(key: PublicKey, signature: bytes, data: bytes) -> bool:
    """Whether this is a signature of these bytes by the private key of this public one."""
    try:
        match key:
            case ed25519.Ed25519PublicKey():
                key.verify(signature, data)
            case rsa.RSAPublicKey():
                key.verify(signature, data, _PSS, hashes.SHA256())
            case _:
                key.verify(signature, data, ec.ECDSA(_CURVES[key.curve.name]))
    except InvalidSignature:
        return False
    return True


PASSPHRASE: Final = "FILINGEXPORT_KEY_PASSPHRASE"  # noqa: S105 - the name of a variable
"""The environment variable with the passphrase of a key."""


def new_key(path: Path, passphrase: bytes | None) -> Path:
    """Write a new Ed25519 key, for its owner's eyes only, and its public key beside it; the place of the latter.

    passphrase: it encrypts the private key; None for a key that is not encrypted. Nothing that is there is written
    over: raises FilingError.
    """
    public = path.with_suffix(".pub.pem")
    for each in (path, public):
        if each.exists() or each.is_symlink():
            raise _wrong(
                each,
                say("is there already; keys are never written over", "既に存在します。鍵は上書きしません。"),
            )
    key = ed25519.Ed25519PrivateKey.generate()
    hidden: serialization.KeySerializationEncryption = serialization.NoEncryption()
    if passphrase:
        hidden = serialization.BestAvailableEncryption(passphrase)
    pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, hidden)
    try:
        # Not `write_file`, which gives the permissions of any document.
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(pem)
    except OSError as error:
        message = say("cannot be written: {why}", "ファイルを書き込めません（{why}）。", why=reason(error))
        raise FilingError([finding("fx:unreadable", message, str(path))]) from None
    form = serialization.PublicFormat.SubjectPublicKeyInfo
    write_file(public, key.public_key().public_bytes(serialization.Encoding.PEM, form))
    return public
