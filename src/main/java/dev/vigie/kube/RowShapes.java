package dev.vigie.kube;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BiConsumer;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Makes rows small: what many rows share is kept once for a whole store. Readers on several threads may use it without
/// a lock: what it keeps is immutable, and a lost entry costs only a second copy.
final class RowShapes {
    private final Slots<String> strings = new Slots<>(String::hashCode);
    private final Slots<Labels> labels = new Slots<>(Labels::hash);
    private final Slots<Owners> owners = new Slots<>(kept -> kept.list().hashCode());

    private volatile Set<String> annotations = Set.of();

    /// Annotations of these keys are kept from now on; false when they all were before.
    synchronized boolean keepAnnotations(Collection<String> keys) {
        if (annotations.containsAll(keys)) return false;
        Set<String> all = new HashSet<>(annotations);
        all.addAll(keys);
        annotations = Set.copyOf(all);
        return true;
    }

    boolean keepsAnnotation(String key) {
        return annotations.contains(key);
    }

    /// An equal string, the same object for what repeats often. Bounded: forgets what does not.
    String share(String text) {
        String known = strings.at(text.hashCode());
        if (known != null && known.equals(text)) return known;
        strings.keep(text.hashCode(), text);
        return text;
    }

    /// `pairs` are key, value, key, value …
    Labels labels(List<String> pairs) {
        if (pairs.isEmpty()) return Labels.NONE;
        Labels fresh = new Labels(pairs.toArray(String[]::new));
        Labels known = labels.at(fresh.hash());
        if (known != null && known.same(fresh)) return known;
        labels.keep(fresh.hash(), fresh);
        return fresh;
    }

    Owners owners(List<Row.Owner> list) {
        if (list.isEmpty()) return Owners.NONE;
        Owners known = owners.at(list.hashCode());
        if (known != null && known.list().equals(list)) return known;
        Owners fresh = new Owners(List.copyOf(list));
        owners.keep(list.hashCode(), fresh);
        return fresh;
    }

    /// One place for each hash, few at first, more when many are lost to one another.
    private static final class Slots<T> {
        private static final int FIRST = 1 << 8;
        private static final int MOST = 1 << 13;
        private final ToIntFunction<T> hash;
        private volatile AtomicReferenceArray<@Nullable T> kept = new AtomicReferenceArray<>(FIRST);
        private int lost;

        private Slots(ToIntFunction<T> hash) {
            this.hash = hash;
        }

        @Nullable
        T at(int hashed) {
            AtomicReferenceArray<@Nullable T> now = kept;
            return now.getAcquire(slot(hashed, now));
        }

        void keep(int hashed, T value) {
            AtomicReferenceArray<@Nullable T> now = kept;
            int slot = slot(hashed, now);
            if (now.getAcquire(slot) != null && ++lost > now.length() / 2 && now.length() < MOST) {
                now = grown(now);
                slot = slot(hashed, now);
            }
            now.setRelease(slot, value);
        }

        private AtomicReferenceArray<@Nullable T> grown(AtomicReferenceArray<@Nullable T> from) {
            AtomicReferenceArray<@Nullable T> to = new AtomicReferenceArray<>(from.length() * 2);
            for (int i = 0; i < from.length(); i++) {
                T value = from.getPlain(i);
                if (value != null) to.setPlain(slot(hash.applyAsInt(value), to), value);
            }
            lost = 0;
            kept = to;
            return to;
        }

        private int slot(int hashed, AtomicReferenceArray<@Nullable T> in) {
            return (hashed ^ (hashed >>> 16)) & (in.length() - 1);
        }
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
            return new Pairs(pairs);
        }
    }

    /// Key, value, key, value … as a map that holds nothing of its own.
    private static final class Pairs extends AbstractMap<String, String> {
        private final String[] pairs;

        private Pairs(String[] pairs) {
            this.pairs = pairs;
        }

        @Override
        public @Nullable String get(@Nullable Object key) {
            for (int i = pairs.length - 2; i >= 0; i -= 2) if (pairs[i].equals(key)) return pairs[i + 1];
            return null;
        }

        @Override
        public boolean containsKey(@Nullable Object key) {
            return get(key) != null;
        }

        @Override
        public void forEach(BiConsumer<? super String, ? super String> action) {
            for (int i = 0; i + 1 < pairs.length; i += 2) action.accept(pairs[i], pairs[i + 1]);
        }

        @Override
        public Set<Map.Entry<String, String>> entrySet() {
            return new AbstractSet<>() {
                @Override
                public Iterator<Map.Entry<String, String>> iterator() {
                    return IntStream.range(0, size())
                            .mapToObj(i -> Map.entry(pairs[2 * i], pairs[2 * i + 1]))
                            .iterator();
                }

                @Override
                public int size() {
                    return pairs.length / 2;
                }
            };
        }
    }
}
