package dev.understudy.http;

import dev.understudy.dialect.Request;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.form.FormData;
import io.undertow.server.handlers.form.FormDataParser;
import io.undertow.server.handlers.form.FormParserFactory;
import io.undertow.util.Headers;
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
import java.util.regex.Pattern;

/** A request that Undertow received. */
final class ServerRequest implements Request {

    // What a Host header may hold; anything else is not repeated in URLs that we hand out.
    private static final Pattern AUTHORITY = Pattern.compile("[A-Za-z0-9._\\-\\[\\]:]{1,255}");

    private final HttpServerExchange exchange;
    private final Map<String, String> variables;
    private final FormParserFactory forms;
    private final byte[] body;
    private Form form;

    ServerRequest(HttpServerExchange exchange, Map<String, String> variables, FormParserFactory forms, byte[] body) {
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
                .filter(host -> AUTHORITY.matcher(host).matches())
                .map(host -> scheme + "://" + host)
                .orElseGet(() -> scheme + "://" + exchange.getHostAndPort());
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
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
        return body;
    }

    @Override
    public InputStream stream() {
        exchange.startBlocking();
        return exchange.getInputStream();
    }

    @Override
    public Form form() throws IOException {
        if (form == null) {
            exchange.startBlocking();
            FormDataParser parser = forms.createParser(exchange);
            form = parser == null ? new Form(List.of()) : form(parser.parseBlocking());
        }
        return form;
    }

    private static Form form(FormData data) {
        List<Field> fields = new ArrayList<>();
        for (String name : data) {
            data.get(name).forEach(value -> fields.add(new Field(name, value.getFileName() != null, new Part(value))));
        }
        return new Form(fields);
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
