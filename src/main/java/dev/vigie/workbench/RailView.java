package dev.vigie.workbench;

import dev.vigie.base.Messages;
import dev.vigie.kind.Guard;
import dev.vigie.kind.Intent;
import dev.vigie.ui.Buttons;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The open clusters as tiles, each with the shape of its state. FX thread only.
final class RailView extends VBox {
    private static final Messages TEXTS = Messages.of("workbench");

    private final Consumer<Intent> desk;
    private final Map<String, RailTile> tiles = new LinkedHashMap<>();

    RailView(Consumer<Intent> desk) {
        this.desk = desk;
        setId("rail");
        getStyleClass().add("rail");
        Button more = Buttons.icon(
                "rail-clusters",
                "mdi2p-plus",
                TEXTS.say("rail.clusters"),
                () -> desk.accept(new Intent.ShowClusters()));
        more.getStyleClass().addAll("rail-tile", "rail-more");
        Region spring = new Region();
        VBox.setVgrow(spring, Priority.ALWAYS);
        Button keys = Buttons.icon(
                "rail-keys",
                "mdi2k-keyboard-outline",
                TEXTS.say("rail.keys"),
                () -> desk.accept(new Intent.ShowKeys()));
        getChildren().addAll(more, spring, keys);
    }

    /// Changes what differs and nothing else: it is called every second, and a tile may have the focus.
    void show(Collection<Session> sessions, String active, Function<String, Guard> guards) {
        Set<String> names = sessions.stream().map(Session::context).collect(Collectors.toSet());
        tiles.keySet().retainAll(names);
        getChildren().removeIf(node -> node instanceof RailTile tile && !tiles.containsValue(tile));
        int number = 0;
        for (Session session : sessions) {
            RailTile tile = tiles.get(session.context());
            if (tile == null) {
                tile = new RailTile(session.context(), desk);
                tiles.put(session.context(), tile);
                getChildren().add(number, tile);
            }
            tile.show(session.cluster().reachability(), session.context().equals(active), ++number);
            tile.guard(guards.apply(session.context()));
        }
    }
}
