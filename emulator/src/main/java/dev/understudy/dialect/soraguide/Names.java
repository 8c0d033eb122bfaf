package dev.understudy.dialect.soraguide;

import dev.understudy.prediction.Output;
import dev.understudy.prediction.Prediction;
import dev.understudy.sandbox.Naming;
import dev.understudy.time.Draw;
import java.util.HexFormat;
import java.util.List;

/**
 * How characters are called. Ids seen at proxies are {@code ch_} and 32 hexadecimal digits, of which the first eight are
 * the time and the thirteenth to sixteenth always {@code 8191}; user names are nine letters or digits, a dot and a word,
 * display names two words. Nobody knows what the last two come from; here they follow from the id, so that nothing but
 * the id has to be kept.
 */
final class Names implements Naming {

    static final Names OF_CHARACTERS = new Names();

    private static final HexFormat HEX = HexFormat.of();

    private static final List<String> FIRST = List.of(
            "Soaring",
            "Gentle",
            "Amber",
            "Quiet",
            "Lunar",
            "Brisk",
            "Mossy",
            "Silver",
            "Wandering",
            "Golden",
            "Velvet",
            "Sunny",
            "Copper",
            "Dapper",
            "Misty",
            "Nimble");
    private static final List<String> SECOND = List.of(
            "Herdstar",
            "Lantern",
            "Harbor",
            "Willow",
            "Meadow",
            "Falcon",
            "Ember",
            "Pebble",
            "Otter",
            "Thistle",
            "Comet",
            "Juniper",
            "Sparrow",
            "Tinker",
            "Walnut",
            "Zephyr");
    private static final List<String> WORDS = List.of(
            "wingedho",
            "mooflapa",
            "lunaradi",
            "stoneleaf",
            "brightoak",
            "rivermint",
            "cloudfern",
            "maplefox",
            "duskwren",
            "pinefinch",
            "saltreed",
            "glowmoth",
            "ironbell",
            "snowplum",
            "kitewind",
            "oakenbee");

    private Names() {}

    @Override
    public Output.MadeCharacter character(Draw draw, Prediction job) {
        String drawn = draw.hex32();
        String id = "ch_" + HEX.toHexDigits((int) job.createdAt().getEpochSecond()) + drawn.substring(8, 12) + "8191"
                + drawn.substring(16);
        String name = FIRST.get(digit(id, 5)) + " " + SECOND.get(digit(id, 4));
        return Naming.character(id, name, job);
    }

    /** What prompts at proxies call a character, of whatever API. */
    static String username(String id) {
        return id.substring(Math.max(0, id.length() - 9)) + "." + WORDS.get(digit(id, 10));
    }

    // The digit that stands so far before the end; ids of other shapes count as well as they can.
    private static int digit(String id, int fromEnd) {
        int at = id.length() - fromEnd;
        return Math.max(0, Character.digit(at < 0 ? '0' : id.charAt(at), 16));
    }
}
