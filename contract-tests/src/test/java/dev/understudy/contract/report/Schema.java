package dev.understudy.contract.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The schema that the kit publishes for its reports. */
final class Schema {
    private static final com.networknt.schema.Schema REPORT = SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12)
            .getSchema(text(), InputFormat.JSON);

    private Schema() {}

    static void assertValid(String json) {
        List<Error> errors = REPORT.validate(json, InputFormat.JSON);
        assertThat(errors).isEmpty();
    }

    private static String text() {
        try (InputStream in = Report.class.getResourceAsStream("report.schema.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
