# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks a PDF against the rules of PDF/UA-1 that a machine can judge. Reads only; shares no code with the program."""
