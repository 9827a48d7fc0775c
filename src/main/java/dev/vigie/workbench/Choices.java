package dev.vigie.workbench;

import dev.vigie.base.Messages;
import dev.vigie.feature.palette.Choice;
import dev.vigie.kind.Guard;
import dev.vigie.kind.Intent;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Namespaces;
import dev.vigie.kind.Screen;
import dev.vigie.kube.KubeFailure;
import dev.vigie.kube.config.Context;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What Ctrl+K offers: the kinds of the open cluster, its namespaces, and every context.
final class Choices {
    private static final Messages TEXTS = Messages.of("workbench");

    private Choices() {}

    static List<Choice> of(
            @Nullable Session session,
            Guard guard,
            List<String> views,
            List<String> namespaces,
            List<Context> contexts) {
        List<Choice> choices = new ArrayList<>();
        if (session != null) {
            views(views, choices);
            kinds(session, choices);
            namespaces(namespaces, choices);
        }
        for (Context context : contexts) {
            if (context.usable()) choices.add(context(context));
        }
        choices.add(new Choice("mdi2s-school-outline", TEXTS.say("demo"), "", List.of("demo"), new Intent.OpenDemo()));
        choices.add(
                plain("mdi2v-view-list-outline", TEXTS.say("rail.clusters"), "contexts", new Intent.ShowClusters()));
        if (session != null) cluster(session, guard, choices);
        choices.add(key("mdi2o-open-in-new", TEXTS.say("window.new"), "Ctrl+N", new Intent.OpenWindow()));
        choices.add(plain("mdi2k-keyboard-outline", TEXTS.say("keys"), "keys", new Intent.ShowKeys()));
        choices.add(plain("mdi2w-weather-night", TEXTS.say("theme"), "theme", new Intent.SwitchTheme()));
        choices.add(key("mdi2e-exit-to-app", TEXTS.say("quit"), "Ctrl+Q", new Intent.Quit()));
        return choices;
    }

    private static Choice plain(String icon, String name, String word, Intent intent) {
        return new Choice(icon, name, "", word.isEmpty() ? List.of() : List.of(word), intent);
    }

    private static Choice key(String icon, String name, String key, Intent intent) {
        return new Choice(icon, name, key, List.of("window"), intent);
    }

    private static void views(List<String> views, List<Choice> choices) {
        for (String view : views) {
            choices.add(new Choice(
                    "mdi2b-bookmark-outline", view, TEXTS.say("view"), List.of(), new Intent.OpenView(view)));
            choices.add(plain(
                    "mdi2b-bookmark-remove-outline", TEXTS.say("view.forget", view), "", new Intent.ForgetView(view)));
        }
        choices.add(plain("mdi2b-bookmark-plus-outline", TEXTS.say("view.save"), "", new Intent.SaveView()));
    }

    private static void kinds(Session session, List<Choice> choices) {
        for (Screen screen : List.of(
                new Screen.Overview(), new Screen.Events(), new Screen.Everything(), new Screen.ApiResources())) {
            String word = screen instanceof Screen.Events
                    ? "ev"
                    : Screens.word(screen).substring(1);
            choices.add(plain(Screens.icon(screen, List.of()), Screens.title(screen), word, new Intent.Show(screen)));
        }
        for (Group group : Group.of(session.discovery().kinds())) {
            // one that has a screen of its own is offered once
            for (Kind kind : group.kinds())
                if (Screens.ofKind(kind) instanceof Screen.Table) choices.add(kind(kind, group));
        }
    }

    private static void namespaces(List<String> names, List<Choice> choices) {
        choices.add(new Choice(
                "mdi2l-layers-outline",
                TEXTS.say("all.namespaces"),
                "-A",
                List.of("-A"),
                new Intent.ChooseNamespaces(Namespaces.all())));
        for (String name : names) {
            choices.add(new Choice(
                    "mdi2l-layers-outline",
                    name,
                    TEXTS.say("namespace"),
                    List.of("-n " + name),
                    new Intent.ChooseNamespaces(Namespaces.named(name))));
        }
    }

    private static void cluster(Session session, Guard guard, List<Choice> choices) {
        String context = session.context();
        KubeFailure trouble = session.cluster().reachability().trouble();
        if (trouble != null && trouble.asksToSignIn()) {
            choices.add(plain(
                    "mdi2a-account-key-outline", TEXTS.say("sign.in", context), "login", new Intent.SignIn(context)));
        }
        choices.add(key("mdi2d-dock-window", TEXTS.say("tab.window"), "Ctrl+Shift+N", new Intent.MoveToWindow()));
        choices.add(key("mdi2v-view-split-vertical", TEXTS.say("split.beside"), "Ctrl+B", new Intent.Split(false)));
        choices.add(
                key("mdi2v-view-split-horizontal", TEXTS.say("split.below"), "Ctrl+Shift+B", new Intent.Split(true)));
        choices.add(plain("mdi2s-square-outline", TEXTS.say("unsplit"), "", new Intent.Unsplit()));
        for (Guard.Level level : Guard.Level.values()) {
            choices.add(plain(
                    GuardView.icon(level),
                    TEXTS.say("guard.choose", context, GuardView.title(level)),
                    "guard",
                    new Intent.GuardContext(context, new Guard(level, guard.production()))));
        }
        choices.add(plain("mdi2c-close", TEXTS.say("close.context", context), "", new Intent.CloseContext(context)));
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
