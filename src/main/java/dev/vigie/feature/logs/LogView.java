package dev.vigie.feature.logs;

import dev.vigie.base.Messages;
import dev.vigie.kind.Tone;
import dev.vigie.kube.Cluster;
import dev.vigie.kube.Rows;
import dev.vigie.kube.logs.LogRequest;
import dev.vigie.live.Fx;
import dev.vigie.text.Marks;
import dev.vigie.text.SpillFolder;
import dev.vigie.ui.Buttons;
import dev.vigie.ui.Icons;
import dev.vigie.ui.StatePanel;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/// One log window: the lines of some pods as they come, with all that one does to them. FX thread only; [#close()] ends
/// its streams.
public final class LogView extends BorderPane implements AutoCloseable {
    private static final Messages TEXTS = Messages.of("logs");

    private final LogModel model;
    private final LogCanvas lines;
    private final ScrollMap map;
    private final SourcesBar sources;
    private final SearchField search;
    private final SearchField only;
    private final StackPane stage = new StackPane();
    private final Label following = new Label();
    private final Label amount = new Label();
    private final Button pause;
    private final SavingBar saving;
    private int hit = -1;

    public LogView(Fx fx, Cluster cluster, LogRequest request, SpillFolder folder) {
        model = new LogModel(fx, cluster, request, folder);
        IntFunction<String> names = number -> ShortNames.of(model.sources(), number);
        lines = new LogCanvas(model, names);
        map = new ScrollMap(lines);
        sources = new SourcesBar(model, names);
        search = new SearchField("log-search", "mdi2m-magnify", TEXTS.say("search"), this::seek)
                .steps(this::previousHit, this::nextHit);
        only = new SearchField("log-only", "mdi2f-filter-variant", TEXTS.say("only"), model::narrow);
        pause = Buttons.plain("log-follow", TEXTS.say("pause"), this::switchFollowing);
        saving = new SavingBar(fx, model);
        getStyleClass().add("log-view");
        setTop(new VBox(bar(), sources));
        HBox middle = new HBox(lines, map);
        HBox.setHgrow(lines, Priority.ALWAYS);
        stage.getChildren().add(middle);
        setCenter(stage);
        setBottom(footer());
        model.onChange(this::refresh);
        lines.followingProperty().addListener(_ -> refresh());
        following.fontProperty().addListener((_, _, font) -> lines.size(font.getSize()));
        lines.needsLayoutProperty().addListener(_ -> map.requestLayout());
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        refresh();
    }

    private HBox bar() {
        MenuButton since = new MenuButton(TEXTS.say("since.all"));
        since.setId("log-since");
        since.setMinWidth(USE_PREF_SIZE);
        for (Since choice : Since.values()) {
            MenuItem item = new MenuItem(choice.says());
            item.setOnAction(_ -> {
                since.setText(choice.says());
                model.ask(model.request().since(choice.from(Instant.now())));
                lines.follow(true);
            });
            since.getItems().add(item);
        }
        ToggleButton previous = toggle("log-previous", TEXTS.say("previous"), TEXTS.say("previous.says"));
        previous.setOnAction(_ -> {
            boolean wanted = previous.isSelected();
            model.ask(model.request().mode(wanted ? LogRequest.Mode.PREVIOUS : LogRequest.Mode.FOLLOW));
        });
        Button stamps = Buttons.plain("log-stamps", TEXTS.say("stamps"), this::nextStamps);
        stamps.setTooltip(new Tooltip(TEXTS.say("stamps.says")));
        ToggleButton wrap = toggle("log-wrap", TEXTS.say("wrap"), TEXTS.say("wrap.says"));
        wrap.setOnAction(_ -> lines.shape(lines.shape().wrap(wrap.isSelected())));
        Button save = Buttons.icon("log-save", "mdi2d-download", TEXTS.say("save"), this::save);
        HBox.setHgrow(search, Priority.ALWAYS);
        HBox bar = new HBox(search, only, since, previous, stamps, wrap, save, pause);
        bar.getStyleClass().add("log-bar");
        return bar;
    }

    private static ToggleButton toggle(String id, String text, String says) {
        ToggleButton button = new ToggleButton(text);
        button.setId(id);
        button.setMnemonicParsing(false);
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip(says));
        return button;
    }

    private HBox footer() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox footer = new HBox(following, amount, space, saving);
        footer.getStyleClass().add("browse-footer");
        return footer;
    }

    private void refresh() {
        sources.refresh();
        boolean follows = lines.followingProperty().get();
        following.setText(TEXTS.say(follows ? "following" : "paused"));
        pause.setText(TEXTS.say(follows ? "pause" : "follow"));
        int count = model.lines().count();
        String size = bytes(model.lines().size());
        amount.setText(
                model.shown() == null
                        ? TEXTS.say("amount", count, size)
                        : TEXTS.say("amount.shown", model.count(), count, size));
        sayHits();
        showState(count);
        lines.repaint();
        map.requestLayout();
    }

    private static String bytes(long size) {
        if (size < 1 << 20) return TEXTS.say("kibibytes", (size + 1023) / 1024);
        return TEXTS.say("mebibytes", size / (double) (1 << 20));
    }

    private void sayHits() {
        Marks hits = model.hits();
        if (hits == null) {
            search.say("");
            return;
        }
        int all = hits.count();
        String text = hit >= 0 && hits.has(hit)
                ? TEXTS.say("search.at", hits.before(hit) + 1, all)
                : TEXTS.say("search.found", all);
        search.say(model.isSearched() ? text : TEXTS.say("search.still", text));
    }

    private void showState(int count) {
        Node panel = count == 0 ? panel() : null;
        Node shown = stage.getChildren().size() > 1 ? stage.getChildren().getLast() : null;
        if (panel == null && shown == null) return;
        if (shown != null) stage.getChildren().remove(shown);
        if (panel != null) stage.getChildren().add(panel);
    }

    private @Nullable Node panel() {
        Rows.State pods = model.tail().pods();
        if (pods instanceof Rows.State.Forbidden(var why))
            return StatePanel.forbidden(why.title(), why.why(), why.remedy());
        if (pods instanceof Rows.State.Failed failed)
            return StatePanel.failed(
                    failed.why().title(), failed.why().why(), failed.why().remedy());
        if (model.sources().isEmpty())
            return pods instanceof Rows.State.Loading
                    ? new StatePanel(Icons.of(Tone.PROGRESS), TEXTS.say("loading"))
                    : StatePanel.empty(TEXTS.say("no.pods"), TEXTS.say("no.pods.why"));
        return StatePanel.empty(
                TEXTS.say("no.lines"),
                SourcesBar.words(model.state(model.sources().getFirst())));
    }

    private void seek(LogModel.Sought sought) {
        hit = -1;
        model.seek(sought, model.line(Math.min(lines.top(), Math.max(0, model.count() - 1))));
        lines.mark(sought);
    }

    private void nextHit() {
        Marks hits = model.hits();
        if (hits == null) return;
        int from = hit >= 0 ? hit + 1 : topLine();
        int next = hits.next(from);
        go(next >= 0 ? next : hits.next(0));
    }

    private void previousHit() {
        Marks hits = model.hits();
        if (hits == null) return;
        int from = hit >= 0 ? hit - 1 : topLine() - 1;
        int before = from < 0 ? -1 : hits.previous(from);
        go(before >= 0 ? before : hits.previous(Integer.MAX_VALUE));
    }

    private int topLine() {
        return model.count() == 0 ? 0 : model.line(Math.min(lines.top(), model.count() - 1));
    }

    private void go(int line) {
        if (line < 0) return;
        hit = line;
        lines.reveal(line);
        sayHits();
        map.requestLayout();
    }

    private void save() {
        FileChooser chooser = new FileChooser();
        List<String> pods = pods();
        chooser.setInitialFileName((pods.size() == 1 ? pods.getFirst() : "pods") + ".log");
        File file = chooser.showSaveDialog(getScene().getWindow());
        if (file != null) save(file.toPath());
    }

    /// Everything that is shown goes into this file.
    void save(Path file) {
        saving.save(file);
    }

    private void switchFollowing() {
        lines.follow(!lines.followingProperty().get());
    }

    private void nextStamps() {
        lines.shape(lines.shape().stamps(lines.shape().stamps().next()));
    }

    private void key(KeyEvent event) {
        boolean inField = search.field().isFocused();
        if (event.isShortcutDown() && event.getCode() == KeyCode.F) {
            search.type();
        } else if (event.getCode() == KeyCode.F3 || (event.getCode() == KeyCode.ENTER && inField)) {
            if (event.isShiftDown()) previousHit();
            else nextHit();
        } else if (event.getCode() == KeyCode.ESCAPE && (inField || only.field().isFocused())) {
            if (inField) search.field().clear();
            lines.requestFocus();
        } else {
            return;
        }
        event.consume();
    }

    /// The pods' names as far as they are known, for a title.
    public List<String> pods() {
        return model.sources().stream().map(s -> s.pod()).distinct().toList();
    }

    LogCanvas lines() {
        return lines;
    }

    public void takeFocus() {
        lines.requestFocus();
    }

    public void find() {
        search.type();
    }

    public void narrow() {
        only.type();
    }

    @Override
    public void close() {
        saving.end();
        model.close();
    }

    /// From when on lines are read.
    private enum Since {
        ALL(Duration.ZERO),
        FIVE_MINUTES(Duration.ofMinutes(5)),
        QUARTER(Duration.ofMinutes(15)),
        HOUR(Duration.ofHours(1)),
        DAY(Duration.ofDays(1));

        private final Duration back;

        Since(Duration back) {
            this.back = back;
        }

        String says() {
            return switch (this) {
                case ALL -> TEXTS.say("since.all");
                case DAY -> TEXTS.say("since.day");
                case HOUR -> TEXTS.say("since.hour");
                case FIVE_MINUTES, QUARTER -> TEXTS.say("since.minutes", back.toMinutes());
            };
        }

        @Nullable
        Instant from(Instant now) {
            return this == ALL ? null : now.minus(back);
        }
    }
}
