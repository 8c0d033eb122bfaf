package dev.understudy.contract.cases;

import static dev.understudy.contract.api.ContractAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.contract.ContractCase;
import dev.understudy.contract.api.Answer;
import dev.understudy.contract.api.Api;
import dev.understudy.contract.api.Clip;
import dev.understudy.contract.api.Credential;
import java.util.Map;
import org.assertj.core.api.Assertions;

/** The two ways to upload a clip. Both are free of charge. */
final class UploadContract {
    private static final Clip CLIP = Clip.THREE_SECONDS;

    @ContractCase(
            id = "uploads.ticket.shape",
            claims = {"UP-01"},
            cost = "free")
    void a_ticket_says_where_and_how_to_put_the_bytes(Api api) {
        Answer ticket = api.uploadTicket(CLIP);

        assertThat(ticket)
                .succeeded()
                .hasJson("/data/type", "\"video\"")
                .hasText("/data/download_url", "https?://.+")
                .hasText("/data/filename", ".+")
                .hasJson("/data/size", String.valueOf(CLIP.bytes().length))
                .hasJson("/data/upload/method", "\"PUT\"")
                .hasText("/data/upload/url", "https?://.+");
        Assertions.assertThat(ticket.data().path("upload").path("headers").isObject())
                .as("%s", ticket)
                .isTrue();
    }

    @ContractCase(
            id = "uploads.ticket.round-trip",
            claims = {"UP-01", "UP-02", "UP-04"},
            cost = "free")
    void bytes_put_without_a_key_come_back_unchanged(Api api) {
        JsonNode ticket = api.uploadTicket(CLIP).data();

        Answer put = api.put(ticket.path("upload"), CLIP);
        Answer got = api.as(Credential.NONE).get(ticket.path("download_url").asText());

        Assertions.assertThat(put.status()).as("%s", put).isBetween(200, 299);
        assertThat(got).hasStatus(200);
        Assertions.assertThat(got.bytes()).isEqualTo(CLIP.bytes());
    }

    @ContractCase(
            id = "uploads.ticket.usable-as-video",
            claims = {"UP-01", "UP-04"},
            cost = "1 x characters")
    void a_clip_put_with_a_ticket_makes_a_character(Api api) {
        JsonNode ticket = api.uploadTicket(CLIP).data();
        api.put(ticket.path("upload"), CLIP);

        assertThat(api.createCharacter(ticket.path("download_url").asText())).completed();
    }

    @ContractCase(
            id = "uploads.binary.shape",
            claims = {"UP-03"},
            cost = "free")
    void a_multipart_upload_gives_the_download_url_at_once(Api api) {
        assertThat(api.upload(CLIP))
                .succeeded()
                .hasJson("/data/type", "\"video\"")
                .hasText("/data/download_url", "https?://.+")
                .hasText("/data/filename", ".+")
                .hasJson("/data/size", String.valueOf(CLIP.bytes().length));
    }

    @ContractCase(
            id = "uploads.binary.round-trip",
            claims = {"UP-03", "UP-04"},
            cost = "free")
    void an_uploaded_clip_comes_back_unchanged(Api api) {
        Answer got = api.as(Credential.NONE).get(api.urlOf(CLIP));

        assertThat(got).hasStatus(200);
        Assertions.assertThat(got.bytes()).isEqualTo(CLIP.bytes());
    }

    @ContractCase(
            id = "uploads.binary.image",
            claims = {"UP-03", "UP-05"},
            cost = "free")
    void a_picture_is_uploaded_as_an_image(Api api) {
        assertThat(api.upload(Clip.PICTURE))
                .succeeded()
                .hasJson("/data/type", "\"image\"")
                .hasText("/data/download_url", "https?://.+");
    }

    @ContractCase(
            id = "uploads.ticket.missing-filename",
            claims = {"UP-01", "ER-02"},
            cost = "free")
    void a_ticket_needs_the_name_of_a_file(Api api) {
        assertThat(api.post("/api/v3/media/uploads", Map.of())).refusedWith(400);
    }

    @ContractCase(
            id = "uploads.older-address",
            claims = {"OC-01", "UP-03"},
            cost = "free")
    void an_upload_may_go_to_the_older_address(Api api) {
        assertThat(api.uploadToOlderAddress(CLIP)).succeeded().hasText("/data/download_url", "https?://.+");
    }
}
