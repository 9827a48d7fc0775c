package dev.vigie.feature.overview;

import dev.vigie.base.Messages;
import dev.vigie.base.Quietly;
import dev.vigie.kind.Intent;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Namespaces;
import dev.vigie.kube.Cluster;
import dev.vigie.kube.KubeFailure;
import dev.vigie.kube.Rows;
import dev.vigie.live.Fx;
import dev.vigie.live.NamespaceNames;
import dev.vigie.ui.Buttons;
import dev.vigie.ui.Icons;
import dev.vigie.ui.NamespacePicker;
import dev.vigie.ui.Shown;
import dev.vigie.ui.SkeletonRows;
import dev.vigie.ui.StaleBanner;
import dev.vigie.ui.StatePanel;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A cluster at a glance: what is wrong now first, then warnings, what runs, and what there is room for. FX thread
/// only; [#close()] gives the rows back.
public final class OverviewView extends VBox implements AutoCloseable {
    private static final Messages TEXTS = Messages.of("overview");
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final OverviewModel model;
    private final StaleBanner stale;
    private final StackPane stage = new StackPane();
    private final ScrollPane page;
    private final Tiles tiles;
    private final Troubles troubles;
    private final Warnings warnings;
    private final Rooms rooms = new Rooms();
    private final Label refused = new Label();
    private final NamespacePicker picker;
    private final AutoCloseable ticking;
    private final Headline headline = new Headline();
    private Object shown = "";

    /// `context` is empty when it is kubectl's current one.
    public OverviewView(
            Fx fx, Cluster cluster, List<Kind> kinds, Namespaces namespaces, String context, Consumer<Intent> desk) {
        setId("overview");
        getStyleClass().addAll("browse", "overview");
        setMinWidth(0);
        model = new OverviewModel(fx, cluster, kinds, namespaces, context);
        tiles = new Tiles(desk);
        troubles = new Troubles(desk);
        warnings = new Warnings(desk, model::kinds);
        picker = new NamespacePicker(
                model.namespacesProperty(),
                new NamespaceNames(fx, cluster),
                List::of,
                wanted -> desk.accept(new Intent.ChooseNamespaces(wanted)));
        stale = new StaleBanner(model::tryNow);
        refused.setId("overview-refused");
        refused.setGraphic(Icons.of("mdi2l-lock-outline"));
        refused.getStyleClass().add("everything-refused");
        refused.setWrapText(true);
        VBox sections = new VBox(headline, tiles, rooms, troubles, warnings, refused);
        sections.getStyleClass().add("overview-page");
        page = new ScrollPane(sections);
        page.setId("overview-page");
        page.setFitToWidth(true);
        page.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(stage, Priority.ALWAYS);
        getChildren().addAll(bar(), stale, stage);
        model.glanceProperty().addListener(_ -> say());
        model.roomProperty().addListener(_ -> say());
        ticking = fx.every(SECOND, this::tick);
        say();
    }

    private HBox bar() {
        Label title = new Label(TEXTS.say("title"));
        title.getStyleClass().add("title");
        title.setMinWidth(USE_PREF_SIZE);
        HBox bar = new HBox(title, picker);
        bar.getStyleClass().addAll("view-bar", "in-bar");
        return bar;
    }

    /// Other kinds are served now.
    public void show(List<Kind> now) {
        model.kinds(now);
    }

    public void look(Namespaces namespaces) {
        model.look(namespaces);
    }

    public ReadOnlyObjectProperty<List<String>> kubectlProperty() {
        return model.kubectlProperty();
    }

    private void say() {
        Glance now = model.glanceProperty().get();
        KubeFailure failure = now.failure();
        tick();
        if (failure != null) stage(failure, () -> failed(failure));
        else if (now.isComing() || now.kinds().isEmpty()) stage("coming", SkeletonRows::new);
        else {
            headline.show(now, model.namespacesProperty().get());
            tiles.show(now.known());
            troubles.show(now);
            warnings.show(now);
            rooms.show(model.roomProperty().get(), model.isMeasured(), model.unsummed());
            List<String> forbidden = now.forbidden();
            refused.setText(Shown.text(TEXTS.say("forbidden", String.join(", ", forbidden))));
            refused.setVisible(!forbidden.isEmpty());
            refused.setManaged(!forbidden.isEmpty());
            stage("page", () -> page);
        }
    }

    private StatePanel failed(KubeFailure why) {
        StatePanel panel = why instanceof KubeFailure.Forbidden
                ? StatePanel.forbidden(why.title(), why.why(), why.remedy())
                : StatePanel.failed(why.title(), why.why(), why.remedy());
        return panel.with(Buttons.primary("try-again", TEXTS.say("try.again"), model::tryNow));
    }

    private void stage(Object what, Supplier<Node> made) {
        if (shown.equals(what)) return;
        shown = what;
        boolean had = isFocusWithin();
        stage.getChildren().setAll(made.get());
        if (had) takeFocus();
    }

    private void tick() {
        Rows.State.Stale old = model.glanceProperty().get().stale();
        stale.setVisible(old != null && !old.why().asksToSignIn());
        stale.setManaged(stale.isVisible());
        if (old != null)
            stale.say(
                    old.since(),
                    old.nextTry(),
                    old.why().title() + "\n" + old.why().why());
        page.pseudoClassStateChanged(STALE, old != null);
        troubles.tick();
        warnings.tick();
    }

    public void takeFocus() {
        page.requestFocus();
    }

    public void pickNamespaces() {
        picker.open();
    }

    @Override
    public void close() {
        Quietly.close(ticking);
        model.close();
    }
}
