package dev.understudy.contract;

import dev.understudy.contract.api.Api;
import dev.understudy.contract.target.TargetKind;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

/** Classes with cases of which the kit must think ill, and a few good ones to compare. */
final class SampleCases {
    private SampleCases() {}

    static final class Good {
        @ContractCase(id = "sample.passes", claims = "AU-01", cost = "free")
        void passes() {
            Assertions.assertThat(1).isPositive();
        }

        @ContractCase(id = "sample.gap", claims = "AU-01", cost = "free")
        @KnownGap(target = TargetKind.EMULATOR, reason = "it is a sample", since = "2026-11-21")
        void fails_where_a_gap_is_known() {
            Assertions.assertThat(1).isNegative();
        }

        @ContractCase(id = "sample.gap-elsewhere", claims = "AU-01", cost = "free")
        @KnownGap(target = TargetKind.LIVE, reason = "it is a sample", since = "2026-11-21")
        void passes_where_no_gap_is_known() {
            Assertions.assertThat(1).isPositive();
        }

        @ContractCase(id = "sample.unverifiable", claims = "AU-01", cost = "free")
        @EmulatorOnly(reason = "it is a sample")
        void passes_on_an_emulator() {
            Assertions.assertThat(1).isPositive();
        }
    }

    static final class Wrong {
        @ContractCase(id = "sample.closed-gap", claims = "AU-01", cost = "free")
        @KnownGap(target = TargetKind.EMULATOR, reason = "it is a sample", since = "2026-11-21")
        void passes_although_a_gap_is_known() {
            Assertions.assertThat(1).isPositive();
        }

        @ContractCase(id = "sample.broken-gap", claims = "AU-01", cost = "free")
        @KnownGap(target = TargetKind.EMULATOR, reason = "it is a sample", since = "2026-11-21")
        void breaks_where_a_gap_is_known() {
            throw new IllegalStateException("could not look");
        }

        @ContractCase(id = "sample.skips-itself", claims = "AU-01", cost = "free")
        void skips_itself() {
            Assumptions.abort("no reason of the kit's");
        }
    }

    static final class Quoting {
        @ContractCase(id = "sample.quotes", claims = "AU-01", cost = "free")
        void quotes_an_answer() {
            Assertions.fail("wrong: {\"secret\":\"canary1\", \"url\":\"https://x.y/a.mp4?sig=canary2\"} whsec_canary3");
        }
    }

    static final class NeedsTarget {
        @ContractCase(id = "sample.needs-target", claims = "AU-01", cost = "free")
        void asks_for_the_api(Api api) {
            Assertions.assertThat(api).isNotNull();
        }
    }

    static final class TwoStandings {
        @ContractCase(id = "sample.two", claims = "AU-01", cost = "free")
        @EmulatorOnly(reason = "it is a sample")
        @KnownGap(target = TargetKind.EMULATOR, reason = "it is a sample", since = "2026-11-21")
        void has_two_standings() {}
    }

    static final class NoCase {
        @Test
        @EmulatorOnly(reason = "it is a sample")
        void has_a_standing_but_is_no_case() {}
    }

    static final class NoReason {
        @ContractCase(id = "sample.no-reason", claims = "AU-01", cost = "free")
        @EmulatorOnly(reason = " ")
        void gives_no_reason() {}
    }

    static final class NoDate {
        @ContractCase(id = "sample.no-date", claims = "AU-01", cost = "free")
        @KnownGap(target = TargetKind.LIVE, reason = "it is a sample", since = "last week")
        void gives_no_date() {}
    }

    static final class UnknownClaim {
        @ContractCase(id = "sample.unknown-claim", claims = "XX-99", cost = "free")
        void rests_on_nothing() {}
    }

    static final class NoPrice {
        @ContractCase(id = "sample.no-price", claims = "AU-01", cost = "1 x moon-landing")
        void cannot_be_priced() {}
    }

    static final class BadId {
        @ContractCase(id = "Sample", claims = "AU-01", cost = "free")
        void has_a_bad_id() {}
    }

    static final class SwitchedOff {
        @ContractCase(id = "sample.switched-off", claims = "AU-01", cost = "free")
        @Disabled("no reason of the kit's")
        void is_switched_off() {}
    }
}
