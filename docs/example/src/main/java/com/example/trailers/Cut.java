package com.example.trailers;

import dev.understudy.client.TextToVideo;
import java.math.BigDecimal;

/** One way to make a trailer, with what that costs in US dollars. */
record Cut(TextToVideo input, BigDecimal price) {

    Cut(TextToVideo input, String price) {
        this(input, new BigDecimal(price));
    }

    String model() {
        return input.model();
    }
}
