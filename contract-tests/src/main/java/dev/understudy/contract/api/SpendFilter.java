package dev.understudy.contract.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.understudy.contract.evidence.Auth;
import dev.understudy.contract.spend.Operation;
import dev.understudy.contract.spend.SpendGuard;
import io.restassured.filter.FilterContext;
import io.restassured.filter.OrderedFilter;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.Optional;

/** Asks the guard before anything else happens to a request. */
final class SpendFilter implements OrderedFilter {
    private static final JsonMapper JSON = new JsonMapper();

    private final SpendGuard guard;
    private final boolean onTarget;

    SpendFilter(SpendGuard guard, boolean onTarget) {
        this.guard = guard;
        this.onTarget = onTarget;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification response, FilterContext context) {
        io.restassured.http.Headers headers = request.getHeaders();
        guard.admit(new Operation(
                request.getMethod(),
                URI.create(request.getURI()).getRawPath(),
                onTarget,
                Auth.of(
                                Optional.ofNullable(headers.getValue("Authorization")),
                                Optional.ofNullable(headers.getValue("X-API-Key")))
                        .hasKey(),
                input(request.<Object>getBody())));
        Response answer = context.next(request, response);
        guard.answered(answer.statusCode());
        return answer;
    }

    private static JsonNode input(Object body) {
        try {
            return body instanceof String text ? JSON.readTree(text) : MissingNode.getInstance();
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
