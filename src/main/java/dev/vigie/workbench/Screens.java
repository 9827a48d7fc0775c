package dev.vigie.workbench;

import dev.vigie.base.Messages;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Screen;
import dev.vigie.kube.Cluster;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What screens are called: on the window, and in the settings.
final class Screens {
    private static final Messages TEXTS = Messages.of("workbench");
    /// No resource is written so.
    private static final String MARK = "@";

    private Screens() {}

    static String title(Screen screen) {
        return switch (screen) {
            case Screen.Table(Kind kind) -> kind.title();
            case Screen.Overview() -> TEXTS.say("overview");
            case Screen.Events() -> TEXTS.say("events");
            case Screen.Everything() -> TEXTS.say("everything");
            case Screen.ApiResources() -> TEXTS.say("api.resources");
        };
    }

    static String icon(Screen screen, List<Kind> kinds) {
        return switch (screen) {
            case Screen.Table(Kind kind) -> Group.iconOf(kinds, kind);
            case Screen.Overview() -> "mdi2v-view-dashboard-outline";
            case Screen.Events() -> "mdi2c-calendar-clock";
            case Screen.Everything() -> "mdi2f-format-list-group";
            case Screen.ApiResources() -> "mdi2f-format-list-bulleted";
        };
    }

    /// Where it stands in the navigation, from the outside in.
    static List<String> crumbs(Screen screen, List<Kind> kinds) {
        return switch (screen) {
            case Screen.Table(Kind kind) -> List.of(Group.titleOf(kinds, kind), kind.title());
            case Screen.Events _ -> List.of(TEXTS.say("group.cluster"), title(screen));
            case Screen.Overview _, Screen.Everything _, Screen.ApiResources _ -> List.of(title(screen));
        };
    }

    /// As the settings keep it: `deployments.apps`, `@overview`.
    static String word(Screen screen) {
        return switch (screen) {
            case Screen.Table(Kind kind) -> kind.resource();
            case Screen.Overview() -> MARK + "overview";
            case Screen.Events() -> MARK + "events";
            case Screen.Everything() -> MARK + "everything";
            case Screen.ApiResources() -> MARK + "api-resources";
        };
    }

    /// What a word of the settings is called while nobody knows which kind it is: `deployments` of `deployments.apps`.
    static String titleOf(String word) {
        for (Screen screen :
                List.of(new Screen.Overview(), new Screen.Events(), new Screen.Everything(), new Screen.ApiResources()))
            if (word(screen).equals(word)) return title(screen);
        return word.split("\\.", 2)[0];
    }

    /// Null for a kind that is not listed here.
    static @Nullable Screen of(String word, Cluster.Discovery discovery) {
        for (Screen screen :
                List.of(new Screen.Overview(), new Screen.Events(), new Screen.Everything(), new Screen.ApiResources()))
            if (word(screen).equals(word)) return screen;
        Kind kind = discovery.find(word);
        return kind == null ? null : new Screen.Table(kind);
    }

    /// What a kind leads to: its table, but events have a screen of their own.
    static Screen ofKind(Kind kind) {
        return kind.resource().equals("events") ? new Screen.Events() : new Screen.Table(kind);
    }
}
