package dev.vigie.ui;

import dev.vigie.base.Messages;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// One namespace to choose: a press takes it alone, its box takes it too.
final class NamespaceLine extends ListCell<String> {
    /// No namespace is called so.
    static final String ALL = "*";

    private static final PseudoClass ENDING = PseudoClass.getPseudoClass("ending");
    private static final Messages TEXTS = Messages.of("ui");

    private final Set<String> ticked;
    private final Supplier<Set<String>> ending;
    private final CheckBox box = new CheckBox();

    NamespaceLine(Set<String> ticked, Supplier<Set<String>> ending, Consumer<String> one, Consumer<String> tick) {
        this.ticked = ticked;
        this.ending = ending;
        box.setFocusTraversable(false);
        box.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            event.consume();
            tick.accept(getItem());
        });
        addEventHandler(MouseEvent.MOUSE_CLICKED, _ -> {
            if (!isEmpty()) one.accept(getItem());
        });
    }

    @Override
    protected void updateItem(@Nullable String name, boolean empty) {
        super.updateItem(name, empty);
        if (name == null || empty) {
            setText("");
            pseudoClassStateChanged(ENDING, false);
            setGraphic(null);
            return;
        }
        boolean all = name.equals(ALL);
        boolean going = !all && ending.get().contains(name);
        pseudoClassStateChanged(ENDING, going);
        String shown = Shown.text(name);
        setText(all ? TEXTS.say("namespaces.all") : going ? TEXTS.say("namespaces.ending", shown) : shown);
        box.setSelected(ticked.contains(name));
        box.setVisible(!all);
        setGraphic(box);
    }
}
