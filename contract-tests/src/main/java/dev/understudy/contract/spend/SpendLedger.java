package dev.understudy.contract.spend;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * What was spent, one line of JSON for each paid request, in a file that outlives builds, crashes and restarts. A line is on
 * the disk before its request is sent, and it is locked while it is read and written, so that two runs at once share one
 * budget. A line that cannot be read makes the whole file untrustworthy: nothing is spent until somebody has looked.
 */
final class SpendLedger {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Path file;
    private final Clock clock;

    SpendLedger(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /** What was spent today, in UTC. */
    BigDecimal spentToday() {
        if (!Files.exists(file)) {
            return BigDecimal.ZERO;
        }
        try {
            return sum(Files.readString(file));
        } catch (IOException e) {
            throw new SpendException("The spend ledger cannot be read, so nothing is spent: " + file, e);
        }
    }

    /**
     * Notes that a request is about to be paid for, unless today's sum would pass the budget.
     *
     * @return what was left before; less than {@code usd} when nothing was noted
     */
    BigDecimal reserve(String operation, BigDecimal usd, Budget budget) {
        try {
            createFolder();
            try (FileChannel channel = FileChannel.open(
                            file,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.DSYNC);
                    FileLock lock = channel.lock()) {
                BigDecimal left = budget.usd().subtract(sum(text(channel)));
                if (left.compareTo(usd) >= 0 && lock.isValid()) {
                    append(channel, line(operation, usd));
                }
                return left;
            }
        } catch (IOException | OverlappingFileLockException e) {
            throw new SpendException("The spend ledger cannot be written, so nothing is spent: " + file, e);
        }
    }

    private void createFolder() throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
    }

    // Through the locked channel: some systems let nobody else read what is locked, not even this process.
    private static String text(FileChannel channel) throws IOException {
        return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void append(FileChannel channel, String line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
        channel.position(channel.size());
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private String line(String operation, BigDecimal usd) {
        return MAPPER.createObjectNode()
                        .put("at", clock.instant().toString())
                        .put("operation", operation)
                        .put("usd", usd.toPlainString())
                + "\n";
    }

    // A day after today counts as well: the clock may have been put back.
    private BigDecimal sum(String text) {
        LocalDate today = day(clock.instant());
        if (!text.isEmpty() && !text.endsWith("\n")) {
            throw untrustworthy("its last line is not complete", null);
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (String line : text.lines().toList()) {
            try {
                JsonNode node = MAPPER.readTree(line);
                BigDecimal usd = new BigDecimal(node.required("usd").textValue());
                Instant at = Instant.parse(node.required("at").textValue());
                if (usd.signum() < 0) {
                    throw untrustworthy("it has a negative amount", null);
                }
                sum = day(at).isBefore(today) ? sum : sum.add(usd);
            } catch (JsonProcessingException | IllegalArgumentException | DateTimeException | NullPointerException e) {
                throw untrustworthy("it has a line that is none of its own", e);
            }
        }
        return sum;
    }

    private SpendException untrustworthy(String why, Exception cause) {
        return new SpendException(
                "The spend ledger cannot be trusted, so nothing is spent: " + why + ": " + file, cause);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
