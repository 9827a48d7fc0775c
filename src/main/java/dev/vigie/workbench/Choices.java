package dev.vigie.workbench;

import dev.vigie.base.Messages;
import dev.vigie.feature.palette.Choice;
import dev.vigie.kind.Guard;
import dev.vigie.kind.Intent;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Namespaces;
import dev.vigie.kind.Screen;
import dev.vigie.kube.config.Context;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What Ctrl+K offers: the kinds of the open cluster, its namespaces, and every context.
final class Choices {
    private static final Messages TEXTS = Messages.of("workbench");

    private Choices() {}

    static List<Choice> of(@Nullable Session session, Guard guard, List<String> namespaces, List<Context> contexts) {
        List<Choice> choices = new ArrayList<>();
        if (session != null) {
            for (Screen screen : List.of(new Screen.Overview(), new Screen.Everything(), new Screen.ApiResources())) {
                choices.add(new Choice(
                        Screens.icon(screen, List.of()),
                        Screens.title(screen),
                        "",
                        List.of(Screens.word(screen).substring(1)),
                        new Intent.Show(screen)));
            }
            for (Group group : Group.of(session.discovery().kinds())) {
                for (Kind kind : group.kinds()) choices.add(kind(kind, group));
            }
            choices.add(new Choice(
                    "mdi2l-layers-outline",
                    TEXTS.say("all.namespaces"),
                    "-A",
                    List.of("-A"),
                    new Intent.ChooseNamespaces(Namespaces.all())));
            for (String name : namespaces) {
                choices.add(new Choice(
                        "mdi2l-layers-outline",
                        name,
                        TEXTS.say("namespace"),
                        List.of("-n " + name),
                        new Intent.ChooseNamespaces(Namespaces.named(name))));
            }
        }
        for (Context context : contexts) {
            if (context.usable()) choices.add(context(context));
        }
        choices.add(new Choice("mdi2s-school-outline", TEXTS.say("demo"), "", List.of("demo"), new Intent.OpenDemo()));
        choices.add(new Choice(
                "mdi2v-view-list-outline",
                TEXTS.say("rail.clusters"),
                "",
                List.of("contexts"),
                new Intent.ShowClusters()));
        if (session != null) {
            for (Guard.Level level : Guard.Level.values()) {
                choices.add(new Choice(
                        GuardView.icon(level),
                        TEXTS.say("guard.choose", session.context(), GuardView.title(level)),
                        "",
                        List.of("guard"),
                        new Intent.GuardContext(session.context(), new Guard(level, guard.production()))));
            }
            choices.add(new Choice(
                    "mdi2c-close",
                    TEXTS.say("close.context", session.context()),
                    "",
                    List.of(),
                    new Intent.CloseContext(session.context())));
        }
        choices.add(
                new Choice("mdi2w-weather-night", TEXTS.say("theme"), "", List.of("theme"), new Intent.SwitchTheme()));
        return choices;
    }

    private static Choice kind(Kind kind, Group group) {
        List<String> words = new ArrayList<>(kind.shortNames());
        words.add(kind.plural());
        words.add(kind.singular());
        words.add(kind.resource());
        return new Choice(
                group.icon(), kind.title(), kind.gvk().apiVersion(), words, new Intent.Show(new Screen.Table(kind)));
    }

    private static Choice context(Context context) {
        var cluster = context.cluster();
        return new Choice(
                "mdi2s-server",
                context.name(),
                cluster == null ? "" : cluster.server(),
                List.of(),
                new Intent.OpenContext(context.name()));
    }
}
