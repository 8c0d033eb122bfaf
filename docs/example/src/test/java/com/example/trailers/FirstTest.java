package com.example.trailers;

import static dev.understudy.junit.UnderstudyAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.Faults;
import dev.understudy.SandboxHandle;
import dev.understudy.junit.ApiKey;
import dev.understudy.junit.BaseUrl;
import dev.understudy.junit.UnderstudyTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** The smallest useful test, with nothing but the JDK. */
@UnderstudyTest
class FirstTest {

    @Test
    void too_many_is_said_once(@BaseUrl URI baseUrl, @ApiKey String key, Faults faults, SandboxHandle sandbox)
            throws Exception {
        faults.on("submit").next(1, "rate-limited");

        assertThat(submit(baseUrl, key).statusCode()).isEqualTo(429);
        assertThat(submit(baseUrl, key).statusCode()).isEqualTo(200);
        assertThat(sandbox).hasSubmitted(1).spentLessThan("0.41");
    }

    private static HttpResponse<String> submit(URI baseUrl, String key) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(baseUrl.resolve("/api/v3/openai/sora-2/text-to-video"))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"prompt\": \"Joe waves from a boat\"}"))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
