package dev.understudy.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CatalogTest {

    /** The register of prices has the sources; the catalog must not say anything else. */
    @Test
    void everyModelCostsWhatTheRegisterSays() throws Exception {
        Map<String, BigDecimal> prices = new HashMap<>();
        for (JsonNode row : new ObjectMapper()
                .readTree(getClass().getResourceAsStream("/dev/understudy/fixtures/prices.json"))
                .required("models")) {
            prices.put(
                    row.required("model").asText(),
                    new BigDecimal(row.required("basePrice").asText()));
        }

        assertThat(Catalog.sora2().models())
                .isNotEmpty()
                .allSatisfy(model -> assertThat(model.price()).isEqualByComparingTo(prices.get(model.slug())));
    }
}
