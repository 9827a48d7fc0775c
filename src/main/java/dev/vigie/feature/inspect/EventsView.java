package dev.vigie.feature.inspect;

import dev.vigie.base.Messages;
import dev.vigie.kind.Tone;
import dev.vigie.kube.Rows;
import dev.vigie.ui.Icons;
import dev.vigie.ui.Shown;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Events of one object, warnings first, each with how often and when last.
final class EventsView extends VBox {
    private static final Messages TEXTS = Messages.of("inspect");

    private final Ticking ticking = new Ticking();

    EventsView() {
        setId("events");
        getStyleClass().add("events");
    }

    void show(List<Happened> events, Rows.State state) {
        ticking.forget();
        getChildren().clear();
        String sentence = sentence(events, state);
        if (!sentence.isEmpty()) {
            Label label = new Label(sentence);
            label.setWrapText(true);
            label.getStyleClass().add("muted");
            getChildren().add(label);
        }
        for (Happened event : events) getChildren().add(line(event));
    }

    private static String sentence(List<Happened> events, Rows.State state) {
        return switch (state) {
            case Rows.State.Loading _ -> TEXTS.say("events.coming");
            case Rows.State.Forbidden forbidden ->
                TEXTS.say("events.forbidden", Shown.text(forbidden.why().detail()));
            case Rows.State.Failed failed ->
                TEXTS.say("events.failed", Shown.text(failed.why().title()));
            case Rows.State.Stale _ -> TEXTS.say("events.stale");
            case Rows.State.Live _ -> events.isEmpty() ? TEXTS.say("events.none") : "";
        };
    }

    private VBox line(Happened event) {
        Label reason = new Label(Shown.text(event.reason()), Icons.of(event.tone()));
        reason.getStyleClass().add(event.tone() == Tone.WARN ? "text-warn" : "fact-value");
        reason.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(reason, gap);
        head.getStyleClass().add("event-head");
        if (event.count() > 1) {
            Label count = new Label("×" + event.count());
            count.getStyleClass().addAll("mono", "subtle");
            count.setMinWidth(Region.USE_PREF_SIZE);
            head.getChildren().add(count);
        }
        if (event.last() != null) head.getChildren().add(ticking.age(event.last()));
        Label message = new Label(Shown.text(event.message()));
        message.setWrapText(true);
        message.getStyleClass().add("event-message");
        VBox line = new VBox(head, message);
        line.getStyleClass().add("event");
        return line;
    }

    void tick() {
        ticking.tick();
    }
}
