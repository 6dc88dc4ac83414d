"""Under which names and addresses this machine can be reached: what its certificate must say."""

import fcntl
import socket
from ipaddress import IPv4Address, IPv6Address, ip_address
from pathlib import Path

Address = IPv4Address | IPv6Address

SIOCGIFADDR = 0x8915
"""Linux, netdevice(7): the address of an interface."""

NAME_BYTES_MAX = 15
IFREQ_BYTES = 256
ADDRESS_IN_IFREQ = slice(20, 24)
"""netdevice(7), struct ifreq: 16 bytes of name, then a sockaddr_in with family, port, address."""

IPV6_ADDRESSES = Path("/proc/net/if_inet6")
LOOPBACK = ("127.0.0.1", "::1")


def names_of_this_machine() -> list[str]:
    """Return host names in small letters, without those that name no machine."""
    found = {"localhost", socket.gethostname().lower(), socket.getfqdn().lower()}
    return sorted(name for name in found if name and not name.endswith(".arpa"))


def addresses_of_this_machine() -> list[Address]:
    """Return the addresses of all interfaces; link-local ones, which no one types, are left out.

    The second address of one interface is not seen: STATION_TLS_NAMES names it.
    """
    found = {ip_address(text) for text in LOOPBACK} | set(_ipv4()) | set(_ipv6())
    usable = (address for address in found if not address.is_link_local)
    return sorted(usable, key=lambda address: (address.version, int(address)))


def _ipv4() -> list[Address]:
    addresses: list[Address] = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        for _, name in socket.if_nameindex():
            question = name.encode()[:NAME_BYTES_MAX].ljust(IFREQ_BYTES, b"\0")
            try:
                answer = fcntl.ioctl(asking.fileno(), SIOCGIFADDR, question)
            except OSError:
                continue  # an interface without an IPv4 address
            addresses.append(IPv4Address(answer[ADDRESS_IN_IFREQ]))
    return addresses


def _ipv6() -> list[Address]:
    """Linux lists them as 32 hex digits a line (proc(5)); no such file, no IPv6."""
    if not IPV6_ADDRESSES.exists():
        return []
    lines = IPV6_ADDRESSES.read_text(encoding="ascii").splitlines()
    return [IPv6Address(bytes.fromhex(line.split()[0])) for line in lines if line.strip()]
