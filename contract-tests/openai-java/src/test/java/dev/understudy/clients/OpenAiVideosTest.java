package dev.understudy.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.openai.core.JsonValue;
import com.openai.core.http.HttpResponse;
import com.openai.models.videos.Video;
import com.openai.models.videos.VideoCreateCharacterParams;
import com.openai.models.videos.VideoCreateCharacterResponse;
import com.openai.models.videos.VideoCreateParams;
import com.openai.models.videos.VideoDeleteResponse;
import com.openai.models.videos.VideoDownloadContentParams;
import com.openai.models.videos.VideoEditParams;
import com.openai.models.videos.VideoExtendParams;
import com.openai.models.videos.VideoListParams;
import com.openai.models.videos.VideoModel;
import com.openai.models.videos.VideoRemixParams;
import com.openai.models.videos.VideoSeconds;
import com.openai.models.videos.VideoSize;
import com.openai.services.blocking.VideoService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The official Java client, from a clip to a video with a character in it. */
@SuppressWarnings("deprecation") // the service is marked so since its end was announced
class OpenAiVideosTest {

    private final OpenAiServer server = new OpenAiServer();
    private final VideoService videos = server.client().videos();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aClipBecomesACharacterFromAFileFromBytesAndFromAStream() throws IOException {
        VideoCreateCharacterResponse fromFile = character(named("Mossy").video(OpenAiServer.CLIP));
        VideoCreateCharacterResponse fromBytes = character(named("Mossy").video(Files.readAllBytes(OpenAiServer.CLIP)));
        VideoCreateCharacterResponse fromStream =
                character(named("Mossy").video(Files.newInputStream(OpenAiServer.CLIP)));

        List<VideoCreateCharacterResponse> made = List.of(fromFile, fromBytes, fromStream);
        assertThat(made).allSatisfy(character -> {
            assertThat(character.id().orElseThrow()).matches("char_[0-9a-f]{32}");
            assertThat(character.name()).contains("Mossy");
            assertThat(character.createdAt()).isEqualTo(server.sandbox().now().getEpochSecond());
        });
        assertThat(made.stream().map(VideoCreateCharacterResponse::id).distinct())
                .hasSize(3);
        assertThat(videos.getCharacter(fromBytes.id().orElseThrow()).name()).contains("Mossy");
    }

    @Test
    void theCharacterPlaysInAVideo() {
        String mossy = character(named("Mossy").video(OpenAiServer.CLIP)).id().orElseThrow();

        Video queued = videos.create(shot("Mossy the teapot weaves through a market")
                .model(VideoModel.SORA_2)
                .size(VideoSize._1280X720)
                .putAdditionalBodyProperty("characters", JsonValue.from(List.of(Map.of("id", mossy))))
                .build());
        assertThat(queued.status()).isEqualTo(Video.Status.QUEUED);
        assertThat(queued.progress()).isZero();
        assertThat(queued.id()).matches("video_[0-9a-f]{32,48}");

        server.sandbox().advance(Duration.ofMinutes(10));
        Video video = videos.retrieve(queued.id());
        assertThat(video.status()).isEqualTo(Video.Status.COMPLETED);
        assertThat(video.progress()).isEqualTo(100);
        assertThat(video.seconds().asString()).isEqualTo("4");
        assertThat(video.size()).isEqualTo(VideoSize._1280X720);
        assertThat(video.error()).isEmpty();
        assertThat(video.expiresAt()).isPresent();
    }

    @Test
    void itsContentItsThumbnailAndItsSheetCanBeDownloaded() throws IOException {
        String video = made("Rain");

        assertThat(text(content(video, VideoDownloadContentParams.Variant.VIDEO), 4, 4))
                .isEqualTo("ftyp");
        assertThat(text(content(video, VideoDownloadContentParams.Variant.THUMBNAIL), 8, 8))
                .isEqualTo("WEBPVP8L");
        assertThat(content(video, VideoDownloadContentParams.Variant.SPRITESHEET))
                .startsWith(0xff, 0xd8, 0xff);
    }

    @Test
    void aRemixAnEditAndAnExtensionAreMade() {
        String video = made("Rain");

        Video remix = videos.remix(
                video, VideoRemixParams.builder().prompt("the same by night").build());
        Video edit = videos.edit(VideoEditParams.builder()
                .prompt("with lanterns")
                .video(VideoEditParams.Video.VideoReferenceInputParam.builder()
                        .id(video)
                        .build())
                .build());
        Video longer = videos.extend(VideoExtendParams.builder()
                .prompt("and on")
                .seconds(VideoSeconds._4)
                .video(VideoExtendParams.Video.VideoReferenceInputParam.builder()
                        .id(video)
                        .build())
                .build());
        server.sandbox().advance(Duration.ofMinutes(10));

        assertThat(remix.remixedFromVideoId()).contains(video);
        assertThat(List.of(remix, edit, longer))
                .allSatisfy(
                        each -> assertThat(videos.retrieve(each.id()).status()).isEqualTo(Video.Status.COMPLETED));
        assertThat(videos.retrieve(longer.id()).seconds().asString()).isEqualTo("8");
    }

    @Test
    void theListComesPageByPageAndWhatIsDeletedIsGoneFromIt() {
        List<String> made =
                IntStream.range(0, 5).mapToObj(i -> made("Rain " + i)).toList();

        List<String> listed = listed(2);
        assertThat(listed).containsExactlyInAnyOrderElementsOf(made);
        assertThat(listed.get(0)).as("the newest first").isEqualTo(made.get(4));
        assertThat(server.calls().stream().filter("GET /v1/videos 200"::equals)).hasSize(3);
        VideoDeleteResponse gone = videos.delete(made.get(1));
        assertThat(gone.id()).isEqualTo(made.get(1));
        assertThat(gone.deleted()).isTrue();
        assertThat(listed(3)).hasSize(4).doesNotContain(made.get(1));
    }

    private List<String> listed(int limit) {
        return videos.list(VideoListParams.builder().limit(limit).build()).autoPager().stream()
                .map(Video::id)
                .toList();
    }

    private VideoCreateCharacterResponse character(VideoCreateCharacterParams.Builder wanted) {
        return videos.createCharacter(wanted.build());
    }

    private static VideoCreateCharacterParams.Builder named(String name) {
        return VideoCreateCharacterParams.builder().name(name);
    }

    private static VideoCreateParams.Builder shot(String prompt) {
        return VideoCreateParams.builder().prompt(prompt).seconds(VideoSeconds._4);
    }

    /** A video that is done; the clock has moved, so the next one is newer. */
    private String made(String prompt) {
        String id = videos.create(shot(prompt).build()).id();
        server.sandbox().advance(Duration.ofMinutes(10));
        assertThat(videos.retrieve(id).status()).isEqualTo(Video.Status.COMPLETED);
        return id;
    }

    private byte[] content(String video, VideoDownloadContentParams.Variant variant) throws IOException {
        VideoDownloadContentParams wanted =
                VideoDownloadContentParams.builder().variant(variant).build();
        try (HttpResponse response = videos.downloadContent(video, wanted)) {
            return response.body().readAllBytes();
        }
    }

    private static String text(byte[] bytes, int from, int length) {
        return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
    }
}
