package dev.understudy.client;

/** No complete answer arrived: refused, reset, cut short or timed out. Whether the request was acted on is unknown. */
public final class ConnectionException extends WaveSpeedException {
    private static final long serialVersionUID = 1L;

    ConnectionException(Call call, String what, Throwable cause) {
        super(call.name() + ": no complete answer" + what, call.id(), cause);
    }
}
