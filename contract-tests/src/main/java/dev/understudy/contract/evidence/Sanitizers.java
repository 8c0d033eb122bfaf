package dev.understudy.contract.evidence;

import java.util.List;
import java.util.regex.Pattern;

/** Those that are always on. */
final class Sanitizers {
    private static final String FIELD_NAMES =
            "(?:user|account|organi[sz]ation|team|owner)_?(?:id|name|uuid)|email|phone|authorization"
                    + "|[\\w-]*(?:api|access)[_-]?key(?:_?(?:id|name))?|[\\w-]*secret|password|[\\w-]*token";

    static final List<Sanitizer> STANDARD = List.of(
            of(
                    "S01",
                    // An address within an address is written with percent signs; a form begins without a question
                    // mark.
                    "(?i)((?:^|[?&]|%3F|%26)(?:x-(?:amz|goog|oss|cos)-[a-z-]+|[\\w.-]*(?:token|secret|signature|password"
                            + "|api[_-]?key|access[_-]?key(?:[_-]?id)?)|sig|key|auth|authorization|policy|key-pair-id"
                            + "|expires|se|sp|sv|googleaccessid)(?:=|%3D))[^&#\\s\"]+?(?=%26|%23|[&#\\s\"]|$)",
                    "a signed address opens a file to whoever reads it"),
            of("S02", "()(?i)bearer\\s+[a-z0-9._~+/-]{8,}=*", "an authorization"),
            of("S03", "()\\bwhsec_[A-Za-z0-9+/=_-]+", "signs webhooks"),
            of("S04", "()\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*", "a signed token"),
            // With a bound, since it begins anew at each letter.
            of("S05", "()[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+", "an e-mail address"),
            of("S06", "()\\b(?:(?:wsk|smk|sk|ck)[_-][A-Za-z0-9_-]{12,}|A[KS]IA[A-Z0-9]{16})", "has the form of a key"),
            // A path segment of uploads and outputs on media hosts, as captured addresses have it. The API has paths of
            // its own that begin so.
            of("S07", "(?<!/api/v3)(/(?:users?|accounts?|uid|orgs?)/)[^/?#\\s\"]+", "names the account"),
            of("S09", "(?i)(\"(?:" + FIELD_NAMES + ")\"\\s*:\\s*\")[^\"]+", "in a text that was to be JSON"),
            of(
                    "S10",
                    "(?i)(https?(?:://|%3A%2F%2F))(?:[^/?#\\s\"@%]|%(?!2F|3F|23|40)){1,200}(?=@|%40)",
                    "a name and a password"));

    /** The names of JSON fields whose values go, whatever they look like. */
    static final Pattern FIELDS = Pattern.compile("(?i)" + FIELD_NAMES);

    /** The sanitizer of fields. */
    static final String BY_FIELD = "S08";

    private Sanitizers() {}

    private static Sanitizer of(String id, String pattern, String reason) {
        return new Sanitizer(id, Pattern.compile(pattern), reason);
    }
}
