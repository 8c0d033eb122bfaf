package dev.understudy.contract.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.contract.register.Aspect;
import dev.understudy.contract.register.Claim;
import dev.understudy.contract.register.ClaimKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProviderTableTest {
    private static final Claim BEARER = claim("AU-03", ClaimKind.DOCUMENTED, List.of(), "a bearer token");
    private static final Claim OTHER_HEADER = claim("EL-01", ClaimKind.OBSERVED, List.of("EL-02"), "`X-API-Key`");
    private static final Claim OTHER_BEARER = claim("EL-02", ClaimKind.DOCUMENTED, List.of("EL-01"), "a bearer token");

    @Test
    void aRowHasEachProvidersBehaviourWithWhatItRestsOn() {
        String table = ProviderTable.of(List.of(BEARER, OTHER_HEADER, OTHER_BEARER));

        assertThat(table.lines())
                .startsWith("| | WaveSpeed | each::labs | the guide's API | OpenAI Videos |", "|---|---|---|---|---|")
                .hasSize(2 + Aspect.values().length)
                .contains(
                        "| how the key travels | a bearer token *(documented)* | `X-API-Key` *(observed, conflicting)*;"
                                + " a bearer token *(documented, conflicting)* | *unknown* | *unknown* |");
    }

    private static Claim claim(String id, ClaimKind kind, List<String> conflicts, String behaviour) {
        return new Claim(id, behaviour + ".", kind, List.of(), conflicts, null, Aspect.KEY, behaviour);
    }
}
