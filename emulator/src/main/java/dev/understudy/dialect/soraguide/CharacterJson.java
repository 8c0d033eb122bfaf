package dev.understudy.dialect.soraguide;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.understudy.dialect.Json;
import dev.understudy.prediction.Output;
import java.io.IOException;
import java.util.Optional;

/**
 * A character on the wire: {@code character_id} and {@code metadata}, which the guide promises, and the fields that
 * proxies answer with.
 */
final class CharacterJson {

    private CharacterJson() {}

    static byte[] created(Output.MadeCharacter character, CharacterRequest request, Links links) {
        return write(character, Optional.of(request), links);
    }

    /** Without metadata: a character keeps no reference to its source, says the guide. */
    static byte[] known(Output.MadeCharacter character, Links links) {
        return write(character, Optional.empty(), links);
    }

    private static byte[] write(Output.MadeCharacter character, Optional<CharacterRequest> request, Links links) {
        String username = Names.username(character.id());
        return Json.write(json -> {
            json.writeStartObject();
            json.writeStringField("character_id", character.id());
            json.writeStringField("id", character.id());
            json.writeStringField("object", "character");
            json.writeStringField("model", CharacterRequest.MODEL);
            json.writeNumberField("created_at", character.madeAt().getEpochSecond());
            json.writeStringField("username", username);
            json.writeStringField("display_name", character.name());
            json.writeStringField("permalink", links.profile(username));
            json.writeStringField("profile_picture_url", links.picture(username));
            if (request.isPresent()) {
                metadata(json, request.get());
            }
            json.writeEndObject();
        });
    }

    private static void metadata(JsonGenerator json, CharacterRequest request) throws IOException {
        json.writeObjectFieldStart("metadata");
        json.writeStringField("source", request.source().field());
        json.writeStringField(request.source().field(), request.source().value());
        if (request.timestamps().isPresent()) {
            json.writeStringField(Timestamps.FIELD, request.timestamps().get());
        }
        json.writeEndObject();
    }
}
