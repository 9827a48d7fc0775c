package dev.vigie.feature.overview;

import dev.vigie.base.Messages;
import dev.vigie.catalog.Health;
import dev.vigie.kind.Intent;
import dev.vigie.kind.Part;
import dev.vigie.kind.Tone;
import dev.vigie.ui.Icons;
import dev.vigie.ui.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// What is wrong now, worst first; each line opens the details.
final class Troubles extends Lines {
    private static final Messages TEXTS = Messages.of("overview");
    private static final int MOST = 60;

    private final Consumer<Intent> desk;

    Troubles(Consumer<Intent> desk) {
        super("overview-troubles", TEXTS.say("wrong"));
        this.desk = desk;
    }

    void show(Glance glance) {
        List<Health.Trouble> all = glance.troubles();
        List<Health.Trouble> named = all.subList(0, Math.min(MOST, all.size()));
        List<String> reasons = named.stream().map(glance::warned).toList();
        List<String> unjudged =
                glance.others().unjudged().stream().map(kind -> kind.plural()).toList();
        Object what = List.of(all, reasons, unjudged, glance.isComplete());
        if (says(what)) return;
        forgetAges();
        beside(all.isEmpty() ? "" : Integer.toString(all.size()));
        List<Node> lines = new ArrayList<>();
        for (int i = 0; i < named.size(); i++) lines.add(line(named.get(i), reasons.get(i)));
        if (all.size() > MOST) lines.add(words(TEXTS.say("wrong.more", all.size() - MOST), "muted"));
        if (all.isEmpty()) {
            Label well = words(TEXTS.say(glance.isComplete() ? "wrong.none" : "wrong.none.yet"), "muted");
            if (glance.isComplete()) well.setGraphic(Icons.of(Tone.OK));
            lines.add(well);
        }
        if (!unjudged.isEmpty()) lines.add(words(TEXTS.say("wrong.unjudged", String.join(", ", unjudged)), "muted"));
        show(what, lines);
    }

    /// `why` is what warned of it last, empty for nothing.
    private HBox line(Health.Trouble trouble, String why) {
        Label word = words(trouble.word().isEmpty() ? TEXTS.say("wrong.unwell") : trouble.word());
        word.setGraphic(Icons.of(trouble.tone()));
        word.getStyleClass()
                .addAll("trouble-word", "text-" + trouble.tone().name().toLowerCase(Locale.ROOT));
        Label kind = words(trouble.kind().gvk().kind(), "trouble-kind", "muted");
        Hyperlink name = new Hyperlink(Shown.text(trouble.first().name()));
        name.setMinWidth(0);
        name.setOnAction(_ -> desk.accept(new Intent.Inspect(trouble.first(), Part.FACTS)));
        name.setTooltip(new Tooltip(Shown.text(trouble.first().name())));
        Label more = words(trouble.count() > 1 ? TEXTS.say("wrong.alike", trouble.count() - 1) : "", "muted");
        more.setTooltip(new Tooltip(Shown.text(TEXTS.say("wrong.alike.of", trouble.count() - 1, trouble.owner()))));
        more.setMinWidth(USE_PREF_SIZE);
        HBox who = new HBox(name, more);
        who.getStyleClass().add("trouble-name");
        Label reason = words(why.replaceAll("\\s+", " "), "muted", "trouble-why");
        if (!why.isEmpty()) reason.setTooltip(new Tooltip(Shown.text(why)));
        reason.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(reason, Priority.ALWAYS);
        Label namespace = words(trouble.first().namespace(), "muted", "trouble-where");
        HBox line = new HBox(word, kind, who, reason, namespace, age(trouble.created()));
        line.getStyleClass().add("overview-line");
        line.setUserData(trouble.first());
        return line;
    }
}
