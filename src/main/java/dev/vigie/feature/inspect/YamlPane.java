package dev.vigie.feature.inspect;

import dev.vigie.base.Messages;
import dev.vigie.kind.Intent;
import dev.vigie.ui.reading.TextPane;
import java.util.function.Consumer;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The whole object as text, to be read. What the server notes for itself is folded, and left out of the copy while it
/// is: then the text is what kubectl prints. FX thread only.
final class YamlPane extends BorderPane {
    private static final Messages TEXTS = Messages.of("inspect");
    private static final String MANAGED = "metadata.managedFields";

    private final TextPane pane = new TextPane("YAML");
    private @Nullable JsonNode shown;

    YamlPane(Consumer<Intent> desk) {
        setId("yaml");
        pane.setId("yaml-text");
        pane.fold(MANAGED);
        pane.notes((block, hidden) -> TEXTS.say(block.equals(MANAGED) ? "yaml.managed" : "yaml.folded", hidden));
        setCenter(pane);
        setTop(new ReadingBar("yaml", TEXTS.say("yaml.copy"), pane, () -> desk.accept(new Intent.CopyText(text()))));
    }

    /// What is read stays where it is while the object changes.
    void show(JsonNode object) {
        if (object.equals(shown)) return;
        shown = object;
        pane.show(YamlLines.of(ObjectYaml.text(object)));
    }

    /// Who is told that what is copied is another text now.
    void onTurn(Runnable action) {
        pane.onTurn(action);
    }

    /// Whether the server's own notes are to be read, and copied, too.
    boolean isManagedShown() {
        return !pane.isFolded(MANAGED)
                && shown != null
                && shown.path("metadata").has("managedFields");
    }

    /// The text as it is copied.
    String text() {
        JsonNode now = shown;
        if (now == null) return "";
        JsonNode copy = now.deepCopy();
        if (!isManagedShown() && copy.path("metadata") instanceof ObjectNode metadata) metadata.remove("managedFields");
        return ObjectYaml.text(copy);
    }

    TextPane pane() {
        return pane;
    }
}
