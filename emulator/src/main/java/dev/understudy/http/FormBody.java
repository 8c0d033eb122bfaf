package dev.understudy.http;

import io.undertow.io.Receiver;
import io.undertow.io.Sender;
import io.undertow.server.BlockingHttpExchange;
import java.io.InputStream;
import java.io.OutputStream;

/** Lets Undertow's parser of multipart forms read a body that has come in already. Nothing else is to be had from it. */
record FormBody(InputStream in) implements BlockingHttpExchange {

    @Override
    public InputStream getInputStream() {
        return in;
    }

    @Override
    public OutputStream getOutputStream() {
        throw new UnsupportedOperationException("a form is only read");
    }

    @Override
    public Sender getSender() {
        throw new UnsupportedOperationException("a form is only read");
    }

    @Override
    public Receiver getReceiver() {
        throw new UnsupportedOperationException("a form is only read");
    }

    @Override
    public void close() {
        // Whoever opened the stream closes it.
    }
}
