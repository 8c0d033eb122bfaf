package dev.understudy.sandbox;

import dev.understudy.time.Draw;

/**
 * Who a sandbox is, whatever happens in it.
 *
 * @param reference a name that may be shown: drawn from the key, but not the key; 16 hexadecimal digits
 * @param draw what everything about the key is drawn from
 */
record Identity(String reference, Draw draw) {

    static Identity drawnFrom(Draw draw) {
        return new Identity(draw.child("reference").hex16(), draw);
    }
}
