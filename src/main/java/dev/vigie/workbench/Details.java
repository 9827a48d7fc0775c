package dev.vigie.workbench;

import dev.vigie.base.Messages;
import dev.vigie.base.Quietly;
import dev.vigie.base.Ref;
import dev.vigie.feature.inspect.InspectView;
import dev.vigie.kind.Intent;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Part;
import dev.vigie.kind.Pointer;
import dev.vigie.live.Fx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// The details that are open beside the table, of one object at a time. FX thread only.
final class Details implements AutoCloseable {
    private static final Messages TEXTS = Messages.of("workbench");
    /// Whoever runs through a table with the keyboard opens nothing on the way.
    private static final Duration REST = Duration.ofMillis(150);

    private final Fx fx;
    private final Here here;
    private final Consumer<Intent> desk;
    private final Consumer<String> notice;
    private @Nullable WorkbenchView view;
    private @Nullable InspectView open;
    private final Deque<Ref> followed = new ArrayDeque<>();
    private AutoCloseable glancing = () -> {};

    /// The cluster that is looked at, and whether its context is kubectl's current one.
    interface Here {
        @Nullable
        Session session();

        boolean isCurrent(Session session);
    }

    Details(Fx fx, Here here, Consumer<Intent> desk, Consumer<String> notice) {
        this.fx = fx;
        this.here = here;
        this.desk = desk;
        this.notice = notice;
    }

    void sitAt(WorkbenchView workbench) {
        view = workbench;
    }

    boolean isOpen() {
        return open != null;
    }

    /// Opens, or turns to, the details of an object. What a menu of another cluster asked for late is not done to the
    /// one that is looked at now.
    void inspect(Ref ref, Part part) {
        Session session = here.session();
        if (session == null || !session.context().equals(ref.cluster())) {
            notice.accept(TEXTS.say("elsewhere", ref.name(), ref.cluster()));
            return;
        }
        Quietly.close(glancing);
        InspectView now = open;
        if (now != null && same(now.ref(), ref)) {
            now.turn(part);
            now.takeFocus();
            return;
        }
        if (now != null) followed.push(now.ref());
        show(session, ref, part);
        if (open != null && now != null) open.takeFocus();
    }

    /// The object whose link was followed last; false when none was.
    boolean back() {
        Session session = here.session();
        if (session == null || open == null || followed.isEmpty()) return false;
        show(session, followed.pop(), open.part());
        open.takeFocus();
        return true;
    }

    private static boolean same(Ref one, Ref other) {
        return !other.uid().isEmpty() && one.equals(other);
    }

    /// An object that another one names; the server says by its kind where it is.
    void other(Pointer to) {
        Session session = here.session();
        if (session == null) return;
        Kind kind = session.discovery().kinds().stream()
                .filter(one ->
                        one.gvk().group().equals(to.group()) && one.gvk().kind().equals(to.kind()))
                .findFirst()
                .orElse(null);
        if (kind == null) {
            notice.accept(TEXTS.say("no.such.kind", to.kind(), session.context()));
            return;
        }
        String namespace = kind.namespaced() ? to.namespace() : "";
        inspect(new Ref(session.context(), kind.gvk(), namespace, to.name(), ""), Part.FACTS);
    }

    /// Follows the cursor of the table, once it rests.
    void glance(Ref ref) {
        Session session = here.session();
        if (session == null || !session.context().equals(ref.cluster())) return;
        Quietly.close(glancing);
        InspectView now = open;
        if (now == null || same(now.ref(), ref)) return;
        Part part = now.part();
        glancing = fx.after(REST, () -> {
            followed.clear();
            Session still = here.session();
            if (open != null && still != null && still.context().equals(session.context())) show(still, ref, part);
        });
    }

    private void show(Session session, Ref ref, Part part) {
        Kind kind = session.discovery().kinds().stream()
                .filter(one -> one.gvk().equals(ref.gvk()))
                .findFirst()
                .orElse(null);
        WorkbenchView workbench = view;
        if (kind == null || workbench == null) return;
        InspectView before = open;
        InspectView fresh = new InspectView(
                fx,
                new InspectView.Looking(
                        session.cluster(),
                        kind,
                        ref,
                        session.discovery(),
                        here.isCurrent(session) ? "" : session.context()),
                part,
                desk);
        open = fresh;
        fresh.canGoBack(!followed.isEmpty());
        workbench.beside.show(fresh);
        if (before != null) before.close();
        fresh.focusWithinProperty().addListener((_, _, has) -> mirror(workbench, fresh, has));
        fresh.kubectlProperty().addListener(_ -> mirror(workbench, fresh, fresh.isFocusWithin()));
    }

    /// While the details have the focus the mirror prints what they show.
    private static void mirror(WorkbenchView workbench, InspectView details, boolean focused) {
        workbench.mirror.lay(focused ? details.kubectlProperty().get() : "");
    }

    /// Whether a node is inside the details.
    boolean holds(@Nullable Node node) {
        for (Node at = node; at != null; at = at.getParent()) if (at instanceof InspectView) return true;
        return false;
    }

    @Override
    public void close() {
        Quietly.close(glancing);
        InspectView before = open;
        open = null;
        followed.clear();
        if (before == null) return;
        if (view != null) {
            view.beside.show(null);
            view.mirror.lay("");
        }
        before.close();
    }
}
