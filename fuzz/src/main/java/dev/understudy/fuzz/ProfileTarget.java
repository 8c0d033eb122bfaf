package dev.understudy.fuzz;

import dev.understudy.fault.Profile;
import java.io.IOException;
import java.nio.file.Path;

/** Profiles. */
public final class ProfileTarget {

    private static final Path FILE = Scratch.file(".json");

    private ProfileTarget() {}

    public static void fuzzerTestOneInput(byte[] json) throws IOException {
        Scratch.write(FILE, json);
        try {
            Profile profile = Profile.named(FILE.toString());
            Finding.unless(!profile.name().isBlank(), "it has no name");
        } catch (IllegalArgumentException refused) {
            // A subclass is some library's, and says nothing to whoever wrote the file.
            Finding.unless(refused.getClass() == IllegalArgumentException.class, "not our refusal: " + refused);
        }
    }
}
