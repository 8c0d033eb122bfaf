package dev.understudy.http;

import dev.understudy.sandbox.MediaFile;
import io.undertow.io.IoCallback;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.ByteRange;
import io.undertow.util.DateUtils;
import io.undertow.util.ETag;
import io.undertow.util.ETagUtils;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Date;

/**
 * Sends a file as a content network does: whole, in the one range that was asked for, or not at all if the caller has
 * it already. Several ranges at once are answered with the whole file, which RFC 9110 allows.
 */
final class FileResponder {

    private FileResponder() {}

    static void send(HttpServerExchange exchange, MediaFile file) {
        HeaderMap headers = exchange.getResponseHeaders();
        ETag tag = new ETag(false, file.tag());
        Date modified = Date.from(file.modified());
        headers.put(Headers.CONTENT_TYPE, file.contentType());
        headers.put(Headers.ACCEPT_RANGES, "bytes");
        headers.put(Headers.ETAG, tag.toString());
        headers.put(Headers.LAST_MODIFIED, DateUtils.toDateString(modified));
        headers.put(new io.undertow.util.HttpString("X-Content-Type-Options"), "nosniff");
        if (!ETagUtils.handleIfNoneMatch(exchange, tag, false)) {
            exchange.setStatusCode(StatusCodes.NOT_MODIFIED).endExchange();
            return;
        }
        ByteRange.RangeResponseResult range = range(exchange, file, modified);
        if (range == null) {
            sendPart(exchange, file, 0, file.size());
            return;
        }
        headers.put(Headers.CONTENT_RANGE, range.getContentRange());
        exchange.setStatusCode(range.getStatusCode());
        if (range.getStatusCode() == StatusCodes.REQUEST_RANGE_NOT_SATISFIABLE) {
            exchange.setResponseContentLength(0).endExchange();
        } else {
            sendPart(exchange, file, range.getStart(), range.getContentLength());
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

    private static void sendPart(HttpServerExchange exchange, MediaFile file, long from, long length) {
        exchange.setResponseContentLength(length);
        if (exchange.getRequestMethod().equals(Methods.HEAD)) {
            exchange.endExchange();
        } else if (file instanceof MediaFile.InMemory inMemory) {
            exchange.getResponseSender().send(ByteBuffer.wrap(inMemory.bytes(), (int) from, (int) length));
        } else {
            stream(exchange, (MediaFile.OnDisk) file, from, length);
        }
    }

    // On a worker, so it may block; the size of a file has nothing to do with the memory it takes to send.
    private static void stream(HttpServerExchange exchange, MediaFile.OnDisk file, long from, long length) {
        exchange.startBlocking();
        try (FileChannel channel = FileChannel.open(file.path())) {
            long sent = 0;
            ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
            while (sent < length) {
                buffer.clear().limit((int) Math.min(buffer.capacity(), length - sent));
                int read = channel.read(buffer, from + sent);
                if (read < 0) {
                    break;
                }
                exchange.getOutputStream().write(buffer.array(), 0, read);
                sent += read;
            }
            exchange.endExchange();
        } catch (IOException e) {
            IoCallback.END_EXCHANGE.onException(exchange, null, e);
        }
    }
}
