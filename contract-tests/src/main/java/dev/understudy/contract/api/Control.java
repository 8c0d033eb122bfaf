package dev.understudy.contract.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.understudy.contract.target.TargetException;
import io.restassured.http.Method;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.assertj.core.api.Assertions;

/**
 * What only a stand-in offers: faults on request, a clock that can be pushed, and inboxes for webhooks. A case that takes
 * one works with keys of its own, so nothing that it does reaches another case.
 */
public final class Control {
    private static final String BASE = "/__understudy";
    private static final String INBOX = BASE + "/inbox/contract";
    private static final JsonMapper JSON = new JsonMapper();

    private final Wire wire;

    Control(Wire wire) {
        this.wire = wire;
    }

    /**
     * Whether the target has all this, and this run may use it.
     *
     * @throws TargetException when the target is in no state to say so
     */
    public boolean isThere() {
        Answer clock = send(Method.GET, BASE + "/clock", null);
        if (clock.status() >= 500) {
            throw new TargetException("Whether there is a control API could not be found out: " + clock);
        }
        return clock.status() == 200 && clock.text().contains("\"mode\"");
    }

    /**
     * Has the next so many calls or jobs struck.
     *
     * @param fault a word, with its parameters after semicolons
     * @param on the operation, such as {@code submit}
     */
    public void strike(int next, String fault, String on) {
        add(Map.of("fault", fault, "when", Map.of("next", next), "on", on));
    }

    /** Has the next job, or the next webhook, struck. */
    public void strikeNext(String fault) {
        add(Map.of("fault", fault, "when", Map.of("next", 1)));
    }

    /** Has one job, or its webhook, struck. */
    public void strikeJob(String id, String fault) {
        add(Map.of("fault", fault, "when", Map.of("next", 1), "prediction", id));
    }

    /** That every fault asked for was really met, as often as it was asked for: otherwise the case has shown nothing. */
    public void allStruck() {
        Answer accounts = send(Method.GET, BASE + "/faults", null);
        Assertions.assertThat(accounts.json().path("rules")).as("%s", accounts).isNotEmpty();
        Assertions.assertThat(accounts.json().path("completed").asBoolean())
                .as("all faults were met: %s", accounts)
                .isTrue();
        accounts.json()
                .path("rules")
                .forEach(rule -> Assertions.assertThat(rule.path("struck").asInt())
                        .as("strikes of %s", rule)
                        .isPositive());
    }

    /** Lets the time stand still. */
    public void freeze() {
        done(send(Method.POST, BASE + "/clock", Map.of("mode", "frozen")));
    }

    /** Pushes the time. What falls due on the way has happened when this returns. */
    public void advance(Duration time) {
        done(send(Method.POST, BASE + "/clock/advance", Map.of("by", time.toString())));
    }

    /** The query with which a submission has its end told to the inbox. */
    public String toInbox() {
        return "?webhook=" + URLEncoder.encode(inbox(), StandardCharsets.UTF_8);
    }

    /** The URL of the inbox. */
    public String inbox() {
        return done(send(Method.GET, INBOX, null)).json().path("url").asText();
    }

    /**
     * Has the ends of all jobs told to the inbox from now on, for providers that take no receiver with a job.
     *
     * @param events those that are told, such as {@code video.completed}
     * @return the secret that signs them
     */
    public String subscribe(String... events) {
        Map<String, Object> endpoint = Map.of("url", inbox(), "events", List.of(events));
        return done(send(Method.POST, BASE + "/webhooks/endpoints", endpoint))
                .json()
                .path("secret")
                .asText();
    }

    /** What was delivered to the inbox, oldest first. */
    public List<JsonNode> deliveries() {
        List<JsonNode> deliveries = new ArrayList<>();
        done(send(Method.GET, INBOX, null)).json().path("deliveries").forEach(deliveries::add);
        return deliveries;
    }

    /** That a call ends without a whole answer. */
    public void cutOff(Supplier<Answer> call) {
        Answer answer;
        try {
            answer = call.get();
        } catch (TargetException expected) {
            return;
        }
        throw new AssertionError("Expected no whole answer, but " + answer);
    }

    private void add(Map<String, Object> rule) {
        done(send(Method.POST, BASE + "/faults", Map.of("rules", List.of(rule))));
    }

    // What goes wrong here is the kit's or the stand-in's affair, and says nothing about the case.
    private static Answer done(Answer answer) {
        if (answer.status() / 100 != 2) {
            throw new TargetException("The control API refused: " + answer);
        }
        return answer;
    }

    private Answer send(Method method, String path, Object body) {
        return wire.send(
                method,
                path,
                Credential.OWN_KEY,
                request -> body == null
                        ? request
                        : request.contentType("application/json")
                                .body(JSON.valueToTree(body).toString()));
    }
}
