package dev.vigie.gates;

import dev.vigie.gates.Gate.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Every text is there in both languages with the same placeholders, every text asked for is there, and every text is
/// asked for.
final class Texts {
    private static final String FRENCH = "_fr";

    private Texts() {}

    static List<Gate> gates() {
        return List.of(
                new Gate("two-languages", Reach.PROGRAM, Texts::unlikeTwins),
                new Gate("no-missing-texts", Reach.PROGRAM, Texts::missing),
                new Gate("no-idle-texts", Reach.PROGRAM, Texts::idle));
    }

    private static List<String> unlikeTwins(House house) {
        Map<String, Bundle> bundles = Bundle.all(house.messages());
        List<String> faults = new ArrayList<>();
        for (Bundle bundle : bundles.values()) {
            faults.addAll(bundle.faults());
            String english = bundle.name().replaceAll(FRENCH + "$", "");
            Bundle one = bundles.get(english);
            Bundle other = bundles.get(english + FRENCH);
            if (one == null || other == null) {
                faults.add(bundle.name() + " has no twin in the other language");
            } else if (bundle.equals(one)) {
                compare(one, other, faults);
            }
        }
        return faults;
    }

    private static void compare(Bundle one, Bundle other, List<String> faults) {
        Set<String> keys = new TreeSet<>(one.texts().keySet());
        keys.addAll(other.texts().keySet());
        for (String key : keys) {
            if (!one.texts().containsKey(key)) {
                faults.add(one.name() + " lacks " + key);
            } else if (!other.texts().containsKey(key)) {
                faults.add(other.name() + " lacks " + key);
            } else if (!one.placeholders(key).equals(other.placeholders(key))) {
                faults.add("%s: %s has %s in English and %s in French"
                        .formatted(one.name(), key, one.placeholders(key), other.placeholders(key)));
            }
        }
    }

    private static List<String> missing(House house) {
        Map<String, Bundle> bundles = Bundle.all(house.messages());
        return Sayings.in(house.sources()).literal().stream()
                .filter(saying -> bundles.values().stream().noneMatch(bundle -> saying.isIn(bundle)))
                .map(saying ->
                        "%s says %s, which %s does not hold".formatted(saying.place(), saying.key(), saying.where()))
                .toList();
    }

    private static List<String> idle(House house) {
        Sayings sayings = Sayings.in(house.sources());
        List<String> faults = new ArrayList<>();
        for (Bundle bundle : Bundle.all(house.messages()).values()) {
            if (bundle.name().endsWith(FRENCH)) continue;
            for (String key : bundle.texts().keySet()) {
                if (!sayings.mention(key)) faults.add(bundle.name() + ": nobody says " + key);
            }
        }
        return faults;
    }
}
