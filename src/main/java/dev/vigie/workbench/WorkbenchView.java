package dev.vigie.workbench;

import dev.vigie.feature.clusters.SignInBanner;
import dev.vigie.ui.Theme;
import java.util.Objects;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The window's regions: rail, navigation, top bar, the middle, command mirror, status strip; and what floats above
/// them.
/// FX thread only.
public final class WorkbenchView extends StackPane {
    /// Below this width at 100 % the navigation makes room for the table.
    private static final double NARROW = 760;

    private static final PseudoClass PRODUCTION = PseudoClass.getPseudoClass("production");

    final RailView rail;
    final NavigationView navigation;
    final FoldedNavigation folded;
    final TopBarView top;
    final TabsView tabs;
    final SignInBanner signIn;
    final CommandMirrorView mirror;
    final StatusStripView strip;
    private final MiddleView middle;
    final BesideView beside;
    private final BorderPane frame = new BorderPane();
    private final Theme theme;
    private final InvalidationListener zoomed = _ -> fold();
    private boolean navigable;
    private @Nullable Node before;

    WorkbenchView(Theme theme, Desk desk, Runnable palette) {
        this.theme = theme;
        setId("workbench");
        rail = new RailView(desk);
        strip = new StatusStripView(desk);
        navigation = new NavigationView(desk);
        folded = new FoldedNavigation(desk);
        mirror = new CommandMirrorView(desk);
        top = new TopBarView(() -> desk.step(Step.BACK), () -> desk.step(Step.FORWARD), palette, desk);
        strip.said(top.notices::add);
        top.notices.read(strip::read);
        middle = new MiddleView(theme);
        VBox work = new VBox();
        tabs = new TabsView(new TabActs(desk));
        VBox.setVgrow(middle, Priority.ALWAYS);
        signIn = new SignInBanner(desk);
        VBox tabbed = new VBox(tabs, signIn, middle);
        tabbed.setMinWidth(0);
        beside = new BesideView(theme, tabbed);
        HBox inner = new HBox(navigation, folded, beside);
        HBox.setHgrow(beside, Priority.ALWAYS);
        VBox.setVgrow(inner, Priority.ALWAYS);
        work.getChildren().setAll(top, inner, mirror);
        frame.setLeft(rail);
        frame.setCenter(work);
        frame.setBottom(strip);
        getChildren().add(frame);
        getStyleClass().add("workbench");
        widthProperty().addListener((_, _, _) -> fold());
        theme.zoom().addListener(new WeakInvalidationListener(zoomed));
        mirror.show("");
        navigable(false);
    }

    /// Back or forward on the trail.
    enum Step {
        BACK,
        FORWARD
    }

    MiddleView middle() {
        return middle;
    }

    /// Whether the window says that it looks at a production cluster: as a whole, or in one of its halves only.
    void production(Production now) {
        pseudoClassStateChanged(PRODUCTION, now.whole());
        middle.production(now.first(), now.second());
        beside.production(now.looked() && !now.whole());
    }

    /// Where production is seen: everywhere, in the first half, in the second, where one looks.
    record Production(boolean whole, boolean first, boolean second, boolean looked) {}

    /// Puts something above everything; the rest cannot be used meanwhile.
    void cover(Node node) {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        if (!covered()) before = owner;
        getChildren().subList(1, getChildren().size()).clear();
        frame.setDisable(true);
        getChildren().add(node);
        node.requestFocus();
    }

    /// What had the focus before has it again.
    void uncover() {
        frame.setDisable(false);
        getChildren().subList(1, getChildren().size()).clear();
        if (before != null && Objects.equals(before.getScene(), getScene())) before.requestFocus();
        before = null;
    }

    boolean covered() {
        return getChildren().size() > 1;
    }

    /// Whether there is anything to navigate.
    void navigable(boolean now) {
        navigable = now;
        fold();
    }

    /// The folded navigation offers what the wide one does.
    void refold() {
        folded.show(navigation.groups(), navigation.views(), navigation.current());
    }

    private void fold() {
        boolean room = getWidth() == 0 || getWidth() / theme.zoom().get() >= NARROW;
        show(navigation, navigable && room);
        show(folded, navigable && !room);
    }

    private static void show(Node node, boolean now) {
        node.setVisible(now);
        node.setManaged(now);
    }
}
