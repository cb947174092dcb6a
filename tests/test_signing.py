"""Signing: what was signed verifies, and nothing else does, whatever byte of whatever file is changed."""

from __future__ import annotations

import json
import os
import shutil
import stat
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import dsa, ec, ed448, ed25519, rsa
from cryptography.x509.oid import NameOID
from hypothesis import given, settings
from hypothesis import strategies as st

from filingexport import Filing, FilingError, export, load, write
from filingexport.cli.main import main
from filingexport.formats.archive import files, pack
from filingexport.names import ENTRY_FILE
from filingexport.signing import keys, signature
from filingexport.signing.signature import SUFFIX, Verified, decoded, encoded, sign, verify
from tests.conftest import EFFORT, ROOT
from tests.japanese import JAPANESE

KEY = ed25519.Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC = KEY.public_key()
OTHER = ed25519.Ed25519PrivateKey.from_private_bytes(bytes(32))


def pem(key: Any, passphrase: bytes | None = None) -> bytes:
    hidden = serialization.BestAvailableEncryption(passphrase) if passphrase else serialization.NoEncryption()
    made: bytes = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, hidden)
    return made


def public_pem(key: Any) -> bytes:
    made: bytes = key.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    return made


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A filing with an extension, in every format, with its taxonomy beside it."""
    folder = tmp_path_factory.mktemp("signed")
    export(load(ROOT / "samples" / "kitahama-2026"), folder / "out", "k", ("xbrl", "csv", "package"))
    return folder


@pytest.fixture
def out(exported: Path, tmp_path: Path) -> Path:
    shutil.copytree(exported / "out", tmp_path / "out")
    return tmp_path / "out"


def signed(path: Path, key: keys.PrivateKey = KEY) -> Path:
    path.with_name(path.name + SUFFIX).write_bytes(sign(path, key))
    return path


def found(path: Path) -> list[tuple[str, str]]:
    """What is wrong: the code, and where from the folder that all lies in."""
    wrong = verify(path, key=PUBLIC).findings
    return [(each.code, each.place.removeprefix(f"{path.parent}/")) for each in wrong]


@pytest.mark.parametrize(
    "key",
    [
        KEY,
        rsa.generate_private_key(65537, 2048),
        ec.generate_private_key(ec.SECP256R1()),
        ec.generate_private_key(ec.SECP384R1()),
        ec.generate_private_key(ec.SECP521R1()),
    ],
    ids=lambda key: keys.algorithm(key.public_key()),
)
@pytest.mark.parametrize("name", ["out/k.xbri", "out"])
def test_what_was_signed_verifies(key: keys.PrivateKey, name: str, out: Path) -> None:
    path = signed(out.parent / name, key)
    assert verify(path, key=key.public_key()).findings == ()
    [other] = verify(path, key=OTHER.public_key()).findings
    assert other.code == "fx:signer"


def test_a_manifest_has_every_file_of_what_was_signed(out: Path) -> None:
    def manifest(name: str) -> Any:
        return json.loads(sign(out.parent / name, KEY))["signed"]

    taxonomy = {f"taxonomy/{each.name}" for each in (out / "taxonomy").iterdir()}
    tables = {each.name for each in out.glob("*.csv")}
    assert len(tables) > 2
    assert len(taxonomy) > 5
    assert {each["name"] for each in manifest("out/k.xbrl")["files"]} == {"k.xbrl", *taxonomy}
    assert {each["name"] for each in manifest("out/k-csv.json")["files"]} == {"k-csv.json", *tables, *taxonomy}
    package = manifest("out/k.xbri")
    assert [each["name"] for each in package["files"]] == ["k.xbri"]
    assert {each["name"] for each in package["inside"]} == files((out / "k.xbri").read_bytes(), "").keys()
    everything = {each.relative_to(out).as_posix() for each in out.rglob("*") if each.is_file()}
    assert {each["name"] for each in manifest("out")["files"]} == everything
    for each in manifest("out")["files"]:
        assert each["bytes"] == (out / each["name"]).stat().st_size


def test_a_taxonomy_among_other_things_is_signed_too(small: Filing, tmp_path: Path) -> None:
    for each in (ROOT / "taxonomy").glob("filingexport-*"):
        shutil.copy(each, tmp_path)
    write(small, tmp_path / "x.xbrl", schema_location=ENTRY_FILE)
    (tmp_path / "letter.txt").write_text("not of the filing", "utf-8")
    listed = {each["name"] for each in json.loads(sign(tmp_path / "x.xbrl", KEY))["signed"]["files"]}
    assert listed == {each.name for each in tmp_path.iterdir()} - {"letter.txt"}


def test_the_same_files_give_the_same_signature_file(out: Path, tmp_path: Path) -> None:
    shutil.copytree(out, tmp_path / "other" / "out")
    for each in ("out/k.xbri", "out/k.xbrl", "out"):
        assert sign(out.parent / each, KEY) == sign(tmp_path / "other" / each, KEY)


def test_what_is_signed_is_what_the_documentation_says(out: Path) -> None:
    """Whoever has no filingexport verifies with a JSON parser, SHA-256 and Ed25519."""
    import base64
    import hashlib

    data = sign(out / "k.xbri", KEY)
    read = json.loads(data)
    canonical = json.dumps(read["signed"], ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    assert canonical in data
    PUBLIC.verify(base64.b64decode(read["signature"]), b"filingexport-signature/1\n" + canonical)
    [file] = read["signed"]["files"]
    assert file["sha256"] == hashlib.sha256((out / "k.xbri").read_bytes()).hexdigest()


def test_it_is_said_which_file_changed_was_added_or_is_missing(out: Path) -> None:
    path = signed(out / "k.xbrl")
    assert found(path) == []
    schema = next((out / "taxonomy").glob("*-full.xsd"))
    schema.write_bytes(schema.read_bytes() + b" ")
    (out / "taxonomy" / "new.xml").write_bytes(b"")
    label = next((out / "taxonomy").glob("*-lab.xml"))
    label.unlink()
    wrong = verify(path, key=PUBLIC).findings
    assert {(Path(each.place).name, each.message) for each in wrong} == {
        (schema.name, "was changed after it was signed"),
        (label.name, "was signed, and is not there"),
        ("new.xml", "was added after it was signed"),
    }
    assert {each.code for each in wrong} == {"fx:changed"}


def test_it_is_said_which_file_in_a_package_changed(out: Path) -> None:
    path = signed(out / "k.xbri")
    held = files(path.read_bytes(), "")
    names = list(held)
    held[names[2]] += b" "
    del held[names[3]]
    held["k/more.txt"] = b""
    path.write_bytes(pack(held))
    assert set(found(path)) == {
        ("fx:changed", each) for each in ("k.xbri", f"k.xbri/{names[2]}", f"k.xbri/{names[3]}", "k.xbri/k/more.txt")
    }
    path.write_bytes(pack(dict(reversed(files(exported_bytes(out), "").items()))))
    assert "packed in another way" in verify(path, key=PUBLIC).findings[1].message
    path.write_bytes(b"no package")
    assert [code for code, _ in found(path)] == ["fx:changed", "fx:unreadable"]


def exported_bytes(out: Path) -> bytes:
    export(load(ROOT / "samples" / "kitahama-2026"), out / "again", "k", ("package",))
    return (out / "again" / "k.xbri").read_bytes()


def test_a_file_added_to_a_folder_or_a_link_in_it_is_seen(out: Path) -> None:
    signed(out)
    (out / "taxonomy" / "deep").mkdir()
    (out / "taxonomy" / "deep" / "x").write_bytes(b"")
    assert found(out) == [("fx:changed", "out/taxonomy/deep/x")]
    shutil.rmtree(out / "taxonomy" / "deep")
    assert found(out) == []
    (out / "link").symlink_to(out / "k.xbrl")
    assert found(out) == [("fx:signature", "out/link")]
    with pytest.raises(FilingError, match="take it out of the folder"):
        sign(out, KEY)
    (out / "link").unlink()
    (out / ".hidden").write_bytes(b"")
    assert found(out) == [("fx:signature", "out/.hidden")]


@pytest.fixture(scope="module")
def little(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package of two small files, and its signature."""
    path = tmp_path_factory.mktemp("little") / "p.zip"
    path.write_bytes(pack({"p/a.txt": b"one", "p/b.txt": b"two" * 50}))
    return signed(path)


def verified(path: Path, data: bytes) -> bool:
    """Whether it verifies with this signature file."""
    changed = path.with_name("changed.sig")
    changed.write_bytes(data)
    try:
        return not verify(path, changed, PUBLIC).findings
    except FilingError:
        return False


def test_no_byte_of_a_signature_file_can_be_changed(little: Path) -> None:
    data = little.with_name("p.zip.sig").read_bytes()
    assert verified(little, data)
    for at in range(len(data)):
        flipped = bytearray(data)
        flipped[at] ^= 1 << at % 8
        assert not verified(little, bytes(flipped)), at
        assert not verified(little, data[:at]), at
    assert not verified(little, data + b"\n")
    assert not verified(little, b" " + data)


def test_no_byte_of_a_package_can_be_changed(little: Path) -> None:
    data = little.read_bytes()
    mark = little.with_name("p.zip.sig")
    other = little.with_name("q.zip")
    for at in range(len(data)):
        flipped = bytearray(data)
        flipped[at] ^= 1 << at % 8
        other.write_bytes(flipped)
        assert verify(other, mark, PUBLIC).findings, at
        if at % 7 == 0:
            other.write_bytes(data[:at])
            assert verify(other, mark, PUBLIC).findings, at
    other.write_bytes(data)
    assert verify(other, mark, PUBLIC).findings == (), "under another name it is the same"


@settings(max_examples=30 * EFFORT)
@given(data=st.data())
def test_no_bit_of_any_file_can_be_changed(exported: Path, data: st.DataObject) -> None:
    out = exported / "out"
    mark = exported / "out.sig"
    if not mark.exists():
        mark.write_bytes(sign(out, KEY))
    path = data.draw(st.sampled_from(sorted(each for each in out.rglob("*") if each.is_file())))
    whole = path.read_bytes()
    at = data.draw(st.integers(0, 8 * len(whole) - 1))
    flipped = bytearray(whole)
    flipped[at // 8] ^= 1 << at % 8
    path.write_bytes(flipped)
    try:
        assert str(path) in {each.place for each in verify(out, key=PUBLIC).findings}
    finally:
        path.write_bytes(whole)


def forged(path: Path, change: Callable[[dict[str, Any]], None]) -> bytes:
    """A signature file with another content, well signed by the same key."""
    import base64

    read = json.loads(sign(path, KEY))
    change(read["signed"])
    canonical = json.dumps(read["signed"], ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    read["signature"] = base64.b64encode(KEY.sign(signature.MARK + canonical)).decode()
    return json.dumps(read, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode() + b"\n"


@pytest.mark.parametrize(
    "name", ["../out.sig", "/etc/passwd", "a/../../b", "", ".hidden", "a\\b", "c:d", "a\nb", "x\ud800"]
)
def test_a_manifest_leads_nowhere_but_into_its_folder(name: str, out: Path) -> None:
    def lead(signed: dict[str, Any]) -> None:
        signed["files"].append({"bytes": 1, "name": name, "sha256": "0" * 64})

    try:
        data = forged(out, lead)
    except UnicodeEncodeError:
        data = b'{"signature":"","signed":{"files":[{"bytes":1,"name":"\\ud800","sha256":"0"}]}}\n'
    mark = out.with_name("out.sig")
    mark.write_bytes(data)
    try:
        wrong = verify(out, key=PUBLIC).findings
    except FilingError as error:
        wrong = error.findings
    assert [each.code for each in wrong] == ["fx:signature"]


def test_a_file_is_not_verified_as_a_folder_nor_a_folder_as_a_file(out: Path) -> None:
    for path, other in ((out, out / "k.xbrl"), (out / "k.xbrl", out)):
        mark = out.with_name("x.sig")
        mark.write_bytes(sign(path, KEY))
        [wrong] = verify(other, mark, PUBLIC).findings
        assert (wrong.code, "was signed, which is" in wrong.message) == ("fx:changed", True)


@pytest.mark.parametrize(
    "data",
    [b"", b"{}", b"[]", b"null", b'{"signature":1,"signed":{}}', b"\xff", b"[" * 5000, b'{"signed":[],"signature":"x"}', b"1" * 5000],
)  # fmt: skip
def test_what_is_no_signature_file_is_told(data: bytes) -> None:
    with pytest.raises(FilingError) as raised:
        decoded(data, "x.sig")
    assert {each.code for each in raised.value.findings} <= {"fx:signature", "fx:limit", "fx:key"}


def test_encoding_and_decoding_are_inverse(out: Path) -> None:
    data = sign(out, KEY)
    assert encoded(decoded(data, "")) == data


# --- the command ---------------------------------------------------------------------------------------------------


@pytest.fixture
def held(out: Path) -> Path:
    """A folder with keys and a document to sign."""
    (out / "k.pem").write_bytes(pem(KEY))
    (out / "pub.pem").write_bytes(public_pem(KEY))
    return out


def run(*arguments: str | Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    capsys.readouterr()
    status = main([*map(str, arguments), "--lang", "en"])
    told = capsys.readouterr()
    return status, told.out, told.err


def test_the_commands(held: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = held / "k.xbri"
    status, out, err = run("sign", document, "--key", held / "k.pem", capsys=capsys)
    assert (status, err) == (0, "")
    assert out.startswith(f"{document}.sig  files signed: ")
    fingerprint = keys.fingerprint(PUBLIC)
    assert fingerprint in out
    assert run("verify", document, "--key", held / "pub.pem", capsys=capsys)[0] == 0
    spaced = ":".join(fingerprint[at : at + 2].upper() for at in range(0, 64, 2))
    status, out, err = run("verify", document, "--fingerprint", spaced, capsys=capsys)
    assert (status, err) == (0, "")
    assert "nothing changed since it was signed" in out
    assert run("verify", document, "--fingerprint", fingerprint, "--quiet", capsys=capsys) == (0, "", "")
    status, out, err = run("verify", document, capsys=capsys)
    assert status == 1
    assert "not who; give the signer's --key" in out
    assert run("verify", document, "--fingerprint", "0" * 64, capsys=capsys)[0] == 1
    status, out, _ = run("verify", document, "--key", held / "pub.pem", "--json", capsys=capsys)
    assert json.loads(out)["verified"] is True
    document.write_bytes(document.read_bytes() + b"\0")
    status, out, _ = run("verify", document, "--key", held / "pub.pem", "--json", capsys=capsys)
    told = json.loads(out)
    assert (status, told["verified"], told["findings"][0]["code"]) == (1, False, "fx:changed")
    assert main(["verify", str(document), "--key", str(held / "pub.pem"), "--lang", "ja"]) == 1
    assert JAPANESE.search(capsys.readouterr().out)


def test_a_certificate_is_taken_for_its_key(held: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Example Inc.")])
    made = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(PUBLIC).serial_number(1)
        .not_valid_before(datetime(2026, 1, 1, tzinfo=UTC)).not_valid_after(datetime(2027, 1, 1, tzinfo=UTC)).sign(KEY, None)
    )  # fmt: skip
    (held / "c.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    assert run("sign", held / "k.xbri", "--key", held / "k.pem", capsys=capsys)[0] == 0
    status, out, _ = run("verify", held / "k.xbri", "--certificate", held / "c.pem", capsys=capsys)
    assert status == 0
    assert "the certificate names CN=Example Inc., until 2027-01-01; who issued it is not looked at here" in out


def test_a_new_key_is_for_its_owner_alone_and_never_written_over(
    held: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(keys.PASSPHRASE, "s3cret words")
    key = held.parent / "new.pem"
    status, out, err = run("sign", "--new-key", key, capsys=capsys)
    assert (status, err) == (0, "")
    assert "s3cret" not in out
    if os.name == "posix":
        assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert b"ENCRYPTED" in key.read_bytes()
    before = key.read_bytes()
    status, _, err = run("sign", "--new-key", key, capsys=capsys)
    assert (status, key.read_bytes()) == (1, before)
    assert "never written over" in err
    assert run("sign", held / "k.xbri", "--key", key, capsys=capsys)[0] == 0
    assert run("verify", held / "k.xbri", "--key", held.parent / "new.pub.pem", capsys=capsys)[0] == 0
    monkeypatch.setenv(keys.PASSPHRASE, "wr0ng")
    status, out, err = run("sign", held / "k.xbri", "--key", key, capsys=capsys)
    assert status == 1
    assert "or the passphrase is not its own" in err
    assert "wr0ng" not in out + err
    monkeypatch.delenv(keys.PASSPHRASE)
    status, _, err = run("sign", held / "k.xbri", "--key", key, capsys=capsys)
    assert status == 1
    assert "is encrypted: give its passphrase" in err
    assert keys.PASSPHRASE in err


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "holds no private key"),
        (b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n", "holds no private key"),
        (pem(KEY)[:-20], "holds no private key"),
        (public_pem(KEY), "holds no private key"),
        (pem(ed448.Ed448PrivateKey.generate()), "of another kind"),
        (pem(rsa.generate_private_key(65537, 1024)), "of another kind or size"),
        (pem(ec.generate_private_key(ec.SECP256K1())), "of another kind"),
        (pem(dsa.generate_private_key(1024)), "of another kind"),
        (b"x" * (keys.MAX_KEY + 1), "is larger than"),
    ],
    ids=range(9),
)
def test_a_key_that_cannot_sign_is_told(
    content: bytes, said: str, held: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (held / "bad.pem").write_bytes(content)
    status, out, err = run("sign", held / "k.xbri", "--key", held / "bad.pem", capsys=capsys)
    assert (status, out) == (1, "")
    assert said in err
    assert "Traceback" not in err
    assert not (held / "k.xbri.sig").exists()


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["sign", "k.xbri"], 2, "give what to sign and --key"),
        (["sign"], 2, "give what to sign and --key"),
        (["sign", "k.xbri", "--new-key", "z.pem"], 2, "give what to sign and --key"),
        (["sign", "k.xbri", "--key", "none.pem"], 2, "No such file"),
        (["sign", "none.xbri", "--key", "k.pem"], 2, "No such file"),
        (["sign", "k-numbers.csv", "--key", "k.pem"], 1, "k-numbers.csv"),
        (["sign", "k.xbri", "--key", "k.pem", "-o", "none/x.sig"], 2, "cannot be written"),
        (["verify", "k.xbri", "--key", "pub.pem"], 2, "No such file"),
        (["verify", "none", "--key", "pub.pem"], 2, "there is no such file"),
        (["verify", "k.xbri", "--key", "k.pem"], 1, "is a private key"),
        (["verify", "k.xbri", "--key", "k.xbrl"], 1, "is larger than"),
        (["verify", "k.xbri", "--key", "text.pem"], 1, "holds no public key"),
        (["verify", "k.xbri", "--certificate", "pub.pem"], 1, "holds no certificate"),
        (["verify", "k.xbri", "--signature", "text.pem"], 1, "is no whole signature file"),
        (["verify", "k.xbri", "--signature", "huge.sig", "--key", "pub.pem"], 1, "is larger than 2,000,000 bytes"),
    ],
)
def test_what_cannot_be_is_told(
    arguments: list[str], status: int, said: str, held: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    monkeypatch.chdir(held)
    Path("text.pem").write_text("nothing of the kind", "utf-8")
    with Path("huge.sig").open("wb") as file:
        file.truncate(signature.MAX_SIGNATURE + 1)
    done = run(*arguments, capsys=capsys)
    assert (done[0], said in done[1] + done[2]) == (status, True), done


def test_without_cryptography_it_says_what_to_install(
    held: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("filingexport.cli.sign.find_spec", lambda name: None)
    status, _, err = run("verify", held / "k.xbri", capsys=capsys)
    assert status == 2
    assert "pip install 'filingexport[sign]'" in err


def test_a_verdict_without_findings_is_of_the_key_that_was_given(little: Path) -> None:
    found: Verified = verify(little, key=PUBLIC)
    assert keys.fingerprint(found.signature.key) == keys.fingerprint(PUBLIC)
