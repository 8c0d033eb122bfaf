package dev.understudy.sandbox;

import dev.understudy.catalog.InvalidInputException;
import dev.understudy.catalog.Model;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** What the models on offer are, and what they cost. */
public final class Offers {

    private final Services services;
    private final BiFunction<String, Visit, Model> find;

    /** @param find the model of a slug; throws {@code Refused} if it is not on offer */
    Offers(Services services, BiFunction<String, Visit, Model> find) {
        this.services = services;
        this.find = find;
    }

    /** The models that a job may be submitted to; none, if the profile has them gone. */
    public List<Model> models(Visit visit) {
        return services.profile()
                .atAdmission()
                .map(struck -> {
                    visit.strike(struck);
                    return List.<Model>of();
                })
                .orElseGet(() -> services.catalog().models());
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
