package dev.understudy.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From a submission to the video that came of it. */
final class Films {

    private static final Pattern OUTPUT = Pattern.compile("\"outputs\"\\s*:\\s*\\[\\s*\"https?://[^/\"]+([^\"]+)\"");
    private static final int MOST_POLLS = 10_000;

    private Films() {}

    /** A video that Understudy has made, for the others to serve. */
    static Path first(Contender understudy, Path file) throws IOException, InterruptedException {
        try (Server server = Server.start(understudy, file.getParent());
                Wire wire = server.connect()) {
            return Files.write(file, make(wire, 1));
        }
    }

    /**
     * Submits, polls until the video is there, and gets it.
     *
     * @param polls how many polls are made at least; some servers have a job done at once
     */
    static byte[] make(Wire wire, int polls) throws IOException {
        String id = Jobs.id(wire.send(Call.submitVideo().bytes()));
        byte[] poll = Call.poll(id, Call.KEY).bytes();
        for (int i = 1; i <= MOST_POLLS; i++) {
            Matcher output = OUTPUT.matcher(wire.send(poll).text());
            if (output.find() && i >= polls) {
                return video(wire, output.group(1));
            }
        }
        throw new IOException("job " + id + " does not end");
    }

    private static byte[] video(Wire wire, String path) throws IOException {
        Wire.Answer answer = wire.send(new Call("GET", path, "", Call.KEY).bytes());
        if (answer.status() != 200 || answer.body().length == 0) {
            throw new IOException("HTTP " + answer.status() + " instead of a video");
        }
        return answer.body();
    }
}
