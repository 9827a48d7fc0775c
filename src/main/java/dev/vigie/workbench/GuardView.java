package dev.vigie.workbench;

import dev.vigie.base.Messages;
import dev.vigie.kind.Guard;
import dev.vigie.kind.Intent;
import dev.vigie.ui.Buttons;
import dev.vigie.ui.Icons;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// How carefully the open context is treated; a press leads to another way. FX thread only.
final class GuardView extends HBox {
    private static final Messages TEXTS = Messages.of("workbench");
    private static final PseudoClass PRODUCTION = PseudoClass.getPseudoClass("production");

    private final Consumer<Intent> desk;
    private final Button button;
    private String context = "";
    private @Nullable Guard guard;

    GuardView(Consumer<Intent> desk) {
        this.desk = desk;
        button = Buttons.plain("strip-guard", "", this::choose);
        button.getStyleClass().addAll("flat", "strip-guard");
        button.setTooltip(new Tooltip());
        getChildren().add(button);
    }

    /// Null when no context is open.
    void show(String of, @Nullable Guard now) {
        setVisible(now != null);
        setManaged(now != null);
        if (now == null || (now.equals(guard) && of.equals(context))) return;
        context = of;
        guard = now;
        button.setText(title(now.level()));
        button.setGraphic(Icons.of(icon(now.level())));
        button.pseudoClassStateChanged(PRODUCTION, now.production());
        String says = TEXTS.say("guard.say", of, title(now.level()), now.production() ? 1 : 0);
        button.getTooltip().setText(says);
        button.setAccessibleText(says);
    }

    static String title(Guard.Level level) {
        return switch (level) {
            case NORMAL -> TEXTS.say("guard.normal");
            case CONFIRM -> TEXTS.say("guard.confirm");
            case READ_ONLY -> TEXTS.say("guard.read.only");
        };
    }

    static String icon(Guard.Level level) {
        return switch (level) {
            case NORMAL -> "mdi2s-shield-outline";
            case CONFIRM -> "mdi2s-shield-check-outline";
            case READ_ONLY -> "mdi2s-shield-lock-outline";
        };
    }

    private void choose() {
        Guard now = guard;
        if (now != null)
            new ContextMenu(items(context, now, desk).toArray(MenuItem[]::new)).show(button, Side.TOP, 0, 0);
    }

    /// What can be chosen for a context.
    static List<MenuItem> items(String context, Guard now, Consumer<Intent> desk) {
        List<MenuItem> items = new ArrayList<>();
        ToggleGroup one = new ToggleGroup();
        for (Guard.Level level : Guard.Level.values()) {
            RadioMenuItem item = new RadioMenuItem(TEXTS.say("guard.item", title(level), says(level)));
            item.setId("guard-" + new Guard(level, false).word());
            item.setToggleGroup(one);
            item.setSelected(now.level() == level);
            item.setOnAction(_ -> desk.accept(new Intent.GuardContext(context, new Guard(level, now.production()))));
            items.add(item);
        }
        CheckMenuItem production = new CheckMenuItem(TEXTS.say("guard.production"));
        production.setId("guard-production");
        production.setSelected(now.production());
        production.setOnAction(
                _ -> desk.accept(new Intent.GuardContext(context, new Guard(now.level(), !now.production()))));
        items.add(new SeparatorMenuItem());
        items.add(production);
        return items;
    }

    private static String says(Guard.Level level) {
        return switch (level) {
            case NORMAL -> TEXTS.say("guard.normal.why");
            case CONFIRM -> TEXTS.say("guard.confirm.why");
            case READ_ONLY -> TEXTS.say("guard.read.only.why");
        };
    }
}
