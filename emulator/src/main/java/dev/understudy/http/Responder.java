package dev.understudy.http;

import dev.understudy.dialect.Reply;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;

/** Sends answers. */
final class Responder {

    /** Says in words why a call was refused. */
    static final HttpString WHY = new HttpString("Understudy-Why");

    private Responder() {}

    static void send(HttpServerExchange exchange, Reply reply) {
        send(exchange, reply, Sending.SOUND);
    }

    static void send(HttpServerExchange exchange, Reply reply, Sending sending) {
        if (exchange.isResponseStarted()) {
            exchange.endExchange();
            return;
        }
        exchange.getResponseHeaders().put(Headers.DATE, HttpDate.now());
        if (reply instanceof Reply.File file) {
            FileResponder.send(exchange, file.file(), sending);
        } else {
            send(exchange, (Reply.Content) reply, sending);
        }
    }

    private static void send(HttpServerExchange exchange, Reply.Content content, Sending sending) {
        exchange.setStatusCode(content.status());
        if (!content.contentType().isEmpty()) {
            exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, content.contentType());
        }
        exchange.setResponseContentLength(content.body().length);
        sending.send(exchange, Body.of(content.body()));
    }

    /** Text as it may stand in a header: printable ASCII, and not long. */
    static String headerSafe(String text) {
        String safe = text.replaceAll("[^\\x20-\\x7E]", "?");
        return safe.length() <= 500 ? safe : safe.substring(0, 500);
    }
}
