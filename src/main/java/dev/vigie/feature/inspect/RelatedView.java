package dev.vigie.feature.inspect;

import dev.vigie.base.Messages;
import dev.vigie.catalog.Relations;
import dev.vigie.kind.Intent;
import dev.vigie.kind.Part;
import dev.vigie.kind.Tone;
import dev.vigie.kube.Objects;
import dev.vigie.kube.Rows;
import dev.vigie.ui.Icons;
import dev.vigie.ui.Shown;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What has to do with one object, kind by kind; each can be opened.
final class RelatedView extends VBox {
    private static final Messages TEXTS = Messages.of("inspect");
    /// More are counted, not listed: the table shows them all.
    private static final int MANY = 100;

    private final Ticking ticking = new Ticking();
    private final Consumer<Intent> desk;

    RelatedView(Consumer<Intent> desk) {
        this.desk = desk;
        setId("related");
        getStyleClass().add("details-body");
    }

    void show(List<Circle> circles) {
        ticking.forget();
        getChildren().clear();
        if (circles.isEmpty()) getChildren().add(muted(TEXTS.say("related.none")));
        List<String> unused = new ArrayList<>();
        for (Circle circle : circles) {
            if (isUnused(circle)) unused.add(Shown.text(circle.kind().title()));
            else getChildren().add(section(circle));
        }
        if (!unused.isEmpty()) getChildren().add(muted(TEXTS.say("related.unused", String.join(", ", unused))));
    }

    /// Nobody of that kind uses it, which is known for sure: one sentence says so for all such kinds.
    private static boolean isUnused(Circle circle) {
        return circle.way() == Circle.Way.USERS
                && circle.members().isEmpty()
                && !circle.partial()
                && circle.state() instanceof Rows.State.Live;
    }

    private Node section(Circle circle) {
        String name = circle.kind().title();
        Label title = new Label(title(circle, name));
        title.getStyleClass().add("section-title");
        Label count = new Label(String.valueOf(circle.members().size()));
        count.getStyleClass().add("hint");
        HBox head = new HBox(title, count);
        head.getStyleClass().add("condition-head");
        VBox box = new VBox(head);
        box.getStyleClass().add("section");
        String sentence = sentence(circle);
        if (!sentence.isEmpty()) box.getChildren().add(muted(sentence));
        circle.members().stream().limit(MANY).forEach(one -> box.getChildren().add(line(one)));
        if (circle.members().size() > MANY)
            box.getChildren()
                    .add(muted(TEXTS.say("related.more", circle.members().size() - MANY)));
        return box;
    }

    /// What a circle is called.
    static String title(Circle circle, String kind) {
        return switch (circle.way()) {
            case OWNERS -> TEXTS.say("related.owners", kind);
            case OWNED -> kind;
            case USED -> TEXTS.say("related.used", kind);
            case USERS ->
                Relations.selects(circle.kind())
                        ? TEXTS.say("related.selectors", kind)
                        : TEXTS.say("related.users", kind);
        };
    }

    private static String sentence(Circle circle) {
        if (circle.partial()) return TEXTS.say("related.partial", Objects.MOST);
        return switch (circle.state()) {
            case Rows.State.Loading _ -> TEXTS.say("related.coming");
            case Rows.State.Forbidden forbidden ->
                TEXTS.say("related.forbidden", Shown.text(forbidden.why().detail()));
            case Rows.State.Failed failed ->
                TEXTS.say("related.failed", Shown.text(failed.why().title()));
            case Rows.State.Stale _ -> TEXTS.say("related.stale");
            case Rows.State.Live _ -> circle.members().isEmpty() ? TEXTS.say("related.nobody") : "";
        };
    }

    private HBox line(Relative one) {
        Hyperlink name = new Hyperlink(Shown.text(one.ref().name()));
        name.setOnAction(_ -> desk.accept(new Intent.Inspect(one.ref(), Part.FACTS)));
        name.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label state = new Label(Shown.text(one.state()));
        state.getStyleClass().addAll("muted", "small");
        state.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(name, gap, state);
        // of what is only named nobody knows how it stands
        if (one.tone() != Tone.QUIET || !one.state().isEmpty())
            line.getChildren().addFirst(Icons.of(one.tone()));
        if (one.created() != Long.MIN_VALUE) line.getChildren().add(ticking.age(Instant.ofEpochSecond(one.created())));
        line.getStyleClass().add("condition-head");
        return line;
    }

    private static Label muted(String sentence) {
        Label label = new Label(sentence);
        label.setWrapText(true);
        label.getStyleClass().add("muted");
        return label;
    }

    void tick() {
        ticking.tick();
    }
}
