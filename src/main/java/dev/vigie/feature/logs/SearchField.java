package dev.vigie.feature.logs;

import dev.vigie.base.Messages;
import dev.vigie.ui.Buttons;
import dev.vigie.ui.Icons;
import java.util.function.Consumer;
import java.util.regex.PatternSyntaxException;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A field in which one types what is looked for, by words or by an expression. FX thread only.
final class SearchField extends HBox {
    private static final Messages TEXTS = Messages.of("logs");
    private static final PseudoClass TYPING = PseudoClass.getPseudoClass("typing");
    private static final PseudoClass MISTAKEN = PseudoClass.getPseudoClass("mistaken");

    private final TextField field = new TextField();
    private final Label said = new Label();
    private final ToggleButton exact = toggle("log-exact-case", "Aa", TEXTS.say("search.case"));
    private final ToggleButton expression = toggle("log-expression", ".*", TEXTS.say("search.expression"));
    private final Consumer<LogModel.Sought> look;

    /// `look` may throw for an expression that is none.
    SearchField(String id, String icon, String prompt, Consumer<LogModel.Sought> look) {
        this.look = look;
        getStyleClass().add("log-field");
        field.setId(id);
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        said.getStyleClass().add("hint");
        said.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(field, Priority.ALWAYS);
        getChildren().addAll(Icons.of(icon), field, said, exact, expression);
        field.textProperty().addListener(_ -> changed());
        exact.setOnAction(_ -> changed());
        expression.setOnAction(_ -> changed());
        field.focusedProperty().addListener((_, _, now) -> pseudoClassStateChanged(TYPING, now));
    }

    private static ToggleButton toggle(String id, String text, String says) {
        ToggleButton button = new ToggleButton(text);
        button.setId(id);
        button.setMnemonicParsing(false);
        button.getStyleClass().addAll("flat", "log-toggle");
        button.setTooltip(new Tooltip(says));
        button.setAccessibleText(says);
        button.setFocusTraversable(false);
        return button;
    }

    /// Steps from hit to hit: shown inside the field.
    SearchField steps(Runnable previous, Runnable next) {
        getChildren()
                .addAll(
                        3,
                        java.util.List.of(
                                Buttons.icon(
                                        "log-previous-hit", "mdi2c-chevron-up", TEXTS.say("search.previous"), previous),
                                Buttons.icon("log-next-hit", "mdi2c-chevron-down", TEXTS.say("search.next"), next)));
        return this;
    }

    private void changed() {
        try {
            look.accept(sought());
            pseudoClassStateChanged(MISTAKEN, false);
            said.setText("");
        } catch (PatternSyntaxException e) {
            pseudoClassStateChanged(MISTAKEN, true);
            said.setText(TEXTS.say("search.mistake", e.getDescription()));
        }
    }

    LogModel.Sought sought() {
        return new LogModel.Sought(field.getText(), exact.isSelected(), expression.isSelected());
    }

    /// Shows how much was found.
    void say(String text) {
        if (!getPseudoClassStates().contains(MISTAKEN)) said.setText(text);
    }

    TextField field() {
        return field;
    }

    void type() {
        field.requestFocus();
        field.selectAll();
    }
}
