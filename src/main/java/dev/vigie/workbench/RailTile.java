package dev.vigie.workbench;

import dev.vigie.base.Messages;
import dev.vigie.kind.Guard;
import dev.vigie.kind.Intent;
import dev.vigie.kind.Tone;
import dev.vigie.kube.Cluster;
import dev.vigie.ui.Buttons;
import dev.vigie.ui.Icons;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// One open cluster on the rail; it stays the same node as long as the cluster is open, so that it keeps the focus. FX
/// thread only.
final class RailTile extends StackPane {
    private static final Messages TEXTS = Messages.of("workbench");
    private static final PseudoClass PRODUCTION = PseudoClass.getPseudoClass("production");
    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");

    private final String context;
    private final Button button;
    private final Label corner = new Label();
    private final Tooltip tooltip = new Tooltip();
    private final Consumer<Intent> desk;
    private final MenuItem close;
    private final MenuItem window;
    private final ContextMenu menu = new ContextMenu();
    private @Nullable Tone tone;
    private @Nullable Guard guard;

    RailTile(String context, Consumer<Intent> desk) {
        this.context = context;
        button = Buttons.plain("rail", initials(context), () -> desk.accept(new Intent.OpenContext(context)));
        button.getStyleClass().add("rail-tile");
        button.setTooltip(tooltip);
        this.desk = desk;
        close = new MenuItem(TEXTS.say("close.context", context));
        close.setMnemonicParsing(false);
        close.setOnAction(_ -> desk.accept(new Intent.CloseContext(context)));
        window = new MenuItem(TEXTS.say("context.window", context));
        window.setId("rail-window");
        window.setMnemonicParsing(false);
        window.setOnAction(_ -> desk.accept(new Intent.OpenContextInWindow(context)));
        button.setContextMenu(menu);
        corner.getStyleClass().add("rail-corner");
        corner.setMouseTransparent(true);
        StackPane.setAlignment(corner, Pos.BOTTOM_RIGHT);
        getChildren().addAll(button, corner);
        getStyleClass().add("rail-slot");
    }

    void show(Cluster.Reachability reach, boolean active, int number) {
        button.setId("rail-" + number);
        button.pseudoClassStateChanged(ACTIVE, active);
        pseudoClassStateChanged(ACTIVE, active);
        var trouble = reach.trouble();
        String state = trouble == null ? TEXTS.say("rail.live") : trouble.title();
        String says = TEXTS.say("rail.tile", context, state, "Ctrl+" + number);
        tooltip.setText(says);
        button.setAccessibleText(says);
        Tone now = trouble != null ? Tone.WARN : reach.reachable() ? Tone.OK : Tone.QUIET;
        if (now != tone) corner.setGraphic(Icons.of(now));
        tone = now;
    }

    void guard(Guard now) {
        if (now.equals(guard)) return;
        guard = now;
        button.pseudoClassStateChanged(PRODUCTION, now.production());
        menu.getItems().setAll(GuardView.items(context, now, desk));
        menu.getItems().addAll(new SeparatorMenuItem(), window, close);
    }

    /// Two letters that tell contexts apart: the first of its first two words, or its first two.
    static String initials(String context) {
        String[] words = context.strip().split("[^\\p{L}\\p{N}]+");
        StringBuilder letters = new StringBuilder();
        int count = 0;
        for (String word : words) {
            if (word.isEmpty() || count == 2) continue;
            letters.appendCodePoint(word.codePointAt(0));
            count++;
        }
        if (count < 2) {
            letters.setLength(0);
            context.strip().codePoints().limit(2).forEach(letters::appendCodePoint);
        }
        return letters.toString().toUpperCase(Locale.ROOT);
    }
}
