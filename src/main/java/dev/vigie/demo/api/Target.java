package dev.vigie.demo.api;

import dev.vigie.demo.model.Resource;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a path of the API means; `namespace`, `name` and `part` are empty where the path has none.
record Target(Served served, String namespace, String name, String part) {
    private static final List<String> OF_NAMESPACES = List.of("status", "finalize");

    Resource resource() {
        return served.resource();
    }

    /// Reads `/api/v1/…` and `/apis/group/version/…`; null when nothing is served there.
    static @Nullable Target of(String path, Kinds kinds) {
        List<String> words = Arrays.asList(path.substring(1).split("/"));
        boolean core = words.getFirst().equals("api");
        int start = core ? 2 : 3;
        if (words.size() <= start || (!core && !words.getFirst().equals("apis"))) return null;
        String group = core ? "" : words.get(1);
        String version = words.get(start - 1);
        List<String> rest = words.subList(start, words.size());
        if (rest.size() >= 3 && rest.getFirst().equals("namespaces") && !OF_NAMESPACES.contains(rest.get(2))) {
            return of(kinds.find(group, version, rest.get(2)), rest.get(1), rest.subList(3, rest.size()));
        }
        return of(kinds.find(group, version, rest.getFirst()), "", rest.subList(1, rest.size()));
    }

    private static @Nullable Target of(@Nullable Served served, String namespace, List<String> rest) {
        if (served == null || rest.size() > 2) return null;
        boolean one = !rest.isEmpty();
        if (!namespace.isEmpty() && !served.resource().namespaced()) return null;
        if (namespace.isEmpty() && one && served.resource().namespaced()) return null;
        String part = rest.size() == 2 ? rest.get(1) : "";
        if (!part.isEmpty() && served.part(part) == null) return null;
        return new Target(served, namespace, one ? rest.getFirst() : "", part);
    }
}
