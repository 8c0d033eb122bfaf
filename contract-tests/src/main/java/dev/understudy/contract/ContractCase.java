package dev.understudy.contract;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that is a case of the contract. It runs on every target and must pass there, unless {@link EmulatorOnly} or
 * {@link KnownGap} says otherwise.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Test
@Tag("contract")
@ExtendWith(ContractExtension.class)
public @interface ContractCase {
    /**
     * Lower-case words joined by dots and dashes, such as {@code characters.create.accepted}. Never given to another case.
     * In the package of another provider than WaveSpeed it begins with that provider's word, as {@code openai.} does.
     */
    String id();

    /** The entries of {@code fixtures/claims.json} that the case rests on, at least one, all of the case's provider. */
    String[] claims();

    /**
     * What the case costs on the real service when it runs alone: {@code free} or {@code 1 x characters}. Cases that look
     * at the shared character pay for it once together and say {@code 1 x characters (shared)}. A case that starts a job
     * at a provider without a price list here is {@code unpriced}, and no real service is asked.
     */
    String cost();
}
