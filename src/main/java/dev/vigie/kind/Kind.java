package dev.vigie.kind;

import dev.vigie.base.Gvk;
import java.util.List;
import java.util.Locale;

/// One sort of object that a server lists: a line of `kubectl api-resources`.
public record Kind(
        Gvk gvk,
        String plural,
        String singular,
        List<String> shortNames,
        List<String> categories,
        boolean namespaced,
        List<String> verbs) {

    public Kind {
        shortNames = List.copyOf(shortNames);
        categories = List.copyOf(categories);
        verbs = List.copyOf(verbs);
    }

    /// As kubectl takes it without doubt: `pods`, `deployments.apps`.
    public String resource() {
        return gvk.group().isEmpty() ? plural : plural + "." + gvk.group();
    }

    /// `Pods`, `NetworkPolicies`: the kind's own capitals with its plural's ending.
    public String title() {
        String name = gvk.kind();
        String lower = name.toLowerCase(Locale.ROOT);
        int same = 0;
        while (same < Math.min(lower.length(), plural.length()) && lower.charAt(same) == plural.charAt(same)) same++;
        return same < 2 ? name : name.substring(0, same) + plural.substring(same);
    }

    public boolean can(String verb) {
        return verbs.contains(verb);
    }

    /// The path of the collection in all namespaces: `/apis/apps/v1/deployments`.
    public String path() {
        return root() + "/" + plural;
    }

    /// The path of the collection in one namespace; the same as [#path()] for cluster-scoped kinds.
    public String path(String namespace) {
        return namespaced ? root() + "/namespaces/" + namespace + "/" + plural : path();
    }

    private String root() {
        return gvk.group().isEmpty() ? "/api/" + gvk.version() : "/apis/" + gvk.apiVersion();
    }
}
