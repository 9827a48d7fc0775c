package dev.vigie.demo.content;

import dev.vigie.demo.model.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// What came to the demo cluster before it was opened, and when: the cluster this morning, the shop in the hours after,
/// trouble in the last hour.
public final class Content {
    private static final List<Act> ACTS = List.of(
            new Act(Duration.ofHours(-6), "cluster.yaml"),
            new Act(Duration.ofHours(-6), "roles.yaml"),
            new Act(Duration.ofHours(-6).plusSeconds(10), "system.yaml"),
            new Act(Duration.ofHours(-3), "shop.yaml"),
            new Act(Duration.ofHours(-3).plusSeconds(40), "unicorn-front-1.yaml"),
            new Act(Duration.ofMinutes(-124), "unicorn-front-2.yaml"),
            new Act(Duration.ofMinutes(-95), "custom.yaml"),
            new Act(Duration.ofMinutes(-56), "test.yaml"),
            new Act(Duration.ofMinutes(-47), "unicorn-front-3.yaml"),
            new Act(Duration.ofMinutes(-34), "trouble.yaml"),
            new Act(Duration.ofMinutes(-31), "jobs.yaml"),
            new Act(Duration.ofMinutes(-21), "quota.yaml"),
            new Act(Duration.ofMinutes(-14), "hanging.yaml"));

    private Content() {}

    /// A file of objects that come together.
    private record Act(Duration at, String file) {}

    /// In the order in which they come, for a demo that is opened now, with certificates that certify nothing.
    public static List<Step> steps() {
        return steps(
                Instant.now(),
                (hosts, runsOut) -> new Certificates.Pair(
                        "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n",
                        "-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----\n"));
    }

    /// In the order in which they come, for a demo that is opened at `now`.
    public static List<Step> steps(Instant now, Certificates certificates) {
        List<Step> steps = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Act act : ACTS) {
            Finish finish = new Finish(now.plus(act.at), certificates);
            for (ObjectNode object : Manifests.read(act.file)) {
                finish.object(object);
                steps.add(new Step(act.at, object, !seen.add(identity(object)) || madeByItself(object)));
            }
        }
        return List.copyOf(steps);
    }

    private static String identity(ObjectNode object) {
        return String.join("/", Json.text(object, "kind"), Json.namespace(object), Json.name(object));
    }

    /// What controllers of a cluster make too, perhaps earlier.
    private static boolean madeByItself(ObjectNode object) {
        return Json.text(object, "kind").equals("ServiceAccount")
                && Json.name(object).equals("default");
    }
}
