package dev.vigie.feature.events;

import dev.vigie.base.Age;
import dev.vigie.base.Messages;
import dev.vigie.base.Ref;
import dev.vigie.catalog.Occurrence;
import dev.vigie.catalog.Occurrences;
import dev.vigie.kind.Intent;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Pointer;
import dev.vigie.ui.Icons;
import dev.vigie.ui.Shown;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;

/// Groups of events as lines; the one under the cursor stays under it when others come. FX thread only.
final class OccurrencesTable extends TableView<Occurrences> {
    private static final Messages TEXTS = Messages.of("events");
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM).withZone(ZoneId.systemDefault());

    private final String context;
    private final Consumer<Intent> desk;
    private final Supplier<List<Kind>> kinds;
    private final TableColumn<Occurrences, Occurrences> first = number("FIRST SEEN", 84, one -> age(one.first()));
    private boolean filling;
    private final ObservableList<Occurrences> lines = FXCollections.observableArrayList();

    /// `context` is that of the cluster.
    OccurrencesTable(String context, Consumer<Intent> desk, Supplier<List<Kind>> kinds) {
        this.context = context;
        this.desk = desk;
        this.kinds = kinds;
        setId("events-rows");
        getStyleClass().add("rows");
        setAccessibleText(TEXTS.say("title"));
        setItems(lines);
        TableColumn<Occurrences, Occurrences> message =
                column("MESSAGE", 420, one -> one.newest().message());
        getColumns()
                .setAll(List.of(
                        reason(),
                        column("OBJECT", 250, OccurrencesTable::object),
                        message,
                        column("NAMESPACE", 110, one -> one.newest().namespace()),
                        number("COUNT", 62, one -> Long.toString(one.times())),
                        first,
                        number("LAST SEEN", 84, one -> age(one.last()))));
        getColumns().forEach(column -> column.setSortable(false));
        setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
        setRowFactory(_ -> new Line());
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        getSelectionModel().selectedItemProperty().addListener((_, _, now) -> {
            if (now != null && !filling) glance(now.newest());
        });
    }

    /// Details that are open follow the cursor.
    private void glance(Occurrence event) {
        Kind kind = kind(event);
        if (kind == null) return;
        String namespace = kind.namespaced() ? event.namespace() : "";
        desk.accept(new Intent.Glance(new Ref(context, kind.gvk(), namespace, event.name(), "")));
    }

    void show(List<Occurrences> now) {
        if (lines.equals(now)) return;
        Occurrences current = getSelectionModel().getSelectedItem();
        filling = true;
        lines.setAll(now);
        for (int i = 0; current != null && i < now.size(); i++) {
            if (!now.get(i).identity().equals(current.identity())) continue;
            getSelectionModel().select(i);
            break;
        }
        filling = false;
    }

    /// Where there is little room, what is said twice gives way.
    void squeeze(boolean narrow) {
        first.setVisible(!narrow);
    }

    void stale(boolean now) {
        pseudoClassStateChanged(STALE, now);
    }

    /// Ages grow.
    void tick() {
        if (getScene() != null) refresh();
    }

    private static String age(Instant at) {
        return Age.since(at.getEpochSecond(), Instant.now());
    }

    private static String object(Occurrences one) {
        int all = one.objects();
        return all == 1
                ? one.newest().object()
                : TEXTS.say("object.and", one.newest().object(), all);
    }

    private static TableColumn<Occurrences, Occurrences> reason() {
        TableColumn<Occurrences, Occurrences> column =
                column("REASON", 190, one -> one.newest().reason());
        column.setMinWidth(110);
        column.setCellFactory(_ -> new Cell(one -> one.newest().reason(), true));
        return column;
    }

    private static TableColumn<Occurrences, Occurrences> column(
            String head, double width, Function<Occurrences, String> says) {
        TableColumn<Occurrences, Occurrences> column = new TableColumn<>(head);
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(_ -> new Cell(says, false));
        return column;
    }

    private static TableColumn<Occurrences, Occurrences> number(
            String head, double width, Function<Occurrences, String> says) {
        TableColumn<Occurrences, Occurrences> column = column(head, width, says);
        column.getStyleClass().addAll("number", "number-head");
        column.setMinWidth(width);
        column.setCellFactory(_ -> {
            Cell cell = new Cell(says, false);
            cell.getStyleClass().add("number");
            return cell;
        });
        return column;
    }

    private void pressed(KeyEvent event) {
        Occurrences current = getSelectionModel().getSelectedItem();
        if (current == null || event.getCode() != KeyCode.ENTER) return;
        open(current.newest());
        event.consume();
    }

    private void open(Occurrence event) {
        Kind kind = kind(event);
        if (kind == null) return;
        String namespace = kind.namespaced() ? event.namespace() : "";
        desk.accept(new Intent.InspectOther(
                new Pointer(kind.gvk().group(), kind.gvk().kind(), namespace, event.name())));
    }

    /// By its name in small letters, for the server prints no more of it; null for one that is not served.
    private @Nullable Kind kind(Occurrence event) {
        for (Kind kind : kinds.get())
            if (kind.gvk().kind().toLowerCase(Locale.ROOT).equals(event.kind())) return kind;
        return null;
    }

    /// One group; opened by a double click.
    private final class Line extends TableRow<Occurrences> {
        private Line() {
            setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && getItem() != null)
                    open(getItem().newest());
            });
        }

        @Override
        protected void updateItem(@Nullable Occurrences one, boolean empty) {
            super.updateItem(one, empty);
            setContextMenu(one == null || empty ? null : menu(one));
        }

        /// Each object of a group can be opened.
        private ContextMenu menu(Occurrences group) {
            ContextMenu menu = new ContextMenu();
            group.all().stream()
                    .map(Occurrence::object)
                    .distinct()
                    .limit(12)
                    .forEach(object -> menu.getItems().add(details(group, object)));
            MenuItem copy = new MenuItem(TEXTS.say("copy.message"));
            copy.setOnAction(_ -> desk.accept(new Intent.CopyText(group.newest().message())));
            menu.getItems().add(copy);
            return menu;
        }

        private MenuItem details(Occurrences group, String object) {
            MenuItem item = new MenuItem(Shown.text(TEXTS.say("details.of", object)));
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> group.all().stream()
                    .filter(one -> one.object().equals(object))
                    .findFirst()
                    .ifPresent(OccurrencesTable.this::open));
            return item;
        }
    }

    private static final class Cell extends TableCell<Occurrences, Occurrences> {
        private final Function<Occurrences, String> says;
        private final boolean toned;
        private final Tooltip tooltip = new Tooltip();

        private Cell(Function<Occurrences, String> says, boolean toned) {
            this.says = says;
            this.toned = toned;
            tooltip.setWrapText(true);
            tooltip.setMaxWidth(560);
        }

        @Override
        protected void updateItem(@Nullable Occurrences one, boolean empty) {
            super.updateItem(one, empty);
            getStyleClass().removeAll("tone-warn");
            setGraphic(null);
            setTooltip(null);
            if (empty || one == null) {
                setText(null);
                return;
            }
            setText(Shown.text(says.apply(one).replaceAll("\\s+", " ")));
            tooltip.setText(Shown.text(whole(one)));
            setTooltip(tooltip);
            if (!toned) return;
            setGraphic(Icons.of(one.tone()));
            if (one.newest().warning()) getStyleClass().add("tone-warn");
        }

        private static String whole(Occurrences one) {
            Occurrence newest = one.newest();
            return newest.message() + "\n"
                    + TEXTS.say("when", one.times(), EXACT.format(one.first()), EXACT.format(one.last()))
                    + (newest.source().isEmpty() ? "" : "\n" + newest.source());
        }
    }
}
