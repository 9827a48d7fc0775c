package dev.vigie.feature.inspect;

import dev.vigie.base.Messages;
import dev.vigie.base.Quietly;
import dev.vigie.base.Ref;
import dev.vigie.catalog.Masked;
import dev.vigie.catalog.Pages;
import dev.vigie.command.Kubectl;
import dev.vigie.kind.Intent;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Page;
import dev.vigie.kind.Part;
import dev.vigie.kube.Cluster;
import dev.vigie.live.Fx;
import dev.vigie.live.Rights;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The details of one object. FX thread only; to be closed.
public final class InspectView extends BorderPane implements AutoCloseable {
    private static final Messages TEXTS = Messages.of("inspect");
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int REFILL = 5;

    private final InspectModel model;
    private final Head head;
    private final DeedButtons deeds;
    private final Ticking ticking = new Ticking();
    private final PageView pages;
    private final VBox facts = new VBox();
    private final ScrollPane factsScroll = scroll(facts);
    private final EventsView events = new EventsView();
    private final RelatedModel related;
    private final RelatedView relatives;
    private final DescribePane text;
    private final YamlPane yaml;
    private final TabPane tabs = new TabPane();
    private final Notices notices;
    private final AutoCloseable beat;
    private final ReadOnlyStringWrapper kubectl = new ReadOnlyStringWrapper("");
    private final String context;
    private @Nullable Page shown;
    private @Nullable JsonNode last;
    private int seconds;

    /// What it looks at: an object of a kind in a cluster that serves such kinds; `context` is empty when it is
    /// kubectl's current one.
    public record Looking(Cluster cluster, Kind kind, Ref ref, Cluster.Discovery discovery, String context) {}

    public InspectView(Fx fx, Looking at, Part part, Consumer<Intent> desk) {
        model = new InspectModel(
                fx, at.cluster(), at.kind(), at.ref(), at.discovery().find("events"));
        related = new RelatedModel(fx, at.cluster(), at.discovery(), at.kind(), at.ref());
        relatives = new RelatedView(desk);
        context = at.context();
        head = new Head(at.kind(), at.ref(), () -> copyText(desk), desk);
        text = new DescribePane(desk);
        yaml = new YamlPane(desk);
        yaml.onTurn(this::print);
        deeds = new DeedButtons(at.kind(), at.ref(), new Rights(fx, at.cluster()), desk);
        head.act(deeds);
        pages = new PageView(ticking, desk);
        notices = new Notices(model, desk);
        setId("details");
        getStyleClass().add("details");
        facts.getStyleClass().add("details-body");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getTabs()
                .setAll(
                        tab(Part.FACTS, TEXTS.say("facts"), factsScroll),
                        tab(Part.EVENTS, TEXTS.say("events"), scroll(events)),
                        tab(Part.RELATED, TEXTS.say("related"), scroll(relatives)),
                        tab(Part.TEXT, TEXTS.say("text"), text),
                        tab(Part.YAML, "YAML", yaml));
        tabs.getSelectionModel().selectedItemProperty().addListener(_ -> turned());
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        setTop(head);
        setCenter(tabs);
        turn(part);
        model.foundProperty().addListener(_ -> found());
        model.eventsProperty().addListener(_ -> happened());
        model.eventStateProperty().addListener(_ -> happened());
        related.circlesProperty().addListener(_ -> circled());
        circled();
        found();
        happened();
        print();
        beat = fx.every(SECOND, this::tick);
    }

    private static Tab tab(Part part, String title, Node content) {
        Tab tab = new Tab(title, content);
        tab.setId("details-" + part.name().toLowerCase(java.util.Locale.ROOT));
        tab.setUserData(part);
        return tab;
    }

    private static ScrollPane scroll(Node content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("details-scroll");
        return scroll;
    }

    /// Whether a link was followed to come here.
    public void canGoBack(boolean now) {
        head.canGoBack(now);
    }

    public Ref ref() {
        return model.ref();
    }

    /// The side that is seen.
    public Part part() {
        Tab tab = tabs.getSelectionModel().getSelectedItem();
        return tab != null && tab.getUserData() instanceof Part part ? part : Part.FACTS;
    }

    public void turn(Part part) {
        for (Tab tab : tabs.getTabs())
            if (part.equals(tab.getUserData())) tabs.getSelectionModel().select(tab);
    }

    /// The line that prints the same.
    public ReadOnlyStringProperty kubectlProperty() {
        return kubectl.getReadOnlyProperty();
    }

    private void print() {
        kubectl.set(
                switch (part()) {
                    case FACTS, RELATED, TEXT -> Kubectl.one("describe", model.kind(), model.ref(), context);
                    case EVENTS -> Kubectl.events(model.kind(), model.ref(), context);
                    case YAML -> Kubectl.one("get", model.kind(), model.ref(), context, yamlOptions());
                });
    }

    private String[] yamlOptions() {
        return yaml.isManagedShown()
                ? new String[] {"-o", "yaml", "--show-managed-fields"}
                : new String[] {"-o", "yaml"};
    }

    private void turned() {
        describe();
        print();
    }

    /// Ctrl+F where nothing is to be searched leads to the text that can be.
    private void pressed(KeyEvent event) {
        if (!event.isShortcutDown() || event.getCode() != KeyCode.F) return;
        if (part() != Part.YAML) turn(Part.TEXT);
        (part() == Part.YAML ? yaml.pane() : text.pane()).find();
        event.consume();
    }

    /// Closes what lies on top of a text; false when nothing does.
    public boolean escaped() {
        return switch (part()) {
            case YAML -> yaml.pane().closeFind();
            case TEXT -> text.pane().closeFind();
            case FACTS, EVENTS, RELATED -> false;
        };
    }

    private void found() {
        InspectModel.Found now = model.foundProperty().get();
        switch (now) {
            case InspectModel.Found.There there -> show(there.object());
            case InspectModel.Found.Gone gone -> {
                if (gone.last() != null) show(gone.last());
                deeds.nothing();
            }
            case InspectModel.Found.Coming _, InspectModel.Found.Refused _, InspectModel.Found.Failed _ -> {}
        }
        notices.say(now);
        head.below(notices.banner());
        Node instead = notices.instead();
        setCenter(instead == null ? tabs : instead);
        boolean gone = now instanceof InspectModel.Found.Gone;
        boolean stale = now instanceof InspectModel.Found.There there && there.stale() != null;
        tabs.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("stale"), gone || stale);
    }

    private void show(JsonNode object) {
        yaml.show(Masked.of(model.kind(), object));
        related.object(object);
        last = object;
        deeds.show(object);
        fill(object);
    }

    private void fill(JsonNode object) {
        Page page = Pages.of(model.kind(), object);
        if (Objects.equals(page, shown)) return;
        shown = page;
        double at = factsScroll.getVvalue();
        ticking.forget();
        facts.getChildren().setAll(pages.of(page));
        factsScroll.setVvalue(at);
        head.stand(page.standing());
        describe();
    }

    private void copyText(Consumer<Intent> desk) {
        if (shown != null) desk.accept(new Intent.CopyText(words()));
    }

    private String words() {
        Page page = shown;
        if (page == null) return "";
        PageText.Around around = new PageText.Around(
                model.eventsProperty().get(), related.circlesProperty().get());
        return PageText.of(model.kind(), model.ref(), page, around, Instant.now());
    }

    /// Made only while it is looked at.
    private void describe() {
        if (part() == Part.TEXT) text.show(words());
    }

    private void happened() {
        List<Happened> all = model.eventsProperty().get();
        long warnings = all.stream()
                .filter(one -> one.tone() == dev.vigie.kind.Tone.WARN)
                .count();
        events.show(all, model.eventStateProperty().get());
        describe();
        Tab tab = tabs.getTabs().get(1);
        tab.setText(all.isEmpty() ? TEXTS.say("events") : TEXTS.say("events.count", all.size()));
        tab.setGraphic(warnings > 0 ? dev.vigie.ui.Icons.of(dev.vigie.kind.Tone.WARN) : null);
    }

    private void circled() {
        List<Circle> now = related.circlesProperty().get();
        relatives.show(now);
        describe();
        int all = now.stream().mapToInt(circle -> circle.members().size()).sum();
        tabs.getTabs().get(2).setText(all == 0 ? TEXTS.say("related") : TEXTS.say("related.count", all));
    }

    private void tick() {
        if (getScene() == null) return;
        // some sentences hold a time that has passed
        if (++seconds % REFILL == 0 && last != null) fill(last);
        ticking.tick();
        events.tick();
        relatives.tick();
        notices.tick();
        deeds.tick();
    }

    /// Gives the keyboard to what is read.
    public void takeFocus() {
        switch (part()) {
            case YAML -> yaml.pane().takeFocus();
            case TEXT -> text.pane().takeFocus();
            case FACTS, EVENTS, RELATED -> tabs.requestFocus();
        }
    }

    @Override
    public void close() {
        Quietly.close(beat);
        related.close();
        model.close();
    }
}
