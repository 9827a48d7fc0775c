package dev.vigie.feature.inspect;

import javafx.scene.control.TextArea;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The whole object as text, to be read; without `managedFields`, as kubectl shows it.
final class YamlPane extends TextArea {
    private @Nullable JsonNode shown;

    YamlPane() {
        setId("yaml");
        setEditable(false);
        getStyleClass().addAll("mono", "yaml");
    }

    /// The place that is read stays where it is while the object changes.
    void show(JsonNode object) {
        JsonNode plain = plain(object);
        if (plain.equals(shown)) return;
        shown = plain;
        double top = getScrollTop();
        int caret = getCaretPosition();
        setText(ObjectYaml.text(plain));
        positionCaret(Math.min(caret, getLength()));
        setScrollTop(top);
    }

    private static JsonNode plain(JsonNode object) {
        JsonNode copy = object.deepCopy();
        if (copy.path("metadata") instanceof ObjectNode metadata) metadata.remove("managedFields");
        return copy;
    }
}
