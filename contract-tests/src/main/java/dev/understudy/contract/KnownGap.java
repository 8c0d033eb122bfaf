package dev.understudy.contract;

import dev.understudy.contract.target.TargetKind;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A case that is known to fail on one kind of target. There it runs and must fail; a pass is a failure. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface KnownGap {
    /** Where it fails. */
    TargetKind target();

    /** What is not as it should be. */
    String reason();

    /** The day it was found, as {@code 2026-11-21}. */
    String since();
}
