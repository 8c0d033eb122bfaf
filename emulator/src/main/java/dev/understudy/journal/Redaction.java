package dev.understudy.journal;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of texts what must not be written down. It looks for shapes, so it takes out too much rather than too
 * little: a value of a query stays only if it is short and looks like a word, a number or a date.
 */
public final class Redaction {

    /** Stands where something was taken out. */
    public static final String GONE = "***";

    /** The request headers that carry API keys. */
    public static final List<String> KEY_HEADERS = List.of("Authorization", "X-API-Key");

    private static final int LONGEST_PATH = 1_000;
    private static final int LONGEST_QUERY = 2_000;
    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_AGENT = 200;
    private static final int LONGEST_LABEL = 200;

    // What is shorter may well be a word of the path or of a note.
    private static final int SHORTEST_KEY = 8;

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._:+-]{0,32}");
    private static final Pattern RANDOM = Pattern.compile(".*[A-Za-z0-9]{16}.*");
    private static final Pattern SECRET_NAME =
            Pattern.compile("(?i).*(key|token|secret|sig|auth|pass|pwd|cred|session|code|user|login|hmac).*");
    private static final Set<String> URLS = Set.of("webhook", "callback", "url", "video", "image", "file");
    private static final Pattern DATA_URI = Pattern.compile("(?i)\\bdata:[^\\s\"',;]{0,80}[;,][^\\s\"']*");
    private static final Pattern URL = Pattern.compile("(?i)\\bhttps?://[^\\s\"'<>]+");
    private static final Pattern UNPRINTABLE = Pattern.compile("[^\\x20-\\x7E]");
    private static final String BEARER = "bearer";
    private static final Pattern KEY =
            Pattern.compile("(?i)\\b(?:bearer\\s+\\S+|(?:sk|wsk|ck|pk|rk)[-_][A-Za-z0-9_-]{8,})");

    private Redaction() {}

    /** A path, cut short, and without {@code key} if that stands in it. */
    public static String path(String path, String key) {
        return cut(without(key, withoutFileName(path)), LONGEST_PATH);
    }

    /** A query, as it was sent, with what may be secret taken out. */
    public static String query(String query, String key) {
        if (query.isEmpty()) {
            return "";
        }
        StringBuilder kept = new StringBuilder();
        for (String pair : cut(query, LONGEST_QUERY).split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? "" : pair.substring(0, equals);
            String value = pair.substring(equals + 1);
            kept.append(kept.isEmpty() ? "" : "&").append(name.isEmpty() ? "" : name + "=");
            kept.append(value(name, value));
        }
        return without(key, kept.toString());
    }

    /** A User-Agent header: without {@code key}, and cut short. */
    public static String agent(String agent, String key) {
        return cut(text(agent, key), LONGEST_AGENT);
    }

    /** A name that a caller gave to something: printable, without {@code key}, and cut short. */
    public static String label(String label, String key) {
        return cut(UNPRINTABLE.matcher(text(label, key)).replaceAll("?").trim(), LONGEST_LABEL);
    }

    /** What is secret in the header that carries a request's key; empty if it has none. */
    public static String key(Function<String, Optional<String>> headers) {
        for (String name : KEY_HEADERS) {
            Optional<String> credentials = headers.apply(name);
            if (credentials.isPresent()) {
                return credentials.get().substring(credentials.get().lastIndexOf(' ') + 1);
            }
        }
        return "";
    }

    /** Words for a developer, without {@code key}, credentials, data and the secret parts of URLs; and cut short. */
    public static String text(String text, String key) {
        String kept = without(key, text);
        if (kept.indexOf(':') >= 0) {
            kept = DATA_URI.matcher(kept).replaceAll("data:" + GONE);
            kept = URL.matcher(kept).replaceAll(found -> Matcher.quoteReplacement(url(found.group())));
        }
        return cut(mayHoldKey(kept) ? KEY.matcher(kept).replaceAll(GONE) : kept, LONGEST_TEXT);
    }

    /** The same for several texts, whoever's key may stand in them. */
    public static List<String> texts(List<String> texts) {
        return texts(texts, "");
    }

    public static List<String> texts(List<String> texts, String key) {
        if (texts.isEmpty()) {
            return List.of();
        }
        List<String> kept = new ArrayList<>(texts.size());
        texts.forEach(text -> kept.add(text(text, key)));
        return List.copyOf(kept);
    }

    private static String value(String name, String value) {
        if (value.isEmpty()) {
            return "";
        }
        if (URLS.contains(name.toLowerCase(Locale.ROOT))) {
            return url(decoded(value));
        }
        boolean plain = PLAIN.matcher(decoded(value)).matches()
                && !RANDOM.matcher(value).matches()
                && !SECRET_NAME.matcher(name).matches();
        return plain ? value : GONE;
    }

    // Scheme, host, port and path: user information, query and fragment may hold secrets.
    private static String url(String text) {
        try {
            URI uri = new URI(text);
            if (uri.getHost() != null) {
                String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
                String path = uri.getRawPath() == null ? "" : withoutFileName(uri.getRawPath());
                String more = uri.getRawQuery() == null ? "" : "?" + GONE;
                return uri.getScheme() + "://" + uri.getHost() + port + path + more;
            }
        } catch (URISyntaxException e) {
            // What cannot be taken apart is taken out whole.
        }
        return GONE;
    }

    // What a caller named a file is not ours to write down; what came of it is found by the id before.
    private static String withoutFileName(String path) {
        int dot = path.lastIndexOf('.');
        int slash = path.lastIndexOf('/');
        boolean upload = path.startsWith("/media/") && path.indexOf("/uploads/") > 0;
        return upload ? path.substring(0, slash + 1) + GONE + (dot > slash ? path.substring(dot) : "") : path;
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return GONE;
        }
    }

    // Nearly no text does, and this asks each letter once where the pattern asks it five times. All that the pattern
    // finds has, in either case, a k and a hyphen or underscore behind it, or begins with "bearer".
    private static boolean mayHoldKey(String text) {
        for (int i = 0; i < text.length() - 1; i++) {
            char letter = text.charAt(i);
            char next = text.charAt(i + 1);
            boolean prefix = (letter == 'k' || letter == 'K') && (next == '-' || next == '_');
            if (prefix || (letter == 'b' || letter == 'B') && text.regionMatches(true, i, BEARER, 0, BEARER.length())) {
                return true;
            }
        }
        return false;
    }

    private static String without(String key, String text) {
        return key.length() >= SHORTEST_KEY && text.contains(key) ? text.replace(key, GONE) : text;
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "…";
    }
}
