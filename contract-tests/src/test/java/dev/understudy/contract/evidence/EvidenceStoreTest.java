package dev.understudy.contract.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.contract.Suite;
import dev.understudy.contract.target.LiveTarget;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceStoreTest {
    private static final List<String> CASES =
            Suite.cases().stream().map(definition -> definition.id()).toList();
    private static final CaseEvidence BALANCE = Exchanges.evidence(
            "balance.shape", Exchanges.LIVE, Exchanges.get("/api/v3/balance", "{\"data\":{\"balance\":1.50}}"));

    @TempDir
    private Path folder;

    @Test
    void what_is_written_is_read() throws IOException {
        Body form =
                new Body.Parts(List.of(new Body.Part("file", "a.mp4", "video/mp4", Bodies.media(new byte[] {1, 2}))));
        CaseEvidence evidence = Exchanges.evidence(
                "a.b",
                Exchanges.LIVE,
                new Exchange(
                        new Exchange.Request("POST", "/x?y=z", Auth.MALFORMED, Map.of("range", "bytes=0-1"), form),
                        new Exchange.Response(206, Map.of(), new Body.Text("no JSON")),
                        3));
        store().write(evidence);

        assertThat(store().of("a.b")).contains(evidence);
        assertThat(store().caseIds()).containsExactly("a.b");
        assertThat(Files.readString(folder.resolve("a.b.json"))).endsWith("}\n").contains("\"auth\" : \"malformed\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8080",
                "http://api.wavespeed.ai",
                "https://api.wavespeed.ai.example.com",
                "https://notwavespeed.ai",
                "https://localhost"
            })
    void what_did_not_come_from_the_real_service_is_neither_written_nor_read(String origin) throws IOException {
        CaseEvidence made = Exchanges.evidence("balance.shape", URI.create(origin));
        Files.writeString(folder.resolve("balance.shape.json"), EvidenceJson.write(made));

        assertThatThrownBy(() -> store().write(made)).isInstanceOf(EvidenceException.class);
        assertThatThrownBy(() -> store().of("balance.shape"))
                .isInstanceOf(EvidenceException.class)
                .hasMessageContaining("not the real service");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "{\"schema\":2}",
                "{\"schema\":1}",
                "{\"schema\":1,\"caseId\":\"a.b\",\"origin\":\"x y\"}"
            })
    void what_is_no_evidence_is_refused(String text) throws IOException {
        Files.writeString(folder.resolve("a.b.json"), text);

        assertThatThrownBy(() -> store().of("a.b")).isInstanceOf(EvidenceException.class);
    }

    @Test
    void a_file_under_the_name_of_another_case_is_refused() throws IOException {
        Files.writeString(folder.resolve("balance.other.json"), EvidenceJson.write(BALANCE));

        assertThatThrownBy(() -> store().of("balance.other")).hasMessageContaining("balance.shape");
    }

    @Test
    void the_ledger_is_kept_by_case_and_only_with_evidence() {
        store().verified("balance.shape", entry(Duration.ZERO));
        assertThat(store().ledger().entries()).isEmpty();

        store().write(BALANCE);
        store().verified("balance.shape", entry(Duration.ofDays(1)));

        assertThat(store().ledger().entries()).isEqualTo(Map.of("balance.shape", entry(Duration.ofDays(1))));
        assertThat(store().complaints(CASES)).isEmpty();
    }

    @Test
    void a_file_without_a_case_an_entry_without_a_file_and_an_impossible_date_are_named() throws IOException {
        store().write(BALANCE);
        store().verified("balance.shape", entry(Duration.ofDays(-1)));
        store().write(Exchanges.evidence("gone.case", Exchanges.LIVE));
        store().write(Exchanges.evidence("auth.missing-key.rejected", Exchanges.LIVE));
        store().verified("auth.missing-key.rejected", entry(Duration.ZERO));
        Files.delete(folder.resolve("auth.missing-key.rejected.json"));

        assertThat(store().complaints(CASES))
                .containsExactlyInAnyOrder(
                        "There is evidence of gone.case, but no such case",
                        "The ledger has auth.missing-key.rejected, but there is no evidence of it",
                        "The ledger has balance.shape verified before it was recorded");
    }

    @Test
    void the_evidence_of_this_repository_is_in_order() {
        EvidenceStore bundled = new EvidenceStore(EvidenceFolder.bundled(), new LiveTarget()::isReal);

        assertThat(bundled.complaints(CASES)).isEmpty();
        assertThat(bundled.caseIds())
                .allSatisfy(caseId -> assertThat(bundled.of(caseId)).isPresent());
    }

    @Test
    void evidence_grows_old() {
        assertThat(age(30)).isEqualTo(Age.FRESH);
        assertThat(age(31)).isEqualTo(Age.AGING);
        assertThat(age(90)).isEqualTo(Age.AGING);
        assertThat(age(91)).isEqualTo(Age.STALE);
        assertThat(Age.of(Optional.empty(), Exchanges.NOON)).isEqualTo(Age.NEVER);
    }

    @Test
    void what_a_case_tells_a_report_can_be_read_again() {
        CaseRecord told = new CaseRecord(Exchanges.LIVE, new BigDecimal("0.001"), BALANCE.exchanges());

        assertThat(CaseRecord.in(told.entry())).contains(told);
        assertThat(CaseRecord.in(Map.of("another", "entry"))).isEmpty();
    }

    private static Age age(int days) {
        return Age.of(Optional.of(Exchanges.NOON), Exchanges.NOON.plus(Duration.ofDays(days)));
    }

    private static EvidenceLedger.Entry entry(Duration after) {
        return new EvidenceLedger.Entry(Exchanges.NOON.plus(after), 12, new BigDecimal("0.001"), "0.1.0");
    }

    private EvidenceStore store() {
        return new EvidenceStore(folder, new LiveTarget()::isReal);
    }
}
