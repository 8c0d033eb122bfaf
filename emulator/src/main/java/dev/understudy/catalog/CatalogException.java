package dev.understudy.catalog;

/** A catalog file that cannot be used; the message is a sentence with the file, the model and what is wrong with it. */
public final class CatalogException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    CatalogException(String message) {
        super(message);
    }
}
