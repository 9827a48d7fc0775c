package dev.vigie.feature.clusters;

import dev.vigie.base.Messages;
import dev.vigie.ui.Buttons;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The bar above the contexts and the kubeconfig files: which of both is seen, the search, what can be done. FX thread
/// only.
final class ClustersBar extends HBox {
    private static final Messages TEXTS = Messages.of("clusters");
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    /// `actions` stand before the menu that adds files.
    ClustersBar(KubeconfigWays.Side side, KubeconfigWays ways, TextField search, Node... actions) {
        getStyleClass().add("view-bar");
        setAlignment(Pos.CENTER_LEFT);
        HBox sides = new HBox();
        sides.getStyleClass().add("sides");
        for (KubeconfigWays.Side each : KubeconfigWays.Side.values())
            sides.getChildren().add(side(each, each == side, ways));
        HBox.setHgrow(search, Priority.ALWAYS);
        search.setMinWidth(60);
        getChildren().addAll(sides, search);
        getChildren().addAll(actions);
        getChildren().add(menu(ways));
    }

    private static Button side(KubeconfigWays.Side each, boolean chosen, KubeconfigWays ways) {
        boolean files = each == KubeconfigWays.Side.FILES;
        Button button = Buttons.plain(
                files ? "clusters-kubeconfig" : "clusters-contexts",
                files ? "Kubeconfig" : TEXTS.say("title"),
                () -> ways.turn().accept(each));
        button.getStyleClass().addAll("flat", "side");
        button.pseudoClassStateChanged(CHOSEN, chosen);
        button.setAccessibleRoleDescription(TEXTS.say(chosen ? "side.chosen" : "side"));
        button.notifyAccessibleAttributeChanged(AccessibleAttribute.ROLE_DESCRIPTION);
        return button;
    }

    private static MenuButton menu(KubeconfigWays ways) {
        MenuButton menu = new MenuButton(TEXTS.say("add"));
        menu.setId("clusters-add");
        menu.setMnemonicParsing(false);
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.getItems().addAll(item("add-file", "add.file", ways.addFile()));
        menu.getItems().addAll(item("add-folder", "add.folder", ways.addFolder()));
        menu.getItems().addAll(item("add-paste", "add.paste", ways.paste()));
        return menu;
    }

    private static MenuItem item(String id, String key, Runnable action) {
        MenuItem item = new MenuItem(TEXTS.say(key));
        item.setId(id);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
