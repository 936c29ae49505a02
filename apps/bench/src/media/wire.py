"""A wire between two interfaces of this network namespace, for kernels without netem: it loses so many percent of the IP packets that
pass, holds each for so many milliseconds, and passes so many kbit/s on, each way. `wire.py IF IF`; then on standard input a line of JSON
for each change, such as {"loss": 5} or {"delay": 100, "rate": 300}; a rate of 0 is none. Ends with its input.
`wire.py IF` only prepares the far end of one side, in the network that it is in."""

import collections
import ctypes
import fcntl
import json
import random
import select
import socket
import struct
import sys
import time

ETHERNET_ALL = 3
IPV4 = b"\x08\x00"
SIOCETHTOOL = 0x8946
# Sums and the cutting of large packets would be left to a card, and a veth has none: ETHTOOL_STXCSUM, STSO, SUFO, SGSO, SGRO.
OFFLOADS = (0x17, 0x1F, 0x22, 0x24, 0x2C)


def turn_off_offloads(name):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
        for command in OFFLOADS:
            value = ctypes.create_string_buffer(struct.pack("II", command, 0))
            request = struct.pack("16sP", name.encode(), ctypes.addressof(value))
            try:
                fcntl.ioctl(control, SIOCETHTOOL, request)
            except OSError:
                pass  # A kernel that has not this one.


def open_end(name):
    end = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(ETHERNET_ALL))
    end.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 22)
    end.bind((name, 0))
    end.setblocking(False)
    return end


# A router's queue: what would wait longer for its turn is lost. Seconds.
QUEUE = 0.3


class Way:
    """One direction. Frames leave in the order in which they came."""

    def __init__(self, source, target):
        self.source = source
        self.target = target
        self.held = collections.deque()
        self.free_at = 0.0

    def take(self, settings):
        for _ in range(64):
            try:
                frame, address = self.source.recvfrom(65536)
            except BlockingIOError:
                return
            if address[2] != socket.PACKET_OUTGOING:
                self.hold(frame, settings)

    def hold(self, frame, settings):
        if frame[12:14] == IPV4 and random.random() * 100 < settings["loss"]:
            return
        now = time.monotonic()
        turn = max(now, self.free_at)
        if settings["rate"]:
            if turn - now > QUEUE:
                return
            turn += len(frame) * 8 / (settings["rate"] * 1000)
            self.free_at = turn
        due = turn + settings["delay"] / 1000
        # A wire that has become shorter lets nothing overtake.
        if self.held:
            due = max(due, self.held[-1][0])
        self.held.append((due, frame))

    def pass_on(self):
        now = time.monotonic()
        while self.held and self.held[0][0] <= now:
            try:
                self.target.send(self.held.popleft()[1])
            except OSError:
                pass  # The other side's queue is full: a loss like any other.

    def wait(self):
        """Seconds until the next one is due."""
        return max(0.0, self.held[0][0] - time.monotonic()) if self.held else None


def main():
    names = sys.argv[1:3]
    for name in names:
        turn_off_offloads(name)
    if len(names) == 1:
        return
    one, other = [open_end(name) for name in names]
    ways = [Way(one, other), Way(other, one)]
    settings = {"loss": 0, "delay": 0, "rate": 0}
    print("ready", flush=True)
    while True:
        waits = [wait for wait in (way.wait() for way in ways) if wait is not None]
        readable, _, _ = select.select([one, other, sys.stdin], [], [], min(waits, default=None))
        if sys.stdin in readable:
            line = sys.stdin.readline()
            if not line:
                return
            settings.update(json.loads(line))
        for way in ways:
            if way.source in readable:
                way.take(settings)
            way.pass_on()


random.seed(7)
main()
