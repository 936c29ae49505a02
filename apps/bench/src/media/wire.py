"""A wire between two interfaces of this network namespace that loses so many percent of the IP packets that pass, each way: for kernels
without netem. `wire.py IF IF`; then on standard input a line of JSON for each change, such as {"loss": 5}. Ends with its input.
`wire.py IF` only prepares the far end of one side, in the network that it is in."""

import ctypes
import fcntl
import json
import random
import select
import socket
import struct
import sys

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


def pass_on(source, target, loss):
    for _ in range(64):
        try:
            frame, address = source.recvfrom(65536)
        except BlockingIOError:
            return
        if address[2] == socket.PACKET_OUTGOING:
            continue
        if frame[12:14] == IPV4 and random.random() * 100 < loss:
            continue
        try:
            target.send(frame)
        except OSError:
            pass  # The other side's queue is full: a loss like any other.


def main():
    names = sys.argv[1:3]
    for name in names:
        turn_off_offloads(name)
    if len(names) == 1:
        return
    one, other = [open_end(name) for name in names]
    settings = {"loss": 0}
    print("ready", flush=True)
    while True:
        readable, _, _ = select.select([one, other, sys.stdin], [], [])
        if sys.stdin in readable:
            line = sys.stdin.readline()
            if not line:
                return
            settings.update(json.loads(line))
        if one in readable:
            pass_on(one, other, settings["loss"])
        if other in readable:
            pass_on(other, one, settings["loss"])


random.seed(7)
main()
