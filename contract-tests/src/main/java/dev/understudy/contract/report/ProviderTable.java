package dev.understudy.contract.report;

import dev.understudy.contract.register.Aspect;
import dev.understudy.contract.register.Claim;
import dev.understudy.contract.register.Claims;
import dev.understudy.contract.register.Provider;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Which provider behaves how, with what each answer rests on: made of the claims that have an aspect. */
final class ProviderTable {
    private static final String NOBODY_SAID = "*unknown*";

    private ProviderTable() {}

    /**
     * @param claims of all providers; several of one provider about one aspect stand in one cell
     */
    static String of(List<Claim> claims) {
        List<Provider> providers = List.of(Provider.values());
        String heads = providers.stream().map(Provider::title).collect(Collectors.joining(" | "));
        String rows = Arrays.stream(Aspect.values())
                .map(aspect -> "| " + aspect.title() + " | "
                        + providers.stream()
                                .map(provider -> cell(claims, aspect, provider))
                                .collect(Collectors.joining(" | "))
                        + " |\n")
                .collect(Collectors.joining());
        return "| | " + heads + " |\n" + "|---".repeat(providers.size() + 1) + "|\n" + rows;
    }

    private static String cell(List<Claim> claims, Aspect aspect, Provider provider) {
        String said = claims.stream()
                .filter(claim -> claim.aspect() == aspect && claim.provider() == provider)
                .map(claim -> claim.behaviour() + " *(" + standing(claim) + ")*")
                .collect(Collectors.joining("; "));
        return said.isEmpty() ? NOBODY_SAID : said;
    }

    private static String standing(Claim claim) {
        String kind = claim.kind().name().toLowerCase(Locale.ROOT);
        return claim.conflictsWith().isEmpty() ? kind : kind + ", " + Claims.CONFLICTING.toLowerCase(Locale.ROOT);
    }
}
