package dev.understudy.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** JSON bodies at the entrances of every provider and of the control API. The first byte says which. */
public final class JsonTarget {

    private static final List<Entrance> ENTRANCES = Entrance.ofBodies();
    private static final Server SERVER = new Server();

    private JsonTarget() {}

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
