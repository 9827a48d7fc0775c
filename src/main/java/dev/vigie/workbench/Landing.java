package dev.vigie.workbench;

import dev.vigie.base.Messages;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Namespaces;
import dev.vigie.kind.Screen;
import dev.vigie.kube.config.Context;
import dev.vigie.kube.config.Kubeconfig;
import dev.vigie.settings.Settings;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Where one arrives: what the command line asked for, else what was looked at last, else what the kubeconfig says. FX
/// thread only.
final class Landing {
    private static final Messages TEXTS = Messages.of("workbench");

    private final Memory memory;
    private final Consumer<String> notice;
    private Asked asked = Asked.NOTHING;
    private String target = "";

    Landing(Memory memory, Consumer<String> notice) {
        this.memory = memory;
        this.notice = notice;
    }

    void asked(Asked now) {
        asked = now;
    }

    /// What was asked for without naming a context is meant for this one.
    void meant(String context) {
        if (asked.context().isEmpty()) target = context;
    }

    /// The context to open at the start; null for none.
    @Nullable
    Context first(Kubeconfig kubeconfig) {
        target = asked.context().isEmpty() ? kubeconfig.current() : asked.context();
        String name = byPerson() ? target : memory.context();
        Context found = kubeconfig.context(name);
        if (byPerson() && found == null) notice.accept(TEXTS.say("asked.no.context", name));
        return found != null && found.usable() ? found : null;
    }

    /// Whether the first context is one that a person asked for just now.
    boolean byPerson() {
        return !asked.equals(Asked.NOTHING);
    }

    /// Whether something is asked for that is meant for this context.
    boolean wishes(Session session) {
        return session.context().equals(target) && !asked.equals(Asked.NOTHING);
    }

    /// Null when the server lists nothing. What was asked for counts once, in the context it was asked for.
    @Nullable
    Place in(Session session, Kubeconfig kubeconfig) {
        Asked wish = session.context().equals(target) ? asked : Asked.NOTHING;
        asked = wish.equals(asked) ? Asked.NOTHING : asked;
        Screen screen = screen(session, wish);
        return screen == null ? null : new Place(session.context(), screen, namespaces(session, kubeconfig, wish));
    }

    /// What was open here last, else pods, else whatever there is.
    private @Nullable Screen screen(Session session, Asked wish) {
        Settings.Place last = memory.place(session.context());
        List<Kind> kinds = session.discovery().kinds();
        Screen found = wish.kind().isEmpty() ? null : Screens.of(wish.kind(), session.discovery());
        if (found == null && !wish.kind().isEmpty()) {
            notice.accept(TEXTS.say("asked.no.kind", session.context(), wish.kind()));
        }
        if (found == null && last != null) found = Screens.of(last.resource(), session.discovery());
        if (found == null) found = Screens.of("pods", session.discovery());
        return found != null || kinds.isEmpty() ? found : new Screen.Table(kinds.getFirst());
    }

    /// Those of last time, else the context's own, else all.
    private Namespaces namespaces(Session session, Kubeconfig kubeconfig, Asked wish) {
        if (!wish.namespaces().isEmpty()) return Namespaces.named(wish.namespaces());
        Settings.Place last = memory.place(session.context());
        if (last != null) return Memory.namespaces(last);
        Context context = kubeconfig.context(session.context());
        String own = context == null ? "" : context.namespace();
        return own.isEmpty() ? Namespaces.all() : Namespaces.named(own);
    }
}
