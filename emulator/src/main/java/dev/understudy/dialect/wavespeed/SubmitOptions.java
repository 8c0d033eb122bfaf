package dev.understudy.dialect.wavespeed;

import dev.understudy.sandbox.Refused;
import java.util.Map;

/**
 * What a submission says about its answer rather than about the job. The provider's clients send these keys to any
 * model, though the catalog lists them for a few; the values are booleans there.
 *
 * @param sync whether the answer is to come when the job has ended
 * @param base64 whether media are to stand in answers as base64, instead of their URLs
 */
record SubmitOptions(boolean sync, boolean base64) {

    /** Takes the options out of a body; what is left is the model's. */
    static SubmitOptions takenFrom(Map<String, Object> body) {
        return new SubmitOptions(take(body, "enable_sync_mode"), take(body, "enable_base64_output"));
    }

    private static boolean take(Map<String, Object> body, String name) {
        Object sent = body.remove(name);
        if (sent == null || sent instanceof Boolean) {
            return Boolean.TRUE.equals(sent);
        }
        throw new Refused(Refused.Reason.INVALID, "parameter " + name + " must be true or false");
    }
}
