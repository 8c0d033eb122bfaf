package dev.understudy.dialect.soraguide;

import dev.understudy.sandbox.Refused;
import dev.understudy.sandbox.Visit;
import dev.understudy.settings.SoraGuideRules;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which part of a clip a character is made of: {@code start,end} in seconds. Whether the clip is that long is found out
 * when it is read.
 */
record Timestamps(BigDecimal start, BigDecimal end) {

    static final String FIELD = "timestamps";

    private static final Pattern FORM = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,9})?),(\\d{1,6}(?:\\.\\d{1,9})?)");

    private static final BigDecimal SHORTEST = BigDecimal.ONE;
    private static final BigDecimal BEST = BigDecimal.valueOf(3);
    private static final BigDecimal ACCEPTABLE = BigDecimal.valueOf(5);

    /** @throws Refused unless it is a range in the guide's format */
    static Timestamps read(Object sent) {
        Matcher form = FORM.matcher(sent instanceof String text ? text : "");
        if (!form.matches()) {
            throw Refused.field(FIELD, "expected \"start,end\" in seconds, such as \"5,8\".");
        }
        Timestamps read = new Timestamps(new BigDecimal(form.group(1)), new BigDecimal(form.group(2)));
        if (read.span().signum() <= 0) {
            throw Refused.field(FIELD, "they must end after they start.");
        }
        return read;
    }

    /**
     * Says what the guide thinks of the length, or refuses what a proxy would.
     *
     * @throws Refused by the proxies' rules only: the guide's are advice
     */
    void judge(SoraGuideRules rules, Visit visit) {
        boolean best = span().compareTo(SHORTEST) >= 0 && span().compareTo(BEST) <= 0;
        if (best) {
            return;
        }
        if (rules == SoraGuideRules.PROXY) {
            throw Refused.field(FIELD, "they must be 1 to 3 seconds apart.");
        }
        String opinion = span().compareTo(ACCEPTABLE) > 0
                ? "more than 5 s are to be avoided"
                : span().compareTo(BEST) > 0 ? "3 to 5 s are acceptable" : "less than 1 s may be too little";
        visit.note("timestamps span %s s; by the guide %s, and 1 to 3 s are best"
                .formatted(span().stripTrailingZeros().toPlainString(), opinion));
    }

    private BigDecimal span() {
        return end.subtract(start);
    }
}
