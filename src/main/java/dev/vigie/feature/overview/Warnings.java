package dev.vigie.feature.overview;

import dev.vigie.base.Messages;
import dev.vigie.kind.Intent;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Pointer;
import dev.vigie.kind.Tone;
import dev.vigie.kube.Rows;
import dev.vigie.ui.Icons;
import dev.vigie.ui.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// Events that warned, the newest first; each line opens the object it is about.
final class Warnings extends Lines {
    private static final Messages TEXTS = Messages.of("overview");

    private final Consumer<Intent> desk;
    private final Supplier<List<Kind>> kinds;

    Warnings(Consumer<Intent> desk, Supplier<List<Kind>> kinds) {
        super("overview-warnings", TEXTS.say("warnings"));
        this.desk = desk;
        this.kinds = kinds;
    }

    void show(Glance glance) {
        Rows.State state = glance.events();
        String none = none(state);
        Object what = List.of(glance.warnings(), none);
        if (says(what)) return;
        forgetAges();
        List<Node> lines = new ArrayList<>();
        for (Warning warning : glance.warnings()) lines.add(line(warning));
        if (lines.isEmpty()) lines.add(words(none, "muted"));
        show(what, lines);
    }

    private static String none(Rows.@org.jspecify.annotations.Nullable State state) {
        return switch (state) {
            case null -> TEXTS.say("warnings.unserved");
            case Rows.State.Loading _ -> TEXTS.say("warnings.coming");
            case Rows.State.Forbidden _ -> TEXTS.say("warnings.forbidden");
            case Rows.State.Failed failed -> failed.why().title();
            case Rows.State.Live _, Rows.State.Stale _ -> TEXTS.say("warnings.none");
        };
    }

    private HBox line(Warning warning) {
        Label reason = words(warning.reason(), "trouble-word");
        reason.setGraphic(Icons.of(Tone.WARN));
        reason.getStyleClass().add("text-warn");
        Hyperlink object = new Hyperlink(Shown.text(warning.object()));
        object.setMinWidth(0);
        object.getStyleClass().add("warning-object");
        object.setOnAction(_ -> open(warning));
        Label message = words(warning.message().replaceAll("\\s+", " "), "muted");
        message.setTooltip(new Tooltip(Shown.text(warning.message())));
        message.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(message, Priority.ALWAYS);
        Label times = words(warning.times() > 1 ? "×" + warning.times() : "", "mono", "subtle");
        times.setMinWidth(USE_PREF_SIZE);
        Label namespace = words(warning.namespace(), "muted");
        namespace.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(
                reason, object, message, namespace, times, age(warning.last().getEpochSecond()));
        line.getStyleClass().add("overview-line");
        line.setUserData(warning.key());
        return line;
    }

    /// `pod/api-0`: the kind by its name in small letters.
    private void open(Warning warning) {
        int slash = warning.object().indexOf('/');
        if (slash < 0) return;
        String wanted = warning.object().substring(0, slash);
        for (Kind kind : kinds.get()) {
            if (!kind.gvk().kind().toLowerCase(Locale.ROOT).equals(wanted)) continue;
            String namespace = kind.namespaced() ? warning.namespace() : "";
            String name = warning.object().substring(slash + 1);
            desk.accept(new Intent.InspectOther(
                    new Pointer(kind.gvk().group(), kind.gvk().kind(), namespace, name)));
            return;
        }
    }
}
