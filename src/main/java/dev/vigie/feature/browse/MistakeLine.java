package dev.vigie.feature.browse;

import dev.vigie.base.Messages;
import dev.vigie.kind.Tone;
import dev.vigie.live.Mistake;
import dev.vigie.ui.Icons;
import dev.vigie.ui.Shown;
import java.util.function.BiConsumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// What is wrong with a word of the filter, below it, and what was meant perhaps.
final class MistakeLine extends HBox {
    private static final Messages TEXTS = Messages.of("browse");

    private final Label says = new Label();
    private final Hyperlink meant = new Hyperlink();
    private final BiConsumer<String, String> mend;

    /// `mend` is told a word and what it should be.
    MistakeLine(BiConsumer<String, String> mend) {
        this.mend = mend;
        setId("filter-mistake");
        getStyleClass().add("filter-mistake");
        says.setGraphic(Icons.of(Tone.WARN));
        says.setWrapText(true);
        says.setMinHeight(USE_PREF_SIZE);
        meant.setId("filter-mend");
        meant.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(says, meant);
        say(null, null);
    }

    void say(@Nullable String token, @Nullable Mistake mistake) {
        setVisible(mistake != null);
        setManaged(mistake != null);
        if (token == null || mistake == null) return;
        says.setText(Shown.text(words(mistake)));
        String nearest = mistake instanceof Mistake.NoColumn(String _, String near) ? near : "";
        meant.setVisible(!nearest.isEmpty());
        meant.setManaged(!nearest.isEmpty());
        if (nearest.isEmpty() || !(mistake instanceof Mistake.NoColumn(String name, String _))) return;
        String mended = token.replaceFirst(java.util.regex.Pattern.quote(name), nearest);
        meant.setText(Shown.text(mended));
        meant.setOnAction(_ -> mend.accept(token, mended));
    }

    private static String words(Mistake mistake) {
        return switch (mistake) {
            case Mistake.NoColumn(String name, String near) ->
                TEXTS.say(near.isEmpty() ? "mistake.column" : "mistake.column.near", name);
            case Mistake.NoNumber(String value) -> TEXTS.say("mistake.number", value);
            case Mistake.NoAge(String value) -> TEXTS.say("mistake.age", value);
            case Mistake.NoValue(String typed) -> TEXTS.say("mistake.value", typed);
        };
    }
}
