package dev.vigie.contract;

import java.util.List;

/// Events that follow.
final class WatchCases {
    private static final String MAPS = "/api/v1/namespaces/{ns}/configmaps";

    private WatchCases() {}

    private static void lives(Talk talk) {
        talk.made(MAPS, "{metadata: {name: d, labels: {part: d}}}");
        talk.changed(MAPS + "/d", "{data: {x: '1'}}");
        talk.quietly("DELETE", MAPS + "/d", "");
    }

    private static Case following(String name, String query, int first, int then, String... headers) {
        return new Case(name, talk -> {
            ReadingCases.three(talk);
            try (Watch watch = talk.watch(MAPS + "?watch=true" + query, headers)) {
                watch.next(first);
                lives(talk);
                watch.next(then);
            }
        });
    }

    private static final List<Case> ALL = List.of(
            following("a watch begins with what is there", "", 3, 3),
            following("a watch may show only metadata", "", 3, 3, "Accept", Talk.PARTIAL),
            following("a watch may show rows", "", 3, 3, "Accept", Talk.TABLE),
            following("a watch may show whole objects in rows", "&includeObject=Object", 3, 3, "Accept", Talk.TABLE),
            following("a watch may show rows alone", "&includeObject=None", 3, 3, "Accept", Talk.TABLE),
            following("a watch of one name hears of no other", "&fieldSelector=metadata.name%3Da", 1, 0),
            following("a watch of labels", "&labelSelector=part%3Dd", 0, 3),
            following(
                    "a watch that wants the beginning is told its end",
                    "&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true",
                    4,
                    3),
            following(
                    "a watch of rows that wants the beginning is told its end",
                    "&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true",
                    4,
                    3,
                    "Accept",
                    Talk.TABLE),
            following(
                    "a watch of metadata that wants the beginning is told its end",
                    "&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true",
                    4,
                    3,
                    "Accept",
                    Talk.PARTIAL),
            new Case("a watch goes on from a version", talk -> {
                ReadingCases.three(talk);
                String then = Talk.version(talk.get(MAPS));
                lives(talk);
                talk.watch(MAPS + "?watch=true&resourceVersion=" + then).next(3);
            }),
            new Case("a label that is lost is an end to those who select by it", talk -> {
                ReadingCases.three(talk);
                Watch watch = talk.watch(MAPS + "?watch=true&labelSelector=part%3Da");
                watch.next(1);
                talk.changed(MAPS + "/a", "{metadata: {labels: {part: z}}}");
                watch.next(1);
                talk.changed(MAPS + "/a", "{metadata: {labels: {part: a}}}");
                watch.next(1);
            }),
            new Case("a watch ends after its time", talk -> {
                ReadingCases.three(talk);
                talk.watch(MAPS + "?watch=true&timeoutSeconds=1").toTheEnd();
            }),
            new Case("a watch from before all memory is told so", talk -> {
                ReadingCases.three(talk);
                talk.forgets();
                talk.watch(MAPS + "?watch=true&resourceVersion=1").toTheEnd();
            }),
            new Case(
                    "the beginning may not be asked for without a match of versions",
                    talk -> talk.get(
                            MAPS + "?watch=true&sendInitialEvents=true&allowWatchBookmarks=true&timeoutSeconds=1")),
            new Case("a list has no beginning", talk -> talk.get(MAPS + "?sendInitialEvents=true")),
            new Case(
                    "a watch takes no match of versions alone",
                    talk -> talk.get(
                            MAPS + "?watch=true&resourceVersion=1&resourceVersionMatch=NotOlderThan&timeoutSeconds=1")),
            new Case(
                    "a watch of a version that is no number is refused",
                    talk -> talk.get(MAPS + "?watch=true&resourceVersion=x&timeoutSeconds=1")),
            new Case(
                    "a watch in an unknown form is refused",
                    talk -> talk.get(MAPS + "?watch=true&timeoutSeconds=1", "Accept", "text/html")));

    static List<Case> all() {
        return ALL;
    }
}
