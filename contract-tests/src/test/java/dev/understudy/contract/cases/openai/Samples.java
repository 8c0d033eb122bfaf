package dev.understudy.contract.cases.openai;

import dev.understudy.contract.ContractCase;
import dev.understudy.contract.EmulatorOnly;
import dev.understudy.contract.api.Answer;
import dev.understudy.contract.api.Api;
import dev.understudy.contract.api.Control;
import dev.understudy.contract.api.OpenAi;
import org.assertj.core.api.Assertions;

/** Classes where cases about OpenAI are, for tests of the kit. */
public final class Samples {
    private Samples() {}

    /** A case of OpenAI that rests on what is known of another provider. */
    public static final class OtherClaim {
        @ContractCase(id = "openai.sample", claims = "AU-01", cost = "free")
        void rests_on_a_claim_about_another(OpenAi openai) {
            Assertions.assertThat(openai).isNotNull();
        }
    }

    /** A case of OpenAI that calls itself something else. */
    public static final class OtherName {
        @ContractCase(id = "videos.sample", claims = "OV-01", cost = "free")
        void is_named_as_those_of_another(OpenAi openai) {
            Assertions.assertThat(openai).isNotNull();
        }
    }

    /** Two that are as they should be. */
    public static final class Good {
        @ContractCase(id = "openai.sample.both", claims = "OV-01", cost = "free")
        void asks_two_apis_of_one_account(OpenAi openai, Api api) {
            Answer first = openai.requests().get("/first");
            Answer second = api.get("/second");

            Assertions.assertThat(first.status()).isEqualTo(second.status());
        }

        @ContractCase(id = "openai.sample.apart", claims = "OV-01", cost = "unpriced")
        @EmulatorOnly(reason = "it is a sample")
        void works_with_keys_of_its_own(OpenAi openai, Control control) {
            Assertions.assertThat(openai.requests().get("/first").status()).isPositive();
            Assertions.assertThat(control).isNotNull();
        }
    }
}
