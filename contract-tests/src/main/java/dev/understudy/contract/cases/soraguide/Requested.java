package dev.understudy.contract.cases.soraguide;

import static dev.understudy.contract.api.ContractAssertions.assertThat;

import dev.understudy.contract.api.Answer;
import dev.understudy.contract.api.Clip;
import dev.understudy.contract.api.SoraGuide;
import java.util.LinkedHashMap;
import java.util.Map;

/** What these cases ask for, and how they are refused. */
final class Requested {
    static final String CHARACTER = "sora-2-character";

    private Requested() {}

    /** A character of a good part of a good clip. */
    static Map<String, Object> part(SoraGuide guide) {
        return part(guide, "1,3");
    }

    /** A character of a part of a clip of four seconds; may be changed. */
    static Map<String, Object> part(SoraGuide guide, Object timestamps) {
        Map<String, Object> input = new LinkedHashMap<>();
        input.put("model", CHARACTER);
        input.put("url", guide.urlOf(Clip.FOUR_SECONDS));
        input.put("timestamps", timestamps);
        return input;
    }

    /** A video, with the fields that the guide sends. */
    static Map<String, Object> video(String prompt) {
        return Map.of("model", "sora-2", "prompt", prompt, "duration", 10, "resolution", "1080p");
    }

    /** One of the given statuses, with an error that says something. */
    static void refused(Answer answer, Integer... statuses) {
        assertThat(answer)
                .hasStatus(statuses)
                .hasText("/error/message", "(?s).+")
                .hasText("/error/type", ".+");
    }
}
