package dev.understudy.contract;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A case that cannot be asked of the real service. It is listed as {@code UNVERIFIABLE}, and skipped on a live target. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface EmulatorOnly {
    /** Why it cannot be asked. */
    String reason();
}
