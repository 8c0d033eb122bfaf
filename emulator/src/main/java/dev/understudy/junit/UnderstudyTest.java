package dev.understudy.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives the tests of a class, or one test, an emulator: what {@link UnderstudyExtension} does, without a field. Nested
 * classes and subclasses have it too. The nearest annotation or
 * field holds alone; nothing is merged.
 *
 * <pre>{@code
 * @UnderstudyTest
 * class StudioTest {
 *     @Test
 *     void makes_a_trailer(@BaseUrl URI api, @ApiKey String key, VirtualClock clock) { … }
 * }
 * }</pre>
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@ExtendWith(AnnotatedExtension.class)
public @interface UnderstudyTest {

    /**
     * Settings of the server as on its command line, without the dashes: {@code "pace=realistic"}, {@code
     * "clock=real"}. Classes with equal settings share one server.
     */
    String[] value() default {};

    /** Whether a test may pass although faults that it scripted were never hit. */
    boolean allowUnspentFaults() default false;

    /** Whether the class, with those nested in it, or the method has a server to itself. */
    boolean ownServer() default false;
}
