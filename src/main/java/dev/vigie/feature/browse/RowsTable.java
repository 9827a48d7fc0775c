package dev.vigie.feature.browse;

import dev.vigie.kind.Column;
import dev.vigie.kind.Part;
import dev.vigie.kube.Row;
import dev.vigie.live.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/// The rows on screen. Only visible rows are ever touched; what is chosen is the model's word.
final class RowsTable extends TableView<Row> {
    private static final double ROW = 28;
    private static final double LEAST_NAME = 170;
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final BrowseModel model;
    private final Zoom zoom;
    private final RowTones tones;
    private final List<RowLine> lines = new ArrayList<>();
    private final KeptPlace place;
    private final TableKeys keys;
    private final MarkedColumn marked;
    private List<Spot> spots = List.of();
    private Consumer<Part> inspecting = _ -> {};
    /// While it is, the table's own calls to sort are not a person's.
    private boolean building = true;
    private boolean fitted;

    RowsTable(BrowseModel model, Zoom zoom) {
        this.model = model;
        this.zoom = zoom;
        tones = new RowTones(model.kind);
        place = new KeptPlace(this);
        setId("rows");
        getStyleClass().add("rows");
        setSelectionModel(null);
        setRowFactory(_ -> newLine());
        setSortPolicy(_ -> sorted());
        setFixedCellSize(zoom.px(ROW));
        zoom.factorProperty().addListener(_ -> zoomed());
        widthProperty().addListener(_ -> fitName());
        model.openingProperty().addListener(_ -> follow());
        marked = new MarkedColumn(this, model);
        keys = new TableKeys(this, model, marked);
        getColumns().addListener((javafx.collections.ListChangeListener<TableColumn<Row, ?>>) _ -> reordered());
        follow();
    }

    /// Takes the rows of the model's opening.
    private void follow() {
        fitted = false;
        building = true; // new items make the table ask for its order, which is not built yet
        setItems(model.rows());
        building = false;
        model.rows().afterDrain(this::drained);
        model.chosen().onChange(this::chosenChanged);
        model.rows().addListener((javafx.collections.ListChangeListener<Row>) _ -> place.moved());
        model.rows().columnsProperty().addListener(_ -> build());
        build();
    }

    /// The columns as the model wants them shown.
    void build() {
        List<Column> columns = model.rows().columns();
        tones.columns(columns);
        spots = Spot.of(columns, model.manyNamespaces(), model.layout());
        building = true;
        try {
            List<TableColumn<Row, Row>> shown = spots.stream()
                    .filter(spot -> spot.isNamespace() || model.layout().shows(spot.column()))
                    .map(this::column)
                    .toList();
            getColumns().setAll(shown);
            restoreSort(shown);
            marked.show();
        } finally {
            building = false;
        }
        fitName();
    }

    private TableColumn<Row, Row> column(Spot spot) {
        TableColumn<Row, Row> column = new TableColumn<>(spot.head());
        column.setId("column-" + spot.column().name());
        column.setUserData(spot);
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        column.setCellFactory(_ -> new PrintedCell(spot, tones));
        if (spot.meaning().right()) column.getStyleClass().add("number-head");
        column.setPrefWidth(zoom.px(width(spot)));
        column.widthProperty().addListener((_, _, now) -> {
            if (!building && zoom.factorProperty().get() > 0) {
                model.arrange(model.layout()
                        .width(
                                spot.column().name(),
                                now.doubleValue() / zoom.factorProperty().get()));
            }
        });
        return column;
    }

    private double width(Spot spot) {
        Double kept = model.layout().widths().get(spot.column().name());
        if (kept != null) return kept;
        boolean icon =
                !model.rows().isEmpty() && tones.isToneCell(spot, model.rows().getFirst());
        return Widths.of(spot, icon, model.rows());
    }

    private void restoreSort(List<TableColumn<Row, Row>> shown) {
        List<TableColumn<Row, ?>> order = new ArrayList<>();
        for (Order.By by : model.memory().sort()) {
            for (TableColumn<Row, Row> column : shown) {
                if (!spot(column).column().name().equals(by.column())) continue;
                column.setSortType(by.descending() ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING);
                order.add(column);
            }
        }
        getSortOrder().setAll(FXCollections.observableArrayList(order));
        number();
    }

    /// Which of several columns counts first stands in their heads.
    private void number() {
        for (TableColumn<Row, ?> column : getColumns()) {
            int place = getSortOrder().size() > 1 ? getSortOrder().indexOf(column) + 1 : 0;
            Label number = new Label(String.valueOf(place));
            number.getStyleClass().add("sort-place");
            column.setGraphic(place == 0 ? null : number);
        }
    }

    static Spot spot(TableColumn<Row, ?> column) {
        return (Spot) Objects.requireNonNull(column.getUserData());
    }

    /// The heads were clicked; the model does the sorting.
    private boolean sorted() {
        if (building) return true;
        model.sort(getSortOrder().stream()
                .map(column -> new Order.By(
                        spot(column).column().name(), column.getSortType() == TableColumn.SortType.DESCENDING))
                .toList());
        number();
        return true;
    }

    /// Heads were drawn to other places.
    private void reordered() {
        if (building) return;
        List<String> now = getColumns().stream()
                .map(column -> spot(column).column().name())
                .toList();
        if (!now.isEmpty()) model.arrange(model.layout().order(now));
    }

    /// Moves a column by so many places to the right, or to the left.
    void move(Spot spot, int by) {
        List<String> names = new ArrayList<>(
                getColumns().stream().map(one -> spot(one).column().name()).toList());
        int from = names.indexOf(spot.column().name());
        int to = from + by;
        if (from < 0 || to < 0 || to >= names.size()) return;
        names.add(to, names.remove(from));
        model.arrange(model.layout().order(names));
        build();
    }

    /// Names give way first; what is left over stays empty.
    private void fitName() {
        TableColumn<Row, ?> name = nameColumn();
        if (name == null
                || getWidth() <= 0
                || model.layout().widths().containsKey(spot(name).column().name())) return;
        double others = getColumns().stream()
                .filter(one -> !one.equals(name))
                .mapToDouble(TableColumn::getWidth)
                .sum();
        double room = getWidth() - others - zoom.px(14);
        double wanted = zoom.px(Widths.of(spot(name), false, model.rows()));
        building = true;
        name.setPrefWidth(Math.clamp(room, zoom.px(LEAST_NAME), Math.max(wanted, zoom.px(LEAST_NAME))));
        building = false;
    }

    /// At 100 %.
    double shownWidth(TableColumn<Row, ?> column) {
        return column.getWidth() / zoom.factorProperty().get();
    }

    private @Nullable TableColumn<Row, ?> nameColumn() {
        return getColumns().stream()
                .filter(column -> spot(column).isName())
                .findFirst()
                .orElse(null);
    }

    private RowLine newLine() {
        RowLine line = new RowLine(row -> model.chosen().has(row));
        new LineMouse(line, this, model);
        lines.add(line);
        return line;
    }

    private void drained() {
        if (!fitted && !model.rows().isEmpty()) {
            fitted = true;
            build();
        }
        lines.forEach(RowLine::follow);
        place.keep(model.memory().sort() + model.filter());
        int cursor = model.chosen().cursor();
        if (cursor >= 0 && getFocusModel().getFocusedIndex() != cursor)
            getFocusModel().focus(cursor);
    }

    private void chosenChanged() {
        lines.forEach(line -> line.updateSelected(false));
        getFocusModel().focus(model.chosen().cursor());
    }

    /// Ages grow.
    void tick() {
        lines.stream().filter(RowLine::isVisible).forEach(RowLine::tick);
    }

    /// Who is told that the details of the object under the cursor are wanted.
    void onInspect(Consumer<Part> action) {
        inspecting = action;
    }

    void inspect(Part part) {
        inspecting.accept(part);
    }

    void copy() {
        keys.copy();
    }

    /// The chosen rows, or all that are shown, as text.
    Printed printed() {
        return keys.printed();
    }

    void stale(boolean now) {
        if (now == getPseudoClassStates().contains(STALE)) return;
        tones.stale(now);
        pseudoClassStateChanged(STALE, now);
        lines.forEach(RowLine::again);
    }

    private void zoomed() {
        setFixedCellSize(zoom.px(ROW));
        build();
    }

    /// The columns as they stand on screen.
    List<Spot> shownSpots() {
        return getColumns().stream().map(RowsTable::spot).toList();
    }

    /// All columns, shown or not.
    List<Spot> spots() {
        return spots;
    }
}
