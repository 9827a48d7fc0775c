package dev.vigie.workbench;

import dev.vigie.base.Messages;
import dev.vigie.ui.Buttons;
import dev.vigie.ui.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;

/// The tabs of the window, above what they show; unseen while there is only one. FX thread only.
final class TabsView extends ScrollPane {
    private static final Messages TEXTS = Messages.of("workbench");
    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");

    private final IntConsumer select;
    private final IntConsumer close;
    private final HBox row = new HBox();
    private List<Title> shown = List.of();

    /// What stands on a tab, and what is said of it in full.
    record Title(String icon, String text, String hint) {}

    TabsView(IntConsumer select, IntConsumer close) {
        this.select = select;
        this.close = close;
        setId("tabs");
        getStyleClass().add("tabs");
        row.getStyleClass().add("tabs-row");
        setContent(row);
        setFitToHeight(true);
        setVbarPolicy(ScrollBarPolicy.NEVER);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        show(List.of(), 0);
    }

    void show(List<Title> titles, int active) {
        boolean seen = titles.size() > 1;
        if (!seen) {
            shown = List.of();
            row.getChildren().clear();
        } else if (!titles.equals(shown)) {
            shown = List.copyOf(titles);
            List<Node> nodes = new ArrayList<>();
            for (int i = 0; i < titles.size(); i++) nodes.add(tab(titles.get(i), i));
            row.getChildren().setAll(nodes);
        }
        for (int i = 0; i < row.getChildren().size(); i++)
            row.getChildren().get(i).pseudoClassStateChanged(ACTIVE, i == active);
        setVisible(seen);
        setManaged(seen);
        if (seen) setHvalue((double) active / (titles.size() - 1));
    }

    private HBox tab(Title title, int index) {
        Label text = new Label(Shown.text(title.text()), dev.vigie.ui.Icons.of(title.icon()));
        text.setMinWidth(0);
        Button end =
                Buttons.icon("close-tab-" + index, "mdi2c-close", TEXTS.say("tab.close"), () -> close.accept(index));
        end.setFocusTraversable(false);
        HBox tab = new HBox(text, end);
        tab.setId("tab-" + index);
        tab.getStyleClass().add("tab-of-place");
        tab.setAccessibleRole(AccessibleRole.TAB_ITEM);
        tab.setAccessibleText(title.hint());
        Tooltip.install(tab, new Tooltip(Shown.text(title.hint())));
        tab.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.MIDDLE) close.accept(index);
            else if (event.getButton() == MouseButton.PRIMARY) select.accept(index);
        });
        return tab;
    }
}
