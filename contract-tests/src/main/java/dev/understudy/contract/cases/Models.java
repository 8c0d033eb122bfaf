package dev.understudy.contract.cases;

import dev.understudy.contract.api.Api;
import java.util.Map;

/** The seven models of the family. */
final class Models {
    static final String TEXT_TO_VIDEO_PRO = "openai/sora-2/text-to-video-pro";
    static final String PRO_TEXT_TO_VIDEO = "openai/sora-2-pro/text-to-video";
    static final String IMAGE_TO_VIDEO = "openai/sora-2/image-to-video";
    static final String IMAGE_TO_VIDEO_PRO = "openai/sora-2/image-to-video-pro";
    static final String PRO_IMAGE_TO_VIDEO = "openai/sora-2-pro/image-to-video";

    /** In US dollars, of the cheapest run. */
    static final Map<String, String> BASE_PRICES = Map.of(
            Api.CHARACTERS,
            "0.001",
            Api.TEXT_TO_VIDEO,
            "0.4",
            TEXT_TO_VIDEO_PRO,
            "1.2",
            PRO_TEXT_TO_VIDEO,
            "1.2",
            IMAGE_TO_VIDEO,
            "0.4",
            IMAGE_TO_VIDEO_PRO,
            "1.2",
            PRO_IMAGE_TO_VIDEO,
            "1.2");

    private Models() {}
}
