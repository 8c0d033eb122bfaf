package dev.understudy.contract.cassette;

import dev.understudy.contract.target.TargetException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How to record.
 *
 * @param port 0 for one that is free
 * @param cap what may be spent, in US dollars; empty when there is no cap
 * @param webhooks whether the recorder puts itself between the service and the client's receivers
 * @param publicUrl where the service reaches the recorder, when that is not on this machine
 * @param keepsMedia whether the bytes of files are kept, and not their digests alone
 */
public record Recording(
        Path folder,
        int port,
        Optional<BigDecimal> cap,
        boolean webhooks,
        Optional<URI> publicUrl,
        boolean keepsMedia) {

    public Recording {
        boolean isWeb = publicUrl
                .map(url -> String.valueOf(url.getScheme()).matches("https?")
                        && url.getHost() != null
                        && String.valueOf(url.getPath()).isEmpty())
                .orElse(true);
        if (!isWeb) {
            throw new TargetException("A public URL is an http or https URL with a host, and no path");
        }
    }

    // A service elsewhere cannot reach the loopback interface; a redirected webhook would be lost.
    boolean takesWebhooks(Upstream upstream) {
        return webhooks && (upstream.isOnThisMachine() || publicUrl.isPresent());
    }
}
