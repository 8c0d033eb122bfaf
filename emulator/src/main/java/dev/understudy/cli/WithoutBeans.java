package dev.understudy.cli;

import java.util.function.Supplier;

/**
 * Starts a server without JMX. XNIO offers itself to the JVM's bean server, which takes a tenth of a start and some
 * megabytes to make; Understudy's own metrics are asked for over HTTP. XNIO goes on without (3.8.16: it takes any problem
 * for an answer), and whoever asks the JVM for its beans later, such as jconsole, gets them.
 */
final class WithoutBeans {

    /** MBeanServerFactory makes no server while this names what is no class. */
    private static final String BUILDER = "javax.management.builder.initial";

    private WithoutBeans() {}

    static <T> T start(Supplier<T> starting) {
        if (System.getProperty(BUILDER) != null) {
            return starting.get();
        }
        System.setProperty(BUILDER, "none");
        try {
            return starting.get();
        } finally {
            System.clearProperty(BUILDER);
        }
    }
}
