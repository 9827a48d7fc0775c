package dev.vigie.feature.events;

import dev.vigie.base.Messages;
import dev.vigie.base.Quietly;
import dev.vigie.kind.Intent;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Namespaces;
import dev.vigie.kind.Screen;
import dev.vigie.kube.Cluster;
import dev.vigie.kube.KubeFailure;
import dev.vigie.kube.Rows;
import dev.vigie.live.Fx;
import dev.vigie.live.NamespaceNames;
import dev.vigie.ui.Buttons;
import dev.vigie.ui.Icons;
import dev.vigie.ui.NamespacePicker;
import dev.vigie.ui.SkeletonRows;
import dev.vigie.ui.StaleBanner;
import dev.vigie.ui.StatePanel;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What has happened: a line leads to the object it is about. FX thread only; [#close()] gives the rows back.
public final class EventsView extends VBox implements AutoCloseable {
    private static final Messages TEXTS = Messages.of("events");
    private static final double LEAST = 90;
    /// In letters of the title.
    private static final double NARROW = 62;
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final EventsModel model;
    private final StaleBanner stale;
    private final StackPane stage = new StackPane();
    private final OccurrencesTable table;
    private final Label count = new Label();
    private final TextField filter = new TextField();
    private final ToggleButton warnings = toggle("events-warnings", "warnings.only", "mdi2a-alert-outline");
    private final ToggleButton together = toggle("events-together", "together", "mdi2l-layers-triple-outline");
    private final ToggleButton first = toggle("events-first", "warnings.first", "mdi2s-sort-variant");
    private final NamespacePicker picker;
    private final AutoCloseable ticking;
    private Object shown = "";
    /// The keyboard is to go to the table, once there is one.
    private boolean awaited;

    /// What it looks at: `kinds` says which kinds the cluster serves now, `context` is empty when it is kubectl's
    /// current one.
    public record Looking(Cluster cluster, Kind events, Supplier<List<Kind>> kinds, String context) {}

    public EventsView(Fx fx, Looking at, Namespaces namespaces, Consumer<Intent> desk) {
        setId("events-screen");
        getStyleClass().addAll("browse", "events-screen");
        setMinWidth(0);
        model = new EventsModel(fx, at.cluster(), at.events(), namespaces, at.context());
        table = new OccurrencesTable(at.cluster().context(), desk, at.kinds());
        picker = new NamespacePicker(
                model.namespacesProperty(),
                new NamespaceNames(fx, at.cluster()),
                List::of,
                wanted -> desk.accept(new Intent.ChooseNamespaces(wanted)));
        stale = new StaleBanner(model::tryNow);
        VBox.setVgrow(stage, Priority.ALWAYS);
        getChildren().addAll(bar(desk), stale, stage);
        model.seenProperty().addListener(_ -> say());
        ticking = fx.every(SECOND, this::tick);
        say();
    }

    private HBox bar(Consumer<Intent> desk) {
        Label title = new Label(TEXTS.say("title"));
        title.getStyleClass().add("title");
        title.setMinWidth(USE_PREF_SIZE);
        count.setId("events-count");
        count.getStyleClass().add("view-count");
        count.setMinWidth(USE_PREF_SIZE);
        filter.setId("events-filter");
        filter.setPromptText(TEXTS.say("filter"));
        filter.setAccessibleText(TEXTS.say("filter"));
        filter.textProperty().addListener(_ -> wish());
        filter.addEventFilter(KeyEvent.KEY_PRESSED, this::inFilter);
        HBox.setHgrow(filter, Priority.ALWAYS);
        EventsModel.Wish wish = model.wish();
        first.setSelected(wish.warningsFirst());
        together.setSelected(wish.together());
        for (ToggleButton each : List.of(warnings, first, together)) each.setOnAction(_ -> wish());
        HBox bar = new HBox(
                title,
                count,
                picker,
                filter,
                warnings,
                first,
                together,
                Buttons.icon(
                        "events-table",
                        "mdi2t-table",
                        TEXTS.say("as.table"),
                        () -> desk.accept(new Intent.Show(new Screen.Table(model.kind())))));
        bar.getStyleClass().addAll("view-bar", "in-bar");
        filter.setMinWidth(LEAST);
        widthProperty().addListener(_ -> squeeze(title.getFont().getSize()));
        return bar;
    }

    /// Where there is little room the icons say it alone; `size` is that of the title's letters.
    private void squeeze(double size) {
        boolean narrow = getWidth() < NARROW * size;
        ContentDisplay how = narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT;
        count.setVisible(!narrow);
        count.setManaged(!narrow);
        table.squeeze(narrow);
        for (ToggleButton each : List.of(warnings, first, together)) each.setContentDisplay(how);
    }

    private static ToggleButton toggle(String id, String key, String icon) {
        ToggleButton toggle = new ToggleButton(TEXTS.say(key), Icons.of(icon));
        toggle.setId(id);
        toggle.setTooltip(new Tooltip(TEXTS.say(key)));
        toggle.setMinWidth(USE_PREF_SIZE);
        return toggle;
    }

    private void wish() {
        model.wish(new EventsModel.Wish(
                first.isSelected(), together.isSelected(), warnings.isSelected(), filter.getText()));
    }

    private void inFilter(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) filter.clear();
        else if (event.getCode() != KeyCode.ENTER && event.getCode() != KeyCode.DOWN) return;
        takeFocus();
        event.consume();
    }

    public void look(Namespaces namespaces) {
        model.look(namespaces);
    }

    public ReadOnlyObjectProperty<List<String>> kubectlProperty() {
        return model.kubectlProperty();
    }

    private void say() {
        EventsModel.Seen now = model.seenProperty().get();
        boolean known = now.state() instanceof Rows.State.Live || now.state() instanceof Rows.State.Stale;
        count.setText(known ? TEXTS.say("count", now.all(), now.warnings()) : "");
        tick();
        switch (now.state()) {
            case Rows.State.Loading _ -> stage("coming", SkeletonRows::new);
            case Rows.State.Forbidden forbidden -> stage(forbidden, () -> failed(forbidden.why()));
            case Rows.State.Failed failed -> stage(failed.why(), () -> failed(failed.why()));
            case Rows.State.Live _, Rows.State.Stale _ -> {
                table.show(now.shown());
                if (now.shown().isEmpty()) stage(now.all() == 0 ? "none" : "hidden", () -> empty(now));
                else stage("table", () -> table);
            }
        }
    }

    private StatePanel empty(EventsModel.Seen now) {
        if (now.all() == 0) return StatePanel.empty(TEXTS.say("none"), TEXTS.say("none.why"));
        return StatePanel.empty(TEXTS.say("hidden", now.all()))
                .with(Buttons.plain("events-all", TEXTS.say("show.all"), this::showAll));
    }

    private void showAll() {
        warnings.setSelected(false);
        filter.clear();
        wish();
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
        boolean had = stage.isFocusWithin();
        stage.getChildren().setAll(made.get());
        boolean come = awaited
                && what.equals("table")
                && filter.isFocused()
                && filter.getText().isEmpty();
        if (had || come) takeFocus();
    }

    private void tick() {
        Rows.State state = model.seenProperty().get().state();
        boolean old = state instanceof Rows.State.Stale;
        stale.setVisible(old);
        stale.setManaged(old);
        if (state instanceof Rows.State.Stale now)
            stale.say(
                    now.since(),
                    now.nextTry(),
                    now.why().title() + "\n" + now.why().why());
        table.stale(old);
        table.tick();
    }

    public void takeFocus() {
        awaited = !stage.getChildren().contains(table);
        if (awaited) filter.requestFocus();
        else table.requestFocus();
    }

    public void focusFilter() {
        filter.requestFocus();
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
