package dev.vigie.catalog;

import dev.vigie.base.Messages;
import dev.vigie.base.Ref;
import dev.vigie.kind.Intent;
import dev.vigie.kind.Kind;
import dev.vigie.kube.Access;
import dev.vigie.kube.Edit;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What can be changed of the objects of a kind, and how each change is made.
public final class Deeds {
    private static final Messages TEXTS = Messages.of("catalog");

    private static final int FEW = 5;

    private Deeds() {}

    /// One thing that can be done: its icon, its word (a verb), and the change itself.
    public record Deed(String id, String icon, String word, Function<List<Ref>, Intent.Change> of) {}

    public static List<Deed> of(Kind kind) {
        return switch (kind.resource()) {
            case "nodes" ->
                List.of(
                        new Deed("cordon", "mdi2c-cancel", TEXTS.say("cordon"), Intent.Cordon::new),
                        new Deed(
                                "uncordon", "mdi2c-check-circle-outline", TEXTS.say("uncordon"), Intent.Uncordon::new));
            default -> List.of();
        };
    }

    /// Its word, as on its button.
    public static String word(Intent.Change change) {
        return switch (change) {
            case Intent.Cordon _ -> TEXTS.say("cordon");
            case Intent.Uncordon _ -> TEXTS.say("uncordon");
        };
    }

    /// What the server must allow for it: object by object, or of the kind as a whole where they are many.
    public static List<Access> access(Intent.Change change, Kind kind) {
        String verb = switch (change) {
            case Intent.Cordon _, Intent.Uncordon _ -> "patch";
        };
        if (change.refs().size() > FEW) return List.of(new Access(verb, kind, "", ""));
        return change.refs().stream().map(ref -> Access.to(verb, kind, ref)).toList();
    }

    /// How it is made for one of its objects.
    public static Edit edit(Intent.Change change, Kind kind, Ref ref) {
        return switch (change) {
            case Intent.Cordon _ -> new Edit(kind, ref, schedulable(false), Deeds::isCordoned);
            case Intent.Uncordon _ -> new Edit(kind, ref, schedulable(true), Predicate.not(Deeds::isCordoned));
        };
    }

    private static boolean isCordoned(JsonNode node) {
        return node.path("spec").path("unschedulable").asBoolean(false);
    }

    /// As `kubectl cordon` writes it: uncordoning takes the field away.
    private static ObjectNode schedulable(boolean now) {
        ObjectNode patch = JsonMapper.shared().createObjectNode();
        ObjectNode spec = patch.putObject("spec");
        if (now) spec.putNull("unschedulable");
        else spec.put("unschedulable", true);
        return patch;
    }
}
