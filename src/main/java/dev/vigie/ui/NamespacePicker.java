package dev.vigie.ui;

import dev.vigie.base.Messages;
import dev.vigie.kind.KnownNamespaces;
import dev.vigie.kind.Namespaces;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;

/// Chooses namespaces: one, several, all, or typed by hand where they may not be listed.
public final class NamespacePicker extends Button {
    private static final Messages TEXTS = Messages.of("ui");
    private static final int ROOM = 40;

    private final ObservableValue<Namespaces> chosen;
    private final Supplier<List<String>> recent;
    private final Consumer<Namespaces> look;
    private final Popup popup = new Popup();
    private final TextField search = new TextField();
    private final Label hint = new Label();
    private final ObservableList<String> lines = FXCollections.observableArrayList();
    private final ListView<String> list = new ListView<>(lines);
    private final Set<String> ticked = new LinkedHashSet<>();
    private final KnownNamespaces names;

    /// `recent` are those chosen of late; `look` is told what is chosen.
    public NamespacePicker(
            ObservableValue<Namespaces> chosen,
            KnownNamespaces names,
            Supplier<List<String>> recent,
            Consumer<Namespaces> look) {
        this.chosen = chosen;
        this.names = names;
        this.recent = recent;
        this.look = look;
        setId("namespaces");
        setMnemonicParsing(false);
        setMinWidth(USE_PREF_SIZE);
        setGraphic(Icons.of("mdi2l-layers-outline"));
        setOnAction(_ -> open());
        chosen.addListener(_ -> name());
        name();
        compose();
    }

    private void name() {
        String words = Shown.text(words(chosen.getValue()));
        setText(words + "  ▾");
        setAccessibleText(TEXTS.say("namespaces.say", words));
        String all =
                chosen.getValue() instanceof Namespaces.Named(List<String> now) ? String.join(", ", now) + "\n" : "";
        setTooltip(new Tooltip(Shown.text(all) + TEXTS.say("namespaces.tip")));
    }

    /// `test, shop`, or all.
    public static String words(Namespaces namespaces) {
        return switch (namespaces) {
            case Namespaces.All() -> TEXTS.say("namespaces.all");
            case Namespaces.Named(List<String> names) -> words(names);
        };
    }

    /// The bar has room for some forty letters; the tooltip has them all.
    private static String words(List<String> names) {
        String all = Shown.text(String.join(", ", names));
        if (all.length() <= ROOM && names.size() <= 3) return all;
        String first = Shown.text(names.getFirst());
        if (first.length() > ROOM) first = first.substring(0, ROOM - 1) + "…";
        return names.size() == 1 ? first : TEXTS.say("namespaces.some", first, names.size() - 1);
    }

    private void compose() {
        search.setId("namespace-search");
        search.setPromptText(TEXTS.say("namespaces.search"));
        search.textProperty().addListener(_ -> fill());
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        list.setId("namespace-list");
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new NamespaceLine(ticked, names::ending, this::one, this::tick));
        hint.getStyleClass().add("hint");
        hint.setWrapText(true);
        VBox box = new VBox(search, list, hint);
        box.getStyleClass().add("namespace-popup");
        popup.getContent().add(box);
        popup.setAutoHide(true);
        popup.setOnHidden(_ -> names.close());
    }

    public void open() {
        if (popup.isShowing() || getScene() == null) return;
        ticked.clear();
        if (chosen.getValue() instanceof Namespaces.Named(List<String> now)) ticked.addAll(now);
        search.clear();
        names.open(this::fill);
        fill();
        popup.getContent().getFirst().setStyle("-fx-font-size: " + zoomed() + "px;");
        Bounds at = localToScreen(getBoundsInLocal());
        popup.show(this, at.getMinX(), at.getMaxY() + 4);
        search.requestFocus();
    }

    private double zoomed() {
        return getFont().getSize();
    }

    /// All, then those of late, then the rest; what is typed and not there can be had too.
    private void fill() {
        String typed = search.getText().strip();
        Set<String> all = new LinkedHashSet<>();
        if (typed.isEmpty()) all.add(NamespaceLine.ALL);
        Set<String> known = new LinkedHashSet<>(ticked);
        known.addAll(recent.get());
        known.addAll(names.names());
        known.stream().filter(name -> name.contains(typed)).forEach(all::add);
        if (!typed.isEmpty()) all.add(typed);
        lines.setAll(all);
        list.refresh();
        list.getSelectionModel().select(0);
        hint.setText(names.forbidden() ? TEXTS.say("namespaces.forbidden") : TEXTS.say("namespaces.hint"));
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> list.getSelectionModel().selectNext();
            case UP -> list.getSelectionModel().selectPrevious();
            case SPACE -> tick(list.getSelectionModel().getSelectedItem());
            case ENTER -> entered();
            case ESCAPE -> popup.hide();
            default -> {
                return;
            }
        }
        list.scrollTo(list.getSelectionModel().getSelectedIndex());
        event.consume();
    }

    private void entered() {
        boolean many = search.getText().isBlank() && ticked.size() > 1 && !ticked.equals(shown());
        if (many) take(Namespaces.named(ticked));
        else one(list.getSelectionModel().getSelectedItem());
    }

    private Set<String> shown() {
        return chosen.getValue() instanceof Namespaces.Named(List<String> now) ? new LinkedHashSet<>(now) : Set.of();
    }

    private void one(@org.jspecify.annotations.Nullable String name) {
        if (name == null) return;
        take(name.equals(NamespaceLine.ALL) ? Namespaces.all() : Namespaces.named(name));
    }

    private void take(Namespaces wanted) {
        popup.hide();
        look.accept(wanted);
    }

    /// One more, or one less; shown at once, the popup stays.
    private void tick(@org.jspecify.annotations.Nullable String name) {
        if (name == null) return;
        if (name.equals(NamespaceLine.ALL)) {
            one(name);
            return;
        }
        if (!ticked.remove(name)) ticked.add(name);
        search.clear();
        list.refresh();
        if (!ticked.isEmpty()) look.accept(Namespaces.named(ticked));
    }
}
