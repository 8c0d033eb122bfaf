package dev.understudy.contract.cases.eachlabs;

import static dev.understudy.contract.api.ContractAssertions.assertThat;

import dev.understudy.contract.ContractCase;
import dev.understudy.contract.api.Answer;
import dev.understudy.contract.api.Clip;
import dev.understudy.contract.api.Credential;
import dev.understudy.contract.api.EachLabs;
import java.util.Map;
import org.assertj.core.api.Assertions;

/** Files: a place is asked for, filled, used, and thrown away. */
final class UploadContract {
    private static final Clip CLIP = Clip.THREE_SECONDS;
    private static final String TICKETS = "/upload/presign";

    @ContractCase(
            id = "eachlabs.uploads.ticket",
            claims = {"EL-70"},
            cost = "unpriced")
    void a_ticket_says_where_to_put_a_file_and_where_it_will_be(EachLabs client) {
        Answer ticket = client.uploadTicket(CLIP);

        assertThat(ticket)
                .hasStatus(200)
                .hasKeysInAnyOrder("", "id", "presigned_url", "public_url", "expires_at", "required_headers")
                .hasText("/id", "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                .hasText("/presigned_url", "https?://.+X-Amz-.+")
                .hasText("/public_url", "https?://.+\\.mp4")
                .hasText("/expires_at", "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ")
                .hasJson(
                        "/required_headers/x-amz-meta-file-id",
                        ticket.json().path("id").toString());
    }

    @ContractCase(
            id = "eachlabs.uploads.round-trip",
            claims = {"EL-70", "EL-72"},
            cost = "unpriced")
    void bytes_put_without_a_key_come_back_unchanged(EachLabs client) {
        Answer ticket = client.uploadTicket(CLIP);
        Answer put = client.put(ticket, CLIP);
        Answer got = fetched(client, ticket);

        Assertions.assertThat(put.status()).as("%s", put).isBetween(200, 299);
        assertThat(got).hasStatus(200);
        Assertions.assertThat(got.bytes()).isEqualTo(CLIP.bytes());
    }

    @ContractCase(
            id = "eachlabs.uploads.usable-as-video",
            claims = {"EL-72", "EL-59"},
            cost = "unpriced")
    void a_file_that_was_put_makes_a_character(EachLabs client) {
        Answer ticket = client.uploadTicket(CLIP);
        client.put(ticket, CLIP);
        String url = ticket.json().path("public_url").asText();
        Answer created =
                client.create(EachLabs.CHARACTERS, Map.of("video_url", url, "name", client.uniqueName("Uploaded")));

        assertThat(Predictions.last(client.follow(created))).hasJson("/status", "\"success\"");
    }

    @ContractCase(
            id = "eachlabs.uploads.missing-type",
            claims = {"EL-71"},
            cost = "unpriced")
    void a_ticket_needs_a_content_type(EachLabs client) {
        Answer answer = client.requests().post(TICKETS, Map.of("file_type", "video"));

        Refusal.with(400, "content_type is required", answer);
    }

    @ContractCase(
            id = "eachlabs.uploads.missing-key",
            claims = {"EL-04", "EL-70"},
            cost = "free")
    void a_ticket_needs_a_key(EachLabs client) {
        Answer answer = client.requests().as(Credential.NONE).post(TICKETS, Map.of("content_type", CLIP.contentType()));

        Refusal.withNothing(401, answer);
    }

    @ContractCase(
            id = "eachlabs.files.delete",
            claims = {"EL-73"},
            cost = "unpriced")
    void a_file_that_is_deleted_is_gone(EachLabs client) {
        Answer ticket = client.uploadTicket(CLIP);
        client.put(ticket, CLIP);
        String path = "/files/" + ticket.json().path("id").asText();
        Answer deleted = client.requests().delete(path);

        assertThat(deleted).hasStatus(204);
        Assertions.assertThat(deleted.text()).isEmpty();
        // What stands in front of the files may remember them for a while, so their address is not asked.
        Refusal.with(404, "file not found", client.requests().delete(path));
    }

    @ContractCase(
            id = "eachlabs.files.delete.unknown",
            claims = {"EL-73", "EL-74"},
            cost = "unpriced")
    void what_is_no_file_cannot_be_deleted(EachLabs client) {
        Refusal.with(404, "file not found", client.requests().delete("/files/" + Predictions.NOBODYS));
        Refusal.with(400, "invalid argument", client.requests().delete("/files/7"));
    }

    private static Answer fetched(EachLabs client, Answer ticket) {
        return client.requests()
                .as(Credential.NONE)
                .get(ticket.json().path("public_url").asText());
    }
}
