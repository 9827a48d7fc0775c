package dev.vigie.feature.overview;

import dev.vigie.base.Messages;
import dev.vigie.catalog.Occurrence;
import dev.vigie.catalog.Occurrences;
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
import org.jspecify.annotations.Nullable;

/// Events that warned, the newest first; each line opens the object it is about.
final class Warnings extends Lines {
    private static final Messages TEXTS = Messages.of("overview");

    private static final int MOST = 30;

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
        List<Occurrences> warned = glance.warnings();
        Object what = List.of(warned, none);
        if (says(what)) return;
        forgetAges();
        beside(warned.isEmpty() ? "" : Integer.toString(warned.size()));
        List<Node> lines = new ArrayList<>();
        warned.stream().limit(MOST).forEach(each -> lines.add(line(each)));
        if (lines.isEmpty()) lines.add(words(none, "muted"));
        show(what, lines);
    }

    private static String none(Rows.@Nullable State state) {
        return switch (state) {
            case null -> TEXTS.say("warnings.unserved");
            case Rows.State.Loading _ -> TEXTS.say("warnings.coming");
            case Rows.State.Forbidden _ -> TEXTS.say("warnings.forbidden");
            case Rows.State.Failed failed -> failed.why().title();
            case Rows.State.Live _, Rows.State.Stale _ -> TEXTS.say("warnings.none");
        };
    }

    private HBox line(Occurrences warned) {
        Occurrence warning = warned.newest();
        Label reason = words(warning.reason(), "trouble-word");
        reason.setGraphic(Icons.of(Tone.WARN));
        reason.getStyleClass().add("text-warn");
        Kind of = kind(warning);
        Label kind = words(of == null ? warning.kind() : of.gvk().kind(), "trouble-kind", "muted");
        Hyperlink object = new Hyperlink(Shown.text(warning.name()));
        object.setMinWidth(0);
        object.setTooltip(new Tooltip(Shown.text(warning.object())));
        object.setOnAction(_ -> open(warning));
        int others = warned.objects() - 1;
        Label more = words(others > 0 ? TEXTS.say("wrong.alike", others) : "", "muted");
        more.setMinWidth(USE_PREF_SIZE);
        HBox who = new HBox(object, more);
        who.getStyleClass().add("trouble-name");
        Label message = words(warning.message().replaceAll("\\s+", " "), "muted", "trouble-why");
        message.setTooltip(new Tooltip(Shown.text(warning.message())));
        message.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(message, Priority.ALWAYS);
        Label times = words(warned.times() > 1 ? "×" + warned.times() : "", "mono", "subtle", "warning-times");
        times.setMinWidth(USE_PREF_SIZE);
        Label namespace = words(warning.namespace(), "muted", "trouble-where");
        HBox line = new HBox(
                reason, kind, who, message, times, namespace, age(warned.last().getEpochSecond()));
        line.getStyleClass().add("overview-line");
        line.setUserData(warned.identity());
        return line;
    }

    private void open(Occurrence warning) {
        Kind kind = kind(warning);
        if (kind == null) return;
        String namespace = kind.namespaced() ? warning.namespace() : "";
        desk.accept(new Intent.InspectOther(
                new Pointer(kind.gvk().group(), kind.gvk().kind(), namespace, warning.name())));
    }

    /// By its name in small letters; null for one that is not served.
    private @Nullable Kind kind(Occurrence warning) {
        for (Kind kind : kinds.get())
            if (kind.gvk().kind().toLowerCase(Locale.ROOT).equals(warning.kind())) return kind;
        return null;
    }
}
