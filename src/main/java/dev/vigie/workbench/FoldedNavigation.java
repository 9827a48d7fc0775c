package dev.vigie.workbench;

import dev.vigie.base.Messages;
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
import javafx.scene.Node;
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

    private static final Messages TEXTS = Messages.of("workbench");

    private final Consumer<Intent> desk;
    private final VBox icons = new VBox();
    private List<Group> shown = List.of();
    private List<String> views = List.of();
    private boolean filled;

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

    void show(List<Group> groups, List<String> saved, @Nullable Screen current) {
        if (!filled || !groups.equals(shown) || !saved.equals(views)) {
            filled = true;
            shown = List.copyOf(groups);
            views = List.copyOf(saved);
            icons.getChildren().setAll(buttons(groups));
        }
        for (Node icon : icons.getChildren())
            icon.pseudoClassStateChanged(
                    ACTIVE, current != null && icon.getUserData() instanceof List<?> leads && leads.contains(current));
    }

    private List<Button> buttons(List<Group> groups) {
        List<Button> buttons = new ArrayList<>();
        buttons.add(way("overview", new Screen.Overview()));
        if (!views.isEmpty()) buttons.add(button("views", "mdi2b-bookmark-outline", TEXTS.say("views"), saved()));
        List<Group> custom = groups.stream().filter(Group::custom).toList();
        for (Group group : groups)
            if (!group.custom())
                buttons.add(leading(button(group.key(), group.icon(), group.title(), items(group)), screens(group)));
        if (!custom.isEmpty()) {
            List<MenuItem> menus = new ArrayList<>();
            for (Group group : custom) {
                Menu menu = new Menu(group.title());
                menu.setMnemonicParsing(false);
                menu.getItems().setAll(items(group));
                menus.add(menu);
            }
            Button button = button("custom", custom.getFirst().icon(), Group.customTitle(), menus);
            buttons.add(leading(
                    button,
                    custom.stream().flatMap(group -> screens(group).stream()).toList()));
        }
        buttons.add(way("api-resources", new Screen.ApiResources()));
        return buttons;
    }

    private Button way(String key, Screen screen) {
        Button button = Buttons.icon(
                "folded-" + key,
                Screens.icon(screen, List.of()),
                Screens.title(screen),
                () -> desk.accept(new Intent.Show(screen)));
        return leading(button, List.of(screen));
    }

    /// A button knows where it, or its menu, leads.
    private static Button leading(Button button, List<Screen> screens) {
        button.setUserData(screens);
        return button;
    }

    private static List<Screen> screens(Group group) {
        List<Screen> screens = new ArrayList<>();
        if (group.key().equals("workloads")) screens.add(new Screen.Everything());
        for (Kind kind : group.kinds()) screens.add(Screens.ofKind(kind));
        return screens;
    }

    private List<MenuItem> saved() {
        return views.stream().map(view -> item(view, new Intent.OpenView(view))).toList();
    }

    private Button button(String key, String icon, String title, List<? extends MenuItem> items) {
        ContextMenu menu = new ContextMenu(items.toArray(MenuItem[]::new));
        Button button = Buttons.icon("folded-" + key, icon, title, () -> {});
        button.setOnAction(_ -> menu.show(button, Side.RIGHT, 0, 0));
        return button;
    }

    private List<MenuItem> items(Group group) {
        List<MenuItem> items = new ArrayList<>();
        for (Screen screen : screens(group)) items.add(item(Screens.title(screen), new Intent.Show(screen)));
        return items;
    }

    private MenuItem item(String title, Intent intent) {
        MenuItem item = new MenuItem(Shown.text(title));
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> desk.accept(intent));
        return item;
    }
}
