package dev.understudy.media.source;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Kinds of IP addresses, as far as egress cares. */
final class Addresses {

    // Outside the link-local ranges: AWS and Google Cloud over IPv6, Alibaba Cloud, Azure's wire server, Oracle Cloud.
    private static final List<InetAddress> METADATA = Stream.of(
                    "fd00:ec2::254", "fd20:ce::254", "100.100.100.200", "168.63.129.16", "192.0.0.192")
            .map(Addresses::literal)
            .toList();

    private Addresses() {}

    /** Link-local (where clouds keep their metadata), multicast, unspecified, or a known metadata address. */
    static boolean areForbidden(InetAddress... addresses) {
        return Stream.of(addresses).map(Addresses::inner).anyMatch(Addresses::isForbidden);
    }

    /** Loopback, the private ranges of RFC 1918, or the unique local ones of RFC 4193: all of them. */
    static boolean arePrivate(InetAddress... addresses) {
        return Stream.of(addresses)
                .allMatch(address -> address.isLoopbackAddress()
                        || address.isSiteLocalAddress()
                        || (address instanceof Inet6Address && (address.getAddress()[0] & 0xFE) == 0xFC));
    }

    private static boolean isForbidden(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address.isLinkLocalAddress()
                || address.isMulticastAddress()
                // The whole of 0.0.0.0/8 means this host, and 240.0.0.0/4, which has the broadcast address, nobody.
                || bytes.length == 4 && (bytes[0] == 0 || (bytes[0] & 0xF0) == 0xF0)
                || address.isAnyLocalAddress()
                || METADATA.stream().anyMatch(known -> Arrays.equals(known.getAddress(), bytes));
    }

    // What a gateway would make of it: the IPv4 address in an IPv4-compatible one (RFC 4291), behind the well-known
    // prefixes of NAT64 (RFC 6052, RFC 8215), or in a 6to4 one (RFC 3056). Java itself unwraps IPv4-mapped ones.
    private static InetAddress inner(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length == 4 || address.isLoopbackAddress() || address.isAnyLocalAddress()) {
            return address;
        }
        boolean compatible = startsWith(bytes, new byte[12]);
        boolean nat64 = startsWith(bytes, 0x00, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0)
                || startsWith(bytes, 0x00, 0x64, 0xFF, 0x9B, 0, 1);
        if (compatible || nat64) {
            return of(Arrays.copyOfRange(bytes, 12, 16));
        }
        return startsWith(bytes, 0x20, 0x02) ? of(Arrays.copyOfRange(bytes, 2, 6)) : address;
    }

    private static boolean startsWith(byte[] bytes, int... prefix) {
        byte[] wanted = new byte[prefix.length];
        for (int at = 0; at < prefix.length; at++) {
            wanted[at] = (byte) prefix[at];
        }
        return startsWith(bytes, wanted);
    }

    private static boolean startsWith(byte[] bytes, byte[] prefix) {
        return Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
    }

    private static InetAddress of(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("no address has %s bytes".formatted(bytes.length), e);
        }
    }

    // An address asks no name server.
    private static InetAddress literal(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(address + " is no address", e);
        }
    }
}
