package dev.vigie.contract;

import dev.vigie.demo.model.Json;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// `get` and `list` of objects that stand still.
final class ReadingCases {
    private static final String MAPS = "/api/v1/namespaces/{ns}/configmaps";

    private ReadingCases() {}

    static List<Case> all() {
        List<Case> all = new ArrayList<>();
        all.addAll(single());
        all.addAll(lists());
        all.addAll(pages());
        all.addAll(selectors());
        return all;
    }

    /// Three ConfigMaps a, b and c with labels.
    static void three(Talk talk) {
        for (String name : List.of("a", "b", "c")) {
            talk.made(
                    MAPS,
                    "{metadata: {name: %1$s, labels: {app: shop, part: %1$s}}, data: {letter: %1$s}}".formatted(name));
        }
    }

    private static Case three(String name, String path, String... headers) {
        return new Case(name, talk -> {
            three(talk);
            // an answer for any version may be of a moment ago; after this one it is not
            talk.quietly("GET", MAPS, "");
            talk.get(path, headers);
        });
    }

    private static List<Case> single() {
        return List.of(
                three("a ConfigMap is read by its name", MAPS + "/b"),
                three("only the metadata of an object is read", MAPS + "/b", "Accept", Talk.PARTIAL),
                three("an object is read as a table of one row", MAPS + "/b", "Accept", Talk.TABLE),
                three("an object is read for human eyes", MAPS + "/b?pretty=true"),
                Case.get("a pod that is not there is not found", "/api/v1/namespaces/default/pods/nope"),
                Case.get(
                        "a deployment that is not there is not found",
                        "/apis/apps/v1/namespaces/default/deployments/nope"),
                Case.get("a node that is not there is not found", "/api/v1/nodes/nope"),
                Case.get("a namespace that is not there is not found", "/api/v1/namespaces/nope"),
                new Case("a namespace is read", talk -> {
                    talk.get(MAPS);
                    talk.get("/api/v1/namespaces/{ns}");
                }),
                Case.get("a pod cannot be asked for without its namespace", "/api/v1/pods/x"),
                new Case("an object is read at a version that is too large", talk -> {
                    three(talk);
                    talk.get(MAPS + "/b?resourceVersion=x");
                }));
    }

    private static List<Case> lists() {
        return List.of(
                three("a list holds the objects of a namespace", MAPS),
                three("a list of metadata only", MAPS, "Accept", Talk.PARTIALS),
                three("a list as a table with metadata", MAPS, "Accept", Talk.TABLE),
                three("a list as a table with whole objects", MAPS + "?includeObject=Object", "Accept", Talk.TABLE),
                three("a list as a table without objects", MAPS + "?includeObject=None", "Accept", Talk.TABLE),
                three("a table with an object of an unknown sort", MAPS + "?includeObject=Half", "Accept", Talk.TABLE),
                three(
                        "the first form of Accept that is served is taken",
                        MAPS,
                        "Accept",
                        Talk.TABLE + ",application/json"),
                three("a form that is not served is passed over", MAPS, "Accept", "text/html,application/json"),
                Case.get("an empty list has no items", "/api/v1/namespaces/nowhere/configmaps"),
                Case.get(
                        "an empty table has columns and no rows",
                        "/api/v1/namespaces/nowhere/configmaps",
                        "Accept",
                        Talk.TABLE),
                Case.get("a form that nobody serves is refused", "/api/v1/pods", "Accept", "text/html"),
                Case.get(
                        "a table in an unknown version is refused",
                        "/api/v1/pods",
                        "Accept",
                        "application/json;as=Table;v=v9;g=meta.k8s.io"),
                Case.get("a limit must be a number", "/api/v1/pods?limit=x"),
                Case.get("a version must be a number", "/api/v1/configmaps?resourceVersion=x"));
    }

    private static Case page(String name, String query, String... headers) {
        return new Case(name, talk -> {
            three(talk);
            JsonNode first = talk.get(MAPS + "?limit=2", headers);
            talk.get(MAPS + query.replace("{continue}", Json.text(first, "metadata", "continue")), headers);
        });
    }

    private static List<Case> pages() {
        return List.of(
                page("a list is read in two pages", "?limit=2&continue={continue}"),
                page("a table is read in two pages", "?limit=2&continue={continue}", "Accept", Talk.TABLE),
                page("a page goes on without a limit", "?continue={continue}"),
                page("a page takes no version", "?limit=2&continue={continue}&resourceVersion=1"),
                page(
                        "a page takes no match of versions",
                        "?continue={continue}&resourceVersion=1&resourceVersionMatch=Exact"),
                new Case("a page shows the list as it was at its beginning", talk -> {
                    three(talk);
                    JsonNode first = talk.get(MAPS + "?limit=1");
                    talk.made(MAPS, "metadata: {name: bb}");
                    talk.quietly("DELETE", MAPS + "/c", "");
                    talk.get(MAPS + "?limit=5&continue=" + Json.text(first, "metadata", "continue"));
                }),
                new Case("pages of a selection do not count what remains", talk -> {
                    three(talk);
                    JsonNode first = talk.get(MAPS + "?limit=1&labelSelector=app%3Dshop");
                    talk.get(MAPS + "?limit=1&labelSelector=app%3Dshop&continue="
                            + Json.text(first, "metadata", "continue"));
                }),
                Case.get("a page that nobody gave is refused", "/api/v1/pods?continue=abc"),
                Case.get("a negative limit counts as none", "/api/v1/namespaces/nowhere/pods?limit=-1"),
                Case.get(
                        "a match of versions needs a version",
                        "/api/v1/namespaces/default/pods?limit=1&resourceVersionMatch=Exact"),
                Case.get(
                        "an unknown match of versions is refused",
                        "/api/v1/namespaces/default/pods?resourceVersion=1&resourceVersionMatch=Newest"),
                Case.get(
                        "version zero cannot be matched exactly",
                        "/api/v1/namespaces/default/pods?resourceVersion=0&resourceVersionMatch=Exact"),
                three(
                        "a list not older than the beginning",
                        MAPS + "?resourceVersion=0&resourceVersionMatch=NotOlderThan"),
                three("a list at any version", MAPS + "?resourceVersion=0"),
                new Case("a list is read as it was at a version", talk -> {
                    three(talk);
                    String then = Talk.version(talk.get(MAPS));
                    talk.quietly("DELETE", MAPS + "/a", "");
                    talk.get(MAPS + "?resourceVersionMatch=Exact&resourceVersion=" + then);
                }));
    }

    private static List<Case> selectors() {
        List<Case> all = new ArrayList<>();
        for (String selector : List.of(
                "app%3Dshop",
                "part%3D%3Da",
                "part!%3Da",
                "part in (a,c)",
                "part notin (a,c)",
                "part",
                "!part",
                "app%3Dshop,part%3Db",
                "part%3D",
                "other")) {
            all.add(three("a label selector is understood: " + selector, MAPS + "?labelSelector=" + selector));
        }
        for (String selector : List.of(
                "a b",
                "%3Da",
                "a in",
                "a in b",
                "a in (b",
                "a,,b",
                "-a%3Db",
                "a%3D-b",
                "a%3Db%3Dc",
                "!",
                "a gt x",
                "(",
                "a !b")) {
            all.add(Case.get(
                    "a label selector is refused: " + selector, "/api/v1/configmaps?labelSelector=" + selector));
        }
        for (String selector : List.of(
                "metadata.name%3Db", "metadata.name!%3Db", "metadata.namespace%3D{ns}", "metadata.name%3D%3Da")) {
            all.add(three("a field selector is understood: " + selector, MAPS + "?fieldSelector=" + selector));
        }
        for (String selector : List.of("foo%3Dbar", "metadata.labels%3Dx", "name", "%3D", "metadata.name%3Da%3Db")) {
            all.add(Case.get(
                    "a field selector is refused: " + selector,
                    "/api/v1/namespaces/nowhere/pods?fieldSelector=" + selector));
        }
        return all;
    }
}
