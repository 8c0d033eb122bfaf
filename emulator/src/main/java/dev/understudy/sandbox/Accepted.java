package dev.understudy.sandbox;

import dev.understudy.catalog.InvalidInputException;
import dev.understudy.catalog.Model;
import dev.understudy.prediction.Failure;
import dev.understudy.prediction.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An input that a job was made for.
 *
 * @param values what counts of it, whole, defaults filled in
 * @param dropped keys that were sent and mean nothing
 * @param failure why the job is going to fail, if its input is not acceptable
 */
record Accepted(Map<String, Object> values, List<String> dropped, Optional<Outcome> failure) {

    /** @throws Refused if the input is not acceptable, unless it is to be checked later */
    static Accepted of(Model model, Order order) {
        try {
            Model.Accepted accepted = model.accept(order.input());
            return new Accepted(accepted.values(), accepted.dropped(), Optional.empty());
        } catch (InvalidInputException e) {
            if (!order.checkedLater()) {
                throw new Refused(Refused.Reason.INVALID, e.getMessage());
            }
            return new Accepted(
                    order.input(),
                    List.of(),
                    Optional.of(new Outcome.Failed(Failure.INVALID_PARAMETER, e.getMessage())));
        }
    }
}
