package dev.understudy.http;

import dev.understudy.dialect.Answered;
import dev.understudy.dialect.Call;
import dev.understudy.dialect.Dialect;
import dev.understudy.dialect.Operation;
import dev.understudy.dialect.Reply;
import dev.understudy.dialect.Request;
import dev.understudy.sandbox.Refused;
import dev.understudy.sandbox.Sandbox;
import dev.understudy.sandbox.Visit;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.form.FormParserFactory;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Takes each request to its operation and the answer back. Requests stay on the thread that received them, which must
 * never wait; only operations that may block, and large bodies, move to a worker.
 */
final class Dispatcher implements HttpHandler {

    // What a body takes while it is worked on: its bytes, the text they are, what that is decoded into.
    private static final int TIMES_IN_MEMORY = 8;

    private final Router router;
    private final Limits limits;
    private final FormParserFactory forms;
    private final EventStreams streams;
    private final Counter counter;
    private final Spool spool;
    private final Room room = new Room(Runtime.getRuntime().maxMemory() / 2);
    private final ErrorTranslator errors = new ErrorTranslator();

    Dispatcher(
            Router router, Limits limits, FormParserFactory forms, Spool spool, EventStreams streams, Counter counter) {
        this.router = router;
        this.limits = limits;
        this.forms = forms;
        this.spool = spool;
        this.streams = streams;
        this.counter = counter;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        SinkWatch.set(exchange, limits.patience());
        if (!exchange.isRequestComplete()) {
            SourceWatch.set(exchange, limits.patience());
        }
        String method = exchange.getRequestMethod().toString();
        Optional<Router.Route> found = router.find(method, exchange.getRequestPath());
        if (found.isEmpty()) {
            refuseUnrouted(exchange, method);
            return;
        }
        Router.Route route = found.get();
        boolean tooLarge = limitEntity(exchange, route);
        if (route.operation().body() == Operation.Body.NONE || tooLarge) {
            run(exchange, route, Received.NOTHING);
        } else {
            Intake.begin(
                    exchange, spool, body -> take(exchange, route, body), problem -> fail(exchange, route, problem));
        }
    }

    // Tells whether the body is declared larger than allowed.
    private boolean limitEntity(HttpServerExchange exchange, Router.Route route) {
        long limit = limit(exchange, route);
        boolean tooLarge = exchange.getRequestContentLength() > limit;
        BodyLimit.set(exchange, tooLarge ? limit + BodyLimit.MOST_DRAINED : limit);
        return tooLarge;
    }

    private long limit(HttpServerExchange exchange, Router.Route route) {
        return switch (route.operation().body()) {
            case NONE, IN_MEMORY -> limits.body();
            case STREAMED -> limits.upload();
            // A form that is no multipart one is read into memory, too.
            case FORM -> contentType(exchange).startsWith("application/x-www-form") ? limits.body() : limits.upload();
            case FORM_OR_IN_MEMORY -> contentType(exchange).startsWith("multipart/") ? limits.upload() : limits.body();
        };
    }

    private static boolean isReadWhole(HttpServerExchange exchange, Router.Route route) {
        String type = contentType(exchange);
        return switch (route.operation().body()) {
            case IN_MEMORY -> true;
            case FORM_OR_IN_MEMORY -> !type.startsWith("multipart/") && !type.startsWith("application/x-www-form");
            default -> false;
        };
    }

    private static String contentType(HttpServerExchange exchange) {
        String type = exchange.getRequestHeaders().getFirst(Headers.CONTENT_TYPE);
        return type == null ? "" : type.toLowerCase(Locale.ROOT);
    }

    // Reading what is large takes long enough to keep other connections waiting, and memory that must be there.
    private void take(HttpServerExchange exchange, Router.Route route, Received body) {
        if (body instanceof Received.InMemory) {
            run(exchange, route, body);
            return;
        }
        boolean streamed = route.operation().body() == Operation.Body.STREAMED;
        long bytes = streamed ? 0 : TIMES_IN_MEMORY * Math.min(body.size(), limits.body());
        room.enter(
                bytes,
                () -> exchange.dispatch(() -> {
                    try {
                        answer(exchange, route, isReadWhole(exchange, route) ? body.whole() : body);
                    } catch (IOException problem) {
                        fail(exchange, route, problem);
                    } finally {
                        room.leave(bytes);
                    }
                }));
    }

    private void fail(HttpServerExchange exchange, Router.Route route, Exception problem) {
        if (problem instanceof Refused refused) {
            exchange.getResponseHeaders().put(Responder.WHY, Responder.headerSafe(refused.getMessage()));
        }
        Responder.send(exchange, errors.translate(route.dialect(), problem));
    }

    private void run(HttpServerExchange exchange, Router.Route route, Received body) {
        if (route.operation().mayBlock() && exchange.isInIoThread()) {
            exchange.dispatch(() -> answer(exchange, route, body));
        } else {
            answer(exchange, route, body);
        }
    }

    private void answer(HttpServerExchange exchange, Router.Route route, Received body) {
        ServerRequest request = new ServerRequest(exchange, route.variables(), forms, body);
        byte[] read = isReadWhole(exchange, route) ? request.body() : Received.NOTHING.bytes();
        Visit visit = new Visit(route.operation().name(), request::header);
        route.prediction().ifPresent(visit::concerns);
        Scribe scribe = Scribe.of(exchange, route.operation(), request, read, visit);
        Optional<Sandbox> sandbox = Optional.empty();
        Reply reply;
        try {
            sandbox = route.dialect().sandbox(request);
            requireAllowedSize(exchange, route);
            reply = route.operation().handler().handle(new Call(request, sandbox, visit));
            if (reply instanceof Reply.Events events) {
                streams.open(exchange, events.feed());
                return;
            }
        } catch (Exception problem) {
            reply = refusal(exchange, route, problem, visit);
        }
        // The answer may be long in coming.
        request.forgetBody();
        Optional<Sandbox> caller = sandbox;
        new Delivery(
                        exchange,
                        problem -> refusal(exchange, route, problem, visit),
                        ready -> {
                            counter.answered(visit, ready.status());
                            OptionalLong entry = route.dialect().isJournaled(route.operation()) && caller.isPresent()
                                    ? OptionalLong.of(scribe.write(caller.get(), ready))
                                    : OptionalLong.empty();
                            dress(
                                    exchange,
                                    route.dialect(),
                                    new Answered(request, caller, Optional.of(visit), entry, ready.status()));
                        },
                        visit::wire)
                .deliver(reply);
    }

    private static void dress(HttpServerExchange exchange, Dialect dialect, Answered answered) {
        if (!exchange.isResponseStarted()) {
            dialect.headers(answered)
                    .forEach((name, value) -> exchange.getResponseHeaders().put(new HttpString(name), value));
        }
    }

    private Reply refusal(HttpServerExchange exchange, Router.Route route, Exception problem, Visit visit) {
        explain(exchange, problem, visit);
        if (problem instanceof Refused refused) {
            visit.refused(refused);
        }
        return errors.translate(route.dialect(), problem);
    }

    private void requireAllowedSize(HttpServerExchange exchange, Router.Route route) {
        long limit = limit(exchange, route);
        if (exchange.getRequestContentLength() > limit) {
            throw new Refused(
                    Refused.Reason.TOO_LARGE, "the body is larger than the %s bytes allowed".formatted(limit));
        }
    }

    private void refuseUnrouted(HttpServerExchange exchange, String method) {
        Dialect dialect = router.dialect(exchange.getRequestPath());
        List<String> methods = router.methods(exchange.getRequestPath());
        Refused refused = methods.isEmpty() ? noSuchRoute(exchange, method) : noSuchMethod(method, methods);
        exchange.getResponseHeaders().put(Responder.WHY, Responder.headerSafe(refused.getMessage()));
        Request request = new ServerRequest(exchange, Map.of(), forms, Received.NOTHING);
        Reply.Ready reply = (Reply.Ready) dialect.unrouted(refused, request);
        if (reply.status() == StatusCodes.METHOD_NOT_ALLOWED) {
            exchange.getResponseHeaders().put(Headers.ALLOW, String.join(", ", methods));
        }
        counter.unrouted(reply.status());
        dress(
                exchange,
                dialect,
                new Answered(request, Optional.empty(), Optional.empty(), OptionalLong.empty(), reply.status()));
        Responder.send(exchange, reply);
    }

    private Refused noSuchRoute(HttpServerExchange exchange, String method) {
        String path = exchange.getRequestPath();
        String meant =
                router.nearest(path).map(near -> "; did you mean " + near + "?").orElse("");
        return new Refused(Refused.Reason.NO_SUCH_ROUTE, "nothing is served for " + method + " " + path + meant);
    }

    private static Refused noSuchMethod(String method, List<String> methods) {
        return new Refused(
                Refused.Reason.NO_SUCH_METHOD,
                "this path is served with %s, not with %s".formatted(String.join(" and ", methods), method));
    }

    // What the real service would not say goes into a header of ours, and leaves its body as it is.
    private static void explain(HttpServerExchange exchange, Exception problem, Visit visit) {
        if (problem instanceof Refused refused) {
            visit.note("refused: " + refused.getMessage());
            exchange.getResponseHeaders().put(Responder.WHY, Responder.headerSafe(refused.getMessage()));
            refused.retryAfter()
                    .ifPresent(time -> exchange.getResponseHeaders()
                            .put(
                                    Headers.RETRY_AFTER,
                                    Long.toString(time.plusNanos(999_999_999).toSeconds())));
        }
    }
}
