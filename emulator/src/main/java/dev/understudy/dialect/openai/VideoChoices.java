package dev.understudy.dialect.openai;

import dev.understudy.settings.OpenAiVideos;
import java.util.List;

/**
 * The lengths and sizes that a video may have. The provider's guide has more of them than its specification; the setting
 * says which of the two holds. That {@code sora-2} makes 720p only is the guide's.
 */
record VideoChoices(OpenAiVideos source) {

    static final String DEFAULT_MODEL = "sora-2";
    static final String DEFAULT_SECONDS = "4";
    static final String DEFAULT_SIZE = "720x1280";

    private static final List<String> SPECIFIED_SECONDS = List.of("4", "8", "12");
    private static final List<String> SECONDS = List.of("4", "8", "12", "16", "20");
    private static final List<String> SMALL = List.of("720x1280", "1280x720");
    private static final List<String> SPECIFIED_SIZES = List.of("720x1280", "1280x720", "1024x1792", "1792x1024");
    private static final List<String> SIZES =
            List.of("720x1280", "1280x720", "1024x1792", "1792x1024", "1920x1080", "1080x1920");

    static boolean isPro(String model) {
        return model.contains("-pro");
    }

    /** How long a video may be that is made whole. */
    String seconds(Parameters sent) {
        return chosen(sent, "seconds", source == OpenAiVideos.GUIDE ? SECONDS : SPECIFIED_SECONDS, DEFAULT_SECONDS);
    }

    /** How much may be added to a video; guide and specification agree on it. */
    static String moreSeconds(Parameters sent) {
        if (!sent.has("seconds")) {
            throw ApiError.missing("seconds");
        }
        return chosen(sent, "seconds", SECONDS, DEFAULT_SECONDS);
    }

    String size(Parameters sent, String model) {
        boolean large = isPro(model) && source == OpenAiVideos.GUIDE;
        String size = chosen(sent, "size", large ? SIZES : SPECIFIED_SIZES, DEFAULT_SIZE);
        if (!isPro(model) && !SMALL.contains(size)) {
            throw ApiError.value("size", size, SMALL);
        }
        return size;
    }

    /** The size of this API that is most like another one. */
    static String nearest(int width, int height) {
        String size = width + "x" + height;
        return SIZES.contains(size) ? size : width > height ? "1280x720" : DEFAULT_SIZE;
    }

    private static String chosen(Parameters sent, String name, List<String> supported, String byDefault) {
        Object value = sent.value(name);
        if (value != null && !(value instanceof String)) {
            throw ApiError.type(name, "one of " + ApiError.listed(supported, "or"), value);
        }
        String chosen = value == null ? byDefault : (String) value;
        if (!supported.contains(chosen)) {
            throw ApiError.value(name, chosen, supported);
        }
        return chosen;
    }
}
