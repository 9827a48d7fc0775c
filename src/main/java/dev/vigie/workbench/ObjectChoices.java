package dev.vigie.workbench;

import dev.vigie.base.Messages;
import dev.vigie.base.Ref;
import dev.vigie.catalog.Deeds;
import dev.vigie.feature.palette.Choice;
import dev.vigie.kind.Intent;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Part;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What Ctrl+K offers to do with the object under the cursor.
final class ObjectChoices {
    private static final Messages TEXTS = Messages.of("workbench");

    private ObjectChoices() {}

    static List<Choice> of(@Nullable Filling filling, @Nullable Session session) {
        Ref ref = filling == null ? null : filling.current();
        if (ref == null || session == null) return List.of();
        String of = ref.name();
        List<Choice> choices = new ArrayList<>(List.of(
                choice("mdi2i-information-outline", TEXTS.say("details.of", of), "Enter", inspect(ref, Part.FACTS)),
                choice("mdi2c-code-braces", TEXTS.say("yaml.of", of), "Y", inspect(ref, Part.YAML)),
                choice("mdi2t-text-box-search-outline", TEXTS.say("text.of", of), "D", inspect(ref, Part.TEXT)),
                choice("mdi2c-calendar-clock", TEXTS.say("events.of", of), "", inspect(ref, Part.EVENTS)),
                choice("mdi2g-graph-outline", TEXTS.say("related.of", of), "", inspect(ref, Part.RELATED)),
                choice("mdi2c-content-copy", TEXTS.say("copy.name.of", of), "", new Intent.CopyName(ref))));
        for (Kind kind : session.discovery().kinds()) {
            if (!kind.gvk().equals(ref.gvk())) continue;
            for (Deeds.Deed deed : Deeds.of(kind)) choices.add(deed(deed, ref));
        }
        return choices;
    }

    /// The preview says whether one may.
    private static Choice deed(Deeds.Deed deed, Ref ref) {
        String name = TEXTS.say("deed.of", deed.word(), ref.name());
        return new Choice(deed.icon(), name, "", List.of(deed.id()), deed.of().apply(List.of(ref)));
    }

    private static Intent inspect(Ref ref, Part part) {
        return new Intent.Inspect(ref, part);
    }

    private static Choice choice(String icon, String name, String hint, Intent intent) {
        return new Choice(icon, name, hint, List.of(), intent);
    }
}
