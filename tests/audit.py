"""What the project is made of: ``python -m tests.audit FOLDER`` writes a bill of materials, and judges its licences.

The bill (CycloneDX 1.6, JSON) is that of the packages that are installed here for running filingexport, with their versions and
licences; cyclonedx-bom writes it. pip-audit then asks for known vulnerabilities, where there is a network to ask.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).parent.parent
RUNTIME: Final = ("", "view", "serve", "sign")
"""The extras of what is run by users; the rest is for those who develop."""
COMPATIBLE: Final = re.compile(
    r"MIT(?:-CMU|-0)?|BSD(?:-[023]-Clause)?|0BSD|Apache-2\.0|ISC|PSF-2\.0|Python-2\.0(?:\.1)?|MPL-2\.0|Unlicense|Zlib|HPND|CC0-1\.0|CNRI-Python"
)
"""Licences under which a package may be installed beside filingexport, whatever its own licence: permissive ones, and MPL-2.0,
whose terms end with its own files."""
_WORDS: Final = {
    "mit": "MIT", "mit license": "MIT", "the mit license": "MIT", "bsd": "BSD-3-Clause", "bsd license": "BSD-3-Clause", "bsd 3-clause": "BSD-3-Clause",
    "bsd-3-clause license": "BSD-3-Clause", "apache software license": "Apache-2.0", "apache license 2.0": "Apache-2.0", "apache 2.0": "Apache-2.0",
    "apache-2.0 license": "Apache-2.0", "apache": "Apache-2.0", "isc license (iscl)": "ISC", "isc": "ISC", "python software foundation license": "PSF-2.0",
    "mozilla public license 2.0 (mpl 2.0)": "MPL-2.0", "the unlicense (unlicense)": "Unlicense",
}  # fmt: skip
"""What packages call their licences, in lower case, where it is no SPDX expression."""
_NAME: Final = re.compile(r"^[A-Za-z0-9._-]+")
_EXTRA: Final = re.compile(r"""extra\s*==\s*["']([^"']+)["']""")


def canonical(name: str) -> str:
    """The one spelling of a package's name (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def needed() -> dict[str, str]:
    """The packages that running filingexport takes, and those that they take, with their versions."""
    found: dict[str, str] = {}
    asked = [(name, frozenset(RUNTIME) if name == "filingexport" else frozenset({""})) for name in ("filingexport",)]
    while asked:
        name, extras = asked.pop()
        if canonical(name) in found:
            continue
        try:
            package = distribution(name)
        except PackageNotFoundError:
            continue  # for another system or version of Python, or an extra that is not installed
        found[canonical(name)] = package.version
        for line in package.requires or ():
            wanted, _, condition = line.partition(";")
            extra = _EXTRA.search(condition)
            match = _NAME.match(wanted)
            if match is not None and (extra[1] if extra else "") in extras:
                asked.append((match[0], frozenset({""})))
    return found


def licences(name: str) -> tuple[str, ...]:
    """What a package that is installed says of its licence, in SPDX's words as far as they are known."""
    said: Any = distribution(name).metadata
    if expression := said.get("License-Expression"):
        return (expression,)
    classified = [
        each.rpartition(" :: ")[2] for each in said.get_all("Classifier") or () if each.startswith("License ::")
    ]
    given = [each for each in classified if each != "OSI Approved"] or [(said.get("License") or "").strip()]
    return tuple(_WORDS.get(each.lower(), each.splitlines()[0] if each else "") for each in given)


def is_compatible(expression: str) -> bool:
    """Whether an SPDX expression allows it: of what is joined by OR one licence, of what is joined by AND all."""
    whole = expression.replace("(", " ").replace(")", " ")
    return any(
        all(COMPATIBLE.fullmatch(each.strip()) for each in re.split(r"\sAND\s", choice))
        for choice in re.split(r"\sOR\s", whole)
    )


def judged() -> dict[str, tuple[str, tuple[str, ...], bool]]:
    """Name to version, licences, and whether all of them are compatible."""
    found = {}
    for name, version in sorted(needed().items()):
        if name != "filingexport":
            said = licences(name)
            found[name] = (version, said, all(map(is_compatible, said)))
    return found


def bill(folder: Path) -> Path:
    """Write the bill of materials of what is needed at run time, the same bytes for the same packages."""
    target = folder / "sbom.json"
    command = [
        sys.executable, "-m", "cyclonedx_py", "environment", sys.prefix, "--output-reproducible", "--output-format", "JSON",
        "--spec-version", "1.6", "--pyproject", str(ROOT / "pyproject.toml"), "--output-file", str(target),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
    made: dict[str, Any] = json.loads(target.read_text("utf-8"))
    wanted = needed()
    made["components"] = [each for each in made["components"] if canonical(each["name"]) in wanted]
    for each in made["components"]:  # where it was got from on this machine is no part of what it is
        each.pop("externalReferences", None)
    held = {each["bom-ref"] for each in made["components"]} | {made["metadata"]["component"]["bom-ref"]}
    made["metadata"].pop("tools", None)
    made["dependencies"] = [
        {**each, **({"dependsOn": [on for on in each["dependsOn"] if on in held]} if "dependsOn" in each else {})}
        for each in made["dependencies"]
        if each["ref"] in held
    ]
    target.write_text(json.dumps(made, indent=1, sort_keys=True) + "\n", "utf-8")
    return target


def vulnerabilities() -> str:
    """What pip-audit says, or that it could not ask; raises CalledProcessError where it found something."""
    listed = "\n".join(f"{name}=={version}" for name, version in sorted(needed().items()) if name != "filingexport")
    command = [
        sys.executable,
        "-m",
        "pip_audit",
        "--no-deps",
        "--disable-pip",
        "-r",
        "/dev/stdin",
        "--progress-spinner",
        "off",
        "--timeout",
        "10",
    ]
    try:
        done = subprocess.run(command, input=listed, capture_output=True, text=True, timeout=180, check=False)
    except subprocess.TimeoutExpired:
        return "vulnerabilities: not asked for, there was no answer within 3 minutes"
    if done.returncode == 0:
        return f"vulnerabilities: {done.stderr.strip().splitlines()[-1]}"
    if "vulnerabilit" in done.stderr and re.search(r"Found \d+", done.stderr):
        raise subprocess.CalledProcessError(done.returncode, command, done.stdout, done.stderr)
    why = (done.stderr.strip().splitlines() or ["it did not run"])[-1]
    return f"vulnerabilities: not asked for, there is no network or no pip-audit ({why[:120]})"


def main(folder: Path) -> int:
    """Print it all; 1 where a licence is not compatible or a vulnerability is known."""
    folder.mkdir(parents=True, exist_ok=True)
    found = judged()
    for name, (version, said, fits) in found.items():
        print(f"{'ok ' if fits else 'NO '} {name} {version}  {', '.join(said) or 'says no licence'}")
    print(bill(folder))
    wrong = [name for name, (_, _, fits) in found.items() if not fits]
    print(f"licences: {len(found)} packages, {len(wrong)} to look at {' '.join(wrong)}".rstrip())
    try:
        print(vulnerabilities())
    except subprocess.CalledProcessError as error:
        print(error.stdout, error.stderr, sep="\n")
        return 1
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
