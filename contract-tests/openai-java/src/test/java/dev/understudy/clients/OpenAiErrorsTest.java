package dev.understudy.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.openai.client.OpenAIClient;
import com.openai.errors.BadRequestException;
import com.openai.errors.InternalServerException;
import com.openai.errors.NotFoundException;
import com.openai.errors.OpenAIServiceException;
import com.openai.errors.PermissionDeniedException;
import com.openai.errors.RateLimitException;
import com.openai.errors.UnauthorizedException;
import com.openai.models.videos.VideoCreateCharacterParams;
import com.openai.models.videos.VideoCreateParams;
import com.openai.models.videos.VideoSeconds;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the official Java client makes of refusals. */
@SuppressWarnings("deprecation") // the service is marked so since its end was announced
class OpenAiErrorsTest {

    private final OpenAiServer server = new OpenAiServer();
    private final OpenAIClient hasty = server.hasty();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aWrongParameterIsNamed() {
        BadRequestException refusal = refusal(
                BadRequestException.class,
                () -> hasty.videos()
                        .create(VideoCreateParams.builder()
                                .prompt("Rain")
                                .seconds(VideoSeconds.of("5"))
                                .build()));

        assertThat(refusal.type()).contains("invalid_request_error");
        assertThat(refusal.param()).contains("seconds");
        assertThat(refusal.code()).contains("invalid_value");
        assertThat(refusal.getMessage()).contains("Invalid value: '5'");
    }

    @Test
    void whatIsNoClipMakesNoCharacter() {
        VideoCreateCharacterParams wanted = VideoCreateCharacterParams.builder()
                .name("Mossy")
                .video("no video".getBytes(StandardCharsets.UTF_8))
                .build();

        refusal(BadRequestException.class, () -> hasty.videos().createCharacter(wanted));
    }

    @Test
    void noKeyIsUnauthorized() {
        refusal(
                UnauthorizedException.class,
                () -> server.client(" ", 0).videos().list());
    }

    @Test
    void nobodysVideoAndNobodysCharacterAreNotFound() {
        assertThat(refusal(NotFoundException.class, () -> hasty.videos().retrieve("video_nowhere")))
                .hasMessageContaining("'video_nowhere' not found");
        refusal(NotFoundException.class, () -> hasty.videos().getCharacter("char_nowhere"));
        refusal(NotFoundException.class, () -> hasty.videos().delete("video_nowhere"));
    }

    @Test
    void aScriptOfFaultsIsWhatTheClientHasForIt() {
        server.sandbox().faults().next(1, "rate-limited");
        refusal(RateLimitException.class, () -> hasty.videos().list());
        server.sandbox().faults().next(1, "forbidden");
        refusal(PermissionDeniedException.class, () -> hasty.videos().list());
        server.sandbox().faults().next(1, "server-error; status=503");
        refusal(InternalServerException.class, () -> hasty.videos().list());
    }

    @ParameterizedTest
    @CsvSource({"rate-limited,429", "server-error,500"})
    void theClientTriesAgainByItself(String fault, int status) {
        server.sandbox().faults().next(2, fault);

        assertThat(server.client().videos().list().items()).isEmpty();
        assertThat(server.calls())
                .containsExactly("GET /v1/videos " + status, "GET /v1/videos " + status, "GET /v1/videos 200");
        assertThat(server.pauses()).hasSize(2);
    }

    private static <E extends OpenAIServiceException> E refusal(Class<E> kind, ThrowingCallable action) {
        E refusal = catchThrowableOfType(kind, action);
        assertThat(refusal).isNotNull();
        assertThat(refusal.headers().values("x-request-id"))
                .singleElement()
                .asString()
                .matches("req_[0-9a-f]{32}");
        return refusal;
    }
}
