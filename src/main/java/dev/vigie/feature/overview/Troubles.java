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
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

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
        Object what = List.of(all, glance.isComplete());
        if (says(what)) return;
        forgetAges();
        List<Node> lines = new ArrayList<>();
        for (Health.Trouble trouble : all.subList(0, Math.min(MOST, all.size()))) lines.add(line(trouble));
        if (all.size() > MOST) lines.add(words(TEXTS.say("wrong.more", all.size() - MOST), "muted"));
        if (all.isEmpty()) {
            Label well = words(TEXTS.say(glance.isComplete() ? "wrong.none" : "wrong.none.yet"), "muted");
            if (glance.isComplete()) well.setGraphic(Icons.of(Tone.OK));
            lines.add(well);
        }
        show(what, lines);
    }

    private HBox line(Health.Trouble trouble) {
        Label word = words(trouble.word().isEmpty() ? TEXTS.say("wrong.unwell") : trouble.word());
        word.setGraphic(Icons.of(trouble.tone()));
        word.getStyleClass()
                .addAll("trouble-word", "text-" + trouble.tone().name().toLowerCase(Locale.ROOT));
        Label kind = words(trouble.kind().gvk().kind(), "trouble-kind", "muted");
        Hyperlink name = new Hyperlink(Shown.text(trouble.first().name()));
        name.setMinWidth(0);
        name.setOnAction(_ -> desk.accept(new Intent.Inspect(trouble.first(), Part.FACTS)));
        Label more = words(trouble.count() > 1 ? TEXTS.say("wrong.alike", trouble.count() - 1, trouble.owner()) : "");
        more.getStyleClass().add("muted");
        Label namespace = words(trouble.first().namespace(), "muted");
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        HBox line = new HBox(word, kind, name, more, spring, namespace, age(trouble.created()));
        line.getStyleClass().add("overview-line");
        line.setUserData(trouble.first());
        return line;
    }
}
