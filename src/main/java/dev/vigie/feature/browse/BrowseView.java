package dev.vigie.feature.browse;

import dev.vigie.base.Messages;
import dev.vigie.base.Quietly;
import dev.vigie.base.Ref;
import dev.vigie.kind.Intent;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Namespaces;
import dev.vigie.kind.Part;
import dev.vigie.kube.Cluster;
import dev.vigie.kube.Rows;
import dev.vigie.live.Filter;
import dev.vigie.live.Fx;
import dev.vigie.live.Mistake;
import dev.vigie.live.NamespaceNames;
import dev.vigie.live.Rights;
import dev.vigie.ui.NamespacePicker;
import dev.vigie.ui.Shown;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The live table of one kind: view bar, table or state, footer. FX thread only; [#close()] gives the rows back.
public final class BrowseView extends VBox implements AutoCloseable {
    private static final Messages TEXTS = Messages.of("browse");
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final BrowseModel model;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final Label count = new Label();
    private final RowsTable table;
    private final FilterField filter;
    private final MistakeLine mistake;
    private final NamespacePicker picker;
    private final Body body;
    private final Footer footer = new Footer();
    private final ColumnsMenu columns;
    private final SortMenu sort;
    private final Consumer<Intent> desk;
    private final Fx fx;
    private AutoCloseable ticking;
    private @Nullable Ref glanced;

    /// `desk` is told what the person asks for; [Intent.ChooseNamespaces] comes back by [#look].
    public BrowseView(
            Fx fx, Cluster cluster, Kind kind, Namespaces namespaces, BrowseMemory memory, Consumer<Intent> desk) {
        model = new BrowseModel(fx, cluster, kind, namespaces, memory);
        Zoom zoom = new Zoom();
        table = new RowsTable(model, zoom);
        filter = new FilterField(memory.filter(), new Meant());
        filter.focusWithinProperty().addListener((_, _, now) -> model.typing(now));
        mistake = new MistakeLine(filter::mend);
        Consumer<Namespaces> choose = wanted -> desk.accept(new Intent.ChooseNamespaces(wanted));
        picker = new NamespacePicker(
                model.namespacesProperty(),
                new NamespaceNames(fx, cluster),
                () -> model.memory().recentNamespaces(),
                choose);
        body = new Body(model, table, new Panels(model, choose, filter::clear));
        columns = new ColumnsMenu(model, table);
        sort = new SortMenu(model, table);
        title.set(kind.title());
        this.desk = desk;
        new RowMenu(table, model, new Rights(fx, cluster), desk);
        table.onInspect(this::inspect);
        getStyleClass().add("browse");
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(bar(), mistake, body, footer, zoom);
        model.openingProperty().addListener(_ -> follow());
        model.stateProperty().addListener(_ -> say());
        table.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        this.fx = fx;
        ticking = fx.every(SECOND, this::tick);
        follow();
    }

    private HBox bar() {
        Label name = new Label(Shown.text(title.get()));
        name.getStyleClass().add("title");
        name.setMinWidth(Label.USE_PREF_SIZE);
        count.setId("count");
        count.getStyleClass().add("view-count");
        count.setMinWidth(Label.USE_PREF_SIZE);
        HBox bar = new HBox(name, count);
        if (model.kind.namespaced()) bar.getChildren().add(picker);
        bar.getChildren().addAll(filter, columns);
        HBox.setHgrow(filter, Priority.ALWAYS);
        bar.getStyleClass().addAll("view-bar", "in-bar");
        return bar;
    }

    private void follow() {
        model.rows().afterDrain(this::say);
        model.chosen().onChange(this::say);
        model.chosen().onChange(this::glance);
        say();
    }

    private void inspect(Part part) {
        Ref ref = model.current();
        if (ref != null) desk.accept(new Intent.Inspect(ref, part));
    }

    /// The cursor came to another object.
    private void glance() {
        Ref now = model.current();
        if (now == null || now.equals(glanced)) return;
        glanced = now;
        desk.accept(new Intent.Glance(now));
    }

    /// What is typed into the filter means this table.
    private final class Meant implements FilterField.Sense {
        @Override
        public void changed(String text) {
            model.filter(text);
            say();
        }

        @Override
        public void left() {
            focusTable();
        }

        @Override
        public void offers(String word, boolean askedFor, OffersPopup popup) {
            model.rows().complete(word, askedFor, popup::show);
        }

        @Override
        public @Nullable Mistake mistake(String token) {
            return Filter.mistake(token, model.rows().columns());
        }
    }

    private void sayMistake() {
        String token = filter.mistaken();
        mistake.say(
                token, token == null ? null : Filter.mistake(token, model.rows().columns()));
        filter.mark();
    }

    /// Counts and state as of now.
    private void say() {
        int shown = model.rows().size();
        int total = model.rows().total();
        count.setText(shown == total ? TEXTS.say("count", total) : TEXTS.say("count.of", shown, total));
        footer.say(model.chosenShown(), shown, total);
        body.say();
        sayMistake();
        footer.setVisible(body.hasRows());
        footer.setManaged(body.hasRows());
        count.setVisible(total > 0 || body.isCounted());
    }

    private void tick() {
        if (getScene() == null) return;
        table.tick();
        body.tick();
        model.rows().age();
    }

    /// Single letters count only while the table has the focus.
    private void typed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) return;
        switch (event.getCharacter()) {
            case "/" -> focusFilter();
            case "n", "N" -> pickNamespaces();
            case "o", "O" -> sort.open();
            case "c", "C" -> columns.show();
            case "y", "Y" -> inspect(Part.YAML);
            case "d", "D" -> inspect(Part.TEXT);
            default -> {
                return;
            }
        }
        event.consume();
    }

    /// What is shown: `Pods`.
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /// The kubectl lines that show the same, one a namespace; never empty.
    public ReadOnlyObjectProperty<List<String>> kubectlProperty() {
        return model.kubectlProperty();
    }

    /// Words of the filter that kubectl has none for: its lines show more rows than are shown.
    public ReadOnlyObjectProperty<List<String>> unsaidProperty() {
        return model.unsaidProperty();
    }

    public ReadOnlyObjectProperty<Namespaces> namespacesProperty() {
        return model.namespacesProperty();
    }

    /// How true the rows are.
    public ReadOnlyObjectProperty<Rows.State> stateProperty() {
        return model.stateProperty();
    }

    /// What to remember for the next opening of this kind; changes as the person works.
    public ReadOnlyObjectProperty<BrowseMemory> memoryProperty() {
        return model.memoryProperty();
    }

    /// The object under the cursor; null for none.
    public @Nullable Ref current() {
        return model.current();
    }

    /// Shows other namespaces.
    public void look(Namespaces namespaces) {
        model.look(namespaces);
    }

    /// The printed lines leave `--context` away.
    public void contextIsCurrent(boolean current) {
        model.contextIsCurrent(current);
    }

    /// Each change of the filter is laid out by the next pulse, however many rows there are.
    boolean answersAtOnce() {
        return model.rows().answersAtOnce();
    }

    /// Asks the server now, without waiting for the next try.
    public void tryNow() {
        model.rows().tryNow();
    }

    /// The server serves other kinds than before: what failed because of that need not wait for its next try.
    public void served() {
        if (model.stateProperty().get() instanceof Rows.State.Failed)
            model.rows().tryNow();
    }

    /// Gives the keyboard to the table, or to what stands in its place.
    public void focusTable() {
        body.takeFocus();
    }

    public void focusFilter() {
        filter.type();
    }

    /// Opens the choice of namespaces.
    public void pickNamespaces() {
        if (model.kind.namespaced()) picker.open();
    }

    /// Gives the rows back and stays as it is, for whoever comes back soon.
    public void rest() {
        Quietly.close(ticking);
        model.rest();
    }

    /// As the table of a kind begins that is arranged so, but for its filter.
    public boolean isArranged(BrowseMemory memory) {
        BrowseMemory now = model.memory();
        return now.sort().equals(memory.sort()) && now.layout().equals(memory.layout());
    }

    /// Goes on after [#rest], without a filter, as every table begins.
    public void wake(Namespaces namespaces) {
        ticking = fx.every(SECOND, this::tick);
        if (!model.filter().isEmpty()) filter.clear();
        if (namespaces.equals(model.namespaces())) model.wake();
        else model.look(namespaces);
        tick();
    }

    @Override
    public void close() {
        Quietly.close(ticking);
        model.close();
    }
}
