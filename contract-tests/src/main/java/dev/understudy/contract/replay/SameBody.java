package dev.understudy.contract.replay;

import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.matching.MatchResult;
import com.github.tomakehurst.wiremock.matching.ValueMatcher;
import dev.understudy.contract.evidence.Bodies;
import dev.understudy.contract.evidence.Body;
import java.util.Optional;

/** Whether a request carries the bytes, or the form, of the recorded one. */
public final class SameBody implements ValueMatcher<Request> {
    private final Body recorded;

    SameBody(Body recorded) {
        this.recorded = recorded;
    }

    @Override
    public MatchResult match(Request request) {
        return MatchResult.of(of(request).equals(recorded));
    }

    /** What a request carries, in the form of the evidence. */
    public static Body of(Request request) {
        if (request.isMultipart()) {
            return new Body.Parts(request.getParts().stream()
                    .map(part -> new Body.Part(
                            part.getName(),
                            Optional.ofNullable(part.getFileName()).orElse(""),
                            part.getHeader("Content-Type").isPresent()
                                    ? part.getHeader("Content-Type").firstValue()
                                    : "",
                            Bodies.media(part.getBody().asBytes())))
                    .toList());
        }
        String contentType =
                Optional.ofNullable(request.getHeader("Content-Type")).orElse("");
        return Bodies.of(contentType, request.getBody());
    }
}
