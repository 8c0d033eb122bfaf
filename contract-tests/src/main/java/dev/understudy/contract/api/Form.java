package dev.understudy.contract.api;

import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.specification.MultiPartSpecification;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;

/** A multipart form, its parts in the order in which they were given. */
public final class Form {
    private final List<MultiPartSpecification> parts;

    private Form(List<MultiPartSpecification> parts) {
        this.parts = List.copyOf(parts);
    }

    public static Form empty() {
        return new Form(List.of());
    }

    /** One more part that is a text. A name may come more than once. */
    public Form text(String name, String value) {
        return and(new MultiPartSpecBuilder(value)
                .controlName(name)
                .emptyFileName()
                .mimeType("text/plain")
                .build());
    }

    /** One more part that is a file, with its name and type. */
    public Form file(String name, Clip clip) {
        return and(new MultiPartSpecBuilder(clip.bytes())
                .controlName(name)
                .fileName(clip.filename())
                .mimeType(clip.contentType())
                .build());
    }

    /** One more part that is nothing but bytes, as clients send what they have no file of. */
    public Form bytes(String name, Clip clip) {
        return and(new MultiPartSpecBuilder(clip.bytes())
                .controlName(name)
                .emptyFileName()
                .mimeType("application/octet-stream")
                .build());
    }

    RequestSpecification addTo(RequestSpecification request) {
        parts.forEach(request::multiPart);
        return request.contentType("multipart/form-data");
    }

    private Form and(MultiPartSpecification part) {
        List<MultiPartSpecification> more = new ArrayList<>(parts);
        more.add(part);
        return new Form(more);
    }
}
