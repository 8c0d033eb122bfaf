package dev.understudy.control;

import dev.understudy.dialect.Call;
import dev.understudy.dialect.Operation;
import dev.understudy.dialect.Reply;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** {@code GET /__understudy/metrics}, in the format of Prometheus or, where it is accepted, of OpenMetrics. */
record MetricsCalls(Exposition exposition) {

    Operation operation() {
        // It looks at every job that is kept.
        return Operation.blocking("control.metrics", "GET", "/__understudy/metrics", Operation.Body.NONE, this::read);
    }

    private Reply read(Call call) throws IOException {
        ExpositionFormatWriter writer = ExpositionFormats.init()
                .findWriter(call.request().header("Accept").orElse(""));
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        writer.write(text, exposition.read());
        return new Reply.Content(200, writer.getContentType(), text.toByteArray());
    }
}
