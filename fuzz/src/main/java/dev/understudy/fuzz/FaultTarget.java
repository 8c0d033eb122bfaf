package dev.understudy.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.understudy.fault.Fault;
import dev.understudy.fault.FaultText;
import dev.understudy.fault.Rule;
import dev.understudy.fault.RuleException;
import dev.understudy.fault.RuleReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Faults as they stand in a header or a cue, and rules as they stand in a script: what begins with a bracket is one. */
public final class FaultTarget {

    private static final ObjectMapper JSON = new ObjectMapper();

    private FaultTarget() {}

    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        try {
            if (bytes.length > 0 && bytes[0] == '[') {
                RuleReader.readAll(JSON.readValue(bytes, Object.class)).stream()
                        .map(Rule::fault)
                        .forEach(FaultTarget::check);
            } else {
                String text = new String(bytes, StandardCharsets.UTF_8);
                FaultText.readAll("Understudy-Fault", text).forEach(FaultTarget::check);
            }
        } catch (RuleException refused) {
            Finding.unless(!refused.getMessage().isBlank(), "refused without a reason");
        } catch (JsonProcessingException | java.io.CharConversionException noJson) {
            // Never comes as far as the reader.
        }
    }

    private static void check(Fault fault) {
        String text = FaultText.write(fault);
        Finding.unless(
                FaultText.readAll("Understudy-Fault", text).equals(List.of(fault)),
                "what is written of it is read as another: " + text);
    }
}
