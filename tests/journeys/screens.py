# SPDX-License-Identifier: GPL-3.0-or-later
"""Screens of a journey's own that can be plugged in and unplugged, and what is on them, pixel by pixel.

Xvfb knows one screen only. TigerVNC's X server has as many as the viewer that is connected to it asks for, and tells the
programs when one comes or goes; so this is such a viewer, over a socket in a private folder.
"""

import ctypes
import os
import shutil
import socket
import struct
import subprocess

from driver import JourneyError, wait_for

SERVER = 'Xtigervnc'
NOTHING = 1  # security type "None"
DESKTOP_SIZE = -308  # pseudo-encoding: the viewer understands several screens


class Screens:
    """An X server; the list of its screens is (x, y, width, height) each."""

    def __init__(self, folder, screens):
        self.path = os.path.join(folder, 'screens')
        read, write = os.pipe()
        self.server = subprocess.Popen(
            [SERVER, '-displayfd', str(write), '-geometry', '%dx%d' % screens[0][2:], '-depth', '24', '-SecurityTypes', 'None',
             '-rfbunixpath', self.path, '-rfbport', '-1', '-noreset', '-nolisten', 'tcp'],
            pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as stream:
            os.environ['DISPLAY'] = ':' + stream.readline().strip()
        self.viewer = self._connect()
        self.set(screens)

    @staticmethod
    def available():
        return shutil.which(SERVER) is not None and shutil.which('xrandr') is not None

    def _read(self, viewer, length):
        data = b''
        while len(data) < length:
            part = viewer.recv(length - len(data))
            if not part:
                raise JourneyError('the X server went away')
            data += part
        return data

    def _connect(self):
        viewer = socket.socket(socket.AF_UNIX)
        wait_for('the X server', lambda: os.path.exists(self.path))
        viewer.connect(self.path)
        self._read(viewer, 12)
        viewer.sendall(b'RFB 003.008\n')
        self._read(viewer, self._read(viewer, 1)[0])
        viewer.sendall(bytes([NOTHING]))
        self._read(viewer, 4)
        viewer.sendall(b'\x01')
        width, height = struct.unpack('>HH', self._read(viewer, 4))
        self._read(viewer, 16)
        self._read(viewer, struct.unpack('>I', self._read(viewer, 4))[0])
        viewer.sendall(struct.pack('>BBHi', 2, 0, 1, DESKTOP_SIZE))
        viewer.sendall(struct.pack('>BBHHHH', 3, 0, 0, 0, width, height))
        return viewer

    def set(self, screens):
        """Plugs in and unplugs, until these screens are there."""
        width = max(x + w for x, _, w, _ in screens)
        height = max(y + h for _, y, _, h in screens)
        message = struct.pack('>BBHHBB', 251, 0, width, height, len(screens), 0)
        for number, screen in enumerate(screens):
            message += struct.pack('>IHHHHI', number + 1, *screen, 0)
        self.viewer.sendall(message)
        wait_for('%d screens' % len(screens), lambda: subprocess.run(
            ['xrandr', '--listmonitors'], capture_output=True, text=True, check=True).stdout.startswith('Monitors: %d' % len(screens)))

    def close(self):
        self.viewer.close()
        self.server.terminate()
        self.server.wait(timeout=60)


class _Image(ctypes.Structure):
    """The beginning of XImage."""
    _fields_ = [('width', ctypes.c_int), ('height', ctypes.c_int), ('xoffset', ctypes.c_int), ('format', ctypes.c_int),
                ('data', ctypes.POINTER(ctypes.c_ubyte)), ('byte_order', ctypes.c_int), ('bitmap_unit', ctypes.c_int),
                ('bitmap_bit_order', ctypes.c_int), ('bitmap_pad', ctypes.c_int), ('depth', ctypes.c_int),
                ('bytes_per_line', ctypes.c_int), ('bits_per_pixel', ctypes.c_int)]


def look(x, y, width, height):
    """The rows of this part of the screen, each a list of (red, green, blue)."""
    xlib = ctypes.CDLL('libX11.so.6')
    xlib.XOpenDisplay.restype = ctypes.c_void_p
    xlib.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
    xlib.XDefaultRootWindow.restype = ctypes.c_ulong
    xlib.XGetImage.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_int, ctypes.c_uint, ctypes.c_uint,
                               ctypes.c_ulong, ctypes.c_int]
    xlib.XGetImage.restype = ctypes.POINTER(_Image)
    xlib.XCloseDisplay.argtypes = [ctypes.c_void_p]
    display = xlib.XOpenDisplay(None)
    image = xlib.XGetImage(display, xlib.XDefaultRootWindow(display), x, y, width, height, 0xffffffff, 2).contents
    data = bytes(ctypes.cast(image.data, ctypes.POINTER(ctypes.c_ubyte * (image.bytes_per_line * height))).contents)
    rows = []
    for row in range(height):
        line = data[row * image.bytes_per_line:row * image.bytes_per_line + width * 4]
        rows.append([(line[i + 2], line[i + 1], line[i]) for i in range(0, len(line), 4)])
    xlib.XCloseDisplay(display)
    return rows


def share(rows, color, tolerance=6):
    """How much of the picture has this colour, from 0 to 1."""
    count = total = 0
    for row in rows:
        for pixel in row:
            total += 1
            count += all(abs(a - b) <= tolerance for a, b in zip(pixel, color))
    return count / total
