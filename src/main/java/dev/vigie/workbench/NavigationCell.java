package dev.vigie.workbench;

import dev.vigie.base.Messages;
import dev.vigie.kind.Tone;
import dev.vigie.ui.Icons;
import dev.vigie.ui.Shown;
import java.util.Locale;
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
    private static final Set<String> SPOKEN = Set.of("cluster", "workloads", "config", "network", "storage", "access", "more");

    NavigationCell(Consumer<NavigationLine> clicked) {
        getStyleClass().add("navigation-cell");
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
                setText(Shown.text(plural(item)));
                setTooltip(new Tooltip(item.kind().resource() + " · " + item.kind().gvk().apiVersion()));
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

    /// `deployments` of kind `Deployment` reads as `Deployments`: the kind's capitals on the plural.
    private static String plural(NavigationLine.Item item) {
        String kind = item.kind().gvk().kind();
        String plural = item.kind().plural();
        String lower = kind.toLowerCase(Locale.ROOT);
        int common = 0;
        while (common < Math.min(lower.length(), plural.length()) && lower.charAt(common) == plural.charAt(common)) common++;
        return kind.substring(0, common) + plural.substring(common);
    }

    private static FontIcon chevron(boolean open) {
        return Icons.of(open ? "mdi2c-chevron-down" : "mdi2c-chevron-right");
    }
}
