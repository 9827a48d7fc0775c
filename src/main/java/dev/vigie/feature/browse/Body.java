package dev.vigie.feature.browse;

import dev.vigie.kube.KubeFailure;
import dev.vigie.kube.Rows;
import dev.vigie.ui.Focus;
import dev.vigie.ui.StaleBanner;
import java.time.Instant;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The rows, or what stands in their place: loading, empty, forbidden, failed; stale rows stay under a banner.
final class Body extends VBox {
    private final BrowseModel model;
    private final RowsTable table;
    private final Panels panels;
    private final StackPane stage = new StackPane();
    private final StaleBanner stale;
    private final RefusedBanner refused = new RefusedBanner();
    private @Nullable LoadingRows loading;
    private Object shown = "";

    Body(BrowseModel model, RowsTable table, Panels panels) {
        this.model = model;
        this.table = table;
        this.panels = panels;
        stale = new StaleBanner(() -> model.rows().tryNow());
        VBox.setVgrow(stage, Priority.ALWAYS);
        getChildren().addAll(stale, refused, stage);
        hide(stale, true);
        hide(refused, true);
    }

    boolean hasRows() {
        return stage.getChildren().contains(table);
    }

    /// The server has said how many there are.
    boolean isCounted() {
        return model.stateProperty().get() instanceof Rows.State.Live;
    }

    void say() {
        Rows.State state = model.stateProperty().get();
        boolean isStale = state instanceof Rows.State.Stale;
        hide(stale, !(state instanceof Rows.State.Stale old) || old.why().asksToSignIn());
        table.stale(isStale);
        refused.say(state instanceof Rows.State.Live live ? live.refused() : java.util.List.of());
        hide(refused, refused.isSilent());
        tick();
        switch (state) {
            case Rows.State.Loading now -> loading(now);
            case Rows.State.Live _, Rows.State.Stale _ -> rows();
            case Rows.State.Forbidden(KubeFailure.Forbidden why) -> panel(why, () -> panels.forbidden(why));
            case Rows.State.Failed(KubeFailure why, Instant _) -> panel(why, () -> panels.failed(why));
        }
    }

    void tick() {
        if (model.stateProperty().get() instanceof Rows.State.Stale(Instant since, Instant next, KubeFailure why))
            stale.say(since, next, why.title() + "\n" + why.why());
    }

    private void loading(Rows.State.Loading now) {
        if (model.rows().total() > 0) {
            rows();
            return;
        }
        LoadingRows view = loading;
        if (view == null || !stage.getChildren().contains(view)) view = new LoadingRows(model);
        loading = view;
        view.say(now);
        show(view);
        shown = "loading";
    }

    private void rows() {
        int total = model.rows().total();
        if (model.rows().isEmpty())
            panel(
                    new None(total, model.filter(), model.namespaces()),
                    () -> total == 0 ? panels.none() : panels.filtered(total));
        else {
            show(table);
            shown = "rows";
        }
    }

    /// Nothing is shown, for these reasons.
    private record None(int total, String filter, Object namespaces) {}

    /// A panel is made once for one reason, so that focus and typed words stay.
    private void panel(Object reason, java.util.function.Supplier<Node> made) {
        if (Objects.equals(shown, reason)) return;
        shown = reason;
        show(made.get());
    }

    /// Whoever had the keyboard here keeps it here.
    private void show(Node node) {
        if (stage.getChildren().contains(node)) return;
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        boolean had = owner != null && Focus.within(owner, stage);
        stage.getChildren().setAll(node);
        if (had) takeFocus();
    }

    /// The keyboard goes to the rows, or to what stands in their place.
    void takeFocus() {
        if (!stage.getChildren().isEmpty()) Focus.into(stage.getChildren().getFirst());
    }

    private static void hide(Node node, boolean hidden) {
        node.setVisible(!hidden);
        node.setManaged(!hidden);
    }
}
