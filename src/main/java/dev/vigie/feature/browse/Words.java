package dev.vigie.feature.browse;

import dev.vigie.base.Messages;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Namespaces;
import java.util.List;

/// Names of kinds and namespaces as they stand in sentences.
final class Words {
    private static final Messages TEXTS = Messages.of("browse");

    private Words() {}

    /// `test, shop`, or all.
    static String list(Namespaces namespaces) {
        return switch (namespaces) {
            case Namespaces.All() -> TEXTS.say("namespaces.all");
            case Namespaces.Named(List<String> names) when names.size() <= 3 -> String.join(", ", names);
            case Namespaces.Named(List<String> names) ->
                TEXTS.say("namespaces.some", names.getFirst(), names.size() - 1);
        };
    }

    /// `of shop`, `of all namespaces`, or nothing for kinds without namespaces.
    static String of(Kind kind, Namespaces namespaces) {
        if (!kind.namespaced()) return "";
        return switch (namespaces) {
            case Namespaces.All() -> TEXTS.say("of.all");
            case Namespaces.Named _ -> TEXTS.say("of.named", list(namespaces));
        };
    }
}
