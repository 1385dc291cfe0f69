"""The trained model for the tests: the one of `make train`, trained anew when it is older than what it is made of."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from bot.settings import ROOT

MODEL = ROOT / "models" / "cairn.tar.gz"


def trained_model() -> str:
    """The path of a model that is up to date; CAIRN_MODEL, as the server reads it, names another one."""
    if os.environ.get("CAIRN_MODEL"):
        return os.environ["CAIRN_MODEL"]
    if not MODEL.exists() or newest_source() > MODEL.stat().st_mtime:
        subprocess.run([ROOT / "scripts" / "train", str(MODEL.relative_to(ROOT))], cwd=ROOT, check=True)
    return str(MODEL)


def newest_source() -> float:
    """When the youngest file changed that the model is made of, in seconds since 1970."""
    listed = subprocess.run([ROOT / "scripts" / "model_sources"], capture_output=True, text=True, check=True)
    return max((ROOT / Path(name)).stat().st_mtime for name in listed.stdout.split())
