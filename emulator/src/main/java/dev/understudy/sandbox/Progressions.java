package dev.understudy.sandbox;

import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.Model;
import dev.understudy.settings.Pace;
import dev.understudy.settings.Progression;
import dev.understudy.settings.Settings;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What moves the jobs of one sandbox. The most specific choice wins: the request's, the sandbox's for a model, the
 * sandbox's, the server's.
 */
public final class Progressions {

    /** The request header that chooses for one submission, such as {@code polls; queued=1; processing=2}. */
    public static final String HEADER = "Understudy-Progression";

    // The word, then what belongs to it.
    private static final Pattern PARAMETER = Pattern.compile(";\\s*(queued|processing)\\s*=\\s*(\\d{1,6})\\s*");
    private static final Pattern VALUE = Pattern.compile("\\s*([A-Za-z-]+)\\s*((?:" + PARAMETER.pattern() + ")*)");

    private final Progression ofServer;
    private final Progression.Polls polls;
    private final Catalog catalog;
    private volatile Chosen chosen = new Chosen(Optional.empty(), Map.of());

    /**
     * What has been chosen for a sandbox.
     *
     * @param all for jobs of every model that has no choice of its own
     * @param models for jobs of single models, by slug, in the order of the slugs
     */
    public record Chosen(Optional<Progression> all, Map<String, Progression> models) {
        public Chosen {
            models = Collections.unmodifiableMap(new TreeMap<>(models));
        }
    }

    /**
     * @param polls the numbers of polls where a choice names none
     * @param catalog the models that something can be chosen for
     */
    Progressions(Progression ofServer, Progression.Polls polls, Catalog catalog) {
        this.catalog = catalog;
        this.ofServer = ofServer;
        this.polls = polls;
    }

    Progressions copy() {
        Progressions copy = new Progressions(ofServer, polls, catalog);
        copy.restore(chosen);
        return copy;
    }

    public Progression ofServer() {
        return ofServer;
    }

    /** The numbers of polls where a choice names none. */
    public Progression.Polls polls() {
        return polls;
    }

    public Chosen chosen() {
        return chosen;
    }

    /** Chooses for jobs that are submitted from now on. */
    public synchronized void choose(Progression progression) {
        chosen = new Chosen(Optional.of(progression), chosen.models());
    }

    /**
     * Chooses for jobs of one model that are submitted from now on.
     *
     * @throws Refused if there is no such model
     */
    public synchronized void choose(String model, Progression progression) {
        if (catalog.find(model).isEmpty()) {
            throw Refused.choice(
                    "model", model, catalog.models().stream().map(Model::slug).toList());
        }
        Map<String, Progression> choices = new TreeMap<>(chosen.models());
        choices.put(model, progression);
        chosen = new Chosen(chosen.all(), choices);
    }

    /** Takes all choices back; the server's holds again. */
    public synchronized void clear() {
        restore(new Chosen(Optional.empty(), Map.of()));
    }

    /** Replaces all choices. */
    void restore(Chosen choices) {
        chosen = choices;
    }

    /**
     * What moves a job that is ordered now. One that is awaited, and would end by itself in no time of the real service's,
     * ends at once.
     *
     * @throws Refused if the call's header cannot be used
     */
    Progression of(Order order, Settings settings, Visit visit) {
        Progression chosenForIt = of(order.model(), visit);
        if (!order.awaited()) {
            return chosenForIt;
        }
        boolean endsByItself = chosenForIt instanceof Progression.Polls
                || chosenForIt instanceof Progression.Time && settings.pace() == Pace.FAST;
        return endsByItself ? Progression.immediate() : chosenForIt;
    }

    /**
     * What moves a job that is submitted now; noted unless it is the server's.
     *
     * @throws Refused if the call's header cannot be used
     */
    Progression of(String model, Visit visit) {
        Optional<Progression> ofCall = visit.header(HEADER).map(this::parse);
        Chosen now = chosen;
        if (ofCall.isPresent()) {
            return noted(visit, ofCall.get(), "the header " + HEADER);
        }
        if (now.models().containsKey(model)) {
            return noted(visit, now.models().get(model), "chosen for this model");
        }
        return now.all().map(all -> noted(visit, all, "chosen for this key")).orElse(ofServer);
    }

    private static Progression noted(Visit visit, Progression progression, String why) {
        visit.note("progression %s: %s".formatted(progression.word(), why));
        return progression;
    }

    private Progression parse(String header) {
        Matcher value = VALUE.matcher(header);
        if (!value.matches()) {
            throw unusable("write one of %s, such as 'polls; queued=1; processing=2'"
                    .formatted(String.join(", ", Progression.WORDS)));
        }
        String word = value.group(1).toLowerCase(Locale.ROOT);
        if (!value.group(2).isEmpty() && !word.equals("polls")) {
            throw unusable("only polls takes queued and processing");
        }
        try {
            return withNumbers(word, PARAMETER.matcher(value.group(2)));
        } catch (IllegalArgumentException e) {
            throw unusable(e.getMessage());
        }
    }

    private Progression withNumbers(String word, Matcher parameters) {
        int queued = polls.queued();
        int processing = polls.processing();
        while (parameters.find()) {
            int number = Integer.parseInt(parameters.group(2));
            if (parameters.group(1).equals("queued")) {
                queued = number;
            } else {
                processing = number;
            }
        }
        return Progression.of(word, queued, processing);
    }

    private static Refused unusable(String why) {
        return new Refused(Refused.Reason.INVALID, "header " + HEADER + ": " + why);
    }
}
