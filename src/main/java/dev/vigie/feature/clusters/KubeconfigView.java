package dev.vigie.feature.clusters;

import dev.vigie.base.Messages;
import dev.vigie.kind.Intent;
import dev.vigie.kind.Tone;
import dev.vigie.kube.config.Kubeconfig;
import dev.vigie.kube.config.KubeconfigJson;
import dev.vigie.kube.config.KubeconfigYaml;
import dev.vigie.ui.Buttons;
import dev.vigie.ui.Icons;
import dev.vigie.ui.StatePanel;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;

/// All kubeconfig files as one, as `kubectl config view` shows them, each entry with its file. FX thread only.
public final class KubeconfigView extends BorderPane {
    private static final Messages TEXTS = Messages.of("clusters");

    private final KubeconfigWays ways;
    private final TextField search = new TextField();
    private final EntriesTable contexts = table(
            "contexts",
            List.of(170.0, 140.0, 130.0, 90.0, 220.0, 260.0),
            List.of("name", "cluster", "user", "namespace", "file", "note"));
    private final EntriesTable clusters = table(
            "clusters", List.of(160.0, 210.0, 200.0, 220.0, 220.0), List.of("name", "server", "more", "file", "note"));
    private final EntriesTable users =
            table("users", List.of(170.0, 380.0, 220.0, 240.0), List.of("name", "credentials", "file", "note"));
    private final EntriesTable files = table(
            "files", List.of(300.0, 100.0, 110.0, 160.0, 340.0), List.of("file", "from", "state", "holds", "note"));
    private final TabPane tabs =
            new TabPane(tab("contexts", contexts), tab("clusters", clusters), tab("users", users), tab("files", files));
    private final Button remove = Buttons.plain("kubeconfig-remove", TEXTS.say("remove"), this::remove);
    private Kubeconfig kubeconfig = Kubeconfig.EMPTY;

    public KubeconfigView(Consumer<Intent> desk, KubeconfigWays ways) {
        this.ways = ways;
        setId("kubeconfig");
        search.setId("kubeconfig-search");
        search.setPromptText(TEXTS.say("search.entries"));
        search.textProperty().addListener((_, _, text) -> tables().forEach(table -> table.filter(text)));
        search.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DOWN) table().requestFocus();
        });
        Button copy = Buttons.plain(
                "kubeconfig-copy", TEXTS.say("copy.yaml"), () -> desk.accept(new Intent.CopyText(yaml())));
        setTop(new ClustersBar(KubeconfigWays.Side.FILES, ways, search, remove, copy));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getSelectionModel().selectedItemProperty().addListener(_ -> offer());
        files.getSelectionModel().selectedItemProperty().addListener(_ -> offer());
        offer();
        setCenter(tabs);
    }

    private static EntriesTable table(String id, List<Double> widths, List<String> titles) {
        return new EntriesTable(
                "entries-" + id,
                StatePanel.empty(TEXTS.say("none.entries"), TEXTS.say("none.entries.why")),
                widths,
                titles.stream().map(title -> TEXTS.say("column." + title)).toList(),
                titles.indexOf("file"));
    }

    private static Tab tab(String id, EntriesTable table) {
        Tab tab = new Tab("", table);
        tab.setId("tab-" + id);
        return tab;
    }

    /// Another state of the files.
    public void show(Kubeconfig now) {
        kubeconfig = now;
        EntryLines lines = EntryLines.of(now);
        String query = search.getText();
        contexts.show(lines.contexts(), query);
        clusters.show(lines.clusters(), query);
        users.show(lines.users(), query);
        files.show(lines.files(), query);
        for (int i = 0; i < tables().size(); i++) title(tabs.getTabs().get(i), tables().get(i));
        offer();
    }

    /// How many lines there are, and whether something is wrong among them.
    private static void title(Tab tab, EntriesTable table) {
        tab.setText(TEXTS.say(
                switch (String.valueOf(tab.getId())) {
                    case "tab-contexts" -> "tab.contexts";
                    case "tab-clusters" -> "tab.clusters";
                    case "tab-users" -> "tab.users";
                    default -> "tab.files";
                },
                table.count()));
        Tone worst = table.worst();
        tab.setGraphic(worst == Tone.WARN || worst == Tone.ERROR ? Icons.of(worst) : null);
    }

    private List<EntriesTable> tables() {
        return List.of(contexts, clusters, users, files);
    }

    private EntriesTable table() {
        return tables().get(Math.max(0, tabs.getSelectionModel().getSelectedIndex()));
    }

    /// Turns to the files.
    public void showFiles() {
        tabs.getSelectionModel().selectLast();
    }

    public void focusSearch() {
        search.requestFocus();
    }

    /// What `kubectl config view` prints, without credentials.
    private String yaml() {
        return KubeconfigYaml.of(KubeconfigJson.masked(kubeconfig));
    }

    private @Nullable EntryLine removable() {
        EntryLine line = files.getSelectionModel().getSelectedItem();
        return table().equals(files) && line != null && line.removable() != null ? line : null;
    }

    /// Only what a person added can be taken away again.
    private void offer() {
        boolean there = removable() != null;
        remove.setVisible(there);
        remove.setManaged(there);
    }

    private void remove() {
        EntryLine line = removable();
        if (line != null && line.removable() != null) ways.remove().accept(line.removable());
    }
}
