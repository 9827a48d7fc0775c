package dev.vigie.kube;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Makes rows small: what many rows share is kept once for a whole store. Readers on several threads may use it without
/// a lock: what it keeps is immutable, and a lost entry costs only a second copy.
final class RowShapes {
    private static final int SLOTS = 1 << 13;

    private final String[] strings = new String[SLOTS];
    private final Labels[] labels = new Labels[SLOTS];
    private final Owners[] owners = new Owners[SLOTS];

    /// An equal string, the same object for what repeats often. Bounded: forgets what does not.
    String share(String text) {
        int slot = slot(text.hashCode());
        String known = strings[slot];
        if (known != null && known.equals(text)) return known;
        strings[slot] = text;
        return text;
    }

    /// `pairs` are key, value, key, value …
    Labels labels(List<String> pairs) {
        if (pairs.isEmpty()) return Labels.NONE;
        Labels fresh = new Labels(pairs.toArray(String[]::new));
        int slot = slot(fresh.hash());
        Labels known = labels[slot];
        if (known != null && known.same(fresh)) return known;
        labels[slot] = fresh;
        return fresh;
    }

    Owners owners(List<Row.Owner> list) {
        if (list.isEmpty()) return Owners.NONE;
        int slot = slot(list.hashCode());
        Owners known = owners[slot];
        if (known != null && known.list().equals(list)) return known;
        Owners fresh = new Owners(List.copyOf(list));
        owners[slot] = fresh;
        return fresh;
    }

    private static int slot(int hash) {
        return (hash ^ (hash >>> 16)) & (SLOTS - 1);
    }

    /// The identity of an object by its UID, 24 bytes.
    record Uid(long high, long low) {
        static Object of(String uid, String namespace, String name) {
            if (uid.length() == 36) {
                try {
                    UUID parsed = UUID.fromString(uid);
                    if (parsed.toString().equals(uid)) {
                        return new Uid(parsed.getMostSignificantBits(), parsed.getLeastSignificantBits());
                    }
                } catch (IllegalArgumentException notHexadecimal) {
                    return uid;
                }
            }
            return uid.isEmpty() ? namespace + "/" + name : uid;
        }

        String text() {
            return new UUID(high, low).toString();
        }
    }

    record Owners(List<Row.Owner> list) {
        static final Owners NONE = new Owners(List.of());
    }

    /// A label set as an array, in the server's order.
    static final class Labels {
        static final Labels NONE = new Labels(new String[0]);
        private final String[] pairs;

        private Labels(String[] pairs) {
            this.pairs = pairs;
        }

        int hash() {
            return Arrays.hashCode(pairs);
        }

        boolean same(Labels other) {
            return Arrays.equals(pairs, other.pairs);
        }

        Map<String, String> map() {
            Map<String, String> map = new java.util.LinkedHashMap<>();
            for (int i = 0; i + 1 < pairs.length; i += 2) map.put(pairs[i], pairs[i + 1]);
            return java.util.Collections.unmodifiableMap(map);
        }
    }
}
