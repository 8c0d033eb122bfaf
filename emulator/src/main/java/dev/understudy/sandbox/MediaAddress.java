package dev.understudy.sandbox;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a file of a sandbox is found on this server. The sandbox's reference is drawn from its key and the server's
 * seed, so the address names no key; knowing the whole of it is what lets a caller in, as with the real service's
 * download URLs.
 *
 * @param sandbox the reference of the sandbox
 * @param owner id of the upload or prediction that the file belongs to
 */
public record MediaAddress(String sandbox, Kind kind, String owner, String fileName) {

    /** What a file came from. */
    public enum Kind {
        UPLOADS,
        PREDICTIONS
    }

    private static final String ROOT = "/media/";
    private static final Pattern PATH =
            Pattern.compile(ROOT + "([0-9a-f]{16})/(uploads|predictions)/([0-9a-f]{32})/([A-Za-z0-9._-]{1,128})");

    /** The address that a URL's path means, if it is one. */
    public static Optional<MediaAddress> parse(String path) {
        // Every submission asks about its clip, which is hardly ever one of these.
        if (!path.startsWith(ROOT)) {
            return Optional.empty();
        }
        Matcher match = PATH.matcher(path);
        if (!match.matches()) {
            return Optional.empty();
        }
        Kind kind = match.group(2).equals("uploads") ? Kind.UPLOADS : Kind.PREDICTIONS;
        return Optional.of(new MediaAddress(match.group(1), kind, match.group(3), match.group(4)));
    }

    public String path() {
        String folder = kind == Kind.UPLOADS ? "uploads" : "predictions";
        return ROOT + sandbox + "/" + folder + "/" + owner + "/" + fileName;
    }
}
