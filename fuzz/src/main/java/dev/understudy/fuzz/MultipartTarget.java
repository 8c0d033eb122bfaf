package dev.understudy.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Forms, in parts and in URL encoding. The first byte says at which entrance. */
public final class MultipartTarget {

    private static final List<Entrance> ENTRANCES = Entrance.ofForms();
    private static final Server SERVER = new Server();

    private MultipartTarget() {}

    /** Loads the emulator, which takes longer here than a short run, before the time begins to count. */
    public static void fuzzerInitialize() throws IOException {
        for (Entrance entrance : ENTRANCES) {
            SERVER.take(entrance, "{}".getBytes(StandardCharsets.US_ASCII));
        }
    }

    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        Entrance.with(ENTRANCES, input, SERVER::take);
    }
}
