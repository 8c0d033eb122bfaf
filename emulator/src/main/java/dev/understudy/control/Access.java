package dev.understudy.control;

import dev.understudy.dialect.Operation;
import dev.understudy.dialect.Request;
import dev.understudy.sandbox.Refused;
import dev.understudy.settings.Settings;
import dev.understudy.time.Draw;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * Who may make control calls. Whoever has the token may. Without one, which a server on loopback does by default, any
 * program on this machine may, but no page in its browser that came from elsewhere: neither across origins nor by a
 * name that was bent to point here (DNS rebinding).
 */
final class Access {

    /** Not {@code Authorization}, which carries the key of the sandbox that a call is about. */
    static final String HEADER = "Understudy-Token";

    private final Optional<String> token;
    private final LocalNames names;

    private Access(Optional<String> token, LocalNames names) {
        this.token = token;
        this.names = names;
    }

    /** Access as configured; off loopback a token is drawn if none was given. */
    static Access of(Settings settings) {
        Optional<String> given = settings.controlToken();
        Optional<String> token =
                given.isPresent() || isLoopback(settings.host()) ? given : Optional.of(Draw.freshSecret());
        return new Access(token, new LocalNames(settings.host()));
    }

    /** The token that is wanted, if one is. */
    Optional<String> token() {
        return token;
    }

    /** The operation, for those who may. */
    Operation guard(Operation operation) {
        return operation.with(call -> {
            require(call.request());
            return operation.handler().handle(call);
        });
    }

    /** @throws Refused unless the caller may make control calls */
    void require(Request request) {
        if (token.isPresent()) {
            requireToken(request);
        } else {
            requireLocalPage(request);
        }
    }

    private void requireToken(Request request) {
        String sent = request.header(HEADER).orElse("");
        if (!isSame(sent, token.orElseThrow())) {
            throw new Refused(
                    Refused.Reason.UNAUTHORIZED,
                    "control calls of this server want its token: send the header '" + HEADER
                            + ": TOKEN'; TOKEN is what --control-token set, or stands on the line that said ready");
        }
    }

    private void requireLocalPage(Request request) {
        Optional<String> host = request.header("Host");
        if (host.isPresent() && !names.isLocal(host.get())) {
            throw new Refused(
                    Refused.Reason.FORBIDDEN,
                    "control calls without a token must name this server by an address, by localhost or by a name"
                            + " without dots in the Host header; for any other name start it with --control-token");
        }
        Optional<String> origin = request.header("Origin");
        if (origin.isPresent() && !isOwn(origin.get(), host.orElse(""))) {
            throw new Refused(
                    Refused.Reason.FORBIDDEN,
                    "pages of another origin may not make control calls; leave the Origin header out, or start the"
                            + " server with --control-token and send it");
        }
    }

    private static boolean isOwn(String origin, String host) {
        return origin.equalsIgnoreCase("http://" + host) || origin.equalsIgnoreCase("https://" + host);
    }

    // Takes as long for a token that is right in its first letters as for any other.
    private static boolean isSame(String sent, String wanted) {
        return MessageDigest.isEqual(sent.getBytes(StandardCharsets.UTF_8), wanted.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            // Nothing can listen there either, which is told where it is tried.
            return false;
        }
    }
}
