package dev.vigie.demo.control;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// The indexes of an indexed Job that have succeeded, as its status writes them: `0,2-4`.
final class JobIndexes {
    private JobIndexes() {}

    static BitSet parse(String text) {
        BitSet indexes = new BitSet();
        if (text.isEmpty()) return indexes;
        for (String part : text.split(",")) {
            int dash = part.indexOf('-');
            int first = Integer.parseInt(dash < 0 ? part : part.substring(0, dash));
            int last = dash < 0 ? first : Integer.parseInt(part.substring(dash + 1));
            indexes.set(first, last + 1);
        }
        return indexes;
    }

    /// Two neighbours stay apart, three and more are joined.
    static String text(BitSet indexes) {
        List<String> parts = new ArrayList<>();
        for (int first = indexes.nextSetBit(0); first >= 0; ) {
            int end = indexes.nextClearBit(first);
            parts.add(String.valueOf(first));
            if (end - first == 2) parts.add(String.valueOf(end - 1));
            if (end - first > 2) parts.set(parts.size() - 1, first + "-" + (end - 1));
            first = indexes.nextSetBit(end);
        }
        return String.join(",", parts);
    }
}
