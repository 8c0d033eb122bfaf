package dev.understudy.contract.cases;

import static dev.understudy.contract.api.ContractAssertions.assertThat;

import dev.understudy.contract.ContractCase;
import dev.understudy.contract.api.Answer;
import dev.understudy.contract.api.Api;
import dev.understudy.contract.api.Clip;
import dev.understudy.contract.api.Credential;
import java.util.List;
import java.util.Map;

/** Deleting predictions. What is deleted has been paid for all the same. */
final class DeletionContract {
    private static final String UNKNOWN = "0123456789abcdef0123456789abcdef";

    @ContractCase(
            id = "predictions.delete.unknown-ids",
            claims = {"LI-04"},
            cost = "free")
    void ids_that_nobody_gave_are_passed_over(Api api) {
        assertThat(api.post("/api/v3/predictions/delete", Map.of("ids", List.of(UNKNOWN))))
                .succeeded()
                .hasJson("/data/deleted_count", "0");
    }

    @ContractCase(
            id = "predictions.delete.missing-key",
            claims = {"AU-01", "AU-02"},
            cost = "free")
    void nobody_deletes_without_a_key(Api api) {
        assertThat(api.as(Credential.NONE).post("/api/v3/predictions/delete", Map.of("ids", List.of(UNKNOWN))))
                .refusedWith(401);
    }

    @ContractCase(
            id = "predictions.delete.by-path-unknown",
            claims = {"LI-05", "ER-07"},
            cost = "free")
    void an_id_that_nobody_gave_cannot_be_deleted_by_its_path(Api api) {
        assertThat(api.delete("/api/v3/predictions/" + UNKNOWN)).refusedWith(404);
    }

    @ContractCase(
            id = "predictions.delete.takes-away",
            claims = {"LI-04", "LI-06"},
            cost = "1 x characters")
    void what_is_deleted_is_counted_and_in_no_list_any_more(Api api) {
        String id = api.createCharacter(api.urlOf(Clip.THREE_SECONDS)).id();

        assertThat(api.post("/api/v3/predictions/delete", Map.of("ids", List.of(id, UNKNOWN))))
                .succeeded()
                .hasJson("/data/deleted_count", "1");

        assertThat(api.post("/api/v3/predictions", Map.of("model", Api.CHARACTERS, "page_size", 100)))
                .succeeded()
                .hasNone("/data/items", "/id", id);
        assertIsGone(api.result(id));
    }

    // A client takes the status for an end; no source says whether a poll sees it, or nothing any more.
    private static void assertIsGone(Answer poll) {
        if (poll.status() == 200) {
            assertThat(poll).succeeded().hasJson("/data/status", "\"deleted\"").hasJson("/data/outputs", "[]");
        } else {
            assertThat(poll).refusedWith(404);
        }
    }
}
