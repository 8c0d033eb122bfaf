package dev.understudy.contract.register;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The register of claims, {@code fixtures/claims.json}. */
public final class Claims {
    /** The standing of what the sources disagree on. */
    public static final String CONFLICTING = "CONFLICTING";

    private static final Claims BUNDLED = new Claims(Json.list("claims.json", Claim.class));

    private final Map<String, Claim> byId;

    public Claims(List<Claim> claims) {
        // Two claims with one id stop here.
        this.byId = claims.stream().collect(Collectors.toUnmodifiableMap(Claim::id, Function.identity()));
    }

    public static Claims bundled() {
        return BUNDLED;
    }

    public List<Claim> all() {
        return byId.values().stream().sorted(Comparator.comparing(Claim::id)).toList();
    }

    public Optional<Claim> of(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The standing that a case has from its claims: of the weakest, or {@code CONFLICTING} when one is contradicted. */
    public String standingOf(String... ids) {
        List<Claim> claims = Arrays.stream(ids).map(byId::get).toList();
        if (claims.stream().anyMatch(claim -> !claim.conflictsWith().isEmpty())) {
            return CONFLICTING;
        }
        return claims.stream()
                .map(Claim::kind)
                .max(Comparator.naturalOrder())
                .orElseThrow()
                .name();
    }
}
