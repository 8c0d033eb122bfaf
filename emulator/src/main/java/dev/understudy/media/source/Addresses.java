package dev.understudy.media.source;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Set;
import java.util.stream.Stream;

/** Kinds of IP addresses, as far as egress cares. */
final class Addresses {

    // Outside the link-local ranges: AWS over IPv6, Alibaba Cloud, Azure's wire server.
    private static final Set<String> METADATA = Set.of("fd00:ec2:0:0:0:0:0:254", "100.100.100.200", "168.63.129.16");

    private Addresses() {}

    /** Link-local (where clouds keep their metadata), multicast, unspecified, or a known metadata address. */
    static boolean areForbidden(InetAddress... addresses) {
        return Stream.of(addresses)
                .anyMatch(address -> address.isLinkLocalAddress()
                        || address.isMulticastAddress()
                        || address.isAnyLocalAddress()
                        || METADATA.contains(address.getHostAddress()));
    }

    /** Loopback, the private ranges of RFC 1918, or the unique local ones of RFC 4193: all of them. */
    static boolean arePrivate(InetAddress... addresses) {
        return Stream.of(addresses)
                .allMatch(address -> address.isLoopbackAddress()
                        || address.isSiteLocalAddress()
                        || (address instanceof Inet6Address && (address.getAddress()[0] & 0xFE) == 0xFC));
    }
}
