package dev.understudy.dialect.wavespeed;

import dev.understudy.dialect.Json;

/** What every successful answer is wrapped in; the keys and their order are captured from the real service. */
final class Envelope {

    private Envelope() {}

    /** @param data writes the value of the key {@code data} */
    static byte[] success(Json.Writing data) {
        return Json.write(json -> {
            json.writeStartObject();
            json.writeNumberField("code", 200);
            json.writeStringField("message", "success");
            json.writeFieldName("data");
            data.to(json);
            json.writeEndObject();
        });
    }
}
