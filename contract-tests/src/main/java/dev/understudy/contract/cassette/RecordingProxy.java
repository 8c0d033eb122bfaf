package dev.understudy.contract.cassette;

import dev.understudy.contract.register.Prices;
import dev.understudy.contract.target.TargetException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A running recorder. Whoever points a client at it gets cassettes of what the client and the service say. */
public final class RecordingProxy implements AutoCloseable {
    private final Recording plan;
    private final Upstream upstream;
    private final Session session;
    private final Recorder recorder;

    private RecordingProxy(Recording plan, Upstream upstream, Session session, Recorder recorder) {
        this.plan = plan;
        this.upstream = upstream;
        this.session = session;
        this.recorder = recorder;
    }

    /**
     * @param upstream an http or https URL without a path
     * @param kit its version
     * @param say hears a line for each thing a person should know
     * @throws TargetException when the upstream cannot be recorded, or the folder has something in it
     */
    public static RecordingProxy start(String upstream, Recording plan, String kit, Consumer<String> say) {
        return start(Upstream.parse(upstream), plan, kit, say);
    }

    static RecordingProxy start(Upstream upstream, Recording plan, String kit, Consumer<String> say) {
        Folder folder = new Folder(plan.folder());
        if (!folder.isEmpty()) {
            throw new TargetException(
                    "There is something in " + plan.folder() + "; a recording needs a folder of its own");
        }
        Scribe scribe = new Scribe();
        Session.About about = new Session.About(upstream.origin(), kit, Instant.now());
        Session session = new Session(about, folder, scribe, System::nanoTime);
        Recorder recorder = new Recorder(plan, upstream, session, scribe, say);
        RecordingProxy proxy = new RecordingProxy(plan, upstream, session, recorder);
        proxy.warnings().forEach(say);
        return proxy;
    }

    /** Where clients are to be pointed at. */
    public URI url() {
        return recorder.url();
    }

    /** What was spent so far, in US dollars, by the price list. */
    public BigDecimal spent() {
        return recorder.spent();
    }

    /** What was recorded so far, for people. */
    public String summary() {
        return session.summary();
    }

    /** What a person has to know before the first call is made, a line for each. */
    private List<String> warnings() {
        List<String> lines = new ArrayList<>();
        lines.add("Every call goes on to " + upstream.origin() + ", with the client's own key.");
        if (upstream.isPrivate()) {
            lines.add("That is this machine or a private network: nothing is counted as spent.");
        } else {
            lines.add("REAL MONEY: that is a public service, and it charges the account of the key.");
            Prices.bundled()
                    .models()
                    .forEach(price -> lines.add("  a submit of " + price.model() + " costs from USD "
                            + price.basePrice().toPlainString()));
            lines.add(plan.cap()
                    .map(cap -> "The budget is USD " + cap.toPlainString()
                            + " until this recorder ends; a submit beyond it is answered 402 and not sent.")
                    .orElse("There is NO cap on what is spent."));
        }
        lines.add(webhooks());
        lines.add(
                plan.keepsMedia()
                        ? "Files are kept as they are, in " + plan.folder().resolve("media") + "."
                        : "Of files only length and digest are kept.");
        return lines;
    }

    private String webhooks() {
        if (plan.takesWebhooks(upstream)) {
            return "WEBHOOKS are told to this recorder, which passes them on to the client's own address; --webhooks off"
                    + " leaves them alone.";
        }
        return plan.webhooks()
                ? "Webhooks go to the client directly and are not recorded: the service cannot reach this machine without"
                        + " --public-url."
                : "Webhooks go to the client directly and are not recorded.";
    }

    /** Stops, and writes what is not yet written. */
    @Override
    public void close() {
        recorder.close();
    }
}
