package dev.understudy.media.still;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Lengths of an optimal prefix code none of whose words is longer than a limit: the package-merge algorithm of Larmore
 * and Hirschberg, "A fast algorithm for optimal length-limited Huffman codes", Journal of the ACM 37 (1990).
 */
final class PackageMerge {

    /** A symbol, or two items that are taken or left together. */
    private record Item(long weight, int symbol, Item first, Item second) {

        static Item pair(Item first, Item second) {
            return new Item(first.weight + second.weight, -1, first, second);
        }

        void count(int[] lengths) {
            if (first == null) {
                lengths[symbol]++;
            } else {
                first.count(lengths);
                second.count(lengths);
            }
        }
    }

    private PackageMerge() {}

    /**
     * The length of each symbol's word, 0 for a symbol that does not occur; all 0 where fewer than two occur. The rarer
     * symbol never has the shorter word; of two as rare, the one with the higher number counts as rarer.
     */
    static int[] lengths(int[] frequencies, int limit) {
        int[] lengths = new int[frequencies.length];
        List<Item> symbols = IntStream.range(0, frequencies.length)
                .filter(symbol -> frequencies[symbol] > 0)
                .mapToObj(symbol -> new Item(frequencies[symbol], symbol, null, null))
                .sorted(Comparator.comparing(Item::weight).thenComparing(Item::symbol, Comparator.reverseOrder()))
                .toList();
        List<Item> items = symbols;
        for (int length = 1; length < limit; length++) {
            items = merge(symbols, pairs(items));
        }
        items.stream().limit(Math.max(0, 2 * symbols.size() - 2)).forEach(item -> item.count(lengths));
        return lengths;
    }

    private static List<Item> pairs(List<Item> items) {
        return IntStream.range(0, items.size() / 2)
                .mapToObj(i -> Item.pair(items.get(2 * i), items.get(2 * i + 1)))
                .toList();
    }

    private static List<Item> merge(List<Item> symbols, List<Item> pairs) {
        List<Item> merged = new ArrayList<>(symbols);
        merged.addAll(pairs);
        merged.sort(Comparator.comparing(Item::weight)); // stable: of equal weights the symbols come first
        return merged;
    }
}
