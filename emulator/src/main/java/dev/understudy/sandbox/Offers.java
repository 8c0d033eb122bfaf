package dev.understudy.sandbox;

import dev.understudy.catalog.InvalidInputException;
import dev.understudy.catalog.Model;
import dev.understudy.fault.Playbook;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** What the models on offer are, and what they cost. */
public final class Offers {

    private final Services services;
    private final Playbook playbook;
    private final InstantSource clock;
    private final BiFunction<String, Visit, Model> find;

    /** @param find the model of a slug; throws {@code Refused} if it is not on offer */
    Offers(Services services, Playbook playbook, InstantSource clock, BiFunction<String, Visit, Model> find) {
        this.services = services;
        this.playbook = playbook;
        this.clock = clock;
        this.find = find;
    }

    /**
     * The models of a provider that a job may be submitted to; not those that a rule has gone.
     *
     * @param provider the word in the names of its models; empty for models without one
     */
    public List<Model> models(String provider, Visit visit) {
        Instant now = clock.instant();
        Map<Boolean, List<Model>> offered = services.catalog().models().stream()
                .filter(model -> model.provider().equals(provider))
                .collect(Collectors.partitioningBy(model -> playbook.offers(model.slug(), now)));
        if (!offered.get(false).isEmpty()) {
            visit.note("not on offer, since a rule has them gone: "
                    + offered.get(false).stream().map(Model::slug).collect(Collectors.joining(", ")));
        }
        return offered.get(true);
    }

    /**
     * The price of a run in US dollars; the input need not be complete.
     *
     * @throws Refused if there is no such model, or a value is not acceptable
     */
    public BigDecimal price(String slug, Map<String, Object> input, Visit visit) {
        Model model = find.apply(slug, visit);
        try {
            return model.estimate(input);
        } catch (InvalidInputException e) {
            throw new Refused(Refused.Reason.INVALID, e.getMessage());
        }
    }
}
