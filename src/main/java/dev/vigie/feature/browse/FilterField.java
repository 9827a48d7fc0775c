package dev.vigie.feature.browse;

import dev.vigie.base.Messages;
import dev.vigie.live.Completion;
import dev.vigie.live.Filter;
import dev.vigie.live.Mistake;
import dev.vigie.live.Token;
import dev.vigie.ui.Icons;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// Where the filter is typed: conditions become chips, words stay text; what is typed counts at once.
final class FilterField extends HBox {
    private static final Messages TEXTS = Messages.of("browse");
    private static final PseudoClass WITHIN = PseudoClass.getPseudoClass("typing");

    private final TextField input = new TextField();
    private final HBox chips = new HBox();
    private final List<String> tokens = new ArrayList<>();
    private final Sense sense;
    private final OffersPopup offers = new OffersPopup(input, this::pick);
    private boolean setting;
    private boolean moved;

    /// What a filter means to the table. FX thread only.
    interface Sense {
        /// The whole filter after each key.
        void changed(String text);

        /// The person is done with it.
        void left();

        /// Tells the popup how a word could go on, when that is known.
        void offers(String word, boolean askedFor, OffersPopup popup);

        /// What is wrong with one word; null for nothing.
        @Nullable
        Mistake mistake(String token);
    }

    FilterField(String text, Sense sense) {
        this.sense = sense;
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
            if (!now) offers.hide();
        });
        set(text);
        input.textProperty().addListener(_ -> typed());
        input.caretPositionProperty().addListener(_ -> caret());
        input.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        input.addEventFilter(KeyEvent.KEY_TYPED, this::blank);
    }

    /// The whole filter as it would be typed.
    String text() {
        return Stream.concat(tokens.stream(), Stream.of(input.getText()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /// Shows another filter without saying so.
    private void set(String text) {
        setting = true;
        tokens.clear();
        List<String> words = new ArrayList<>();
        for (Token token : Token.of(text)) (Filter.special(token.typed()) ? tokens : words).add(token.typed());
        input.setText(String.join(" ", words));
        setting = false;
        draw();
    }

    void clear() {
        set("");
        sense.changed("");
    }

    void type() {
        input.requestFocus();
        input.end();
    }

    private void typed() {
        if (setting) return;
        sense.changed(text());
        moved = true;
    }

    /// The caret follows the text.
    private void caret() {
        if (moved) complete(false);
        else offers.hide();
        moved = false;
    }

    /// The word that the caret stands at the end of; null for none.
    private @Nullable Token word() {
        int caret = input.getCaretPosition();
        for (Token token : Token.of(input.getText()))
            if (token.from() < caret && caret <= token.end())
                return new Token(input.getText().substring(token.from(), caret), token.from());
        return null;
    }

    private void complete(boolean askedFor) {
        Token word = word();
        if (!input.isFocused() || (word == null && !askedFor)) offers.hide();
        else sense.offers(word == null ? "" : word.typed(), askedFor, offers);
    }

    private void pick(Completion.Offer offer) {
        Token word = word();
        int caret = input.getCaretPosition();
        int from = word == null ? caret : word.from();
        offers.hide();
        setting = true;
        input.replaceText(from, caret, offer.word());
        setting = false;
        input.positionCaret(from + offer.word().length());
        sense.changed(text());
        if (offer.goesOn()) complete(false);
    }

    /// A blank ends a condition, unless it stands in quotes.
    private void blank(KeyEvent event) {
        String now = input.getText();
        boolean quoted = now.chars().filter(c -> c == '"').count() % 2 == 1;
        boolean atEnd = input.getCaretPosition() == now.length();
        if (event.getCharacter().equals(" ") && event.isControlDown()) event.consume();
        else if (event.getCharacter().equals(" ") && !quoted && atEnd && holdsCondition(now)) {
            event.consume();
            offers.hide();
            chip();
            sense.changed(text());
        }
    }

    private static boolean holdsCondition(String text) {
        return Token.of(text).stream().anyMatch(token -> Filter.special(token.typed()));
    }

    /// What is typed becomes chips as far as it can.
    private void chip() {
        set(text());
        input.end();
    }

    private void pressed(KeyEvent event) {
        boolean done = offers.isShowing() && inOffers(event);
        if (done || inField(event)) event.consume();
    }

    /// Keys of the list; whatever else is typed goes to the field.
    private boolean inOffers(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> offers.move(1);
            case UP -> offers.move(-1);
            case ESCAPE -> offers.hide();
            case TAB, ENTER -> {
                Completion.Offer offer = event.getCode() == KeyCode.TAB ? offers.best() : offers.chosen();
                if (event.isShiftDown() || offer == null) return false;
                pick(offer);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean inField(KeyEvent event) {
        boolean atStart = input.getCaretPosition() == 0 && input.getSelection().getLength() == 0;
        switch (event.getCode()) {
            case ESCAPE -> {
                clear();
                sense.left();
            }
            case ENTER, DOWN -> {
                chip();
                sense.left();
            }
            case SPACE -> {
                if (!event.isControlDown()) return false;
                complete(true);
            }
            case BACK_SPACE -> {
                if (!atStart || tokens.isEmpty()) return false;
                reopen(tokens.size() - 1);
            }
            case LEFT -> {
                if (!atStart || tokens.isEmpty()) return false;
                chips.getChildren().getLast().requestFocus();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /// A chip becomes text again.
    private void reopen(int index) {
        setting = true;
        String token = tokens.remove(index);
        String rest = input.getText();
        input.setText(rest.isEmpty() ? token : token + " " + rest);
        input.positionCaret(token.length());
        setting = false;
        draw();
        sense.changed(text());
    }

    private void remove(int index) {
        tokens.remove(index);
        draw();
        input.requestFocus();
        sense.changed(text());
    }

    /// Puts a word in the place of another.
    void mend(String before, String after) {
        set(text().replace(before, after));
        type();
        sense.changed(text());
    }

    /// The first word with a mistake, as far as it is not being typed; null for none.
    @Nullable
    String mistaken() {
        Token typing = input.isFocused() ? word() : null;
        List<String> all = new ArrayList<>(tokens);
        for (Token token : Token.of(input.getText()))
            if (typing == null || token.from() != typing.from() || Filter.special(token.typed()))
                all.add(token.typed());
        for (String token : all) if (sense.mistake(token) != null) return token;
        return null;
    }

    private void draw() {
        chips.getChildren().clear();
        input.setPromptText(tokens.isEmpty() ? TEXTS.say("filter.prompt") : "");
        for (int i = 0; i < tokens.size(); i++) {
            int index = i;
            chips.getChildren().add(new Chip(tokens.get(i), () -> remove(index)));
        }
        mark();
    }

    /// Chips say by their looks that something is wrong with them.
    void mark() {
        for (int i = 0; i < tokens.size(); i++)
            if (chips.getChildren().get(i) instanceof Chip chip) chip.mistaken(sense.mistake(tokens.get(i)) != null);
    }
}
