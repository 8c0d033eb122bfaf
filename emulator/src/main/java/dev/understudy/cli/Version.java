package dev.understudy.cli;

import dev.understudy.Understudy;

/** Says which version this is. */
final class Version implements Command {

    @Override
    public Spec spec() {
        return Spec.of("version", "say which version this is");
    }

    @Override
    public int run(Arguments arguments) {
        System.out.println("understudy " + Understudy.version());
        return 0;
    }
}
