package dev.understudy.sandbox;

import dev.understudy.journal.Redaction;
import dev.understudy.time.Draw;

/**
 * Who a sandbox is, whatever happens in it.
 *
 * @param reference a name that may be shown: drawn from the key, but not the key; 16 hexadecimal digits
 * @param draw what everything about the key is drawn from
 * @param key never to be shown
 */
record Identity(String reference, Draw draw, String key) {

    static Identity drawnFrom(Draw draw, String key) {
        return new Identity(draw.child("reference").hex16(), draw, key);
    }

    String withoutKey(String text) {
        return Redaction.text(text, key);
    }

    @Override
    public String toString() {
        return reference;
    }
}
