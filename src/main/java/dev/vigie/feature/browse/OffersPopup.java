package dev.vigie.feature.browse;

import dev.vigie.base.Messages;
import dev.vigie.live.Completion;
import dev.vigie.ui.Shown;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;

/// How the word under the caret could go on, below the field. Nothing is chosen in it until a person goes there, and
/// the keyboard stays in the field.
final class OffersPopup {
    private static final Messages TEXTS = Messages.of("browse");
    private static final double LINE = 2;
    private static final double WIDTH = 26;

    private final TextField field;
    private final Popup popup = new Popup();
    private final ListView<Completion.Offer> list = new ListView<>();
    private final VBox box = new VBox();

    OffersPopup(TextField field, Consumer<Completion.Offer> pick) {
        this.field = field;
        list.setId("offers");
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new OfferLine(pick));
        Label hint = new Label(TEXTS.say("offers.hint"));
        hint.getStyleClass().add("hint");
        box.getStyleClass().add("offers-popup");
        box.getChildren().addAll(list, hint);
        popup.getContent().add(box);
        popup.setAutoHide(true);
        popup.setHideOnEscape(false);
        popup.setConsumeAutoHidingEvents(false);
    }

    void show(List<Completion.Offer> offers) {
        if (offers.isEmpty() || field.getScene() == null || field.getScene().getWindow() == null) {
            hide();
            return;
        }
        list.getSelectionModel().clearSelection();
        list.getItems().setAll(offers);
        double em = field.getFont().getSize() * 13 / 12; // the field's text is a little smaller
        box.setStyle("-fx-font-size: " + em + "px;");
        list.setFixedCellSize(Math.rint(LINE * em));
        list.setPrefHeight(list.getFixedCellSize() * offers.size() + 2);
        list.setPrefWidth(WIDTH * em);
        Bounds at = field.localToScreen(field.getBoundsInLocal());
        if (!popup.isShowing()) popup.show(field, at.getMinX(), at.getMaxY() + 6);
    }

    void hide() {
        popup.hide();
    }

    boolean isShowing() {
        return popup.isShowing();
    }

    /// One further down, or up; up from the first leaves the list.
    void move(int by) {
        int to = list.getSelectionModel().getSelectedIndex() + by;
        if (to < 0) {
            list.getSelectionModel().clearSelection();
            return;
        }
        list.getSelectionModel().select(Math.min(to, list.getItems().size() - 1));
        list.scrollTo(list.getSelectionModel().getSelectedIndex());
        Completion.Offer now = list.getSelectionModel().getSelectedItem();
        if (now != null) field.setAccessibleHelp(Shown.text(now.word()));
    }

    /// What a person went to; null for nothing.
    Completion.@Nullable Offer chosen() {
        return popup.isShowing() ? list.getSelectionModel().getSelectedItem() : null;
    }

    /// What a person went to, else the first.
    Completion.@Nullable Offer best() {
        Completion.Offer chosen = chosen();
        return chosen != null || !popup.isShowing() ? chosen : list.getItems().getFirst();
    }

    /// What is offered, and how many rows say so.
    private static final class OfferLine extends ListCell<Completion.Offer> {
        private final Label word = new Label();
        private final Label rows = new Label();
        private final HBox line = new HBox();

        OfferLine(Consumer<Completion.Offer> pick) {
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            word.setMinWidth(0);
            rows.setMinWidth(Region.USE_PREF_SIZE);
            rows.getStyleClass().addAll("mono", "subtle");
            line.getStyleClass().add("offer");
            line.getChildren().addAll(word, gap, rows);
            setPrefWidth(0);
            setOnMousePressed(event -> {
                if (getItem() != null) pick.accept(getItem());
                event.consume();
            });
        }

        @Override
        protected void updateItem(Completion.@Nullable Offer offer, boolean empty) {
            super.updateItem(offer, empty);
            setGraphic(offer == null || empty ? null : line);
            if (offer == null || empty) return;
            word.setText(Shown.text(offer.word()));
            rows.setText(offer.rows() < 0 ? "" : TEXTS.say("count", offer.rows()));
        }
    }
}
