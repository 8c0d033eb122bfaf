package dev.understudy.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The servers, each as its makers have it run: a plain {@code java -jar} without further options. */
final class Contenders {

    static final String UNDERSTUDY = "Understudy";
    static final String LAUNCHED = "Understudy, by its launcher";
    static final String BARE = "bare Undertow";
    static final String WIREMOCK = "WireMock";

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    // A million jobs cost more than a fresh key has.
    private static final List<String> RICH = List.of("--port", "{port}", "--balance", "1000000000");

    private final Path home;
    private final Path work;

    /**
     * @param home the project's folder
     * @param work for files that servers need
     */
    Contenders(Path home, Path work) {
        this.home = home;
        this.work = work;
    }

    /** All, the product first. */
    List<Contender> all(Path video) throws IOException {
        return List.of(understudy(), wireMock(video), mockServer(video), bare(video, 200, 600));
    }

    /** As they are when a job ends at its third poll, or before. */
    List<Contender> quick(Path video) throws IOException {
        return List.of(
                understudy("--progression", "polls", "--polls", "1,1"),
                wireMock(video),
                mockServer(video),
                bare(video, 0, 0));
    }

    Contender understudy(String... more) {
        Path jar = home.resolve("emulator/target/understudy.jar");
        return understudy(UNDERSTUDY, List.of(JAVA, "-jar", jar.toString()), more);
    }

    /** With the options that the launcher gives, which start faster and take less memory. */
    Contender launched() {
        return understudy(LAUNCHED, List.of(home.resolve("understudy").toString()));
    }

    private static Contender understudy(String name, List<String> program, String... more) {
        List<String> command =
                Stream.of(program, RICH, List.of(more)).flatMap(List::stream).toList();
        return new Contender(name, command, new Call("POST", "/__understudy/reset", "", Call.KEY));
    }

    private Contender bare(Path video, int queued, int inAll) {
        String path = System.getProperty("java.class.path");
        String server = "dev.understudy.benchmarks.ceiling.BareUndertow";
        return new Contender(
                BARE,
                List.of(JAVA, "-cp", path, server, "{port}", video.toString(), "" + queued, "" + inAll),
                new Call("DELETE", "/jobs", "", Call.KEY));
    }

    private Contender wireMock(Path video) throws IOException {
        Path root = WireMockStubs.write(work.resolve("wiremock"), video);
        return new Contender(
                WIREMOCK,
                List.of(JAVA, "-jar", peer("wiremock-standalone"), "--port", "{port}", "--root-dir", root.toString()),
                new Call("DELETE", "/__admin/requests", "", Call.KEY));
    }

    private Contender mockServer(Path video) throws IOException {
        Path expectations = MockServerStubs.write(work.resolve("mockserver.json"), video);
        return new Contender(
                "MockServer",
                List.of(
                        JAVA,
                        "-Dmockserver.initializationJsonPath=" + expectations,
                        "-Dmockserver.logLevel=WARN",
                        "-jar",
                        peer("mockserver-netty-no-dependencies"),
                        "-serverPort",
                        "{port}"),
                new Call("PUT", "/mockserver/clear?type=log", "", Call.KEY));
    }

    private String peer(String artifact) {
        return home.resolve("benchmarks/side-by-side/target/peers/" + artifact + ".jar")
                .toString();
    }
}
