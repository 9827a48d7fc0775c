package dev.vigie.feature.browse;

import dev.vigie.base.Messages;
import dev.vigie.live.Filter;
import dev.vigie.ui.Icons;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// Where the filter is typed: conditions become chips, words stay text; what is typed counts at once.
final class FilterField extends HBox {
    private static final Messages TEXTS = Messages.of("browse");
    private static final PseudoClass WITHIN = PseudoClass.getPseudoClass("typing");

    private final TextField input = new TextField();
    private final HBox chips = new HBox();
    private final List<String> tokens = new ArrayList<>();
    private final Consumer<String> changed;
    private final Runnable left;
    private boolean setting;

    /// `changed` gets the whole filter after each key; `left` is called when the person is done with it.
    FilterField(String text, Consumer<String> changed, Runnable left) {
        this.changed = changed;
        this.left = left;
        getStyleClass().add("filter-field");
        setId("filter");
        chips.getStyleClass().add("chips");
        input.setId("filter-input");
        input.setPrefColumnCount(4);
        input.setAccessibleText(TEXTS.say("filter.prompt"));
        HBox.setHgrow(input, Priority.ALWAYS);
        Label key = new Label("/");
        key.getStyleClass().add("key-cap");
        getChildren().addAll(Icons.of("mdi2f-filter-variant"), chips, input, key);
        input.focusedProperty().addListener((_, _, now) -> {
            pseudoClassStateChanged(WITHIN, now);
            key.setVisible(!now);
        });
        set(text);
        input.textProperty().addListener((_, _, now) -> typed());
        input.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        input.addEventFilter(KeyEvent.KEY_TYPED, this::blank);
    }

    /// The whole filter as it would be typed.
    String text() {
        return Stream.concat(tokens.stream().map(FilterField::quoted), Stream.of(input.getText()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /// Shows another filter without saying so.
    private void set(String text) {
        setting = true;
        tokens.clear();
        List<String> words = new ArrayList<>();
        for (String token : Filter.tokens(text)) (Filter.special(token) ? tokens : words).add(token);
        input.setText(String.join(" ", words.stream().map(FilterField::quoted).toList()));
        setting = false;
        draw();
    }

    void clear() {
        set("");
        changed.accept("");
    }

    void type() {
        input.requestFocus();
        input.end();
    }

    private static String quoted(String token) {
        return token.chars().anyMatch(Character::isWhitespace) ? "\"" + token + "\"" : token;
    }

    private void typed() {
        if (setting) return;
        changed.accept(text());
    }

    /// A blank ends a condition, unless it stands in quotes.
    private void blank(KeyEvent event) {
        String now = input.getText();
        boolean quoted = now.chars().filter(c -> c == '"').count() % 2 == 1;
        boolean atEnd = input.getCaretPosition() == now.length();
        if (!event.getCharacter().equals(" ")
                || quoted
                || !atEnd
                || Filter.tokens(now).stream().noneMatch(Filter::special)) return;
        event.consume();
        chip();
        changed.accept(text());
    }

    /// What is typed becomes chips as far as it can.
    private void chip() {
        set(text());
        input.end();
    }

    private void pressed(KeyEvent event) {
        boolean atStart = input.getCaretPosition() == 0 && input.getSelection().getLength() == 0;
        switch (event.getCode()) {
            case ESCAPE -> {
                clear();
                left.run();
            }
            case ENTER, DOWN -> {
                chip();
                left.run();
            }
            case BACK_SPACE -> {
                if (!atStart || tokens.isEmpty()) return;
                reopen(tokens.size() - 1);
            }
            case LEFT -> {
                if (!atStart || tokens.isEmpty()) return;
                chips.getChildren().getLast().requestFocus();
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    /// A chip becomes text again.
    private void reopen(int index) {
        setting = true;
        String token = quoted(tokens.remove(index));
        input.setText(token + input.getText());
        input.positionCaret(token.length());
        setting = false;
        draw();
        changed.accept(text());
    }

    private void remove(int index) {
        tokens.remove(index);
        draw();
        input.requestFocus();
        changed.accept(text());
    }

    private void draw() {
        chips.getChildren().clear();
        input.setPromptText(tokens.isEmpty() ? TEXTS.say("filter.prompt") : "");
        for (int i = 0; i < tokens.size(); i++) {
            int index = i;
            chips.getChildren().add(new Chip(tokens.get(i), () -> remove(index)));
        }
    }
}
