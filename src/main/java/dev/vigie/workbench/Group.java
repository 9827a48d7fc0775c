package dev.vigie.workbench;

import dev.vigie.base.Messages;
import dev.vigie.kind.Kind;
import dev.vigie.ui.Shown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Kinds that belong together in the navigation. `key` names its title in the texts, or is an API group of custom
/// resources.
record Group(String key, boolean custom, List<Kind> kinds) {
    private static final Messages TEXTS = Messages.of("workbench");
    private static final Map<String, List<String>> KNOWN = known();
    private static final Set<String> BUILT_IN = Set.of(
            "",
            "apps",
            "batch",
            "autoscaling",
            "policy",
            "extensions",
            "node.k8s.io",
            "storage.k8s.io",
            "networking.k8s.io",
            "rbac.authorization.k8s.io",
            "discovery.k8s.io",
            "events.k8s.io",
            "coordination.k8s.io",
            "scheduling.k8s.io",
            "apiextensions.k8s.io",
            "apiregistration.k8s.io",
            "admissionregistration.k8s.io",
            "certificates.k8s.io",
            "flowcontrol.apiserver.k8s.io",
            "resource.k8s.io",
            "authentication.k8s.io",
            "authorization.k8s.io",
            "metrics.k8s.io",
            "internal.apiserver.k8s.io",
            "storagemigration.k8s.io");

    Group {
        kinds = List.copyOf(kinds);
    }

    /// Every listable kind in exactly one group: those everybody knows first, custom resources by API group, the rest
    /// last.
    static List<Group> of(List<Kind> kinds) {
        Map<String, Kind> left = new LinkedHashMap<>();
        for (Kind kind : kinds) left.put(kind.resource(), kind);
        List<Group> groups = new ArrayList<>();
        KNOWN.forEach((key, resources) -> {
            List<Kind> found = new ArrayList<>();
            for (String resource : resources) {
                Kind kind = left.remove(resource);
                if (kind != null) found.add(kind);
            }
            if (!found.isEmpty()) groups.add(new Group(key, false, found));
        });
        Map<String, List<Kind>> custom = new java.util.TreeMap<>();
        List<Kind> rest = new ArrayList<>();
        for (Kind kind : left.values()) {
            if (BUILT_IN.contains(kind.gvk().group())) rest.add(kind);
            else
                custom.computeIfAbsent(kind.gvk().group(), _ -> new ArrayList<>())
                        .add(kind);
        }
        custom.forEach((key, found) -> groups.add(new Group(key, true, found)));
        if (!rest.isEmpty()) groups.add(new Group("more", false, rest));
        return groups;
    }

    /// The same kinds as they stand in the navigation.
    static List<Kind> inOrder(List<Kind> kinds) {
        return of(kinds).stream().flatMap(group -> group.kinds().stream()).toList();
    }

    static String customTitle() {
        return TEXTS.say("group.custom");
    }

    /// The title of the group that a kind stands in.
    static String titleOf(List<Kind> kinds, Kind kind) {
        for (Group group : of(kinds)) if (group.kinds().contains(kind)) return group.title();
        return kind.gvk().group();
    }

    /// The icon of the group that a kind stands in.
    static String iconOf(List<Kind> kinds, Kind kind) {
        for (Group group : of(kinds)) if (group.kinds().contains(kind)) return group.icon();
        return "mdi2d-dots-horizontal";
    }

    /// As it is called on screen; custom resources by their API group.
    String title() {
        if (custom) return Shown.text(key);
        return switch (key) {
            case "cluster" -> TEXTS.say("group.cluster");
            case "workloads" -> TEXTS.say("group.workloads");
            case "config" -> TEXTS.say("group.config");
            case "network" -> TEXTS.say("group.network");
            case "storage" -> TEXTS.say("group.storage");
            case "access" -> TEXTS.say("group.access");
            default -> TEXTS.say("group.more");
        };
    }

    String icon() {
        if (custom) return "mdi2p-puzzle-outline";
        return switch (key) {
            case "cluster" -> "mdi2s-server";
            case "workloads" -> "mdi2c-cube-outline";
            case "config" -> "mdi2f-file-cog-outline";
            case "network" -> "mdi2l-lan";
            case "storage" -> "mdi2h-harddisk";
            case "access" -> "mdi2a-account-key-outline";
            default -> "mdi2d-dots-horizontal";
        };
    }

    private static Map<String, List<String>> known() {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        groups.put("cluster", List.of("nodes", "namespaces", "events"));
        groups.put(
                "workloads",
                List.of(
                        "pods",
                        "deployments.apps",
                        "replicasets.apps",
                        "statefulsets.apps",
                        "daemonsets.apps",
                        "jobs.batch",
                        "cronjobs.batch",
                        "replicationcontrollers"));
        groups.put(
                "config",
                List.of(
                        "configmaps",
                        "secrets",
                        "horizontalpodautoscalers.autoscaling",
                        "poddisruptionbudgets.policy",
                        "resourcequotas",
                        "limitranges",
                        "priorityclasses.scheduling.k8s.io"));
        groups.put(
                "network",
                List.of(
                        "services",
                        "ingresses.networking.k8s.io",
                        "ingressclasses.networking.k8s.io",
                        "networkpolicies.networking.k8s.io",
                        "endpointslices.discovery.k8s.io",
                        "endpoints"));
        groups.put(
                "storage",
                List.of(
                        "persistentvolumeclaims",
                        "persistentvolumes",
                        "storageclasses.storage.k8s.io",
                        "volumeattachments.storage.k8s.io",
                        "csidrivers.storage.k8s.io",
                        "csinodes.storage.k8s.io"));
        groups.put(
                "access",
                List.of(
                        "serviceaccounts",
                        "roles.rbac.authorization.k8s.io",
                        "rolebindings.rbac.authorization.k8s.io",
                        "clusterroles.rbac.authorization.k8s.io",
                        "clusterrolebindings.rbac.authorization.k8s.io"));
        return groups;
    }
}
