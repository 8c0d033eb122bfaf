package dev.understudy.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLConnection;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Uploads in two steps: a ticket from the service, then the bytes to the address on the ticket. */
record Uploads(Transport transport, ApiKey key) {
    /** Headers the JDK sets itself and refuses to be given; and the one that is never sent along. */
    private static final Set<String> NOT_FORWARDED =
            Set.of("authorization", "connection", "content-length", "expect", "host", "upgrade");

    UploadedFile upload(String filename, long size, BodyPublisher body) throws InterruptedException {
        Call call = Call.post("media/uploads");
        String guess = URLConnection.guessContentTypeFromName(filename);
        String type = guess == null ? "application/octet-stream" : guess;
        JsonNode ticket = transport.post(call, Map.of("filename", filename, "size", size, "content_type", type), false);
        URI download = Fields.address(ticket.path("download_url").asText(""));
        URI target = Fields.address(ticket.path("upload").path("url").asText(""));
        if (download == null || target == null) {
            throw new ApiException(call, 200, null, "the ticket lacks an upload or a download address", null);
        }
        // Only the host is named in errors: a signed upload address is a secret of its own.
        transport.put(new Call("PUT", "upload to " + target.getHost(), null), put(call, target, ticket, body));
        return new UploadedFile(download, filename, size);
    }

    private HttpRequest put(Call call, URI target, JsonNode ticket, BodyPublisher body) {
        HttpRequest.Builder put = HttpRequest.newBuilder(target).PUT(body);
        try {
            ticket.path("upload").path("headers").properties().stream()
                    .filter(one -> !NOT_FORWARDED.contains(one.getKey().toLowerCase(Locale.ROOT)))
                    .filter(one -> !key.occursIn(one.getValue().asText("")))
                    .forEach(one -> put.setHeader(one.getKey(), one.getValue().asText("")));
            return put.build();
        } catch (IllegalArgumentException e) {
            // Without the cause: the JDK's message quotes the header.
            throw new ApiException(call, 200, null, "the ticket has a header that cannot be sent", null);
        }
    }
}
