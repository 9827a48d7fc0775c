package dev.vigie.feature.inspect;

import javafx.scene.control.TextArea;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The whole object as text, to be read.
final class YamlPane extends TextArea {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    YamlPane() {
        setId("yaml");
        setEditable(false);
        getStyleClass().add("mono");
    }

    void show(JsonNode object) {
        setText(MAPPER.writeValueAsString(object));
    }
}
