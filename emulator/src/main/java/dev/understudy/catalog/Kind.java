package dev.understudy.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The kinds of value that an input takes. Bounds are included; a length counts characters as a person does. */
public sealed interface Kind {

    /**
     * A value that was sent, in the one form in which values of this kind are kept.
     *
     * @param place what a message calls it
     * @throws InvalidInputException if it is of another kind or out of bounds
     */
    Object read(String place, Object sent);

    record Text(int shortest, int longest) implements Kind {
        @Override
        public String read(String place, Object sent) {
            if (!(sent instanceof String text)) {
                throw Complaint.wrongKind(place, "a string", sent);
            }
            int length = text.codePointCount(0, text.length());
            if (length < shortest || length > longest) {
                throw Complaint.outOfBounds(place, length < shortest, shortest, longest, " characters long", length);
            }
            return text;
        }
    }

    /** Kept as an {@code Integer}, or as a {@code Long} where that is too small. */
    record Whole(BigDecimal least, BigDecimal most) implements Kind {
        @Override
        public Number read(String place, Object sent) {
            BigDecimal number = Numbers.exact(sent)
                    .filter(exact -> exact.scale() <= 0 && exact.precision() - exact.scale() <= 18)
                    .orElseThrow(() -> Complaint.wrongKind(place, "an integer", sent));
            Numbers.checkBounds(place, number, least, most);
            long value = number.longValueExact();
            if (value == (int) value) {
                return (int) value;
            }
            return value;
        }
    }

    /** Kept as a {@code BigDecimal} without zeros at its end. */
    record Decimal(BigDecimal least, BigDecimal most) implements Kind {
        @Override
        public BigDecimal read(String place, Object sent) {
            BigDecimal number = Numbers.exact(sent).orElseThrow(() -> Complaint.wrongKind(place, "a number", sent));
            Numbers.checkBounds(place, number, least, most);
            return number;
        }
    }

    record Flag() implements Kind {
        @Override
        public Boolean read(String place, Object sent) {
            if (sent instanceof Boolean flag) {
                return flag;
            }
            throw Complaint.wrongKind(place, "true or false", sent);
        }
    }

    record Texts(int fewest, int most) implements Kind {
        @Override
        public List<String> read(String place, Object sent) {
            if (!(sent instanceof List<?> list)) {
                throw Complaint.wrongKind(place, "an array of strings", sent);
            }
            if (list.size() < fewest || list.size() > most) {
                throw Complaint.outOfBounds(place, list.size() < fewest, fewest, most, " items long", list.size());
            }
            List<String> texts = new ArrayList<>();
            for (Object item : list) {
                if (!(item instanceof String text)) {
                    throw Complaint.wrongKind(place + "[" + texts.size() + "]", "a string", item);
                }
                texts.add(text);
            }
            return List.copyOf(texts);
        }
    }

    /** A list of {@code {"id": "char_…"}}; kept as the list of the ids. */
    record Characters() implements Kind {
        @Override
        public List<String> read(String place, Object sent) {
            if (!(sent instanceof List<?> list)) {
                throw Complaint.wrongKind(place, "an array of objects with an id", sent);
            }
            List<String> ids = new ArrayList<>();
            for (Object item : list) {
                String itsPlace = place + "[" + ids.size() + "]";
                if (!(item instanceof Map<?, ?> character)) {
                    throw Complaint.wrongKind(itsPlace, "an object with an id", item);
                }
                if (!(character.get("id") instanceof String id)) {
                    throw Complaint.wrongKind(itsPlace + ".id", "a string", character.get("id"));
                }
                ids.add(id);
            }
            return List.copyOf(ids);
        }
    }
}
