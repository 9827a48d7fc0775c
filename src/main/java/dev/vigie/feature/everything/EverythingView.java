package dev.vigie.feature.everything;

import dev.vigie.base.Messages;
import dev.vigie.base.Quietly;
import dev.vigie.kind.Intent;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Namespaces;
import dev.vigie.kind.Part;
import dev.vigie.kind.Screen;
import dev.vigie.kube.Cluster;
import dev.vigie.kube.KubeFailure;
import dev.vigie.kube.Rows;
import dev.vigie.live.Fx;
import dev.vigie.live.NamespaceNames;
import dev.vigie.ui.Icons;
import dev.vigie.ui.NamespacePicker;
import dev.vigie.ui.Shown;
import dev.vigie.ui.SkeletonRows;
import dev.vigie.ui.StaleBanner;
import dev.vigie.ui.StatePanel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Everything there is in some namespaces: kinds that unfold, with their objects below. FX thread only; [#close()]
/// gives the rows back.
public final class EverythingView extends VBox implements AutoCloseable {
    private static final Messages TEXTS = Messages.of("everything");
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final EverythingModel model;
    private final Consumer<Intent> desk;
    private final LinesTable table;
    private final TextField filter = new TextField();
    private final Label count = new Label();
    private final StaleBanner stale;
    private final Label refused = new Label();
    private final StackPane stage = new StackPane();
    private final NamespacePicker picker;
    private final AutoCloseable ticking;
    private List<Kind> kinds;
    private String shown = "";
    private boolean awaited;

    /// `context` is empty when it is kubectl's current one.
    public EverythingView(
            Fx fx, Cluster cluster, List<Kind> kinds, Namespaces namespaces, String context, Consumer<Intent> desk) {
        this.desk = desk;
        this.kinds = List.copyOf(kinds);
        setId("everything");
        getStyleClass().addAll("browse", "everything");
        setMinWidth(0);
        model = new EverythingModel(fx, cluster, kinds, namespaces, context);
        table = new LinesTable(model::turn);
        picker = new NamespacePicker(
                model.namespacesProperty(),
                new NamespaceNames(fx, cluster),
                List::of,
                wanted -> desk.accept(new Intent.ChooseNamespaces(wanted)));
        stale = new StaleBanner(model::tryNow);
        VBox.setVgrow(stage, Priority.ALWAYS);
        refused.setId("everything-refused");
        refused.setGraphic(Icons.of("mdi2l-lock-outline"));
        refused.getStyleClass().add("everything-refused");
        getChildren().addAll(bar(), stale, stage, refused);
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        table.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        table.opened(this::open);
        table.getSelectionModel().selectedItemProperty().addListener((_, _, now) -> glance(now));
        model.linesProperty().addListener(_ -> say());
        ticking = fx.every(SECOND, this::tick);
        say();
    }

    private HBox bar() {
        Label title = new Label(TEXTS.say("title"));
        title.getStyleClass().add("title");
        title.setMinWidth(USE_PREF_SIZE);
        count.setId("everything-count");
        count.getStyleClass().add("view-count");
        count.setMinWidth(USE_PREF_SIZE);
        filter.setId("everything-filter");
        filter.setPromptText(TEXTS.say("filter"));
        filter.setAccessibleText(TEXTS.say("filter"));
        filter.textProperty().addListener((_, _, typed) -> model.filter(typed));
        filter.addEventFilter(KeyEvent.KEY_PRESSED, this::inFilter);
        HBox.setHgrow(filter, Priority.ALWAYS);
        HBox bar = new HBox(title, count, picker, filter);
        bar.getStyleClass().addAll("view-bar", "in-bar");
        return bar;
    }

    /// Other kinds are served now.
    public void show(List<Kind> now) {
        if (kinds.equals(now)) return;
        kinds = List.copyOf(now);
        model.kinds(now);
    }

    public void look(Namespaces namespaces) {
        model.look(namespaces, kinds);
    }

    public ReadOnlyObjectProperty<List<String>> kubectlProperty() {
        return model.kubectlProperty();
    }

    private void say() {
        List<Line> lines = model.linesProperty().get();
        table.show(lines);
        long kindsThere = lines.stream().filter(Line.Head.class::isInstance).count();
        long objects = lines.stream().mapToLong(EverythingView::objects).sum();
        EverythingModel.Progress progress = model.progress();
        count.setText(
                model.isComplete()
                        ? TEXTS.say("count", objects, kindsThere)
                        : TEXTS.say("counting", progress.answered(), progress.of()));
        if (!lines.isEmpty()) stage("rows", () -> table);
        else if (!model.isComplete()) stage("loading", SkeletonRows::new);
        else none();
        refusals();
        tick();
    }

    private static long objects(Line line) {
        return line instanceof Line.Head head ? head.count() : 0;
    }

    private void none() {
        Map<Kind, KubeFailure> failures = model.failures();
        boolean nothingAnswered = failures.size() == model.progress().of() && !failures.isEmpty();
        if (model.isFiltered()) {
            stage("filtered", () -> StatePanel.empty(TEXTS.say("hidden"), TEXTS.say("hidden.why")));
        } else if (nothingAnswered) {
            KubeFailure why = failures.values().iterator().next();
            stage("failed " + why, () -> StatePanel.failed(why.title(), why.why(), why.remedy()));
        } else stage("none", () -> StatePanel.empty(TEXTS.say("none"), TEXTS.say("none.why")));
    }

    private void stage(String what, java.util.function.Supplier<Node> made) {
        if (shown.equals(what)) return;
        boolean had = isFocusWithin() && !filter.isFocused();
        shown = what;
        Node node = made.get();
        stage.getChildren().setAll(node);
        boolean waiting = what.equals("rows") && awaited && filter.getText().isEmpty();
        if (had || waiting) node.requestFocus();
        awaited &= !waiting;
    }

    /// Kinds that may not be listed are named, with what the server said.
    private void refusals() {
        List<String> forbidden = new ArrayList<>();
        List<String> broken = new ArrayList<>();
        List<String> hint = new ArrayList<>();
        model.failures().forEach((kind, why) -> {
            (why instanceof KubeFailure.Forbidden ? forbidden : broken).add(kind.plural());
            hint.add(kind.resource() + ": " + why.title());
        });
        List<String> sentences = new ArrayList<>();
        if (!forbidden.isEmpty()) sentences.add(TEXTS.say("forbidden", String.join(", ", forbidden)));
        if (!broken.isEmpty()) sentences.add(TEXTS.say("unread", String.join(", ", broken)));
        refused.setText(Shown.text(String.join(" ", sentences)));
        refused.setTooltip(new Tooltip(Shown.text(String.join("\n", hint))));
        refused.setVisible(!sentences.isEmpty());
        refused.setManaged(!sentences.isEmpty());
    }

    private void tick() {
        Rows.State.Stale old = model.stale();
        stale.setVisible(old != null && !old.why().asksToSignIn());
        stale.setManaged(stale.isVisible());
        if (old != null)
            stale.say(
                    old.since(),
                    old.nextTry(),
                    old.why().title() + "\n" + old.why().why());
        table.tick();
    }

    private void inFilter(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> {
                filter.clear();
                takeFocus();
            }
            case ENTER, DOWN -> takeFocus();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void pressed(KeyEvent event) {
        Line line = table.getSelectionModel().getSelectedItem();
        if (line == null) return;
        KeyCode code = event.getCode();
        if (code == KeyCode.ENTER) open(line);
        else if ((code == KeyCode.RIGHT || code == KeyCode.LEFT) && line instanceof Line.Head head)
            model.turn(head.kind(), code == KeyCode.RIGHT);
        else if (code == KeyCode.LEFT && line instanceof Line.Item item) table.toHead(item.kind());
        else return;
        event.consume();
    }

    private void typed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) return;
        Line line = table.getSelectionModel().getSelectedItem();
        switch (event.getCharacter()) {
            case "y", "Y" -> inspect(line, Part.YAML);
            case "d", "D" -> inspect(line, Part.TEXT);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void inspect(@Nullable Line line, Part part) {
        if (line instanceof Line.Item item) desk.accept(new Intent.Inspect(item.ref(), part));
    }

    private void glance(@Nullable Line line) {
        if (line instanceof Line.Item item && !table.filling()) desk.accept(new Intent.Glance(item.ref()));
    }

    /// A kind leads to its table, an object to its details.
    private void open(Line line) {
        switch (line) {
            case Line.Head head -> desk.accept(new Intent.Show(new Screen.Table(head.kind())));
            case Line.Item item -> desk.accept(new Intent.Inspect(item.ref(), Part.FACTS));
        }
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
