package dev.vigie.feature.inspect;

import dev.vigie.base.Messages;
import dev.vigie.base.Ref;
import dev.vigie.kind.Intent;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Page;
import dev.vigie.kind.Tone;
import dev.vigie.ui.Buttons;
import dev.vigie.ui.Icons;
import dev.vigie.ui.Shown;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Which object the details are of, and how it stands.
final class Head extends VBox {
    private static final Messages TEXTS = Messages.of("inspect");

    private final Label word = new Label();
    private final Label line = new Label();
    private final HBox standing = new HBox(word, line);
    private final Button back;
    private @Nullable Node below;

    /// `asText` puts everything that is known on the clipboard.
    Head(Kind kind, Ref ref, Runnable asText, Consumer<Intent> desk) {
        getStyleClass().add("details-head");
        String where =
                ref.namespace().isEmpty() ? kind.gvk().kind() : kind.gvk().kind() + " · " + ref.namespace();
        Label sort = new Label(Shown.text(where));
        sort.getStyleClass().addAll("muted", "small");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        back = Buttons.icon(
                "details-back", "mdi2a-arrow-left", TEXTS.say("back"), () -> desk.accept(new Intent.BackInDetails()));
        canGoBack(false);
        HBox first = new HBox(
                back,
                sort,
                gap,
                Buttons.icon("details-text", "mdi2t-text-box-outline", TEXTS.say("copy.text"), asText),
                Buttons.icon(
                        "details-close",
                        "mdi2c-close",
                        TEXTS.say("close"),
                        () -> desk.accept(new Intent.CloseDetails())));
        Label name = new Label(Shown.text(ref.name()));
        name.setId("details-name");
        name.getStyleClass().add("details-name");
        name.setWrapText(true);
        name.setTooltip(new Tooltip(Shown.text(ref.name())));
        HBox second = new HBox(
                name,
                Buttons.icon(
                        "details-copy",
                        "mdi2c-content-copy",
                        TEXTS.say("copy.name"),
                        () -> desk.accept(new Intent.CopyName(ref))));
        first.getStyleClass().add("details-line");
        second.getStyleClass().add("details-line");
        standing.getStyleClass().add("details-line");
        line.getStyleClass().addAll("muted", "small");
        line.setWrapText(true);
        word.setId("details-word");
        word.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().setAll(first, second, standing);
        stand(new Page.Standing(Tone.QUIET, "", ""));
    }

    void canGoBack(boolean now) {
        back.setVisible(now);
        back.setManaged(now);
    }

    void stand(Page.Standing now) {
        word.setText(Shown.text(now.word()));
        word.setGraphic(now.tone() == Tone.QUIET ? null : Icons.of(now.tone()));
        word.getStyleClass().setAll("label", "pill", "pill-" + now.tone().name().toLowerCase(Locale.ROOT));
        word.setVisible(!now.word().isEmpty());
        word.setManaged(!now.word().isEmpty());
        line.setText(Shown.text(now.line()));
        standing.setVisible(!now.word().isEmpty() || !now.line().isEmpty());
        standing.setManaged(standing.isVisible());
    }

    /// What can be done with it stands below how it stands.
    void act(Node buttons) {
        getChildren().add(buttons);
    }

    /// What is to be said of the object as a whole; null for nothing.
    void below(@Nullable Node banner) {
        if (java.util.Objects.equals(banner, below)) return;
        if (below != null) getChildren().remove(below);
        below = banner;
        if (banner != null) getChildren().add(banner);
    }
}
