package dev.vigie.feature.everything;

import dev.vigie.base.Age;
import dev.vigie.base.Messages;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Tone;
import dev.vigie.ui.Icons;
import dev.vigie.ui.Shown;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// Kinds with their objects below them. What is selected stays selected by its identity. FX thread only.
final class LinesTable extends TableView<Line> {
    private static final Messages TEXTS = Messages.of("everything");
    private static final PseudoClass HEAD = PseudoClass.getPseudoClass("head");

    private final BiConsumer<Kind, Boolean> turn;
    private final TableColumn<Line, Line> age = column("AGE", 90, AgeCell::new);
    private Consumer<Line> opened = line -> {};
    private boolean filling;

    /// `turn` unfolds or folds a kind.
    LinesTable(BiConsumer<Kind, Boolean> turn) {
        this.turn = turn;
        setId("everything-lines");
        getStyleClass().add("rows");
        setRowFactory(_ -> new Row());
        getColumns()
                .setAll(List.of(
                        column("NAME", 420, NameCell::new),
                        column("NAMESPACE", 170, () -> new TextCell(LinesTable::namespace)),
                        column("STATE", 220, StateCell::new),
                        age));
        age.getStyleClass().add("number-head");
        setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
    }

    private static TableColumn<Line, Line> column(
            String head, double width, java.util.function.Supplier<TableCell<Line, Line>> cell) {
        TableColumn<Line, Line> column = new TableColumn<>(head);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(of -> new ReadOnlyObjectWrapper<>(of.getValue()));
        column.setCellFactory(_ -> cell.get());
        return column;
    }

    /// Who is told that a line is opened by a double click.
    void opened(Consumer<Line> action) {
        opened = action;
    }

    /// The lines are being replaced: what becomes of the selection meanwhile is no word of the person.
    boolean filling() {
        return filling;
    }

    void show(List<Line> lines) {
        if (getItems().equals(lines)) return;
        Line selected = getSelectionModel().getSelectedItem();
        filling = true;
        if (lines.size() == getItems().size()) {
            for (int i = 0; i < lines.size(); i++)
                if (!lines.get(i).equals(getItems().get(i))) getItems().set(i, lines.get(i));
        } else getItems().setAll(lines);
        select(selected, lines);
        filling = false;
    }

    private void select(@Nullable Line selected, List<Line> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (selected != null && same(lines.get(i), selected)) {
                getSelectionModel().clearAndSelect(i);
                getFocusModel().focus(i);
                return;
            }
        }
        getSelectionModel().clearSelection();
    }

    private static boolean same(Line one, Line other) {
        return switch (one) {
            case Line.Head head ->
                other instanceof Line.Head also && head.kind().equals(also.kind());
            case Line.Item item -> other instanceof Line.Item also && item.ref().equals(also.ref());
        };
    }

    /// Selects the kind that an object stands below.
    void toHead(Kind kind) {
        for (int i = 0; i < getItems().size(); i++) {
            if (getItems().get(i) instanceof Line.Head head && head.kind().equals(kind)) {
                getSelectionModel().clearAndSelect(i);
                scrollTo(i);
                return;
            }
        }
    }

    void tick() {
        lookupAll(".age-of-line").forEach(node -> {
            if (node instanceof AgeCell cell) cell.tick();
        });
    }

    private static String namespace(Line line) {
        return line instanceof Line.Item item ? item.ref().namespace() : "";
    }

    /// A kind folds by a click on its name, everything opens by two.
    private final class Row extends TableRow<Line> {
        private Row() {
            addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
                Line line = getItem();
                if (line == null || event.getButton() != MouseButton.PRIMARY) return;
                if (line instanceof Line.Head head && event.getClickCount() == 1)
                    turn.accept(head.kind(), !head.open());
                if (line instanceof Line.Item && event.getClickCount() == 2) opened.accept(line);
            });
        }

        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            pseudoClassStateChanged(HEAD, !empty && line instanceof Line.Head);
        }
    }

    private static final class NameCell extends TableCell<Line, Line> {
        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            setGraphic(null);
            setText("");
            if (empty || line == null) return;
            switch (line) {
                case Line.Head head -> {
                    setGraphic(Icons.of(head.open() ? "mdi2c-chevron-down" : "mdi2c-chevron-right"));
                    boolean some = head.open() && head.shown() != head.count();
                    String text = Shown.text(head.kind().title());
                    setText(
                            some
                                    ? TEXTS.say("head.some", text, head.shown(), head.count())
                                    : TEXTS.say("head", text, head.count()));
                }
                case Line.Item item -> setText(Shown.text(item.ref().name()));
            }
            pseudoClassStateChanged(HEAD, line instanceof Line.Head);
        }
    }

    private static class TextCell extends TableCell<Line, Line> {
        private final Function<Line, String> text;

        private TextCell(Function<Line, String> text) {
            this.text = text;
        }

        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            setText(empty || line == null ? "" : Shown.text(text.apply(line)));
        }
    }

    private static final class StateCell extends TableCell<Line, Line> {
        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            getStyleClass().removeIf(style -> style.startsWith("tone-"));
            boolean item = !empty && line instanceof Line.Item;
            setText(item && line instanceof Line.Item now ? Shown.text(now.word()) : "");
            setGraphic(null);
            if (!empty && line instanceof Line.Head head && head.bad() > 0) {
                setText(Integer.toString(head.bad()));
                setGraphic(Icons.of(head.worst()));
                getStyleClass().add("tone-" + head.worst().name().toLowerCase(Locale.ROOT));
            }
            if (line instanceof Line.Item now
                    && !empty
                    && now.tone() != Tone.QUIET
                    && !now.word().isEmpty()) {
                setGraphic(Icons.of(now.tone()));
                if (now.tone() != Tone.OK)
                    getStyleClass().add("tone-" + now.tone().name().toLowerCase(Locale.ROOT));
            }
        }
    }

    private static final class AgeCell extends TableCell<Line, Line> {
        private AgeCell() {
            getStyleClass().addAll("number", "age-of-line");
        }

        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            tick();
        }

        private void tick() {
            Line line = getItem();
            boolean known = !isEmpty() && line instanceof Line.Item;
            setText(known && line instanceof Line.Item item ? Age.since(item.created(), Instant.now()) : "");
        }
    }
}
