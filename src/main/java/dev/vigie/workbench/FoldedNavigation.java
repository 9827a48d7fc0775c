package dev.vigie.workbench;

import dev.vigie.kind.Intent;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Screen;
import dev.vigie.ui.Buttons;
import dev.vigie.ui.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The navigation where there is no room for it: one icon a group, its kinds in a menu. FX thread only.
final class FoldedNavigation extends ScrollPane {
    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");

    private final Consumer<Intent> desk;
    private final VBox icons = new VBox();
    private List<Group> shown = List.of();

    FoldedNavigation(Consumer<Intent> desk) {
        this.desk = desk;
        setId("navigation-folded");
        getStyleClass().add("navigation-folded");
        icons.getStyleClass().add("navigation-icons");
        setContent(icons);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
    }

    void show(List<Group> groups, @Nullable Screen current) {
        if (!groups.equals(shown)) {
            shown = List.copyOf(groups);
            icons.getChildren().setAll(buttons(groups));
        }
        for (int i = 0; i < icons.getChildren().size(); i++) {
            boolean here = current instanceof Screen.Table(Kind kind)
                    && ofIcon(i).stream().anyMatch(group -> group.kinds().contains(kind));
            icons.getChildren().get(i).pseudoClassStateChanged(ACTIVE, here);
        }
    }

    /// Custom resources share one icon, the last but those of no group.
    private List<Group> ofIcon(int icon) {
        List<Group> plain = shown.stream().filter(group -> !group.custom()).toList();
        if (icon < plain.size()) return List.of(plain.get(icon));
        return shown.stream().filter(Group::custom).toList();
    }

    private List<Button> buttons(List<Group> groups) {
        List<Button> buttons = new ArrayList<>();
        List<Group> custom = groups.stream().filter(Group::custom).toList();
        for (Group group : groups)
            if (!group.custom()) buttons.add(button(group.key(), group.icon(), group.title(), items(group)));
        if (!custom.isEmpty()) {
            List<MenuItem> menus = new ArrayList<>();
            for (Group group : custom) {
                Menu menu = new Menu(group.title());
                menu.setMnemonicParsing(false);
                menu.getItems().setAll(items(group));
                menus.add(menu);
            }
            buttons.add(button("custom", custom.getFirst().icon(), Group.customTitle(), menus));
        }
        return buttons;
    }

    private Button button(String key, String icon, String title, List<? extends MenuItem> items) {
        ContextMenu menu = new ContextMenu(items.toArray(MenuItem[]::new));
        Button button = Buttons.icon("folded-" + key, icon, title, () -> {});
        button.setOnAction(_ -> menu.show(button, Side.RIGHT, 0, 0));
        return button;
    }

    private List<MenuItem> items(Group group) {
        List<MenuItem> items = new ArrayList<>();
        for (Kind kind : group.kinds()) {
            MenuItem item = new MenuItem(Shown.text(kind.title()));
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> desk.accept(new Intent.Show(Screens.ofKind(kind))));
            items.add(item);
        }
        return items;
    }
}
