package dev.understudy.contract.evidence;

import java.util.List;

/** The kit's own rules. As few as possible: whatever is erased here cannot be seen to change. */
final class Rules {
    private static final String INSTANT = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?Z";
    private static final String URL = "https?://\\S+";
    private static final String DIGITS = "\\d+(\\.\\d+)?";

    /** The one rule without a place: the target's own address goes from wherever it stands. */
    static final String ORIGIN = "N01";

    static final List<Rule> STANDARD = List.of(
            Rule.reference("N02", "/response/body/data/id", "[0-9a-f]{32}", "prediction-id", "drawn for each job"),
            Rule.reference(
                    "N03", "/response/body/data/items/*/id", "[0-9a-f]{32}", "prediction-id", "drawn for each job"),
            Rule.reference(
                    "N04",
                    "/response/body/data/outputs/*/id",
                    "char_[0-9a-f]{32}",
                    "character-id",
                    "drawn for each character"),
            // Written as a number, as other providers do, it is blanked to another text.
            Rule.blank(
                    "N05",
                    "/response/body/**/(created_at|updated_at|started_at|completed_at|expires_at)",
                    INSTANT + "|\\d{10}",
                    "instant",
                    "the time of the run"),
            Rule.blank("N06", "/response/body/**/(executionTime|inference)", DIGITS, "ms", "how long a job took"),
            Rule.reference(
                    "N07",
                    "/response/body/data/(download_url|upload/url|outputs/*)",
                    // Base64 stands where the address would; the cases that ask for it say which of the two they got.
                    URL + "|[A-Za-z0-9+/]{64,}={0,2}",
                    "media-url",
                    "each file has an address of its own"),
            Rule.reference("N08", "/response/body/data/filename", "\\S{6,}", "filename", "drawn for each upload"),
            Rule.reference(
                    "N09",
                    "/request/body/name",
                    "contract-.*-[0-9a-f]{8}.*",
                    "unique-name",
                    "the kit draws names, to tell its own apart"),
            Rule.blank("N10", "/response/body/data/balance", "-?" + DIGITS, "amount", "what the account has left"),
            Rule.reference(
                    "N11", "/response/media/sha256", "[0-9a-f]{64}", "digest", "each made video has bytes of its own"),
            Rule.reference(
                    "N12",
                    "/response/body/data/items/*/(uuid|order/uuid)",
                    "[0-9a-f-]{32,36}",
                    "billing-id",
                    "drawn for each charge"),
            Rule.blank("N13", "/response/body/data/total", DIGITS, "count", "how much the account has to list"),
            Rule.reference(
                    "N14",
                    "/response/body/(data/*/)?(id|first_id|last_id|remixed_from_video_id|character_id|predictionID)",
                    "\\w+_[0-9a-f]{32,48}|[0-9a-f-]{36}",
                    "id",
                    "drawn for each job and character"),
            Rule.blank(
                    "N15",
                    "/response/headers/x-(request-id|ratelimit-(remaining|reset)-requests)",
                    "\\S+",
                    "header",
                    "counts and names requests"),
            Rule.blank("N16", "/response/body/metrics/predict_time", DIGITS, "s", "how long a job took"));

    private Rules() {}
}
