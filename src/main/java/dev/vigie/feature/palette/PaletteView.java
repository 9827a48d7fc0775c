package dev.vigie.feature.palette;

import dev.vigie.base.Messages;
import dev.vigie.kind.Intent;
import dev.vigie.ui.Icons;
import dev.vigie.ui.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Ctrl+K: type to find a context, a kind, a namespace, an object or an action; Enter goes there. FX thread only.
public final class PaletteView extends StackPane {
    private static final Messages TEXTS = Messages.of("palette");
    private static final int PAGE = 8;

    private final List<Choice> choices;
    private final More more;
    private final Consumer<Intent> desk;
    private final Runnable close;
    private final TextField field = new TextField();
    private final ObservableList<Choice> found = FXCollections.observableArrayList();
    private final ListView<Choice> list = new ListView<>(found);

    /// Choices that depend on what is typed and may come late.
    public interface More extends AutoCloseable {
        /// `changed` is called when there are others than before.
        void open(Runnable changed);

        /// Those that what is typed may mean.
        List<Choice> of(String typed);

        @Override
        void close();
    }

    /// `more` is closed when the palette is gone. `close` takes it away; it is called before the chosen intent is
    /// carried out.
    public PaletteView(List<Choice> choices, More more, Consumer<Intent> desk, Runnable close) {
        this.choices = List.copyOf(choices);
        this.more = more;
        this.desk = desk;
        this.close = close;
        setId("palette");
        getStyleClass().add("cover");
        field.setId("palette-field");
        field.setPromptText(TEXTS.say("prompt"));
        field.setAccessibleText(TEXTS.say("prompt"));
        field.getStyleClass().add("palette-field");
        field.textProperty().addListener((_, _, typed) -> search(typed));
        list.setId("palette-list");
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new ChoiceCell(this::choose));
        list.setPlaceholder(new Label(TEXTS.say("nothing")));
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox box = new VBox(field, list, hints());
        box.getStyleClass().add("palette");
        getChildren().add(box);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        setOnMouseClicked(event -> {
            if (event.getTarget() == this) close.run();
        });
        search("");
        more.open(this::again);
        sceneProperty().addListener((_, _, now) -> {
            if (now == null) more.close();
        });
    }

    /// The same question, other choices: what is selected stays so.
    private void again() {
        Choice selected = list.getSelectionModel().getSelectedItem();
        boolean first = list.getSelectionModel().getSelectedIndex() <= 0;
        List<Choice> now = ranked(field.getText());
        if (now.equals(found)) return;
        found.setAll(now);
        list.getSelectionModel().select(first ? 0 : Math.max(0, found.indexOf(selected)));
    }

    private List<Choice> ranked(String typed) {
        List<Choice> all = new ArrayList<>(choices);
        all.addAll(more.of(typed));
        return Ranking.of(all, typed);
    }

    @Override
    public void requestFocus() {
        field.requestFocus();
    }

    private void search(String typed) {
        found.setAll(ranked(typed));
        list.getSelectionModel().select(0);
        list.scrollTo(0);
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> close.run();
            case ENTER -> choose();
            case DOWN -> move(1);
            case UP -> move(-1);
            case PAGE_DOWN -> move(PAGE);
            case PAGE_UP -> move(-PAGE);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int step) {
        int index = Math.clamp(list.getSelectionModel().getSelectedIndex() + step, 0, Math.max(0, found.size() - 1));
        list.getSelectionModel().select(index);
        list.scrollTo(Math.max(0, index - PAGE / 2));
    }

    private void choose() {
        Choice choice = list.getSelectionModel().getSelectedItem();
        if (choice == null) return;
        close.run();
        desk.accept(choice.intent());
    }

    private static HBox hints() {
        HBox hints = new HBox(cap("↑ ↓"), hint("choose"), cap("Enter"), hint("open"), cap("Esc"), hint("close"));
        hints.getStyleClass().add("palette-hints");
        return hints;
    }

    private static Label cap(String key) {
        Label cap = new Label(key);
        cap.getStyleClass().add("key-cap");
        return cap;
    }

    private static Label hint(String what) {
        Label hint = new Label(
                switch (what) {
                    case "choose" -> TEXTS.say("choose");
                    case "open" -> TEXTS.say("open");
                    default -> TEXTS.say("close");
                });
        hint.getStyleClass().add("hint");
        return hint;
    }

    /// One choice with its hint at the right.
    private static final class ChoiceCell extends ListCell<Choice> {
        private ChoiceCell(Runnable chosen) {
            getStyleClass().add("palette-cell");
            setPrefWidth(0); // long names end in dots, the hint stays in sight
            setOnMouseClicked(_ -> {
                if (!isEmpty()) chosen.run();
            });
        }

        @Override
        protected void updateItem(@Nullable Choice choice, boolean empty) {
            super.updateItem(choice, empty);
            setGraphic(empty || choice == null ? null : line(choice));
            setAccessibleText(empty || choice == null ? null : choice.name() + ", " + choice.hint());
        }

        private static HBox line(Choice choice) {
            Label name = new Label(Shown.text(choice.name()), Icons.of(choice.icon()));
            Region spring = new Region();
            HBox.setHgrow(spring, Priority.ALWAYS);
            Label hint = new Label(Shown.text(choice.hint()));
            hint.getStyleClass().add("hint");
            hint.setMinWidth(USE_PREF_SIZE);
            name.setMinWidth(0);
            HBox line = new HBox(name, spring, hint);
            line.setAlignment(Pos.CENTER_LEFT);
            return line;
        }
    }
}
