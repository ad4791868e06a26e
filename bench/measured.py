"""What the benchmark scripts share: the published executable, the corpus programs, one process's cost."""
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
BRIEFING = os.path.join(ROOT, "artifacts", "publish", "briefing", "briefing")


def tool(name, work):
    """The path of a single-file program of bench/corpus, compiled once."""
    folder = os.path.join(work, name)
    subprocess.run(["dotnet", "publish", "-c", "Release", os.path.join(HERE, "corpus", name + ".cs"), "-o", folder],
                   check=True, stdout=subprocess.DEVNULL)
    return os.path.join(folder, name)


def measure(command):
    """CPU seconds and peak memory in bytes of one process."""
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit(f"{' '.join(command)} ended with {child.returncode}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024


def require_published(script):
    if not os.path.exists(BRIEFING):
        sys.exit(f"bench/{script}: nothing is published; run ./build publish first")
