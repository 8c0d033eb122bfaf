package dev.understudy.http;

import dev.understudy.dialect.Dialect;
import dev.understudy.metrics.Metrics;
import dev.understudy.settings.Http2;
import dev.understudy.settings.Settings;
import dev.understudy.store.Scratch;
import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.GracefulShutdownHandler;
import io.undertow.server.handlers.form.FormParserFactory;
import io.undertow.server.handlers.form.MultiPartParserDefinition;
import io.undertow.server.protocol.http.HttpServerConnection;
import io.undertow.server.protocol.http2.Http2UpgradeHandler;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.xnio.Options;

/** The HTTP server. */
public final class Server implements AutoCloseable {

    // No header or query that we emulate comes near it.
    private static final int MOST_HEADER_BYTES = 64 * 1024;
    private static final int MOST_IDLE_MILLIS = 120_000;
    // For threads that are still at work when it closes; without it, one that reads from a stalled client holds it up.
    private static final int MOST_MILLIS_TO_STOP = 500;

    private final EventStreams streams = new EventStreams();
    private final Router router;
    private final GracefulShutdownHandler calls;
    private final FirstCall first;
    private final Undertow undertow;
    private final Optional<Path> certificate;

    /**
     * Listens at once.
     *
     * @param dialects in the order in which their prefixes are looked at; the last one gets what is nobody's
     * @param scratch where bodies go while they come in
     * @param metrics is told of every answer
     * @throws RuntimeException if the address cannot be listened on
     */
    public Server(Settings settings, List<Dialect> dialects, Scratch scratch, Metrics metrics) {
        long body = Math.min(settings.maxBody(), Integer.MAX_VALUE - 8L);
        Limits limits = new Limits(body, settings.maxUpload(), settings.requestTimeout());
        router = new Router(dialects);
        Dispatcher dispatcher = new Dispatcher(
                router,
                limits,
                forms(settings, scratch.directory()),
                new Spool(scratch::newFile, limits.spooled()),
                streams,
                new Counter(metrics));
        calls = Handlers.gracefulShutdown(dispatcher);
        first = new FirstCall(calls);
        Optional<Identity> identity = settings.tls().map(tls -> Identity.of(tls, settings.host()));
        certificate = identity.isPresent() ? Optional.of(identity.get().publish(scratch)) : Optional.empty();
        undertow = listening(settings, identity)
                .setServerOption(UndertowOptions.ENABLE_HTTP2, speaksHttp2(settings))
                .setServerOption(UndertowOptions.HTTP2_SETTINGS_MAX_CONCURRENT_STREAMS, Limits.STREAMS)
                .setServerOption(UndertowOptions.MAX_HEADER_SIZE, MOST_HEADER_BYTES)
                .setServerOption(UndertowOptions.REQUEST_PARSE_TIMEOUT, (int)
                        limits.patience().toMillis())
                .setServerOption(UndertowOptions.MAX_HEADERS, Limits.HEADERS)
                .setServerOption(UndertowOptions.MAX_PARAMETERS, Limits.PARAMETERS)
                // Further ones wait until one of these has ended.
                .setSocketOption(Options.CONNECTION_HIGH_WATER, settings.maxConnections())
                .setSocketOption(Options.CONNECTION_LOW_WATER, settings.maxConnections())
                .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, MOST_IDLE_MILLIS)
                .setServerOption(UndertowOptions.SHUTDOWN_TIMEOUT, MOST_MILLIS_TO_STOP)
                // An answer must not wait for the one to a request that was sent ahead, which may take its time.
                .setServerOption(UndertowOptions.BUFFER_PIPELINED_DATA, false)
                // The dispatcher limits every body, each by what its operation takes; see BodyLimit.
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, -1L)
                .setServerOption(UndertowOptions.MULTIPART_MAX_ENTITY_SIZE, -1L)
                .setHandler(entrance(settings, identity.isPresent()))
                .build();
        undertow.start();
    }

    private static Undertow.Builder listening(Settings settings, Optional<Identity> identity) {
        Undertow.Builder builder = Undertow.builder();
        return identity.isPresent()
                ? builder.addHttpsListener(
                        settings.port(), settings.host(), identity.get().context())
                : builder.addHttpListener(settings.port(), settings.host());
    }

    private static boolean speaksHttp2(Settings settings) {
        return settings.http2() == Http2.EVERYWHERE
                || settings.http2() == Http2.TLS && settings.tls().isPresent();
    }

    private HttpHandler entrance(Settings settings, boolean tls) {
        HttpHandler handler = Handlers.httpContinueRead(first);
        if (tls || settings.http2() != Http2.EVERYWHERE) {
            return handler;
        }
        HttpHandler upgrading = new Http2UpgradeHandler(handler);
        // The request that asked for the upgrade comes again when that is done, still asking for it.
        return exchange -> (exchange.getConnection() instanceof HttpServerConnection ? upgrading : handler)
                .handleRequest(exchange);
    }

    /** The certificate that clients are to trust, in PEM; empty without TLS. */
    public Optional<Path> certificate() {
        return certificate;
    }

    /** The port that is really listened on. */
    public int port() {
        return ((InetSocketAddress) undertow.getListenerInfo().get(0).getAddress()).getPort();
    }

    /** See {@link Router#prepare}. */
    public void prepare() {
        router.prepare();
    }

    /** See {@link FirstCall#await}. */
    public boolean awaitFirstAnswer(Duration soon, Duration most) {
        return first.await(soon, most);
    }

    /**
     * Waits until the calls that are under way have been answered; new ones get 503.
     *
     * @param most of real time that this may take
     */
    public void drain(Duration most) {
        calls.shutdown();
        streams.close();
        try {
            calls.awaitShutdown(most.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        streams.close();
        undertow.stop();
    }

    private static FormParserFactory forms(Settings settings, Path formFiles) {
        MultiPartParserDefinition multipart = new MultiPartParserDefinition(formFiles);
        // Files may come without a file name, as fields; this charset has a character for every byte. See
        // ServerRequest.
        multipart.setDefaultEncoding(StandardCharsets.ISO_8859_1.name());
        multipart.setMaxIndividualFileSize(settings.maxUpload());
        return FormParserFactory.builder(false).addParsers(multipart).build();
    }
}
