package dev.vigie.workbench;

import dev.vigie.base.Messages;
import dev.vigie.feature.browse.BrowseMemory;
import dev.vigie.kind.Screen;
import dev.vigie.settings.Settings;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Tables saved under a name: a kind, namespaces, a filter and columns. FX thread only.
final class SavedViews {
    private static final Messages TEXTS = Messages.of("workbench");

    private final Memory memory;
    private final Consumer<String> notice;

    SavedViews(Memory memory, Consumer<String> notice) {
        this.memory = memory;
        this.notice = notice;
    }

    List<String> names(String context) {
        return memory.views(context).stream().map(Settings.View::name).toList();
    }

    /// Asks for a name and saves; `then` runs after that.
    void save(WorkbenchView window, Place place, @Nullable Filling filling, Consumer<String> then) {
        BrowseMemory now = filling == null ? null : filling.arrangement();
        if (now == null) {
            notice.accept(TEXTS.say("view.no.table"));
            return;
        }
        String first = place.view().isEmpty() ? suggested(place, now) : place.view();
        window.cover(new NameView(TEXTS.say("view.name"), first, name -> {
            window.uncover();
            if (name.isEmpty()) return;
            memory.save(name, place, now);
            then.accept(name);
        }));
    }

    private static String suggested(Place place, BrowseMemory now) {
        String title = Screens.title(place.screen());
        return now.filter().isEmpty() ? title : title + " " + now.filter();
    }

    void forget(String context, String name) {
        memory.forget(context, name);
        notice.accept(TEXTS.say("view.forgotten", name));
    }

    /// Where a saved view leads; null, and said, when its kind is not served any more.
    @Nullable
    Place place(Session session, String name) {
        Settings.View view = memory.view(session.context(), name);
        if (view == null) return null;
        Screen screen = Screens.of(view.place().resource(), session.discovery());
        if (screen == null) {
            notice.accept(TEXTS.say(
                    "view.no.kind", name, session.context(), view.place().resource()));
            return null;
        }
        return new Place(session.context(), screen, Memory.namespaces(view.place()), name);
    }
}
