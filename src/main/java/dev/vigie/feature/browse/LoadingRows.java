package dev.vigie.feature.browse;

import dev.vigie.base.Messages;
import dev.vigie.kind.Tone;
import dev.vigie.kube.Rows;
import dev.vigie.ui.Buttons;
import dev.vigie.ui.Icons;
import dev.vigie.ui.Shown;
import dev.vigie.ui.SkeletonRows;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The first rows are on their way: shapes of rows, how many came, and a way to stop.
final class LoadingRows extends VBox {
    private static final Messages TEXTS = Messages.of("browse");

    private final Label count = new Label();
    private final BrowseModel model;

    LoadingRows(BrowseModel model) {
        this.model = model;
        getStyleClass().add("loading");
        setFocusTraversable(true); // holds the keyboard for the rows to come
        SkeletonRows skeleton = new SkeletonRows();
        VBox.setVgrow(skeleton, Priority.ALWAYS);
        count.setId("loading");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(
                Icons.of(Tone.PROGRESS),
                count,
                gap,
                Buttons.plain("cancel-loading", TEXTS.say("cancel"), model::cancel));
        line.getStyleClass().add("loading-line");
        line.visibleProperty().bind(skeleton.visibleProperty());
        getChildren().addAll(skeleton, line);
    }

    void say(Rows.State.Loading loading) {
        String of = Shown.text(Words.of(model.kind, model.namespaces()));
        String kind = Shown.text(model.kind.plural());
        if (loading.received() == 0) count.setText(TEXTS.say("loading", kind, of));
        else if (loading.expected() < 0) count.setText(TEXTS.say("loading.some", kind, of, loading.received()));
        else count.setText(TEXTS.say("loading.of", kind, of, loading.received(), loading.expected()));
    }
}
