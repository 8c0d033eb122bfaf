package dev.understudy.media.image;

import java.util.Locale;

/** The file is no usable image. The message is one sentence that names what was found. */
public final class BadImageException extends Exception {

    private static final long serialVersionUID = 1L;

    BadImageException(String format, Object... facts) {
        super(String.format(Locale.ROOT, format, facts));
    }
}
