"""A process to supervise: starts a child of its own, says both ids in its log, and waits until it is stopped."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

if __name__ == "__main__":
    if os.environ.get("A_PART_DIES"):
        print("I cannot start: the cellar is full", flush=True)
        sys.exit(1)
    child = subprocess.Popen([sys.executable, "-c", "import signal; signal.pause()"])
    print(os.getpid(), child.pid, flush=True)
    signal.pause()
