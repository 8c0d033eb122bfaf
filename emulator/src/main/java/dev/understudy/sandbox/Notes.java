package dev.understudy.sandbox;

import java.util.ArrayList;
import java.util.List;

/** What the journal is to say about one call, gathered while the call is worked on. */
public final class Notes {

    private List<String> notes = List.of();

    public void add(String note) {
        if (notes.isEmpty()) {
            notes = new ArrayList<>(2);
        }
        notes.add(note);
    }

    public List<String> all() {
        return List.copyOf(notes);
    }
}
