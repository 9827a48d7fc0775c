package dev.vigie.feature.clusters;

import dev.vigie.base.Messages;
import dev.vigie.kind.Intent;
import dev.vigie.kube.config.Kubeconfig;
import dev.vigie.ui.Buttons;
import dev.vigie.ui.StatePanel;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Every context of the kubeconfig, to choose from; files that could not be read say why. FX thread only.
public final class ClustersView extends BorderPane {
    private static final Messages TEXTS = Messages.of("clusters");

    private final Consumer<Intent> desk;
    private final ObservableList<ClusterLine> lines = FXCollections.observableArrayList();
    private final ListView<ClusterLine> list = new ListView<>(lines);
    private final TextField search = new TextField();
    private final Label count = new Label();
    private final ReadOnlyStringWrapper selected = new ReadOnlyStringWrapper("");
    private Kubeconfig kubeconfig = Kubeconfig.EMPTY;
    private boolean refilling;

    public ClustersView(Consumer<Intent> desk, KubeconfigWays ways) {
        this.desk = desk;
        setId("clusters");
        count.getStyleClass().add("subtle");
        count.setMinWidth(Region.USE_PREF_SIZE);
        search.setId("clusters-search");
        search.setPromptText(TEXTS.say("search"));
        search.textProperty().addListener((_, _, _) -> refill());
        search.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DOWN) intoList();
            if (event.getCode() == KeyCode.ENTER) openFirst();
        });
        Button demo = Buttons.plain("clusters-demo", TEXTS.say("open.demo"), () -> desk.accept(new Intent.OpenDemo()));
        setTop(new ClustersBar(KubeconfigWays.Side.CONTEXTS, ways, search, count, demo));
        list.setId("clusters-list");
        list.setCellFactory(_ -> new ClusterCell(desk));
        list.getSelectionModel().selectedItemProperty().addListener((_, _, line) -> selected(line));
        new ClusterMenu(list, desk);
        list.setPlaceholder(StatePanel.empty(TEXTS.say("none.match"), TEXTS.say("none.match.why")));
        list.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) openSelected();
        });
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) openSelected();
        });
        setCenter(list);
    }

    /// Shows another state of the files; what was selected stays selected.
    public void show(Kubeconfig now) {
        kubeconfig = now;
        refill();
    }

    public void focusSearch() {
        search.requestFocus();
    }

    /// The name of the context that is selected, `""` for none.
    public ReadOnlyStringProperty selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    private void selected(@Nullable ClusterLine line) {
        if (!refilling)
            selected.set(line instanceof ClusterLine.Of of ? of.context().name() : "");
    }

    private void refill() {
        refilling = true;
        String before = selected.get();
        lines.setAll(ClusterLine.of(kubeconfig, search.getText()));
        count.setText(TEXTS.say("count", kubeconfig.contexts().size()));
        for (ClusterLine line : lines) {
            if (line instanceof ClusterLine.Of of && of.context().name().equals(before))
                list.getSelectionModel().select(line);
        }
        refilling = false;
        selected(list.getSelectionModel().getSelectedItem());
    }

    private void intoList() {
        list.requestFocus();
        if (list.getSelectionModel().isEmpty()) list.getSelectionModel().selectFirst();
    }

    private void openFirst() {
        for (ClusterLine line : lines) {
            if (line instanceof ClusterLine.Of of && of.context().usable()) {
                desk.accept(new Intent.OpenContext(of.context().name()));
                return;
            }
        }
    }

    private void openSelected() {
        if (list.getSelectionModel().getSelectedItem() instanceof ClusterLine.Of of
                && of.context().usable()) {
            desk.accept(new Intent.OpenContext(of.context().name()));
        }
    }
}
