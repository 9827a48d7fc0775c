package dev.vigie.catalog.pods;

import dev.vigie.base.Messages;
import java.util.regex.Pattern;

/// What keeps a pod off a node, the most telling first: taints come late, for control planes always have some.
enum Obstacle {
    CLAIMS("unbound|persistentvolumeclaim|pvc\\(s\\)|persistent volumes to bind"),
    RESOURCES("Insufficient "),
    PODS("Too many pods"),
    SELECTOR("node affinity/selector|requested node name|scheduler-enforced"),
    VOLUMES("volume node affinity|PersistentVolume's node affinity|volume zone|volume count|free storage"),
    NEIGHBOURS("affinity rules|topology spread"),
    PORTS("free ports"),
    CORDONED("were unschedulable"),
    TAINTS("taint"),
    NONE("no nodes available"),
    OTHER("$");

    private static final Messages TEXTS = Messages.of("pods");

    private final Pattern signs;

    Obstacle(String signs) {
        this.signs = Pattern.compile(signs);
    }

    static Obstacle of(String said) {
        for (Obstacle each : values()) if (each.signs.matcher(said).find()) return each;
        return OTHER;
    }

    /// `Insufficient memory` lacks `memory`.
    static String resource(String said) {
        return said.substring(said.indexOf("Insufficient ") + "Insufficient ".length())
                .replaceFirst("[ ,].*$|\\.$", "");
    }

    /// The same in the person's language.
    static String named(String said) {
        String resource = resource(said);
        return switch (resource) {
            case "cpu" -> TEXTS.say("resource.cpu");
            case "memory" -> TEXTS.say("resource.memory");
            default -> resource;
        };
    }

    /// In few words; empty when the scheduler's own are all there is.
    String meaning(String said) {
        return switch (this) {
            case CLAIMS -> TEXTS.say("obstacle.claims");
            case RESOURCES -> TEXTS.say("obstacle.resources", named(said));
            case PODS -> TEXTS.say("obstacle.pods");
            case SELECTOR -> TEXTS.say("obstacle.selector");
            case VOLUMES -> TEXTS.say("obstacle.volumes");
            case NEIGHBOURS -> TEXTS.say("obstacle.neighbours");
            case PORTS -> TEXTS.say("obstacle.ports");
            case CORDONED -> TEXTS.say("obstacle.cordoned");
            case TAINTS -> TEXTS.say("obstacle.taints");
            case NONE, OTHER -> "";
        };
    }

    String title(Verdict verdict) {
        return switch (this) {
            case CLAIMS -> TEXTS.say("unplaced.claims");
            case RESOURCES -> TEXTS.say("unplaced.resources", String.join(" + ", verdict.lacking()));
            case PODS -> TEXTS.say("unplaced.pods");
            case SELECTOR -> TEXTS.say("unplaced.selector");
            case VOLUMES -> TEXTS.say("unplaced.volumes");
            case NEIGHBOURS -> TEXTS.say("unplaced.neighbours");
            case PORTS -> TEXTS.say("unplaced.ports");
            case CORDONED -> TEXTS.say("unplaced.cordoned");
            case TAINTS -> TEXTS.say("unplaced.taints");
            case NONE -> TEXTS.say("unplaced.none");
            case OTHER -> TEXTS.say("unplaced.other");
        };
    }

    String sentence() {
        return switch (this) {
            case CLAIMS -> TEXTS.say("unplaced.claims.sentence");
            case RESOURCES -> TEXTS.say("unplaced.resources.sentence");
            case PODS -> TEXTS.say("unplaced.pods.sentence");
            case SELECTOR -> TEXTS.say("unplaced.selector.sentence");
            case VOLUMES -> TEXTS.say("unplaced.volumes.sentence");
            case NEIGHBOURS -> TEXTS.say("unplaced.neighbours.sentence");
            case PORTS -> TEXTS.say("unplaced.ports.sentence");
            case CORDONED -> TEXTS.say("unplaced.cordoned.sentence");
            case TAINTS -> TEXTS.say("unplaced.taints.sentence");
            case NONE, OTHER -> TEXTS.say("unplaced.other.sentence");
        };
    }

    String next() {
        return switch (this) {
            case CLAIMS -> TEXTS.say("unplaced.claims.next");
            case RESOURCES -> TEXTS.say("unplaced.resources.next");
            case PODS -> TEXTS.say("unplaced.pods.next");
            case SELECTOR -> TEXTS.say("unplaced.selector.next");
            case VOLUMES -> TEXTS.say("unplaced.volumes.next");
            case NEIGHBOURS -> TEXTS.say("unplaced.neighbours.next");
            case PORTS -> TEXTS.say("unplaced.ports.next");
            case CORDONED -> TEXTS.say("unplaced.cordoned.next");
            case TAINTS -> TEXTS.say("unplaced.taints.next");
            case NONE, OTHER -> TEXTS.say("unplaced.other.next");
        };
    }
}
