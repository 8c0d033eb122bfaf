package dev.understudy.contract.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * {@code report.html}: one file with the report, the styles and the script in it. The page's own policy forbids everything
 * else, so that nothing a target says can run or be fetched, even if the script forgot to escape it.
 */
final class HtmlReport {
    private HtmlReport() {}

    static String of(Report report) {
        String style = resource("report.css");
        String script = resource("report.js");
        String policy = "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; style-src '"
                + hash(style) + "'; script-src '" + hash(script) + "'";
        return resource("report.html")
                .replace("{{policy}}", policy)
                .replace("{{style}}", style)
                .replace("{{script}}", script)
                .replace("{{report}}", escaped(report.json()));
    }

    /** JSON that cannot end the element it stands in. */
    private static String escaped(String json) {
        return json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = HtmlReport.class.getResourceAsStream("/dev/understudy/contract/report/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
