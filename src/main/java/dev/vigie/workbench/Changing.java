package dev.vigie.workbench;

import dev.vigie.base.Messages;
import dev.vigie.base.Ref;
import dev.vigie.feature.change.ChangeView;
import dev.vigie.kind.Intent;
import dev.vigie.kind.Kind;
import dev.vigie.live.Fx;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Leads whoever wants to change something through one preview, on the cluster that is looked at and no other. FX
/// thread only.
final class Changing {
    private static final Messages TEXTS = Messages.of("workbench");

    private final Fx fx;
    private final Details.Here here;
    private final Memory memory;
    private final Consumer<String> notice;
    private @Nullable WorkbenchView view;

    Changing(Fx fx, Details.Here here, Memory memory, Consumer<String> notice) {
        this.fx = fx;
        this.here = here;
        this.memory = memory;
        this.notice = notice;
    }

    void sitAt(WorkbenchView workbench) {
        view = workbench;
    }

    /// Asks, unless something else is being asked. What a menu of another cluster wanted late is refused in words.
    void ask(Intent.Change change) {
        WorkbenchView workbench = view;
        List<Ref> refs = change.refs();
        if (workbench == null || refs.isEmpty() || workbench.covered()) return;
        Session session = here.session();
        Ref stranger = refs.stream()
                .filter(ref -> session == null || !session.context().equals(ref.cluster()))
                .findFirst()
                .orElse(null);
        if (session == null || stranger != null) {
            Ref ref = stranger == null ? refs.getFirst() : stranger;
            notice.accept(TEXTS.say("elsewhere", ref.name(), ref.cluster()));
            return;
        }
        Kind kind = session.discovery().kinds().stream()
                .filter(one -> refs.stream().allMatch(ref -> ref.gvk().equals(one.gvk())))
                .findFirst()
                .orElse(null);
        if (kind == null) return;
        String context = here.isCurrent(session) ? "" : session.context();
        workbench.cover(new ChangeView(
                fx,
                new ChangeView.Wanted(session.cluster(), kind, change, memory.guard(session.context()), context),
                said -> over(workbench, said)));
    }

    private void over(WorkbenchView workbench, String said) {
        workbench.uncover();
        if (!said.isEmpty()) notice.accept(said);
    }
}
