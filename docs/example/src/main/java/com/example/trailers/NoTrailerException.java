package com.example.trailers;

import java.util.List;

/** There is no trailer; the message says why, one reason for each model that was tried. */
public final class NoTrailerException extends Exception {

    private static final long serialVersionUID = 1L;

    NoTrailerException(List<String> reasons) {
        super(String.join("; ", reasons));
    }
}
