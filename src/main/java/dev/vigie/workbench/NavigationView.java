package dev.vigie.workbench;

import dev.vigie.base.Messages;
import dev.vigie.kind.Intent;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Screen;
import dev.vigie.kube.Cluster;
import dev.vigie.ui.Shown;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Every kind that the open cluster lists, by groups that fold. FX thread only.
final class NavigationView extends VBox {
    private static final Messages TEXTS = Messages.of("workbench");

    private final Consumer<Intent> desk;
    private final ObservableList<NavigationLine> lines = FXCollections.observableArrayList();
    private final ListView<NavigationLine> list = new ListView<>(lines);
    private final Label name = new Label();
    private final Label version = new Label();
    private final Set<String> closed = new HashSet<>(Set.of("storage", "access", "more"));
    private List<Group> groups = List.of();
    private List<String> views = List.of();
    private List<Cluster.Discovery.BrokenGroup> broken = List.of();
    private NavigationLine.Known known = NavigationLine.Known.NOTHING;
    private String release = "";
    private Runnable unfolded = () -> {};
    private @Nullable Screen current;
    private String view = "";

    NavigationView(Consumer<Intent> desk) {
        this.desk = desk;
        setId("navigation");
        getStyleClass().add("navigation");
        name.getStyleClass().add("strong");
        version.setId("navigation-version");
        version.getStyleClass().add("hint");
        VBox head = new VBox(name, version);
        head.getStyleClass().add("navigation-head");
        list.setId("navigation-list");
        list.setCellFactory(_ -> new NavigationCell(this::clicked, this::beside));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        list.setOnContextMenuRequested(this::menu);
        list.setAccessibleText(TEXTS.say("navigation"));
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(head, list);
    }

    void show(Session session, List<String> saved) {
        views = List.copyOf(saved);
        name.setText(Shown.text(session.context()));
        name.setTooltip(new Tooltip(session.cluster().server()));
        release = session.version();
        groups = Group.of(session.discovery().kinds());
        broken = session.discovery().failedGroups();
        refill();
    }

    /// `saved` is the saved view that led there, empty for none.
    void select(@Nullable Screen screen, String saved) {
        current = screen;
        view = saved;
        if (screen instanceof Screen.Table(Kind kind)) {
            for (Group group : groups) if (group.kinds().contains(kind)) closed.remove(group.key());
        }
        refill();
        pick();
    }

    /// How many objects of each kind there are, and how many stand badly, as far as that is known.
    void count(NavigationLine.Known now) {
        known = now;
        refill();
        long nodes = nodes();
        version.setText(nodes < 0 ? release : TEXTS.say("version.nodes", release, nodes));
    }

    /// `action` is told when a group was opened, so that its counts are asked for.
    void unfolded(Runnable action) {
        unfolded = action;
    }

    List<Group> groups() {
        return groups;
    }

    List<String> views() {
        return views;
    }

    @Nullable
    Screen current() {
        return current;
    }

    /// The kinds of the groups that are unfolded.
    List<Kind> inSight() {
        return groups.stream()
                .filter(group -> !closed.contains(group.key()))
                .flatMap(group -> group.kinds().stream())
                .toList();
    }

    /// -1 when it is not known.
    private long nodes() {
        for (Group group : groups)
            for (Kind kind : group.kinds())
                if (kind.resource().equals("nodes")) return known.counts().getOrDefault(kind, -1L);
        return -1;
    }

    private void refill() {
        List<NavigationLine> all = new ArrayList<>(NavigationLine.of(groups, views, closed, known));
        for (Cluster.Discovery.BrokenGroup group : broken) {
            all.add(new NavigationLine.Broken(group.groupVersion(), group.reason()));
        }
        if (lines.equals(all)) return;
        int cursor = list.getSelectionModel().getSelectedIndex();
        if (all.size() == lines.size()) {
            for (int i = 0; i < all.size(); i++) if (!all.get(i).equals(lines.get(i))) lines.set(i, all.get(i));
            list.getSelectionModel().select(cursor);
        } else {
            lines.setAll(all);
            pick();
        }
    }

    /// The line of what is shown now.
    private void pick() {
        for (NavigationLine line : lines) {
            Screen leads = line.leads();
            boolean here = view.isEmpty()
                    ? leads != null && leads.equals(current)
                    : line.equals(new NavigationLine.Saved(view));
            if (here) list.getSelectionModel().select(line);
        }
    }

    private void pressed(KeyEvent event) {
        NavigationLine line = list.getSelectionModel().getSelectedItem();
        if (line == null) return;
        boolean fold = event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT;
        if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            if (event.isShortcutDown()) beside(line);
            else clicked(line);
            event.consume();
        } else if (fold
                && line instanceof NavigationLine.Head head
                && head.open() == (event.getCode() == KeyCode.LEFT)) {
            clicked(line);
            event.consume();
        }
    }

    /// Of the line under the pointer, or by keyboard of the chosen one: a press has chosen it before.
    private void menu(ContextMenuEvent event) {
        NavigationLine line = list.getSelectionModel().getSelectedItem();
        Screen leads = line == null ? null : line.leads();
        if (leads == null) return;
        MenuItem tab = new MenuItem(TEXTS.say("screen.tab"));
        tab.setId("screen-tab");
        tab.setOnAction(_ -> desk.accept(new Intent.ShowInTab(leads)));
        MenuItem window = new MenuItem(TEXTS.say("screen.window"));
        window.setId("screen-window");
        window.setOnAction(_ -> desk.accept(new Intent.ShowInWindow(leads)));
        new ContextMenu(tab, window).show(list, event.getScreenX(), event.getScreenY());
        event.consume();
    }

    /// In a tab of its own.
    private void beside(NavigationLine line) {
        Screen leads = line.leads();
        if (leads != null) desk.accept(new Intent.ShowInTab(leads));
    }

    private void clicked(NavigationLine line) {
        switch (line) {
            case NavigationLine.Head head -> {
                int index = lines.indexOf(line);
                boolean opened = closed.remove(head.group().key());
                if (!opened) closed.add(head.group().key());
                refill();
                if (opened) unfolded.run();
                list.getSelectionModel().select(Math.min(index, lines.size() - 1));
            }
            case NavigationLine.Item item -> desk.accept(new Intent.Show(Screens.ofKind(item.kind())));
            case NavigationLine.Way way -> desk.accept(new Intent.Show(way.screen()));
            case NavigationLine.Saved saved -> desk.accept(new Intent.OpenView(saved.name()));
            case NavigationLine.Broken broken -> {}
        }
    }
}
