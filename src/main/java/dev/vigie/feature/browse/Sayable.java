package dev.vigie.feature.browse;

import dev.vigie.kind.Column;
import dev.vigie.kind.Kind;
import dev.vigie.live.Filter;
import dev.vigie.live.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// A filter in kubectl's words: a label selector, a field selector, and the words that neither says, or not all of
/// which: with those kubectl shows more.
record Sayable(String selector, String fields, List<String> unsaid) {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)?");
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9._-]*");
    /// Columns that print a field that every server selects by, and such columns of single kinds.
    private static final Map<String, String> ANY = Map.of("name", "metadata.name");
    private static final Map<String, Map<String, String>> OF_KIND = Map.of(
            "pods", Map.of("node", "spec.nodeName", "ip", "status.podIP"),
            "namespaces", Map.of("status", "status.phase"),
            "events", Map.of("type", "type", "reason", "reason"),
            "secrets", Map.of("type", "type"));
    /// A pod that prints one of these is in the phase of that name, but not the other way round.
    private static final Set<String> PHASES = Set.of("Running", "Pending");

    static Sayable of(Filter filter, Kind kind, List<Column> columns) {
        List<String> labels = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        List<String> unsaid = new ArrayList<>();
        for (Term term : filter.terms()) {
            String label = term instanceof Term.Label one && !one.annotation() ? selector(one) : "";
            String field = term instanceof Term.InColumn one ? field(one, kind, columns) : "";
            if (!label.isEmpty()) labels.add(label);
            if (!field.isEmpty()) fields.add(field);
            boolean whole = !label.isEmpty() || (!field.isEmpty() && !isPhase(term, kind));
            if (!whole) unsaid.add(term.typed());
        }
        return new Sayable(String.join(",", labels), String.join(",", fields), unsaid);
    }

    /// As `kubectl get -l` takes it; empty where it does not.
    private static String selector(Term.Label label) {
        String key = label.key();
        List<String> values = label.values();
        boolean takes = KEY.matcher(key).matches()
                && values.stream().allMatch(value -> VALUE.matcher(value).matches());
        if (!takes) return "";
        if (values.isEmpty()) return (label.negated() ? "!" : "") + key;
        if (values.size() == 1) return key + (label.negated() ? "!=" : "=") + values.getFirst();
        return key + (label.negated() ? " notin (" : " in (") + String.join(",", values) + ")";
    }

    /// One value only: field selectors know no "or". What a column holds is more than what it is, but for a phase.
    private static String field(Term.InColumn term, Kind kind, List<Column> columns) {
        if (term.values().size() != 1 || term.mistake(columns) != null) return "";
        String value = term.values().getFirst();
        String column = term.column().toLowerCase(java.util.Locale.ROOT);
        if (!VALUE.matcher(value).matches()) return "";
        if (isPhase(term, kind)) return PHASES.contains(value) && !term.negated() ? "status.phase=" + value : "";
        if (!term.exactly()) return "";
        boolean namespace = kind.namespaced() && (column.equals("ns") || column.equals("namespace"));
        String field = namespace
                ? "metadata.namespace"
                : OF_KIND.getOrDefault(kind.resource(), Map.of()).getOrDefault(column, ANY.getOrDefault(column, ""));
        return field.isEmpty() ? "" : field + (term.negated() ? "!=" : "=") + value;
    }

    private static boolean isPhase(Term term, Kind kind) {
        return kind.resource().equals("pods")
                && term instanceof Term.InColumn one
                && one.column().equalsIgnoreCase("status");
    }
}
