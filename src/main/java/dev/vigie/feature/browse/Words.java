package dev.vigie.feature.browse;

import dev.vigie.base.Messages;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Namespaces;
import dev.vigie.ui.NamespacePicker;

/// Names of kinds and namespaces as they stand in sentences.
final class Words {
    private static final Messages TEXTS = Messages.of("browse");

    private Words() {}

    /// `of shop`, `of all namespaces`, or nothing for kinds without namespaces.
    static String of(Kind kind, Namespaces namespaces) {
        if (!kind.namespaced()) return "";
        return switch (namespaces) {
            case Namespaces.All() -> TEXTS.say("of.all");
            case Namespaces.Named _ -> TEXTS.say("of.named", NamespacePicker.words(namespaces));
        };
    }
}
