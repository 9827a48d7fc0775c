package dev.vigie.workbench;

import dev.vigie.base.Messages;
import dev.vigie.kind.Intent;
import dev.vigie.kind.Tone;
import dev.vigie.kube.Cluster;
import dev.vigie.ui.Buttons;
import dev.vigie.ui.Icons;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The open clusters as tiles, each with the shape of its state. FX thread only.
final class RailView extends VBox {
    private static final Messages TEXTS = Messages.of("workbench");
    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");

    private final Consumer<Intent> desk;

    RailView(Consumer<Intent> desk) {
        this.desk = desk;
        setId("rail");
        getStyleClass().add("rail");
    }

    void show(Collection<Session> sessions, String active) {
        getChildren().clear();
        int number = 1;
        for (Session session : sessions)
            getChildren().add(tile(session, session.context().equals(active), number++));
        Button more = Buttons.icon(
                "rail-clusters",
                "mdi2p-plus",
                TEXTS.say("rail.clusters"),
                () -> desk.accept(new Intent.ShowClusters()));
        more.getStyleClass().addAll("rail-tile", "rail-more");
        getChildren().add(more);
    }

    private StackPane tile(Session session, boolean active, int number) {
        String context = session.context();
        Button button =
                Buttons.plain("rail-" + number, initials(context), () -> desk.accept(new Intent.OpenContext(context)));
        button.getStyleClass().add("rail-tile");
        button.pseudoClassStateChanged(ACTIVE, active);
        Cluster.Reachability reach = session.cluster().reachability();
        Tone tone = reach.trouble() != null ? Tone.WARN : reach.reachable() ? Tone.OK : Tone.QUIET;
        String state = reach.trouble() == null
                ? TEXTS.say("rail.live")
                : reach.trouble().title();
        String says = TEXTS.say("rail.tile", context, state, "Ctrl+" + number);
        button.setTooltip(new Tooltip(says));
        button.setAccessibleText(says);
        Label corner = new Label("", Icons.of(tone));
        corner.getStyleClass().add("rail-corner");
        corner.setMouseTransparent(true);
        StackPane tile = new StackPane(button, corner);
        StackPane.setAlignment(corner, Pos.BOTTOM_RIGHT);
        tile.getStyleClass().add("rail-slot");
        tile.pseudoClassStateChanged(ACTIVE, active);
        return tile;
    }

    /// Two letters that tell contexts apart: the first of its first two words, or its first two.
    static String initials(String context) {
        String[] words = context.strip().split("[^\\p{L}\\p{N}]+");
        StringBuilder letters = new StringBuilder();
        for (String word : words)
            if (!word.isEmpty() && letters.length() < 2) letters.appendCodePoint(word.codePointAt(0));
        if (letters.length() < 2 && context.length() > 1)
            return context.substring(0, 2).toUpperCase(Locale.ROOT);
        return letters.toString().toUpperCase(Locale.ROOT);
    }
}
