package com.example.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the run of the cases left behind. A class that was not scanned fails no test, but it is missed here. */
class VerdictIT {
    @Test
    void every_case_of_the_manifest_was_executed_and_passed() throws IOException {
        JsonNode verdict = new JsonMapper()
                .readTree(Path.of("target/contract/gateway/report.json").toFile())
                .path("verdict");

        assertThat(verdict.path("exit").asInt(-1)).as("%s", verdict).isZero();
        assertThat(verdict.path("executed").asInt())
                .isPositive()
                .isEqualTo(verdict.path("manifest").asInt());
    }
}
