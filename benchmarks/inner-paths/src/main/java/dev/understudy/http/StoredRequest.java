package dev.understudy.http;

import dev.understudy.dialect.Request;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request that came in long ago. */
record StoredRequest(
        String method, String path, Map<String, String> headers, Map<String, String> variables, byte[] body)
        implements Request {

    StoredRequest with(Map<String, String> others) {
        return new StoredRequest(method, path, headers, others, body);
    }

    @Override
    public String baseUrl() {
        return "http://127.0.0.1:8080";
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    @Override
    public Optional<String> query(String name) {
        return Optional.empty();
    }

    @Override
    public String rawQuery() {
        return "";
    }

    @Override
    public String variable(String name) {
        return variables.get(name);
    }

    @Override
    public InputStream stream() {
        return new ByteArrayInputStream(body);
    }

    @Override
    public Form form() {
        return new Form(List.of());
    }
}
