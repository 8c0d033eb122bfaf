package dev.understudy.control;

import dev.understudy.dialect.Answered;
import dev.understudy.dialect.Call;
import dev.understudy.dialect.Operation;
import dev.understudy.dialect.Reply;
import dev.understudy.sandbox.Refused;
import dev.understudy.sandbox.Visit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The files of the console, a page that shows a server at work. They hold nothing of any sandbox, so they are open; what
 * the page calls is not.
 */
final class Console {

    static final String PAGE = "/__understudy/";

    private static final String OPERATION = "control.console";
    private static final String WITHOUT_SLASH = OPERATION + ".slash";
    private static final String INDEX = "index.html";
    private static final Pattern NAME = Pattern.compile("(lib/(directives/)?)?[a-z-]{1,40}\\.(html|css|js|svg)");

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    // Nothing from anywhere else, no script but files of this server, and none of them can make text into script: the
    // one policy is that of the library, which makes elements of the page's own templates.
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " media-src 'self' blob:; connect-src 'self'; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types lit-html";

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy", POLICY,
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Resource-Policy", "same-origin");

    private record Asset(String type, byte[] bytes, String tag) {}

    private final Map<String, Asset> assets = new ConcurrentHashMap<>();

    List<Operation> operations() {
        return List.of(
                Operation.get(WITHOUT_SLASH, PAGE.substring(0, PAGE.length() - 1), call -> Reply.empty(308)),
                blocking(OPERATION, PAGE, call -> reply(call, INDEX)),
                blocking(
                        OPERATION + ".file",
                        PAGE + "console/{file...}",
                        call -> reply(call, call.request().variable("file"))));
    }

    // Each file is read from the jar once.
    private static Operation blocking(String name, String path, Operation.Handler handler) {
        return Operation.blocking(name, "GET", path, Operation.Body.NONE, handler);
    }

    /** The headers of an answer, if it is one of these. */
    Map<String, String> headers(Answered answered) {
        String operation = answered.visit().map(Visit::operation).orElse("");
        if (operation.equals(WITHOUT_SLASH)) {
            return Map.of("Location", PAGE);
        }
        return operation.startsWith(OPERATION) && answered.status() < 400
                ? withTag(Optional.ofNullable(answered.request().variable("file")))
                : Map.of();
    }

    private Map<String, String> withTag(Optional<String> file) {
        Map<String, String> headers = new HashMap<>(HEADERS);
        headers.put("Cache-Control", "no-cache");
        headers.put("ETag", asset(file.orElse(INDEX)).tag());
        return headers;
    }

    private Reply reply(Call call, String file) {
        Asset asset = asset(file);
        boolean known = call.request()
                .header("If-None-Match")
                .filter(tags -> tags.contains(asset.tag()))
                .isPresent();
        return known ? Reply.empty(304) : new Reply.Content(200, asset.type(), asset.bytes());
    }

    private Asset asset(String file) {
        Asset known = assets.get(file);
        return known != null ? known : assets.computeIfAbsent(file, Console::read);
    }

    private static Asset read(String file) {
        try (InputStream in =
                NAME.matcher(file).matches() ? Console.class.getResourceAsStream("console/" + file) : null) {
            if (in == null) {
                throw new Refused(Refused.Reason.NO_SUCH_ROUTE, "the console has no such file");
            }
            byte[] bytes = in.readAllBytes();
            return new Asset(TYPES.get(file.substring(file.lastIndexOf('.') + 1)), bytes, tag(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String tag(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return '"' + HexFormat.of().formatHex(digest, 0, 8) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
