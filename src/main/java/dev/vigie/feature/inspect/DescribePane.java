package dev.vigie.feature.inspect;

import dev.vigie.base.Messages;
import dev.vigie.kind.Intent;
import dev.vigie.ui.reading.TextPane;
import dev.vigie.ui.reading.Written;
import java.util.function.Consumer;
import javafx.scene.layout.BorderPane;

/// All that is known of the object, in words, to be read, searched and copied. FX thread only.
final class DescribePane extends BorderPane {
    private static final Messages TEXTS = Messages.of("inspect");

    private final TextPane pane = new TextPane(TEXTS.say("text"));
    private String shown = "";

    DescribePane(Consumer<Intent> desk) {
        setId("describe");
        pane.setId("describe-text");
        setCenter(pane);
        setTop(new ReadingBar("describe", TEXTS.say("copy.text"), pane, () -> desk.accept(new Intent.CopyText(shown))));
    }

    void show(String text) {
        if (text.equals(shown)) return;
        shown = text;
        pane.show(Written.plain(text));
    }

    TextPane pane() {
        return pane;
    }
}
