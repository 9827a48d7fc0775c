package dev.vigie.feature.inspect;

import dev.vigie.base.Messages;
import dev.vigie.base.Ref;
import dev.vigie.kind.Intent;
import dev.vigie.kind.Part;
import dev.vigie.kind.Tone;
import dev.vigie.kube.KubeFailure;
import dev.vigie.kube.Rows;
import dev.vigie.ui.Buttons;
import dev.vigie.ui.Icons;
import dev.vigie.ui.SkeletonRows;
import dev.vigie.ui.StatePanel;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// What is said where the details are not simply there and true: coming, forbidden, failed, deleted, stale.
final class Notices {
    private static final Messages TEXTS = Messages.of("inspect");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final InspectModel model;
    private final Consumer<Intent> desk;
    private @Nullable HBox banner;
    private @Nullable Node instead;
    private final Label banned = new Label();
    private Rows.State.@Nullable Stale stale;
    private String kind = "";

    Notices(InspectModel model, Consumer<Intent> desk) {
        this.model = model;
        this.desk = desk;
        banned.setWrapText(true);
        HBox.setHgrow(banned, Priority.ALWAYS);
    }

    /// Above what is shown; null for nothing.
    @Nullable
    Node banner() {
        return banner;
    }

    /// In place of what would be shown; null for nothing.
    @Nullable
    Node instead() {
        return instead;
    }

    void say(InspectModel.Found now) {
        stale = now instanceof InspectModel.Found.There there ? there.stale() : null;
        String wanted = now.getClass().getSimpleName()
                + (stale != null)
                + (stale != null && stale.why().asksToSignIn())
                + (now instanceof InspectModel.Found.Gone gone && gone.another());
        if (!wanted.equals(kind)) build(now);
        kind = wanted;
        tick();
    }

    private void build(InspectModel.Found now) {
        banner = null;
        instead = null;
        switch (now) {
            case InspectModel.Found.Coming _ -> instead = new SkeletonRows();
            case InspectModel.Found.There _ -> {
                if (stale != null && !stale.why().asksToSignIn()) banner = bar("stale", again());
            }
            case InspectModel.Found.Gone gone -> {
                if (gone.last() == null) instead = StatePanel.empty(TEXTS.say("gone"), TEXTS.say("gone.never"));
                else banner = gone.another() ? bar("another", other()) : bar("gone", null);
                banned.setText(gone.another() ? TEXTS.say("gone.another") : TEXTS.say("gone"));
            }
            case InspectModel.Found.Refused refused ->
                instead = refused(refused.why().why());
            case InspectModel.Found.Failed failed -> {
                KubeFailure why = failed.why().why();
                instead =
                        StatePanel.failed(why.title(), why.why(), why.remedy()).with(again());
            }
        }
    }

    private StatePanel refused(KubeFailure.Forbidden why) {
        return StatePanel.forbidden(TEXTS.say("forbidden", model.kind().singular()), why.detail())
                .with(again());
    }

    private Button again() {
        return Buttons.plain("details-again", TEXTS.say("again"), model::tryNow);
    }

    private Button other() {
        Ref ref = model.ref();
        Ref now = new Ref(ref.cluster(), ref.gvk(), ref.namespace(), ref.name(), "");
        return Buttons.plain(
                "details-other", TEXTS.say("open.other"), () -> desk.accept(new Intent.Inspect(now, Part.FACTS)));
    }

    private HBox bar(String id, @Nullable Button button) {
        HBox bar = new HBox(Icons.of(Tone.WARN), banned);
        if (button != null) bar.getChildren().add(button);
        bar.setId("details-" + id);
        bar.getStyleClass().add("banner-stale");
        return bar;
    }

    void tick() {
        Rows.State.Stale now = stale;
        if (now == null) return;
        long seconds =
                Math.max(0, (Duration.between(Instant.now(), now.nextTry()).toMillis() + 999) / 1000);
        String since = CLOCK.format(now.since().atZone(ZoneId.systemDefault()));
        banned.setText(TEXTS.say("stale", since, seconds));
    }
}
