package dev.vigie.feature.logs;

import dev.vigie.base.Messages;
import dev.vigie.kind.Tone;
import dev.vigie.kube.logs.LogSource;
import dev.vigie.kube.logs.LogState;
import dev.vigie.ui.Icons;
import dev.vigie.ui.Shown;
import java.util.function.IntFunction;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Rectangle;

/// The containers whose lines are here, each with its colour and how it stands; a tick shows or hides its lines.
final class SourcesBar extends ScrollPane {
    private static final Messages TEXTS = Messages.of("logs");
    private static final int SERIES = 4;

    private final LogModel model;
    private final IntFunction<String> names;
    private final HBox boxes = new HBox();

    SourcesBar(LogModel model, IntFunction<String> names) {
        this.model = model;
        this.names = names;
        getStyleClass().add("log-sources");
        boxes.getStyleClass().add("log-sources-row");
        setContent(boxes);
        setFitToHeight(true);
        setVbarPolicy(ScrollBarPolicy.NEVER);
        setHbarPolicy(ScrollBarPolicy.AS_NEEDED);
    }

    void refresh() {
        int count = model.sources().size();
        if (boxes.getChildren().size() > count) boxes.getChildren().clear();
        for (int i = 0; i < count; i++) {
            LogSource source = model.sources().get(i);
            if (i == boxes.getChildren().size()) boxes.getChildren().add(box(source));
            stand((CheckBox) boxes.getChildren().get(i), source);
        }
        boolean several = count > 1;
        setVisible(several);
        setManaged(several);
    }

    private CheckBox box(LogSource source) {
        CheckBox box = new CheckBox();
        box.setMnemonicParsing(false);
        box.setId("log-source-" + source.number());
        box.setSelected(!model.isHidden(source));
        box.setOnAction(_ -> model.hide(source, !box.isSelected()));
        return box;
    }

    private void stand(CheckBox box, LogSource source) {
        String name = names.apply(source.number());
        if (!name.equals(box.getText())) box.setText(name);
        LogState state = model.state(source);
        if (state.equals(box.getUserData())) return;
        box.setUserData(state);
        Rectangle bar = new Rectangle(3, 12);
        bar.getStyleClass().add("log-ink-series-" + (source.number() % SERIES + 1));
        HBox mark = new HBox(bar);
        mark.getStyleClass().add("log-source-mark");
        Node shape = shape(state);
        if (shape != null) mark.getChildren().add(shape);
        box.setGraphic(mark);
        String says = Shown.text(source.pod() + " · " + source.container()) + "\n" + words(state);
        box.setTooltip(new Tooltip(says));
        box.setAccessibleText(says);
    }

    private static @org.jspecify.annotations.Nullable Node shape(LogState state) {
        return switch (state) {
            case LogState.Reading _ -> null;
            case LogState.Waiting _ -> Icons.of(Tone.PROGRESS);
            case LogState.Lost _ -> Icons.of(Tone.WARN);
            case LogState.Ended ended -> Icons.of(ended.code() > 0 ? Tone.ERROR : Tone.DONE);
            case LogState.Gone _ -> Icons.of(Tone.ENDING);
            case LogState.Failed _ -> Icons.of(Tone.ERROR);
        };
    }

    static String words(LogState state) {
        return Shown.text(
                switch (state) {
                    case LogState.Reading _ -> TEXTS.say("state.reading");
                    case LogState.Waiting waiting when waiting.reason().isEmpty() -> TEXTS.say("state.waiting");
                    case LogState.Waiting waiting ->
                        TEXTS.say("state.waiting.because", waiting.reason(), waiting.message());
                    case LogState.Lost lost -> TEXTS.say("state.lost", lost.why());
                    case LogState.Ended ended when ended.code() < 0 -> TEXTS.say("state.ended");
                    case LogState.Ended ended -> TEXTS.say("state.ended.code", ended.code(), ended.reason());
                    case LogState.Gone _ -> TEXTS.say("state.gone");
                    case LogState.Failed failed ->
                        failed.why().title() + "\n" + failed.why().why();
                });
    }
}
