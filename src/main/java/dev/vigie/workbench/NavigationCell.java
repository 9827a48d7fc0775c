package dev.vigie.workbench;

import dev.vigie.base.Messages;
import dev.vigie.kind.Tone;
import dev.vigie.ui.Icons;
import dev.vigie.ui.Shown;
import java.util.Set;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// A group's title, a kind, or a group that is broken.
final class NavigationCell extends ListCell<NavigationLine> {
    private static final Messages TEXTS = Messages.of("workbench");
    private static final PseudoClass HEAD = PseudoClass.getPseudoClass("head");
    private static final Set<String> SPOKEN =
            Set.of("cluster", "workloads", "config", "network", "storage", "access", "more");

    NavigationCell(Consumer<NavigationLine> clicked) {
        getStyleClass().add("navigation-cell");
        setPrefWidth(0); // the list is as wide as the navigation; long names end in dots
        setOnMouseClicked(_ -> {
            NavigationLine line = getItem();
            if (line != null) clicked.accept(line);
        });
    }

    @Override
    protected void updateItem(@Nullable NavigationLine line, boolean empty) {
        super.updateItem(line, empty);
        setGraphic(null);
        setTooltip(null);
        setText(null);
        pseudoClassStateChanged(HEAD, line instanceof NavigationLine.Head);
        if (!empty && line != null) fill(line);
    }

    private void fill(NavigationLine line) {
        switch (line) {
            case NavigationLine.Head head -> {
                setText(title(head.group()));
                setGraphic(chevron(head.open()));
            }
            case NavigationLine.Item item -> {
                setText(Shown.text(item.kind().title()));
                setTooltip(new Tooltip(
                        item.kind().resource() + " · " + item.kind().gvk().apiVersion()));
            }
            case NavigationLine.Broken broken -> {
                setText(broken.groupVersion());
                setGraphic(Icons.of(Tone.WARN));
                setTooltip(new Tooltip(TEXTS.say("broken", broken.groupVersion(), broken.reason())));
            }
        }
    }

    private static String title(Group group) {
        if (!SPOKEN.contains(group.key())) return Shown.text(group.key());
        return switch (group.key()) {
            case "cluster" -> TEXTS.say("group.cluster");
            case "workloads" -> TEXTS.say("group.workloads");
            case "config" -> TEXTS.say("group.config");
            case "network" -> TEXTS.say("group.network");
            case "storage" -> TEXTS.say("group.storage");
            case "access" -> TEXTS.say("group.access");
            default -> TEXTS.say("group.more");
        };
    }

    private static FontIcon chevron(boolean open) {
        return Icons.of(open ? "mdi2c-chevron-down" : "mdi2c-chevron-right");
    }
}
