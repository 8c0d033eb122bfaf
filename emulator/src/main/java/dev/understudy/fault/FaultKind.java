package dev.understudy.fault;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The one table of faults: what can be written in headers, cues, scripts and profiles, what {@code docs/faults.md} lists
 * and what {@code GET /__understudy/faults/kinds} tells.
 */
public enum FaultKind {
    RATE_LIMITED(
            Fault.RateLimited.class,
            "HTTP 429.",
            with -> new Fault.RateLimited(with.word("limit", Fault.RateLimited.Limit.class), with.maybe("retry-after")),
            Parameter.word(
                    "limit",
                    Fault.RateLimited.Limit.class,
                    Fault.RateLimited.Limit.PER_MINUTE,
                    "Which limit is said to be reached."),
            Parameter.time("retry-after", "", Bounds.DAY, "The header Retry-After; none without it.")),
    UNAUTHORIZED(Fault.Unauthorized.class, "HTTP 401, whatever the key.", with -> new Fault.Unauthorized()),
    FORBIDDEN(Fault.Forbidden.class, "HTTP 403.", with -> new Fault.Forbidden()),
    NO_CREDIT(Fault.NoCredit.class, "The balance does not cover it, whatever there is.", with -> new Fault.NoCredit()),
    GONE(
            Fault.Gone.class,
            "The model does not exist any more: it takes no jobs and has no price.",
            with -> new Fault.Gone()),
    SERVER_ERROR(
            Fault.ServerError.class,
            "A 5xx with a JSON body.",
            with -> new Fault.ServerError(with.number("status")),
            Parameter.number("status", 500, 500, 599, "The HTTP status.")),
    GATEWAY_TIMEOUT(
            Fault.GatewayTimeout.class,
            "The 504 of a proxy in front of the service: a page of HTML.",
            with -> new Fault.GatewayTimeout()),

    DELAY(
            Fault.Delay.class,
            "The answer comes later, in real time.",
            with -> new Fault.Delay(with.time("by")),
            Parameter.time("by", "PT2S", Bounds.REAL, "How much later.")),
    RESET(Fault.Reset.class, "The connection is reset in place of an answer.", with -> new Fault.Reset()),
    EMPTY_REPLY(
            Fault.EmptyReply.class, "The connection ends without a byte of an answer.", with -> new Fault.EmptyReply()),
    TRUNCATED(Fault.Truncated.class, "The connection ends in the middle of the body.", with -> new Fault.Truncated()),
    MALFORMED(Fault.Malformed.class, "A body that is not what its content type says.", with -> new Fault.Malformed()),
    DRIBBLE(
            Fault.Dribble.class,
            "The body comes in small pieces, in real time.",
            with -> new Fault.Dribble(with.time("over")),
            Parameter.time("over", "PT2S", Bounds.REAL, "How long it takes in all.")),

    FAILS(
            Fault.Fails.class,
            "The job fails at its end.",
            with -> new Fault.Fails(with.word("kind", Fault.Fails.Kind.class), with.text("error")),
            Parameter.word("kind", Fault.Fails.Kind.class, Fault.Fails.Kind.TASK_FAILED, "What is the matter."),
            Parameter.text("error", "", "What it says; by default the words the service has for it.")),
    MODERATED(
            Fault.Moderated.class,
            "The job fails at its end, because its content is found sensitive.",
            with -> new Fault.Moderated(with.text("error")),
            Parameter.text(
                    "error",
                    "Content flagged as potentially sensitive. Please try different prompts or images",
                    "What it says.")),
    STUCK(Fault.Stuck.class, "The job never ends.", with -> new Fault.Stuck()),
    SLOW(
            Fault.Slow.class,
            "The job takes longer.",
            with -> new Fault.Slow(with.time("by")),
            Parameter.time("by", "PT30S", Bounds.MONTH, "How much longer.")),
    LATE_FAILURE(
            Fault.LateFailure.class,
            "The job runs longer than it should and then fails.",
            with -> new Fault.LateFailure(with.time("delay"), with.text("error")),
            Parameter.time("delay", "PT2S", Bounds.MONTH, "How much longer."),
            Parameter.text("error", "Task failed.", "What it says.")),
    EMPTY_OUTPUTS(
            Fault.EmptyOutputs.class, "The job completes and has made nothing.", with -> new Fault.EmptyOutputs()),
    FALLBACK(
            Fault.Fallback.class,
            "Another model does the work.",
            with -> new Fault.Fallback(with.text("model"), with.flag("announced")),
            Parameter.text("model", "bytedance/seedance-2.0/text-to-video", "The one that does."),
            Parameter.flag("announced", "Whether polls name the other model; how the service would is not known.")),
    STALE_READ(
            Fault.StaleRead.class,
            "Reads of the ended job still show it at work.",
            with -> new Fault.StaleRead(with.number("polls")),
            Parameter.number("polls", 1, 1, 1_000_000, "How many polls do.")),
    VANISH(
            Fault.Vanish.class,
            "Nobody knows the job any more.",
            with -> new Fault.Vanish(with.time("after")),
            Parameter.time("after", "PT0S", Bounds.MONTH, "How long after its submission.")),
    SYNC_TIMEOUT(
            Fault.SyncTimeout.class,
            "A wait in sync mode runs into the service's own limit at once.",
            with -> new Fault.SyncTimeout()),

    WEBHOOK_LOST(Fault.Lost.class, "It is not sent.", with -> new Fault.Lost()),
    WEBHOOK_DUPLICATE(Fault.Duplicate.class, "It comes twice.", with -> new Fault.Duplicate()),
    WEBHOOK_OUT_OF_ORDER(
            Fault.OutOfOrder.class,
            "It comes after the next one to the same receiver.",
            with -> new Fault.OutOfOrder()),
    WEBHOOK_BAD_SIGNATURE(Fault.BadSignature.class, "Its signature does not match.", with -> new Fault.BadSignature()),
    WEBHOOK_OLD_TIMESTAMP(
            Fault.OldTimestamp.class,
            "It is signed, correctly, for a time in the past.",
            with -> new Fault.OldTimestamp(with.time("age")),
            Parameter.time("age", "PT6M", Bounds.MONTH, "How long ago; receivers are to refuse more than 300 s."));

    /** The longest times that parameters take. */
    private static final class Bounds {
        // A connection is held for as long, in real time.
        private static final Duration REAL = Duration.ofMinutes(5);
        private static final Duration DAY = Duration.ofDays(1);
        private static final Duration MONTH = Duration.ofDays(31);
    }

    private final Class<? extends Fault> type;
    private final String about;
    private final Function<Given, Fault> making;
    private final List<Parameter> parameters;

    FaultKind(Class<? extends Fault> type, String about, Function<Given, Fault> making, Parameter... parameters) {
        this.type = type;
        this.about = about;
        this.making = making;
        this.parameters = List.of(parameters);
    }

    static FaultKind of(Fault fault) {
        return Stream.of(values())
                .filter(kind -> kind.type.isInstance(fault))
                .findFirst()
                .orElseThrow();
    }

    /** @throws RuleException if there is none of that name */
    static FaultKind named(String field, String word) {
        List<String> words = Stream.of(values()).map(FaultKind::word).toList();
        int found = words.indexOf(word);
        if (found < 0) {
            throw RuleException.choice(field, word, words);
        }
        return values()[found];
    }

    /** What it is called in headers, cues, scripts and profiles. */
    public String word() {
        return Words.of(this);
    }

    public String about() {
        return about;
    }

    public Place place() {
        return Place.of(type);
    }

    public List<Parameter> parameters() {
        return parameters;
    }

    /** @param given parameters as text; those that are not there have their defaults */
    Fault make(String field, Map<String, String> given) {
        List<String> names = parameters.stream().map(Parameter::name).toList();
        for (String name : given.keySet()) {
            if (!names.contains(name)) {
                throw RuleException.unknownField(field, name, names);
            }
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            String text = given.getOrDefault(parameter.name(), parameter.byDefault());
            if (!text.isEmpty() || parameter.form().equals("text")) {
                values.put(parameter.name(), parameter.read(field + "." + parameter.name(), text));
            } else if (given.containsKey(parameter.name())) {
                throw RuleException.wrong(field + "." + parameter.name(), "must not be empty");
            }
        }
        return making.apply(new Given(values));
    }

    /** The parameters of a fault: numbers, booleans and text; those that are not set are left out. */
    static Map<String, Object> parameters(Fault fault) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (RecordComponent component : fault.getClass().getRecordComponents()) {
            String name = Words.of(component.getName());
            Object value = value(fault, component);
            if (!value.equals("") || of(fault).meansSomethingElseIfNotSaid(name)) {
                values.put(name, value);
            }
        }
        return values;
    }

    private boolean meansSomethingElseIfNotSaid(String name) {
        return parameters.stream()
                .anyMatch(parameter ->
                        parameter.name().equals(name) && !parameter.byDefault().isEmpty());
    }

    private static Object value(Fault fault, RecordComponent component) {
        try {
            Object value = component.getAccessor().invoke(fault);
            Object present = value instanceof Optional<?> maybe
                    ? maybe.map(Object.class::cast).orElse("")
                    : value;
            return present instanceof Enum<?> word
                    ? Words.of(word)
                    : present instanceof Duration time ? Times.shown(time) : present;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a fault is a public record", e);
        }
    }

    /** Values for all parameters of a kind, read. */
    private record Given(Map<String, Object> values) {

        private Duration time(String name) {
            return (Duration) values.get(name);
        }

        private Optional<Duration> maybe(String name) {
            return Optional.ofNullable((Duration) values.get(name));
        }

        private int number(String name) {
            return (Integer) values.get(name);
        }

        private boolean flag(String name) {
            return (Boolean) values.get(name);
        }

        private String text(String name) {
            return (String) values.get(name);
        }

        private <E extends Enum<E>> E word(String name, Class<E> type) {
            return type.cast(values.get(name));
        }
    }
}
