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
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Lines that are made anew when what they say changes; the one that has the focus keeps it.
abstract class Lines extends VBox {
    private final VBox lines = new VBox();
    private final Label count = new Label();
    private final List<Runnable> ages = new ArrayList<>();
    private Object said = "";

    Lines(String id, String title) {
        setId(id);
        Label head = new Label(title);
        head.getStyleClass().add("section-title");
        count.getStyleClass().add("hint");
        HBox first = new HBox(head, count);
        first.getStyleClass().add("overview-head");
        getStyleClass().add("overview-section");
        lines.getStyleClass().add("overview-lines");
        getChildren().addAll(first, lines);
    }

    /// Says beside the title how many there are, or where there is more.
    void beside(String text) {
        count.setText(text);
    }

    /// Something to do with all of them, at the right end of the title's line.
    void offer(Node action) {
        if (getChildren().getFirst() instanceof HBox first) {
            Region spring = new Region();
            HBox.setHgrow(spring, Priority.ALWAYS);
            first.getChildren().addAll(spring, action);
        }
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
