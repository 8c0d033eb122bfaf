package dev.understudy.control;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.understudy.dialect.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** What is told of a job wherever it is told. */
final class JobJson {

    private JobJson() {}

    /**
     * The times of a job on its sandbox's clock.
     *
     * @param timed whether time moves it
     */
    static void times(
            JsonGenerator json,
            Instant created,
            boolean timed,
            Optional<Instant> starts,
            Optional<Instant> ends,
            boolean endless)
            throws IOException {
        json.writeObjectFieldStart("times");
        json.writeStringField("created", created.toString());
        json.writeStringField("movedBy", timed ? "time" : "steps");
        JournalJson.optional(json, "starts", starts.map(Object::toString));
        JournalJson.optional(json, "ends", ends.map(Object::toString));
        json.writeBooleanField("endless", endless);
        json.writeEndObject();
    }

    static void money(JsonGenerator json, Optional<BigDecimal> price, boolean refunded) throws IOException {
        json.writeObjectFieldStart("money");
        json.writeStringField("currency", "USD");
        if (price.isPresent()) {
            Json.amount(json, "price", price.get());
        }
        json.writeBooleanField("refunded", refunded);
        json.writeEndObject();
    }
}
