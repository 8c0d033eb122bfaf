package dev.understudy.http;

import dev.understudy.dialect.Operation;
import dev.understudy.dialect.Reply;
import dev.understudy.dialect.Request;
import dev.understudy.journal.Asked;
import dev.understudy.journal.Digest;
import dev.understudy.journal.Entry;
import dev.understudy.journal.Journal;
import dev.understudy.journal.Redaction;
import dev.understudy.journal.Told;
import dev.understudy.sandbox.Sandbox;
import dev.understudy.sandbox.Visit;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Writes one call into the journal of its sandbox when its answer is there, and the entry's number into the answer.
 *
 * @param digest of the body, taken while the thread that read it still has it
 */
record Scribe(HttpServerExchange exchange, Operation operation, Request request, String digest, Visit visit) {

    /** The number of the answer's entry in the journal of its sandbox, by which it can be explained. */
    static final HttpString NUMBER = new HttpString("Understudy-Request");

    private static final String TEST = "Understudy-Test";

    static Scribe of(HttpServerExchange exchange, Operation operation, Request request, byte[] body, Visit visit) {
        return new Scribe(exchange, operation, request, Digest.of(body), visit);
    }

    /** The number of the entry. */
    long write(Sandbox sandbox, Reply.Ready reply) {
        // Whatever it is that came as a credential, it must not stand in the journal by another way.
        String key = Redaction.key(request::header);
        Journal journal = sandbox.journal();
        Asked asked = asked(journal, key);
        Told told = told(reply);
        List<String> notes = Redaction.texts(visit.notes(), key);
        // What is no id may be anything that somebody put into a path.
        Optional<String> prediction = visit.prediction().filter(Router.Route::isId);
        Instant at = sandbox.clock().instant();
        long entry = journal.add(
                number -> new Entry.Call(number, at, visit.arrived(), asked, told, prediction, visit.struck(), notes));
        if (!exchange.isResponseStarted()) {
            exchange.getResponseHeaders().put(NUMBER, entry);
        }
        return entry;
    }

    private Asked asked(Journal journal, String key) {
        return new Asked(
                operation.name(),
                request.method(),
                Redaction.path(request.path(), key),
                Redaction.query(request.rawQuery(), key),
                journal.agent(request.header("User-Agent").orElse(""), key),
                !key.isEmpty()
                        || Redaction.KEY_HEADERS.stream()
                                .anyMatch(name -> request.header(name).isPresent()),
                Math.max(0, exchange.getRequestContentLength()),
                digest,
                request.header(TEST).map(test -> Redaction.label(test, key)).filter(test -> !test.isEmpty()));
    }

    private Told told(Reply.Ready reply) {
        long bytes = reply instanceof Reply.File file ? file.file().size() : ((Reply.Content) reply).body().length;
        Optional<String> retryAfter =
                Optional.ofNullable(exchange.getResponseHeaders().getFirst(Headers.RETRY_AFTER));
        return new Told(reply.status(), bytes, retryAfter, visit.shown());
    }
}
