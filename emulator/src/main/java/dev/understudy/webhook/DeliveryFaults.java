package dev.understudy.webhook;

import dev.understudy.fault.Fault;
import dev.understudy.fault.Struck;
import dev.understudy.prediction.Prediction;
import java.util.Optional;

/**
 * Says what goes wrong with the telling of a job's end. It is asked once for each delivery, when the job has ended and before
 * the first attempt, in the order in which the deliveries fall due; see {@link Deliveries} for what each fault does.
 */
@FunctionalInterface
public interface DeliveryFaults {

    /** Nothing ever goes wrong. */
    DeliveryFaults NONE = job -> Optional.empty();

    /** @return a {@link Fault.OnWebhook}; any other kind is taken for none */
    Optional<Struck> on(Prediction job);
}
