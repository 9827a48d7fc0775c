package dev.vigie.feature.resources;

import dev.vigie.base.Messages;
import dev.vigie.kind.Intent;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Screen;
import dev.vigie.kind.Tone;
import dev.vigie.kube.Cluster;
import dev.vigie.ui.Clip;
import dev.vigie.ui.Icons;
import dev.vigie.ui.Shown;
import dev.vigie.ui.StatePanel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.css.PseudoClass;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Every kind of the API with its short names, group, scope and verbs; one that can be listed opens its table. FX
/// thread only.
public final class ApiResourcesView extends VBox {
    private static final Messages TEXTS = Messages.of("resources");
    /// It is served, but there is nothing to list.
    private static final PseudoClass UNLISTED = PseudoClass.getPseudoClass("unlisted");

    private final Consumer<Intent> desk;
    private final ObservableList<Kind> kinds = FXCollections.observableArrayList();
    private final FilteredList<Kind> found = new FilteredList<>(kinds);
    private final TableView<Kind> table = new TableView<>();
    private final TextField filter = new TextField();
    private final Label count = new Label();
    private final VBox broken = new VBox();

    public ApiResourcesView(Consumer<Intent> desk) {
        this.desk = desk;
        setId("api-resources");
        getStyleClass().addAll("browse", "api-resources");
        filter.setId("resources-filter");
        filter.setPromptText(TEXTS.say("filter"));
        filter.setAccessibleText(TEXTS.say("filter"));
        filter.textProperty().addListener(_ -> search());
        filter.addEventFilter(KeyEvent.KEY_PRESSED, this::inFilter);
        HBox.setHgrow(filter, Priority.ALWAYS);
        Label title = new Label(TEXTS.say("title"));
        title.getStyleClass().add("title");
        title.setMinWidth(USE_PREF_SIZE);
        count.getStyleClass().add("view-count");
        count.setMinWidth(USE_PREF_SIZE);
        HBox bar = new HBox(title, count, filter);
        bar.getStyleClass().addAll("view-bar", "in-bar");
        broken.getStyleClass().add("broken-groups");
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(bar, broken, table);
        compose();
    }

    private void compose() {
        table.setId("resources-table");
        table.getStyleClass().add("rows");
        table.getColumns()
                .setAll(List.of(
                        column("NAME", 190, Kind::plural),
                        column("SHORTNAMES", 110, kind -> String.join(",", kind.shortNames())),
                        column("APIVERSION", 250, kind -> kind.gvk().apiVersion()),
                        column("NAMESPACED", 100, kind -> Boolean.toString(kind.namespaced())),
                        column("KIND", 210, kind -> kind.gvk().kind()),
                        column("VERBS", 330, kind -> String.join(",", kind.verbs())),
                        column("CATEGORIES", 140, kind -> String.join(",", kind.categories()))));
        table.setRowFactory(_ -> new Line());
        SortedList<Kind> sorted = new SortedList<>(found);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.setPlaceholder(StatePanel.empty(TEXTS.say("none"), TEXTS.say("none.why")));
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::inTable);
    }

    private static TableColumn<Kind, String> column(String head, double width, Function<Kind, String> value) {
        TableColumn<Kind, String> column = new TableColumn<>(head);
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(Shown.text(value.apply(cell.getValue()))));
        return column;
    }

    /// Another state of what the server serves; what is selected stays so.
    public void show(Cluster.Discovery discovery) {
        List<Kind> all = new ArrayList<>(discovery.kinds());
        all.addAll(discovery.unlisted());
        all.sort(Comparator.comparing((Kind kind) -> kind.gvk().group()).thenComparing(Kind::plural));
        broken.getChildren()
                .setAll(discovery.failedGroups().stream()
                        .map(group -> new Label(
                                Shown.text(TEXTS.say("broken", group.groupVersion(), group.reason())),
                                Icons.of(Tone.WARN)))
                        .toList());
        if (kinds.equals(all)) return;
        Kind selected = table.getSelectionModel().getSelectedItem();
        kinds.setAll(all);
        if (selected != null) table.getSelectionModel().select(selected);
        search();
    }

    private void search() {
        String typed = filter.getText().strip().toLowerCase(Locale.ROOT);
        found.setPredicate(typed.isEmpty() ? null : kind -> words(kind).contains(typed));
        count.setText(
                found.size() == kinds.size()
                        ? TEXTS.say("count", kinds.size())
                        : TEXTS.say("count.of", found.size(), kinds.size()));
        if (table.getSelectionModel().isEmpty()) table.getSelectionModel().selectFirst();
    }

    private static String words(Kind kind) {
        return String.join(
                        " ",
                        kind.resource(),
                        kind.singular(),
                        kind.gvk().kind(),
                        kind.gvk().apiVersion(),
                        String.join(" ", kind.shortNames()),
                        String.join(" ", kind.categories()),
                        String.join(" ", kind.verbs()))
                .toLowerCase(Locale.ROOT);
    }

    private void inFilter(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> {
                filter.clear();
                takeFocus();
            }
            case ENTER, DOWN -> takeFocus();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void inTable(KeyEvent event) {
        if (event.getCode() != KeyCode.ENTER) return;
        open(table.getSelectionModel().getSelectedItem(), event.isShortcutDown());
        event.consume();
    }

    private void open(@org.jspecify.annotations.Nullable Kind kind, boolean inTab) {
        if (kind == null || !kind.can("list")) return;
        Screen screen = new Screen.Table(kind);
        desk.accept(inTab ? new Intent.ShowInTab(screen) : new Intent.Show(screen));
    }

    public void takeFocus() {
        table.requestFocus();
    }

    public void focusFilter() {
        filter.requestFocus();
    }

    /// One kind; opened by a double click.
    private final class Line extends TableRow<Kind> {
        private Line() {
            setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2)
                    open(getItem(), event.isShortcutDown());
            });
        }

        @Override
        protected void updateItem(@org.jspecify.annotations.Nullable Kind kind, boolean empty) {
            super.updateItem(kind, empty);
            pseudoClassStateChanged(UNLISTED, kind != null && !empty && !kind.can("list"));
            setContextMenu(kind == null || empty ? null : menu(kind));
        }

        private ContextMenu menu(Kind kind) {
            MenuItem open = new MenuItem(TEXTS.say("open"));
            open.setDisable(!kind.can("list"));
            open.setOnAction(_ -> open(kind, false));
            MenuItem tab = new MenuItem(TEXTS.say("open.tab"));
            tab.setDisable(!kind.can("list"));
            tab.setOnAction(_ -> open(kind, true));
            MenuItem name = new MenuItem(TEXTS.say("copy.name"));
            name.setOnAction(_ -> Clip.copy(kind.resource()));
            return new ContextMenu(open, tab, name);
        }
    }
}
