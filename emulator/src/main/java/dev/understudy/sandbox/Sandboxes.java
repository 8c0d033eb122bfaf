package dev.understudy.sandbox;

import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.Model;
import dev.understudy.fault.Profile;
import dev.understudy.media.source.ClipReader;
import dev.understudy.media.source.EgressPolicy;
import dev.understudy.media.source.Fetcher;
import dev.understudy.media.source.ImageReader;
import dev.understudy.metrics.Metrics;
import dev.understudy.settings.Settings;
import dev.understudy.store.Blobs;
import dev.understudy.store.Scratch;
import dev.understudy.time.Alarm;
import dev.understudy.time.Draw;
import dev.understudy.time.Wall;
import dev.understudy.webhook.Post;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;

/** The sandboxes of one server, made as keys turn up. */
public final class Sandboxes implements AutoCloseable {

    /** A sandbox is never forgotten while the server runs, so their number has a bound. */
    static final int MOST = 100_000;

    // All uploads of all sandboxes together; the oldest go first.
    private static final long MOST_UPLOADED_BYTES = 2L << 30;

    private final long seed;
    private final Draw draw;
    private final Scratch scratch = new Scratch();
    private final ExecutorService readers = Readers.start();
    private final ScheduledExecutorService alarm;
    private final Post post;
    private final MediaLibrary media = new MediaLibrary(this::referred);
    private final Services services;
    private final Map<String, Sandbox> byKey = new ConcurrentHashMap<>();
    private final Map<String, Sandbox> byReference = new ConcurrentHashMap<>();

    /** @throws IllegalArgumentException if the settings name a profile that does not exist, or a catalog that is unusable */
    public Sandboxes(Settings settings, long seed) {
        this(settings, seed, new Wall(), Alarm.start());
    }

    /**
     * Sandboxes with a machine's time of their own.
     *
     * @param alarm goes with {@code wall}
     */
    Sandboxes(Settings settings, long seed, InstantSource wall, ScheduledExecutorService alarm) {
        this.seed = seed;
        this.alarm = alarm;
        this.draw = new Draw(seed).child("sandbox");
        EgressPolicy egress = new EgressPolicy(settings.egress(), settings.egressAllow());
        Fetcher fetcher = new Fetcher(egress, scratch::newFile, settings.maxUpload(), settings.fetchTimeout());
        this.post = new Post(egress, settings.webhookTimeout());
        this.services = new Services(
                settings,
                settings.catalog().map(Catalog.builtIn()::with).orElseGet(Catalog::builtIn),
                Profile.named(settings.profile()),
                new ClipReader(egress, fetcher),
                new ImageReader(egress, fetcher),
                media,
                readers,
                new Blobs(scratch, MOST_UPLOADED_BYTES),
                wall,
                alarm,
                post,
                new Metrics());
    }

    /**
     * The sandbox of a key, made if it is new.
     *
     * @throws Refused if there are too many
     */
    public Sandbox of(String apiKey) {
        Sandbox known = byKey.get(apiKey);
        return known != null ? known : make(apiKey);
    }

    /** All there are, in an order that depends on seed and keys alone. */
    public List<Sandbox> all() {
        return byReference.values().stream()
                .sorted(Comparator.comparing(Sandbox::reference))
                .toList();
    }

    /** What everything is drawn from. */
    public long seed() {
        return seed;
    }

    /** All models that there are, those of all providers, in the order of the catalogs. */
    public List<Model> models() {
        return services.catalog().models();
    }

    /** What is counted over all sandboxes. */
    public Metrics metrics() {
        return services.metrics();
    }

    /** How many keys have been used. */
    public int count() {
        return byKey.size();
    }

    /** How many jobs are kept in each state, by its word. Looks at each: call it from a thread that may take a while. */
    public Map<String, Integer> standings() {
        Map<String, Integer> standings = new TreeMap<>();
        byKey.values().forEach(sandbox -> sandbox.predictions().countStates(standings));
        return standings;
    }

    public MediaLibrary media() {
        return media;
    }

    /** Where uploads on their way in may be put. */
    public Scratch scratch() {
        return scratch;
    }

    @Override
    public void close() {
        alarm.shutdownNow();
        post.close();
        readers.shutdownNow();
        scratch.close();
    }

    private Sandbox make(String apiKey) {
        if (byKey.size() >= MOST) {
            throw new Refused(
                    Refused.Reason.UNAVAILABLE, "this server keeps at most " + MOST + " API keys apart; restart it");
        }
        return byKey.computeIfAbsent(apiKey, key -> {
            Sandbox sandbox = new Sandbox(Identity.drawnFrom(draw.child(digest(key)), key), services);
            byReference.put(sandbox.reference(), sandbox);
            return sandbox;
        });
    }

    /** The sandbox of that reference, if there is one. */
    public Optional<Sandbox> referred(String reference) {
        return Optional.ofNullable(byReference.get(reference));
    }

    // A sandbox's reference is drawn from this, and travels; nothing of the key can be had back from it.
    private static String digest(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
