package dev.understudy.dialect.openai;

import dev.understudy.sandbox.Refused;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A call that this API turns down with words of its own. The sentences about values, types and missing parameters are
 * those of the provider's API in general; the ones for {@code seconds}, {@code size} and {@code input_reference} were
 * seen in production.
 */
final class ApiError extends Refused {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String parameter;
    private final String code;

    /**
     * @param parameter null for none
     * @param code null for none
     */
    ApiError(int status, String message, String parameter, String code) {
        super(Reason.INVALID, message);
        this.status = status;
        this.parameter = parameter;
        this.code = code;
    }

    static ApiError missing(String parameter) {
        return new ApiError(
                400, "Missing required parameter: '%s'.".formatted(parameter), parameter, "missing_required_parameter");
    }

    static ApiError value(String parameter, String sent, List<String> supported) {
        String message = "Invalid value: '%s'. Supported values are: %s.".formatted(shown(sent), listed(supported));
        return new ApiError(400, message, parameter, "invalid_value");
    }

    static ApiError impossible(String parameter, String message) {
        return new ApiError(400, message, parameter, "invalid_value");
    }

    /** @param wanted such as {@code a file}, {@code one of '4', '8', or '12'} */
    static ApiError type(String parameter, String wanted, Object sent) {
        String message =
                "Invalid type for '%s': expected %s, but got %s instead.".formatted(parameter, wanted, kind(sent));
        return new ApiError(400, message, parameter, "invalid_type");
    }

    static ApiError tooLong(String parameter, int most, int length) {
        String message =
                "Invalid '%s': string too long. Expected a string with maximum length %s, but got a string with length %s instead."
                        .formatted(parameter, most, length);
        return new ApiError(400, message, parameter, "string_above_max_length");
    }

    static ApiError empty(String parameter) {
        String message =
                "Invalid '%s': empty string. Expected a string with minimum length 1, but got an empty string instead."
                        .formatted(parameter);
        return new ApiError(400, message, parameter, "empty_string");
    }

    /** A number that is not between two others, both included. */
    static ApiError outOfBounds(String parameter, int least, int most, int sent) {
        boolean below = sent < least;
        String message = "Invalid '%s': integer %s value. Expected a value %s %s, but got %s instead."
                .formatted(
                        parameter,
                        below ? "below minimum" : "above maximum",
                        below ? ">=" : "<=",
                        below ? least : most,
                        sent);
        return new ApiError(400, message, parameter, below ? "integer_below_min_value" : "integer_above_max_value");
    }

    static ApiError notFound(String message) {
        return new ApiError(404, message, null, null);
    }

    /** {@code '4', '8', and '12'}. */
    static String listed(List<String> values) {
        return listed(values, "and");
    }

    /** The same with another word before the last one. */
    static String listed(List<String> values, String word) {
        List<String> quoted = values.stream().map(value -> "'" + value + "'").toList();
        if (quoted.size() < 3) {
            return String.join(" " + word + " ", quoted);
        }
        String first = quoted.stream().limit(quoted.size() - 1L).collect(Collectors.joining(", "));
        return first + ", " + word + " " + quoted.get(quoted.size() - 1);
    }

    // So that no body of ours grows with the caller's.
    static String shown(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }

    private static String kind(Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof String) {
            return "a string";
        }
        if (value instanceof Number number) {
            return number instanceof Integer || number instanceof Long ? "an integer" : "a decimal";
        }
        if (value instanceof Boolean) {
            return "a boolean";
        }
        if (value instanceof List) {
            return "an array";
        }
        return value instanceof Map ? "an object" : "a file";
    }

    @Override
    public int status() {
        return status;
    }

    String parameter() {
        return parameter;
    }

    String code() {
        return code;
    }
}
