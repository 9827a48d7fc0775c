package dev.vigie.feature.overview;

import dev.vigie.base.Messages;
import dev.vigie.catalog.Health;
import dev.vigie.kind.Intent;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Screen;
import dev.vigie.kind.Tone;
import dev.vigie.ui.Icons;
import dev.vigie.ui.Shown;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What runs: one tile a kind, with how many there are and how many of them not well; a tile opens the table.
final class Tiles extends FlowPane {
    private static final Messages TEXTS = Messages.of("overview");
    private static final List<Tone> SAID = List.of(Tone.ERROR, Tone.WARN, Tone.PROGRESS);

    private static final Set<String> ALWAYS = Set.of("nodes", "pods");

    private final Consumer<Intent> desk;
    private final Map<Kind, Button> tiles = new LinkedHashMap<>();
    private final Map<Kind, String> said = new LinkedHashMap<>();

    Tiles(Consumer<Intent> desk) {
        this.desk = desk;
        setId("overview-tiles");
        getStyleClass().add("tiles");
    }

    /// Kinds without objects say nothing; nodes and pods are always there. Namespaces hold what runs, and do not run.
    void show(List<Health> all) {
        List<Health> kinds = all.stream()
                .filter(health -> !health.kind().resource().equals("namespaces"))
                .filter(health ->
                        health.total() > 0 || ALWAYS.contains(health.kind().resource()))
                .toList();
        List<Kind> there = kinds.stream().map(Health::kind).toList();
        tiles.keySet().retainAll(there);
        said.keySet().retainAll(there);
        for (Health health : kinds) {
            Button tile = tiles.computeIfAbsent(health.kind(), this::tile);
            String now = words(health);
            if (!now.equals(said.put(health.kind(), now))) fill(tile, health, now);
        }
        List<Button> wanted = there.stream().map(tiles::get).toList();
        if (!getChildren().equals(wanted)) getChildren().setAll(wanted);
    }

    private Button tile(Kind kind) {
        Button tile = new Button();
        tile.setId("tile-" + kind.plural());
        tile.getStyleClass().add("tile-of-kind");
        tile.setOnAction(_ -> desk.accept(new Intent.Show(new Screen.Table(kind))));
        return tile;
    }

    private static void fill(Button tile, Health health, String words) {
        Label name = new Label(Shown.text(health.kind().title()));
        name.getStyleClass().add("tile-name");
        Label total = new Label(Integer.toString(health.total()));
        total.getStyleClass().add("tile-total");
        HBox tones = new HBox();
        tones.getStyleClass().add("tile-tones");
        for (Tone tone : SAID) {
            if (health.count(tone) == 0) continue;
            Label count = new Label(Integer.toString(health.count(tone)), Icons.of(tone));
            count.getStyleClass().add("text-" + tone.name().toLowerCase(java.util.Locale.ROOT));
            tones.getChildren().add(count);
        }
        HBox line = new HBox(total, tones);
        line.getStyleClass().add("tile-line");
        tile.setGraphic(new VBox(name, line));
        tile.setAccessibleText(words);
    }

    private static String words(Health health) {
        return TEXTS.say(
                "tile",
                health.kind().title(),
                health.total(),
                health.count(Tone.ERROR),
                health.count(Tone.WARN),
                health.count(Tone.PROGRESS));
    }
}
