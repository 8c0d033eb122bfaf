package dev.understudy.dialect.soraguide;

import dev.understudy.sandbox.Refused;
import dev.understudy.sandbox.Visit;
import dev.understudy.settings.SoraGuideRules;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a character is asked to be made of.
 *
 * @param timestamps as they were sent, in the right format
 */
record CharacterRequest(Source source, Optional<String> timestamps) {

    /** The one word that the guide and the proxies take. */
    static final String MODEL = "sora-2-character";

    private static final String URL = "url";
    private static final String FROM_TASK = "from_task";
    private static final Pattern WEB = Pattern.compile("https?://\\S+", Pattern.CASE_INSENSITIVE);

    /** @param field which of the two it came in */
    record Source(String field, String value) {}

    /** @throws Refused if something is missing, too much, or of a wrong form */
    static CharacterRequest read(Map<String, Object> sent, SoraGuideRules rules, Visit visit) {
        requireModel(sent.get("model"));
        Source source = source(sent);
        boolean needed = source.field().equals(URL) || rules == SoraGuideRules.PROXY;
        Object timestamps = sent.get(Timestamps.FIELD);
        if (timestamps == null && !needed) {
            return new CharacterRequest(source, Optional.empty());
        }
        Timestamps.read(timestamps).judge(rules, visit);
        return new CharacterRequest(source, Optional.of((String) timestamps));
    }

    boolean fromTask() {
        return source.field().equals(FROM_TASK);
    }

    /** Which row of the catalog makes it: they take different times, says the guide. */
    static String model(Map<String, Object> sent) {
        return sent.get(FROM_TASK) != null ? MODEL + "/from-task" : MODEL;
    }

    /**
     * The input under the names that the catalog has. What means nothing stays in it, and is dropped there.
     *
     * @param video where the clip is
     */
    Map<String, Object> input(Map<String, Object> sent, String video) {
        Map<String, Object> input = new LinkedHashMap<>(sent);
        input.remove("model");
        input.remove(URL);
        input.put("video", video);
        return input;
    }

    private static void requireModel(Object model) {
        if (model == null) {
            throw Refused.field("model", "missing required parameter: model");
        }
        if (!MODEL.equals(model)) {
            throw Refused.field("model", "parameter model must be \"" + MODEL + "\"");
        }
    }

    private static Source source(Map<String, Object> sent) {
        Object url = sent.get(URL);
        Object task = sent.get(FROM_TASK);
        if ((url == null) == (task == null)) {
            throw Refused.field(URL, "exactly one of the parameters url and from_task must be sent");
        }
        String field = url == null ? FROM_TASK : URL;
        if (!(sent.get(field) instanceof String value) || value.isBlank()) {
            throw Refused.field(field, "parameter " + field + " must be a string that is not empty");
        }
        if (url != null && !WEB.matcher(value).matches()) {
            throw Refused.field(field, "parameter url must be an http or https URL");
        }
        return new Source(field, value);
    }
}
