package dev.understudy.media.source;

import dev.understudy.settings.Egress;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Decides which hosts may be contacted for a file. A name that looks public is not even looked up unless its host may
 * be contacted: a question to a name server is egress too.
 */
public final class EgressPolicy {

    /** May it be fetched, must its URL do, or is it out of the question? */
    sealed interface Verdict {}

    record Fetch() implements Verdict {}

    record Assume(String why) implements Verdict {}

    record Refuse(String why) implements Verdict {}

    private static final Set<String> METADATA_NAMES = Set.of(
            "metadata.google.internal",
            "metadata.goog",
            "metadata",
            "instance-data",
            "instance-data.ec2.internal",
            "metadata.tencentyun.com");
    private static final List<String> LOCAL_ENDINGS = List.of(".localhost", ".local", ".internal", ".test", ".lan");

    /** Where the addresses of a host come from. */
    @FunctionalInterface
    interface Resolver {
        /** All that are known; it may ask a name server. */
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    private final Egress mode;
    private final String word;
    private final List<String> allowed;
    private final Resolver resolver;

    public EgressPolicy(Egress mode, List<String> allowed) {
        this(mode, allowed, InetAddress::getAllByName);
    }

    EgressPolicy(Egress mode, List<String> allowed, Resolver resolver) {
        this.mode = mode;
        this.word = mode.name().toLowerCase(Locale.ROOT);
        this.allowed = List.copyOf(allowed);
        this.resolver = resolver;
    }

    /** Whether judging or fetching it can touch the network. */
    boolean mayContact(URI uri) {
        return mayContact(host(uri));
    }

    Verdict judge(URI uri) {
        String host = host(uri);
        if (METADATA_NAMES.contains(host) || (isLiteral(host) && Addresses.areForbidden(resolve(host)))) {
            return forbidden(host);
        }
        if (!mayContact(host)) {
            return new Assume("egress is " + word() + " and " + host + " is not to be contacted");
        }
        InetAddress[] found = resolve(host);
        if (found.length == 0) {
            return unknown(host);
        }
        if (Addresses.areForbidden(found)) {
            return forbidden(host);
        }
        return anyAddress(host) || Addresses.arePrivate(found)
                ? new Fetch()
                : new Assume("egress is %s and %s is a public host".formatted(word(), host));
    }

    /**
     * Why nothing may be sent there, in words; empty if it may. This can ask a name server, and wait for it.
     *
     * @throws UnknownHostException if no address is known today, which may be otherwise tomorrow
     */
    public Optional<String> objection(URI uri) throws UnknownHostException {
        Verdict verdict = judge(uri);
        if (verdict.equals(unknown(host(uri)))) {
            throw new UnknownHostException(host(uri));
        }
        if (verdict instanceof Assume assume) {
            return Optional.of(assume.why());
        }
        return verdict instanceof Refuse refuse ? Optional.of(refuse.why()) : Optional.empty();
    }

    String word() {
        return word;
    }

    private boolean mayContact(String host) {
        return anyAddress(host) || (mode != Egress.NONE && looksLocal(host));
    }

    private boolean anyAddress(String host) {
        return mode == Egress.ANY || allowed.contains(host);
    }

    private static String host(URI uri) {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        if (host.startsWith("[")) {
            return host.substring(1, host.length() - 1);
        }
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    private static Refuse unknown(String host) {
        return new Refuse("the host " + host + " is not known");
    }

    private static Refuse forbidden(String host) {
        return new Refuse("the host " + host + " is a link-local or cloud metadata address, which is never contacted");
    }

    private static boolean looksLocal(String host) {
        for (String ending : LOCAL_ENDINGS) {
            if (host.endsWith(ending)) {
                return true;
            }
        }
        return host.indexOf('.') < 0 || isLiteral(host);
    }

    // Digits and dots alone include the decimal forms that stand for an IPv4 address, such as 2130706433.
    private static boolean isLiteral(String host) {
        if (host.indexOf(':') >= 0) {
            return true;
        }
        for (int i = 0; i < host.length(); i++) {
            char letter = host.charAt(i);
            if (letter != '.' && (letter < '0' || letter > '9')) {
                return false;
            }
        }
        return true;
    }

    private InetAddress[] resolve(String host) {
        try {
            return resolver.resolve(host);
        } catch (UnknownHostException e) {
            return new InetAddress[0];
        }
    }
}
