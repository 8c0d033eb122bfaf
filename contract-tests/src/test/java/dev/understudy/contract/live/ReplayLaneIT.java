package dev.understudy.contract.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.understudy.contract.Suite;
import dev.understudy.contract.evidence.EvidenceFolder;
import dev.understudy.contract.evidence.EvidenceStore;
import dev.understudy.contract.target.LiveTarget;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the build's run of the cases on the recordings left behind. */
class ReplayLaneIT {
    @Test
    void what_is_recorded_passes_and_what_is_not_is_skipped() throws IOException {
        EvidenceStore store = new EvidenceStore(EvidenceFolder.bundled(), new LiveTarget()::isReal);
        JsonNode cases = new JsonMapper()
                .readTree(Path.of("target", "contract", "replay", "report.json").toFile())
                .path("cases");

        assertThat(cases).hasSize(Suite.cases().size());
        assertThat(cases)
                .allSatisfy(node -> assertThat(node.path("outcome").asText())
                        .as("%s", node)
                        .isEqualTo(store.has(node.path("id").asText()) ? "PASS" : "SKIPPED"));
    }
}
