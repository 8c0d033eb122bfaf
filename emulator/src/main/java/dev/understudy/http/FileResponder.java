package dev.understudy.http;

import dev.understudy.sandbox.MediaFile;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.ByteRange;
import io.undertow.util.ETag;
import io.undertow.util.ETagUtils;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;
import java.util.Date;

/**
 * Sends a file as a content network does: whole, in the one range that was asked for, or not at all if the caller has
 * it already. Several ranges at once are answered with the whole file, which RFC 9110 allows.
 */
final class FileResponder {

    private FileResponder() {}

    static void send(HttpServerExchange exchange, MediaFile file, Sending sending) {
        HeaderMap headers = exchange.getResponseHeaders();
        ETag tag = new ETag(false, file.tag());
        Date modified = Date.from(file.modified());
        headers.put(Headers.CONTENT_TYPE, file.contentType());
        headers.put(Headers.ACCEPT_RANGES, "bytes");
        headers.put(Headers.ETAG, tag.toString());
        headers.put(Headers.LAST_MODIFIED, HttpDate.of(file.modified()));
        headers.put(new io.undertow.util.HttpString("X-Content-Type-Options"), "nosniff");
        if (!ETagUtils.handleIfNoneMatch(exchange, tag, false)) {
            exchange.setStatusCode(StatusCodes.NOT_MODIFIED).endExchange();
            return;
        }
        ByteRange.RangeResponseResult range = range(exchange, file, modified);
        if (range == null) {
            sendPart(exchange, Body.of(file, 0, file.size()), sending);
            return;
        }
        headers.put(Headers.CONTENT_RANGE, range.getContentRange());
        exchange.setStatusCode(range.getStatusCode());
        if (range.getStatusCode() == StatusCodes.REQUEST_RANGE_NOT_SATISFIABLE) {
            exchange.setResponseContentLength(0).endExchange();
        } else {
            sendPart(exchange, Body.of(file, range.getStart(), range.getContentLength()), sending);
        }
    }

    private static ByteRange.RangeResponseResult range(HttpServerExchange exchange, MediaFile file, Date modified) {
        ByteRange ranges = ByteRange.parse(exchange.getRequestHeaders().getFirst(Headers.RANGE));
        if (ranges == null || ranges.getRanges() != 1) {
            return null;
        }
        String ifRange = exchange.getRequestHeaders().getFirst(Headers.IF_RANGE);
        return ranges.getResponseResult(file.size(), ifRange, modified, file.tag());
    }

    private static void sendPart(HttpServerExchange exchange, Body body, Sending sending) {
        exchange.setResponseContentLength(body.length());
        if (exchange.getRequestMethod().equals(Methods.HEAD)) {
            exchange.endExchange();
        } else {
            sending.send(exchange, body);
        }
    }
}
