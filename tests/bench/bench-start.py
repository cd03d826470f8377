#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-start.py WINDOW HOME BARE PROGRAM: from start to first content, beside a bare libadwaita window and, where it is
installed, GNOME Text Editor; all in the same run, in turns, on a screen and a session bus of their own."""
import os
import shutil
import statistics
import subprocess
import sys
import tempfile

ROUNDS = 15


def go_to_a_screen():
    """Starts this script once more, under Xvfb."""
    os.environ["WB_BENCH_SCREEN"] = "1"
    os.execvp("xvfb-run", ["xvfb-run", "-a", "-s", "-screen 0 1366x768x24 -noreset", "dbus-run-session", "--",
                           sys.executable, *sys.argv])


def make_environment(home):
    return dict(os.environ, HOME=home, XDG_DATA_HOME=f"{home}/data", XDG_CONFIG_HOME=f"{home}/config",
                XDG_CACHE_HOME=f"{home}/cache", XDG_STATE_HOME=f"{home}/state", GDK_BACKEND="x11", GSK_RENDERER="cairo",
                GSETTINGS_BACKEND="memory", GDK_DEBUG="gl-disable", LC_ALL="C.UTF-8")


def measure(window, program, environment):
    """Milliseconds, or None when no window came."""
    done = subprocess.run([window, program], env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
                          check=False)
    return float(done.stdout) if done.returncode == 0 else None


def main():
    window, make_home, bare, program = sys.argv[1:]
    if "WB_BENCH_SCREEN" not in os.environ:
        go_to_a_screen()
    programs = {"ours": program, "bare libadwaita window": bare}
    editor = shutil.which("gnome-text-editor")
    if editor:
        programs["GNOME Text Editor"] = editor
    times = {name: [] for name in programs}
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        environment = make_environment(home)
        os.makedirs(f"{home}/data/wegbereiter")
        subprocess.run([make_home, f"{home}/data/wegbereiter/user.db"], check=True)
        for turn in range(ROUNDS + 1):
            for name, path in programs.items():
                time = measure(window, path, environment)
                # The first turn only warms up.
                if turn > 0 and time is not None:
                    times[name].append(time)

    medians = {name: statistics.median(values) for name, values in times.items() if values}
    if "ours" not in medians:
        sys.exit("No window of ours came.")
    for name, median in medians.items():
        if name != "ours":
            print(f"start to first content, median of {ROUNDS}\t{medians['ours']:.0f} ms\t{median:.0f} ms ({name})\t"
                  f"{medians['ours'] / median:.2f}")


main()
