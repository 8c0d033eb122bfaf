package dev.understudy.contract.register;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one case would cost on the real service when it runs alone: {@code free}, or
 * {@code 2 x characters + 1 x text-to-video}. What cases make once together is {@code 1 x characters (shared)}, or
 * {@code (shared failure)} for the one that fails. Models outside of {@code openai/sora-2} have two words, as in
 * {@code 1 x sora-2-pro/text-to-video}. What the price list does not have is {@code unpriced}, and never asked of a real
 * service.
 *
 * @param text as the case says it
 * @param usd at base prices; zero when nobody has said
 */
public record Cost(String text, BigDecimal usd) {
    private static final String UNPRICED = "unpriced";

    private static final Pattern TERM =
            Pattern.compile("([1-9]\\d?) x ([a-z][a-z0-9/-]*)(?: \\((shared(?: failure)?)\\))?");

    /**
     * @throws IllegalArgumentException when it is not written so
     * @throws java.util.NoSuchElementException when an operation has no price
     */
    public static Cost parse(String text, Prices prices) {
        if (text.equals("free") || text.equals(UNPRICED)) {
            return new Cost(text, BigDecimal.ZERO);
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (String term : text.split(" \\+ ", -1)) {
            Matcher matcher = TERM.matcher(term);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("Not a cost: '" + text + "'");
            }
            sum = sum.add(prices.ofOperation(matcher.group(2)).multiply(new BigDecimal(matcher.group(1))));
        }
        return new Cost(text, sum);
    }

    /** Whether it may cost something, and nobody has said how much. */
    public boolean isUnpriced() {
        return text.equals(UNPRICED);
    }

    /** The parts that are paid for once in a run, whoever comes first, by what they make. */
    public Map<String, BigDecimal> shared() {
        return terms(text)
                .filter(term -> term.group(3) != null)
                .collect(Collectors.toMap(
                        term -> term.group(3), term -> Prices.bundled().ofOperation(term.group(2))));
    }

    /** The models that are run. */
    public List<String> models() {
        return terms(text).map(term -> Prices.model(term.group(2))).distinct().toList();
    }

    private static Stream<MatchResult> terms(String text) {
        return TERM.matcher(text).results();
    }
}
