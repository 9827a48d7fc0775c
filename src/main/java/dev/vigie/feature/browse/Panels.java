package dev.vigie.feature.browse;

import dev.vigie.base.Messages;
import dev.vigie.kind.Namespaces;
import dev.vigie.kube.KubeFailure;
import dev.vigie.live.Term;
import dev.vigie.ui.Buttons;
import dev.vigie.ui.Clip;
import dev.vigie.ui.Shown;
import dev.vigie.ui.StatePanel;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;

/// What stands where the rows would be when there are none.
final class Panels {
    private static final Messages TEXTS = Messages.of("browse");

    private final BrowseModel model;
    private final Consumer<Namespaces> look;
    private final Runnable clearFilter;

    Panels(BrowseModel model, Consumer<Namespaces> look, Runnable clearFilter) {
        this.model = model;
        this.look = look;
        this.clearFilter = clearFilter;
    }

    /// Nothing there at all.
    StatePanel none() {
        String of = Words.of(model.kind, model.namespaces());
        StatePanel panel = StatePanel.empty(TEXTS.say("empty.title", model.kind.plural(), of), TEXTS.say("empty.why"));
        return withEverywhere(panel);
    }

    /// Everything is hidden by the filter.
    StatePanel filtered(int total) {
        String of = Words.of(model.kind, model.namespaces());
        StatePanel panel = StatePanel.empty(
                TEXTS.say("hidden.title", model.kind.singular()),
                TEXTS.say("hidden.why", total, model.kind.plural(), model.kind.singular(), of));
        Label vain = new Label();
        vain.setId("filter-vain");
        vain.getStyleClass().add("state-text");
        vain.setWrapText(true);
        panel.with(vain);
        panel.with(Buttons.primary("clear-filter", TEXTS.say("clear.filter"), clearFilter));
        model.rows().vain(terms -> vain.setText(Shown.text(words(terms))));
        return withEverywhere(panel);
    }

    /// Which of several conditions let nothing through by themselves.
    private static String words(List<Term> terms) {
        String all = terms.stream().map(Term::typed).collect(java.util.stream.Collectors.joining(", "));
        return terms.isEmpty() ? TEXTS.say("hidden.together") : TEXTS.say("hidden.vain", terms.size(), all);
    }

    private StatePanel withEverywhere(StatePanel panel) {
        boolean narrow = model.kind.namespaced() && model.namespaces() instanceof Namespaces.Named;
        return narrow
                ? panel.with(
                        Buttons.plain("look-everywhere", TEXTS.say("look.all"), () -> look.accept(Namespaces.all())))
                : panel;
    }

    StatePanel forbidden(KubeFailure.Forbidden why) {
        String verb = why.verb().isEmpty() ? "list" : why.verb();
        String resource = why.resource().isEmpty() ? model.kind.resource() : why.resource();
        String where = where(why.namespace());
        String user = why.user().isEmpty() ? TEXTS.say("forbidden.nobody") : why.user();
        StatePanel panel = StatePanel.forbidden(
                TEXTS.say("forbidden.title", verb, resource, where), TEXTS.say("forbidden.why", user, verb, resource));
        panel.with(Buttons.plain(
                "copy-request",
                TEXTS.say("forbidden.copy"),
                () -> Clip.copy(Shown.text(
                        TEXTS.say("forbidden.request", user, verb, resource, where, model.cluster.context())))));
        panel.with(Buttons.plain(
                "try-again", TEXTS.say("try.again"), () -> model.rows().tryNow()));
        return model.kind.namespaced() ? panel.with(byHand()) : panel;
    }

    private static String where(String namespace) {
        return namespace.isEmpty() ? TEXTS.say("in.all") : TEXTS.say("in.one", namespace);
    }

    /// Namespaces typed by hand.
    private HBox byHand() {
        TextField names = new TextField();
        names.setId("namespaces-by-hand");
        names.setPromptText(TEXTS.say("namespaces.by.hand.prompt"));
        names.setOnAction(_ -> {
            List<String> typed = Arrays.stream(names.getText().split("[\\s,]+"))
                    .filter(name -> !name.isEmpty())
                    .toList();
            if (!typed.isEmpty()) look.accept(Namespaces.named(typed));
        });
        Label label = new Label(TEXTS.say("namespaces.by.hand"));
        label.getStyleClass().add("muted");
        label.setLabelFor(names);
        HBox line = new HBox(label, names);
        line.getStyleClass().add("by-hand");
        return line;
    }

    StatePanel failed(KubeFailure why) {
        if (why instanceof KubeFailure.Cancelled) {
            return StatePanel.empty(TEXTS.say("cancelled.title")).with(again(model::reopen));
        }
        if (why instanceof KubeFailure.NotFound) {
            return StatePanel.failed(
                            TEXTS.say("unserved.title", model.kind.resource()),
                            TEXTS.say("unserved.why", model.kind.gvk().apiVersion()),
                            TEXTS.say("unserved.do"))
                    .with(again(() -> model.rows().tryNow()));
        }
        return StatePanel.failed(why.title(), why.why(), why.remedy())
                .with(again(() -> model.rows().tryNow()));
    }

    private static javafx.scene.control.Button again(Runnable action) {
        return Buttons.primary("try-again", TEXTS.say("try.again"), action);
    }
}
