package dev.vigie.catalog;

import dev.vigie.kind.Tone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Events that say the same of objects that belong together: the pods of one workload, the moves of one object. `all`
/// are
/// the newest first, at least one.
public record Occurrences(List<Occurrence> all) {
    /// The letters of names made by chance: no vowels, so that no word is among them.
    private static final String CHANCE = "[bcdfghjklmnpqrstvwxz2456789]";
    /// What controllers put behind a name: the hash of a template, a run of a schedule, five letters by chance.
    private static final Pattern ENDING = Pattern.compile(
            "(-" + CHANCE + "{8,10}|-[0-9]{8,10})?-" + CHANCE + "{5}$|-" + CHANCE + "{8,10}$|-[0-9]{8,10}$");
    /// Names by chance, identities, numbers, addresses: what differs from one time to the next.
    private static final Pattern DIFFERS = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}|-" + CHANCE + "{8,10}(-" + CHANCE
            + "{5})?\\b|-" + CHANCE + "{5}\\b|[0-9]+(\\.[0-9]+)*");

    public Occurrences {
        all = List.copyOf(all);
    }

    /// Newest first.
    public static List<Occurrences> of(List<Occurrence> events) {
        Map<List<Object>, List<Occurrence>> alike = new LinkedHashMap<>();
        for (Occurrence event : events) {
            alike.computeIfAbsent(key(event), _ -> new ArrayList<>()).add(event);
        }
        return alike.values().stream()
                .map(each -> new Occurrences(each.stream()
                        .sorted(Comparator.comparing(Occurrence::last)
                                .reversed()
                                .thenComparing(Occurrence::object)
                                .thenComparing(Occurrence::message))
                        .toList()))
                .sorted(newestFirst())
                .toList();
    }

    /// The same with one group for each event.
    public static List<Occurrences> apart(List<Occurrence> events) {
        return events.stream()
                .map(one -> new Occurrences(List.of(one)))
                .sorted(newestFirst())
                .toList();
    }

    public static Comparator<Occurrences> newestFirst() {
        return Comparator.comparing(Occurrences::last)
                .reversed()
                .thenComparing(one -> one.newest().namespace())
                .thenComparing(one -> one.newest().object())
                .thenComparing(one -> one.newest().reason());
    }

    public static Comparator<Occurrences> warningsFirst() {
        return Comparator.comparing((Occurrences one) -> !one.newest().warning())
                .thenComparing(newestFirst());
    }

    /// A message that names its object says the same of another one.
    private static List<Object> key(Occurrence event) {
        String family = ENDING.matcher(event.name()).replaceFirst("");
        String message =
                event.name().isEmpty() ? event.message() : event.message().replace(event.name(), "*");
        return List.of(
                event.namespace(),
                event.kind(),
                family,
                event.warning(),
                event.reason(),
                DIFFERS.matcher(message).replaceAll("#"));
    }

    public Occurrence newest() {
        return all.getFirst();
    }

    /// All of them together.
    public long times() {
        return all.stream().mapToLong(Occurrence::times).sum();
    }

    /// How many objects they are about.
    public int objects() {
        return (int) all.stream().map(Occurrence::object).distinct().count();
    }

    public Instant first() {
        return all.stream()
                .map(Occurrence::first)
                .min(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    public Instant last() {
        return newest().last();
    }

    public Tone tone() {
        return newest().tone();
    }

    /// Those of one event and those after it are the same line.
    public List<Object> identity() {
        return key(newest());
    }
}
