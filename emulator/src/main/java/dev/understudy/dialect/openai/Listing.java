package dev.understudy.dialect.openai;

import dev.understudy.dialect.Call;
import dev.understudy.dialect.Json;
import dev.understudy.dialect.Reply;
import dev.understudy.dialect.Request;
import dev.understudy.prediction.Prediction;
import dev.understudy.sandbox.PredictionStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The videos of a key, newest first unless asked otherwise, those among them that came through another wire format. The
 * pages and their parameters are the specification's; that 20 stand on a page, and what becomes of an {@code after} that
 * is not there, is inferred.
 */
final class Listing {

    private static final int MOST = 100;
    private static final int USUAL = 20;
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,9}");
    private static final List<String> ORDERS = List.of("asc", "desc");

    private Listing() {}

    static Reply get(Call call) {
        Request request = call.request();
        int limit = limit(request);
        String order = request.query("order").orElse("desc");
        if (!ORDERS.contains(order)) {
            throw ApiError.value("order", order, ORDERS);
        }
        List<Prediction> all = new ArrayList<>(videos(call));
        if (order.equals("asc")) {
            Collections.reverse(all);
        }
        List<Prediction> rest = all.subList(first(all, request.query("after")), all.size());
        List<Prediction> page = rest.subList(0, Math.min(limit, rest.size()));
        return Reply.json(200, json(call, page, page.size() < rest.size()));
    }

    private static List<Prediction> videos(Call call) {
        return call.sandbox()
                .predictions()
                .page(
                        new PredictionStore.Selection(Instant.MIN, Instant.MAX, Optional.of(Ids::makesVideo)),
                        0,
                        Integer.MAX_VALUE)
                .predictions();
    }

    private static int first(List<Prediction> all, Optional<String> after) {
        if (after.isEmpty()) {
            return 0;
        }
        String job = Ids.job(after.get()).orElseThrow(() -> Videos.notFound(after.get()));
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).id().equals(job)) {
                return i + 1;
            }
        }
        throw Videos.notFound(after.get());
    }

    private static int limit(Request request) {
        String sent = request.query("limit").orElse(Integer.toString(USUAL));
        if (!WHOLE.matcher(sent).matches()) {
            throw ApiError.type("limit", "an integer", sent);
        }
        int limit = Integer.parseInt(sent);
        if (limit < 0 || limit > MOST) {
            throw ApiError.outOfBounds("limit", 0, MOST, limit);
        }
        return limit;
    }

    private static byte[] json(Call call, List<Prediction> page, boolean more) {
        Instant now = call.sandbox().clock().instant();
        return Json.write(json -> {
            json.writeStartObject();
            json.writeStringField("object", "list");
            json.writeArrayFieldStart("data");
            for (Prediction job : page) {
                VideoJson.write(json, job, call.sandbox().predictions().seen(job, now), now);
            }
            json.writeEndArray();
            json.writeStringField("first_id", id(page, 0));
            json.writeStringField("last_id", id(page, page.size() - 1));
            json.writeBooleanField("has_more", more);
            json.writeEndObject();
        });
    }

    private static String id(List<Prediction> page, int place) {
        return page.isEmpty() ? null : Ids.video(page.get(place).id());
    }
}
