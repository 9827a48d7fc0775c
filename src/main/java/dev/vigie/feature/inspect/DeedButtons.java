package dev.vigie.feature.inspect;

import dev.vigie.base.Messages;
import dev.vigie.base.Ref;
import dev.vigie.catalog.Deeds;
import dev.vigie.kind.Intent;
import dev.vigie.kind.Kind;
import dev.vigie.kube.KubeFailure;
import dev.vigie.live.Rights;
import dev.vigie.ui.Buttons;
import dev.vigie.ui.Icons;
import dev.vigie.ui.Shown;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What can be changed of the object now; what one may not do is disabled and says why beside it. FX thread only.
final class DeedButtons extends FlowPane {
    private static final Messages TEXTS = Messages.of("inspect");
    /// Rights and guards change while details are open.
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final Kind kind;
    private final Ref ref;
    private final Rights rights;
    private final Consumer<Intent> desk;
    private final Label why = new Label();
    private Ref identified;
    private List<Deeds.Deed> offered = List.of();
    private Instant asked = Instant.EPOCH;

    DeedButtons(Kind kind, Ref ref, Rights rights, Consumer<Intent> desk) {
        this.kind = kind;
        this.ref = ref;
        this.rights = rights;
        this.desk = desk;
        identified = ref;
        why.getStyleClass().addAll("muted", "small");
        why.setWrapText(true);
        getStyleClass().addAll("deeds", "in-bar");
        setVisible(false);
        setManaged(false);
    }

    /// A link knows no identity: it is that of the object that was found.
    void show(JsonNode object) {
        String uid = object.path("metadata").path("uid").asString(ref.uid());
        Ref now = new Ref(ref.cluster(), ref.gvk(), ref.namespace(), ref.name(), uid);
        List<Deeds.Deed> open = Deeds.of(kind).stream()
                .filter(deed -> !holds(deed, now, object))
                .toList();
        if (!open.equals(offered) || !now.equals(identified)) build(now, open);
        else if (asked.plus(FRESH).isBefore(Instant.now())) ask();
    }

    /// There is nothing to act on.
    void nothing() {
        build(ref, List.of());
    }

    /// Asks again whether one may, for whoever looks at it for long.
    void tick() {
        if (!offered.isEmpty() && asked.plus(FRESH).isBefore(Instant.now())) ask();
    }

    private boolean holds(Deeds.Deed deed, Ref now, JsonNode object) {
        return Deeds.edit(deed.of().apply(List.of(now)), kind, now).holds().test(object);
    }

    private void build(Ref now, List<Deeds.Deed> open) {
        identified = now;
        offered = open;
        getChildren().clear();
        for (Deeds.Deed deed : open) {
            Button button = Buttons.plain(
                    "details-" + deed.id(),
                    TEXTS.say("deed", deed.word()),
                    () -> desk.accept(deed.of().apply(List.of(now))));
            button.setGraphic(Icons.of(deed.icon()));
            button.setDisable(true);
            getChildren().add(button);
        }
        setVisible(!open.isEmpty());
        setManaged(!open.isEmpty());
        ask();
    }

    private void ask() {
        asked = Instant.now();
        for (Deeds.Deed deed : offered) {
            Intent.Change change = deed.of().apply(List.of(identified));
            rights.ask(Deeds.access(change, kind), no -> said(deed, no));
        }
    }

    private void said(Deeds.Deed deed, @Nullable KubeFailure no) {
        for (javafx.scene.Node node : getChildren())
            if (("details-" + deed.id()).equals(node.getId())) node.setDisable(no != null);
        why.setText(no == null ? "" : Shown.text(no.title()));
        getChildren().remove(why);
        if (no != null) getChildren().add(why);
    }
}
