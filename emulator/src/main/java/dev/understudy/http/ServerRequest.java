package dev.understudy.http;

import dev.understudy.dialect.Request;
import dev.understudy.sandbox.Refused;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.form.FormData;
import io.undertow.server.handlers.form.FormDataParser;
import io.undertow.server.handlers.form.FormParserFactory;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A request that Undertow received. */
final class ServerRequest implements Request {

    private static final int LONGEST_AUTHORITY = 255;

    // The code asks for some twenty names, most of them with every call. Undertow would hash their letters each time.
    private static final Map<String, HttpString> NAMES = new ConcurrentHashMap<>();

    private static final String ENCODED = "application/x-www-form-urlencoded";

    private final HttpServerExchange exchange;
    private final Map<String, String> variables;
    private final FormParserFactory forms;
    private Received body;
    private Form form;

    ServerRequest(HttpServerExchange exchange, Map<String, String> variables, FormParserFactory forms, Received body) {
        this.exchange = exchange;
        this.variables = variables;
        this.forms = forms;
        this.body = body;
    }

    @Override
    public String method() {
        return exchange.getRequestMethod().toString();
    }

    @Override
    public String path() {
        return exchange.getRequestPath();
    }

    @Override
    public String baseUrl() {
        String scheme = header("X-Forwarded-Proto")
                .filter(proto -> proto.equals("https") || proto.equals("http"))
                .orElse(exchange.getRequestScheme());
        return header("X-Forwarded-Host")
                .or(() -> header("Host"))
                .filter(ServerRequest::isAuthority)
                .map(host -> scheme + "://" + host)
                .orElseGet(() -> scheme + "://" + exchange.getHostAndPort());
    }

    // What a Host header may hold; anything else is not repeated in URLs that we hand out. Every answer with a URL
    // comes
    // along here, and a pattern would take four times as long.
    private static boolean isAuthority(String host) {
        for (int i = 0; i < host.length(); i++) {
            char one = host.charAt(i);
            boolean letter = one >= 'a' && one <= 'z' || one >= 'A' && one <= 'Z' || one >= '0' && one <= '9';
            if (!letter && "._-[]:".indexOf(one) < 0) {
                return false;
            }
        }
        return !host.isEmpty() && host.length() <= LONGEST_AUTHORITY;
    }

    /** @param name one that the code knows; a name that a caller chose must not come here, since names are kept */
    @Override
    public Optional<String> header(String name) {
        HttpString known = NAMES.get(name);
        return Optional.ofNullable(exchange.getRequestHeaders()
                .getFirst(known == null ? NAMES.computeIfAbsent(name, HttpString::new) : known));
    }

    @Override
    public Optional<String> query(String name) {
        return Optional.ofNullable(exchange.getQueryParameters().get(name)).map(Deque::peekFirst);
    }

    @Override
    public String rawQuery() {
        return exchange.getQueryString();
    }

    @Override
    public String variable(String name) {
        return variables.get(name);
    }

    @Override
    public byte[] body() {
        return body instanceof Received.InMemory whole ? whole.bytes() : Received.NOTHING.bytes();
    }

    @Override
    public InputStream stream() throws IOException {
        return body.open();
    }

    /** Lets go of what a body takes of the memory. */
    void forgetBody() {
        body = Received.NOTHING;
        form = null;
    }

    @Override
    public Form form() throws IOException {
        if (form == null) {
            String type = header("Content-Type").orElse("");
            form = type.regionMatches(true, 0, ENCODED, 0, ENCODED.length())
                    ? encoded(UrlEncoded.parse(body.whole().bytes(), Limits.PARAMETERS))
                    : multipart(type);
        }
        return form;
    }

    private static Form encoded(List<UrlEncoded.Pair> pairs) {
        return new Form(pairs.stream()
                .map(pair -> new Field(pair.name(), false, new Text(pair.value())))
                .toList());
    }

    private Form multipart(String type) throws IOException {
        String boundary = Headers.extractQuotedValueFromHeader(type, "boundary");
        FormDataParser parser = forms.createParser(exchange);
        if (parser == null || boundary == null) {
            return new Form(List.of());
        }
        try (InputStream content = new PartHeads(body.open(), boundary)) {
            exchange.startBlocking(new FormBody(content));
            return form(parser.parseBlocking());
        } catch (Refused refused) {
            throw refused;
        } catch (RuntimeException e) {
            // What Undertow's parser throws for too many fields, unknown charsets and malformed heads, among others.
            throw new Refused(Refused.Reason.INVALID, "the form cannot be read: " + e.getMessage());
        } finally {
            exchange.startBlocking(null);
        }
    }

    private static Form form(FormData data) {
        List<Field> fields = new ArrayList<>();
        for (String name : data) {
            // Nobody asks for a part without a name.
            if (name != null) {
                data.get(name)
                        .forEach(value -> fields.add(new Field(name, value.getFileName() != null, new Part(value))));
            }
        }
        return new Form(fields);
    }

    /** What was sent in a form that has no files. */
    private record Text(String value) implements FormFile {
        @Override
        public String fileName() {
            return "file";
        }

        @Override
        public Optional<String> contentType() {
            return Optional.empty();
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(value.getBytes(StandardCharsets.UTF_8));
        }
    }

    private record Part(FormData.FormValue value) implements FormFile {
        @Override
        public String fileName() {
            return value.getFileName() == null ? "file" : value.getFileName();
        }

        @Override
        public Optional<String> contentType() {
            return Optional.ofNullable(value.getHeaders()).map(headers -> headers.getFirst(Headers.CONTENT_TYPE));
        }

        @Override
        public InputStream open() throws IOException {
            return value.isFileItem() ? value.getFileItem().getInputStream() : new ByteArrayInputStream(bytes());
        }

        // Exactly what was sent: fields that declare no charset are read with one that has a character for each byte.
        private byte[] bytes() {
            String charset = value.getCharset();
            return value.getValue().getBytes(charset == null ? StandardCharsets.UTF_8 : Charset.forName(charset));
        }
    }
}
