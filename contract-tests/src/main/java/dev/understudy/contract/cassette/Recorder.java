package dev.understudy.contract.cassette;

import dev.understudy.contract.api.Relay;
import dev.understudy.contract.api.Reply;
import dev.understudy.contract.evidence.EvidenceException;
import dev.understudy.contract.evidence.Exchange;
import dev.understudy.contract.evidence.Origins;
import dev.understudy.contract.target.TargetException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Passes on what a client asks, lets the answers lead the client back here, and keeps both. */
final class Recorder implements Front.Answering, AutoCloseable {
    private final Recording plan;
    private final Upstream upstream;
    private final SpendGate gate;
    private final Session session;
    private final Scribe scribe;
    private final Folder folder;
    private final Consumer<String> say;
    private final Relay relay = new Relay();
    private final Receivers receivers = new Receivers();
    private final Front front;

    Recorder(Recording plan, Upstream upstream, Session session, Scribe scribe, Consumer<String> say) {
        this.plan = plan;
        this.upstream = upstream;
        this.gate = new SpendGate(upstream.isPrivate(), plan.cap());
        this.session = session;
        this.scribe = scribe;
        this.folder = new Folder(plan.folder());
        this.say = say;
        this.front = new Front(plan.port(), this);
    }

    URI url() {
        return front.url();
    }

    BigDecimal spent() {
        return gate.spent();
    }

    @Override
    public Reply answer(Call call) {
        Optional<URI> receiver = receivers.behind(call.path());
        try {
            return receiver.isPresent() ? deliver(call, receiver.get()) : passOn(call);
        } catch (TargetException e) {
            say.accept(e.getMessage());
            return Problems.of(502, "The recorder could not pass this on: " + e.getMessage(), "");
        }
    }

    private Reply passOn(Call call) {
        SpendGate.Decision decision = gate.of(call.operation());
        if (decision.isRefused()) {
            say.accept("REFUSED  " + decision.refusal());
            return Problems.of(402, decision.refusal(), "");
        }
        if (decision.usd().signum() > 0) {
            say.accept("SPENDING USD " + decision.usd().toPlainString() + " on " + call.operation() + "; USD "
                    + gate.spent().toPlainString() + " since the start");
        }
        Optional<String> redirected = redirected(call);
        Call sent = call.sentTo(upstream.origin().toString(), redirected.orElse(call.url()));
        long atMs = session.now();
        Reply reply = relay.send(sent.method(), address(sent.url()), sent.headers(), sent.bytes());
        long tookMs = session.now() - atMs;
        keeping(() -> {
            Exchange exchange = scribe.exchange(sent, reply, tookMs);
            keepMedia(sent, reply);
            session.said(atMs, exchange, decision.usd(), redirected.isPresent());
        });
        return leadingBack(reply, call.base());
    }

    /** The URL with the recorder's own receiver in it; empty when it stays as it is. */
    private Optional<String> redirected(Call call) {
        Optional<String> clients = WebhookQuery.of(call.url()).filter(url -> url.matches("https?://\\S+"));
        if (clients.isEmpty() || !plan.takesWebhooks(upstream)) {
            return Optional.empty();
        }
        try {
            String receiver = plan.publicUrl().orElse(front.url()) + receivers.pathFor(new URI(clients.get()));
            return Optional.of(WebhookQuery.with(call.url(), receiver));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    // Unchanged, or its signature would no longer fit.
    private Reply deliver(Call call, URI clients) {
        long atMs = session.now();
        Reply reply = relay.send(call.method(), clients, call.headers(), call.bytes());
        Call delivered = new Call(call.method(), "/", call.headers(), call.bytes(), call.body());
        long tookMs = session.now() - atMs;
        keeping(() -> session.told(atMs, scribe.exchange(delivered, reply, tookMs)));
        say.accept("webhook delivered to " + Receivers.place(clients) + ", which answered " + reply.status());
        return reply;
    }

    // Whatever goes wrong with the recording must not cost the client an answer that it has paid for.
    private void keeping(Runnable keep) {
        try {
            keep.run();
        } catch (RuntimeException e) {
            say.accept("NOT RECORDED  " + (e instanceof EvidenceException ? e.getMessage() : e.getClass()));
        }
    }

    private URI address(String url) {
        try {
            return new URI(upstream.origin() + url);
        } catch (URISyntaxException e) {
            throw new TargetException("Not a path that can be asked for", e);
        }
    }

    private void keepMedia(Call call, Reply reply) {
        if (plan.keepsMedia()) {
            Media.in(call, reply).forEach(folder::keep);
        }
    }

    private Reply leadingBack(Reply reply, String base) {
        Map<String, List<String>> headers = new TreeMap<>(reply.headers());
        headers.computeIfPresent("location", (name, values) -> List.of(translated(values.get(0), base)));
        boolean isText = reply.header("content-type").matches("(?i)(text/|application/([\\w.-]+\\+)?json).*");
        byte[] body = isText
                ? translated(new String(reply.body(), StandardCharsets.UTF_8), base)
                        .getBytes(StandardCharsets.UTF_8)
                : reply.body();
        return new Reply(reply.status(), headers, body);
    }

    private String translated(String text, String base) {
        return Origins.replace(text, upstream.origin().toString(), base);
    }

    @Override
    public void close() {
        front.close();
        session.flush();
    }
}
