package dev.vigie.feature.overview;

import dev.vigie.base.Age;
import dev.vigie.ui.Focus;
import dev.vigie.ui.Shown;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Lines that are made anew when what they say changes; the one that has the focus keeps it.
abstract class Lines extends VBox {
    private final VBox lines = new VBox();
    private final List<Runnable> ages = new ArrayList<>();
    private Object said = "";

    Lines(String id, String title) {
        setId(id);
        Label head = new Label(title);
        head.getStyleClass().add("section-title");
        getStyleClass().add("overview-section");
        lines.getStyleClass().add("overview-lines");
        getChildren().addAll(head, lines);
    }

    /// `what` is all that the lines say.
    void show(Object what, List<Node> made) {
        said = what;
        Object focused = null;
        for (Node node : lines.getChildren()) {
            Node owner = getScene() == null ? null : getScene().getFocusOwner();
            if (owner != null && Focus.within(owner, node)) focused = node.getUserData();
        }
        lines.getChildren().setAll(made);
        for (Node node : made) if (focused != null && Objects.equals(focused, node.getUserData())) Focus.into(node);
        tick();
    }

    boolean says(Object what) {
        return said.equals(what);
    }

    void forgetAges() {
        ages.clear();
    }

    Label age(long seconds) {
        Label label = new Label();
        label.getStyleClass().addAll("mono", "age", "subtle");
        label.setMinWidth(USE_PREF_SIZE);
        ages.add(() -> label.setText(seconds == Long.MIN_VALUE ? "" : Age.since(seconds, Instant.now())));
        return label;
    }

    void tick() {
        ages.forEach(Runnable::run);
    }

    static Label words(String text, String... styles) {
        Label label = new Label(Shown.text(text));
        label.getStyleClass().addAll(styles);
        label.setMinWidth(0);
        return label;
    }
}
