"""Sign and verify: the signature beside a filing, and what changed since."""

from __future__ import annotations

import os
import sys
from getpass import getpass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

from filingexport.cli.exit_status import COULD_NOT_RUN, INVALID, VALID
from filingexport.cli.speaker import speaker
from filingexport.findings import FilingError, finding
from filingexport.formats.safe import write_file
from filingexport.said import Said, say

if TYPE_CHECKING:
    from filingexport.signing.manifest import Manifest

_EXTRA: Final = Said(
    "sign and verify need the extra 'sign': python -m pip install 'filingexport[sign]'",
    "signとverifyには追加機能「sign」が必要です: python -m pip install 'filingexport[sign]'",
)
_NOT_ASKED: Final = Said(
    "filingexport sign: give what to sign and --key KEY.pem, or --new-key KEY.pem to make a key",
    "filingexport sign: 署名する対象と--key KEY.pemを指定するか、--new-key KEY.pemで鍵を作成してください",
)


def _require_extra() -> None:
    if find_spec("cryptography") is None:
        raise FilingError([finding("fx:notInstalled", _EXTRA)])


def sign(path: Path | None, key: Path | None, output: Path | None, new_key: Path | None) -> int:
    """Write the signature file of a package, a document or a folder; make a key first, on demand."""
    told = speaker()
    if (path is None) == (new_key is None) or (path is None) != (key is None):
        told.note(_NOT_ASKED)
        return COULD_NOT_RUN
    _require_extra()
    if new_key is not None:
        return _new_key(new_key)
    assert path is not None
    assert key is not None
    from filingexport.signing import keys, signature

    private = keys.private_key(key, _passphrase)
    target = output or signature.signature_file(path)
    made = signature.sign(path, private)
    write_file(target, made)
    fingerprint = keys.fingerprint(private.public_key())
    found = signature.decoded(made, str(target))
    told.data |= {
        "algorithm": keys.algorithm(found.key),
        "fingerprint": fingerprint,
        "signed": [each.name for each in found.manifest.files],
    }
    told.file(
        target,
        say("files signed: {count}", "署名したファイル: {count}", count=_count(found.manifest)),
        say("key {fingerprint}", "鍵の指紋 {fingerprint}", fingerprint=fingerprint),
    )
    return VALID


def _new_key(path: Path) -> int:
    from filingexport.signing import keys

    told = speaker()
    public = keys.new_key(path, _new_passphrase())
    told.file(path, Said("private key, for who signs alone", "秘密鍵（署名者だけが保管）"))
    told.file(public, Said("public key, for who verifies", "公開鍵（検証者に渡す）"))
    fingerprint = keys.fingerprint(keys.public_key(public))
    told.data["fingerprint"] = fingerprint
    told.say(say("its fingerprint: {fingerprint}", "鍵の指紋: {fingerprint}", fingerprint=fingerprint))
    return VALID


def verify(
    path: Path, signature_file: Path | None, key: Path | None, certificate: Path | None, fingerprint: str
) -> int:
    """Say whether what is there is what was signed, and by whom."""
    _require_extra()
    from filingexport.signing import keys, signature

    told = speaker()
    held = keys.certificate(certificate) if certificate is not None else None
    public = held.key if held is not None else keys.public_key(key) if key is not None else None
    if not path.exists():
        message = say("there is no such file or folder", "このようなファイル又はフォルダはありません")
        raise FilingError([finding("fx:unreadable", message, str(path))])
    found = signature.verify(path, signature_file, public, fingerprint)
    signed = found.signature
    told.data |= {
        "verified": not found.findings,
        "algorithm": keys.algorithm(signed.key),
        "fingerprint": keys.fingerprint(signed.key),
        "document": signed.manifest.document,
        "signed": [each.name for each in signed.manifest.files],
    }
    if held is not None:
        told.data |= {"subject": held.subject, "until": held.until}
    for each in found.findings:
        told.finding(each, wanted=True)
    if found.findings:
        return INVALID
    told.say(
        say(
            "{path}: nothing changed since it was signed (files: {count}; {algorithm}; key {fingerprint})",
            "{path}: 署名後の変更はありません（ファイル{count}個、{algorithm}、鍵の指紋 {fingerprint}）",
            path=path,
            count=_count(signed.manifest),
            algorithm=keys.algorithm(signed.key),
            fingerprint=keys.fingerprint(signed.key),
        )
    )
    if held is not None:
        told.say(
            say(
                "the certificate names {subject}, until {until}; who issued it is not looked at here",
                "証明書の名義は{subject}、有効期限は{until}です（発行者は確認していません）",
                subject=held.subject,
                until=held.until,
            )
        )
    return VALID


def _count(of: Manifest) -> int:
    return len(of.inside) or len(of.files)


def _passphrase() -> bytes | None:
    """From the environment, or from who sits at the terminal; never from an argument, which others can see."""
    from filingexport.signing.keys import PASSPHRASE

    if given := os.environ.get(PASSPHRASE):
        return given.encode("utf-8", "surrogateescape")
    if not sys.stdin.isatty():
        return None
    ask = say("passphrase of the key: ", "鍵のパスフレーズ: ").get(speaker().language)
    return getpass(ask).encode("utf-8", "surrogateescape") or None


def _new_passphrase() -> bytes | None:
    from filingexport.signing.keys import PASSPHRASE

    if given := os.environ.get(PASSPHRASE):
        return given.encode("utf-8", "surrogateescape")
    if not sys.stdin.isatty():
        return None
    language = speaker().language
    ask = say("passphrase of the new key (empty for none): ", "新しい鍵のパスフレーズ（空欄可）: ").get(language)
    again = say("once more: ", "もう一度: ").get(language)
    while True:
        first = getpass(ask)
        if first == getpass(again):
            return first.encode("utf-8", "surrogateescape") or None
        speaker().note(Said("the two are not the same", "一致しません"))
