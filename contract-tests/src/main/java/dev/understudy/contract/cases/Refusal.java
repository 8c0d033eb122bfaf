package dev.understudy.contract.cases;

import static dev.understudy.contract.api.ContractAssertions.assertThat;

import dev.understudy.contract.api.Answer;
import dev.understudy.contract.api.Api;

/** The two ways in which the API may say no. No source says which one it takes for a bad value. */
final class Refusal {
    private Refusal() {}

    /** Refused when submitted, or accepted and then failed. */
    static void ofEitherKind(Api api, Answer submission) {
        if (submission.status() == 200) {
            assertThat(api.follow(submission)).failed();
        } else {
            assertThat(submission).refusedWith(400, 404, 422);
        }
    }
}
