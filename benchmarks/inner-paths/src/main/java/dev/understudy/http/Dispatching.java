package dev.understudy.http;

import dev.understudy.dialect.Call;
import dev.understudy.dialect.Dialect;
import dev.understudy.dialect.Reply;
import dev.understudy.dialect.Request;
import dev.understudy.dialect.eachlabs.EachLabs;
import dev.understudy.dialect.openai.OpenAi;
import dev.understudy.dialect.soraguide.SoraGuide;
import dev.understudy.dialect.storage.StorageHost;
import dev.understudy.dialect.wavespeed.WaveSpeed;
import dev.understudy.sandbox.Sandbox;
import dev.understudy.sandbox.Sandboxes;
import dev.understudy.sandbox.Visit;
import dev.understudy.settings.Setting;
import dev.understudy.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** From a path to an operation, and from a request to the bytes of its answer; without Undertow and the journal. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Dispatching {

    private static final String MODEL = "openai/sora-2/characters";
    private static final Map<String, Object> INPUT =
            Map.of("name", "Ada", "video", "https://clips.example.com/ada.mp4#t=0,3");
    private static final String BODY = "{\"name\":\"Ada\",\"video\":\"https://clips.example.com/ada.mp4#t=0,3\"}";
    private static final Map<String, String> HEADERS = Map.of("Authorization", "Bearer benchmark");

    private Sandboxes sandboxes;
    private Sandbox sandbox;
    private Router router;
    private StoredRequest poll;
    private StoredRequest submission;

    @Setup
    public void begin() {
        Settings settings = Settings.defaults().with(Setting.BALANCE, "1000000000");
        sandboxes = new Sandboxes(settings, 1);
        router = new Router(List.of(
                new WaveSpeed(sandboxes, settings.initialStatus()),
                new OpenAi(sandboxes, settings.openAiVideos()),
                new SoraGuide(sandboxes, settings.soraguide()),
                new EachLabs(sandboxes, settings.eachlabsAnswers()),
                new StorageHost(sandboxes.media())));
        sandbox = sandboxes.of("benchmark");
        submission =
                new StoredRequest("POST", "/api/v3/" + MODEL, HEADERS, Map.of(), BODY.getBytes(StandardCharsets.UTF_8));
    }

    @Setup(Level.Iteration)
    public void forget() {
        sandbox.reset();
        String id = sandbox.submit(MODEL, INPUT, new Visit("wavespeed.submit", name -> Optional.empty()))
                .id();
        poll = new StoredRequest("GET", "/api/v3/predictions/" + id + "/result", HEADERS, Map.of(), new byte[0]);
    }

    @TearDown
    public void end() {
        sandboxes.close();
    }

    @Benchmark
    public Object routeAPoll() {
        return router.find("GET", poll.path());
    }

    @Benchmark
    public Object routeASubmission() {
        return router.find("POST", submission.path());
    }

    @Benchmark
    public Reply answerAPoll() throws Exception {
        return answer(poll);
    }

    @Benchmark
    public Reply answerASubmission() throws Exception {
        return answer(submission);
    }

    private Reply answer(StoredRequest asked) throws Exception {
        Router.Route route = router.find(asked.method(), asked.path()).orElseThrow();
        Request request = asked.with(route.variables());
        Dialect dialect = route.dialect();
        Visit visit = new Visit(route.operation().name(), request::header);
        return route.operation().handler().handle(new Call(request, dialect.sandbox(request), visit));
    }
}
