package dev.understudy.contract.evidence;

import java.util.List;
import java.util.regex.Pattern;

/** Those that are always on. */
final class Sanitizers {
    static final List<Sanitizer> STANDARD = List.of(
            of(
                    "S01",
                    "(?i)([?&](?:x-amz-[a-z-]+|x-goog-[a-z-]+|signature|sig|token|access_token|key|policy|key-pair-id"
                            + "|expires|se|sp|sv|awsaccesskeyid|googleaccessid)=)[^&#\\s\"]+",
                    "a signed address opens a file to whoever reads it"),
            of("S02", "()(?i)bearer\\s+[a-z0-9._~+/-]{8,}=*", "an authorization"),
            of("S03", "()\\bwhsec_[A-Za-z0-9+/=_-]+", "signs webhooks"),
            of("S04", "()\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*", "a signed token"),
            of("S05", "()[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+", "an e-mail address"),
            of("S06", "()\\b(?:(?:wsk|smk|sk|ck)[_-][A-Za-z0-9_-]{12,}|A[KS]IA[A-Z0-9]{16})", "has the form of a key"),
            // A path segment of uploads and outputs on media hosts, as captured addresses have it. The API has paths of
            // its own that begin so.
            of("S07", "(?<!/api/v3)(/(?:users?|accounts?|uid|orgs?)/)[^/?#\\s\"]+", "names the account"));

    /** The names of JSON fields whose values go, whatever they look like. */
    static final Pattern FIELDS = Pattern.compile(
            "(?i)(user|account|organi[sz]ation|team|owner)_?(id|name|uuid)|email|phone|(x-)?(api|access)[_-]?key(_?(id|name))?"
                    + "|((x-)?webhook[_-])?secret|password|token");

    /** The sanitizer of fields. */
    static final String BY_FIELD = "S08";

    private Sanitizers() {}

    private static Sanitizer of(String id, String pattern, String reason) {
        return new Sanitizer(id, Pattern.compile(pattern), reason);
    }
}
