package dev.vigie.feature.change;

import dev.vigie.base.Ref;
import dev.vigie.catalog.Deeds;
import dev.vigie.kind.Intent;
import dev.vigie.kind.Kind;
import dev.vigie.kube.Access;
import dev.vigie.kube.Cluster;
import dev.vigie.kube.Edit;
import dev.vigie.kube.KubeFailure;
import dev.vigie.live.Fx;
import dev.vigie.live.Rights;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// One change of one or many objects of a kind, carried out one after the other. FX thread only.
final class ChangeModel {
    /// A lost answer is looked for so often, with this pause, before it is said that nothing is to be seen.
    private static final int LOOKS = 6;

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Fx fx;
    private final Cluster cluster;
    private final Kind kind;
    private final Intent.Change change;
    private final ReadOnlyObjectWrapper<List<Step>> steps;
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(new Phase.Asking());

    /// Where one is with the whole.
    sealed interface Phase {
        /// It is not known yet whether one may.
        record Asking() implements Phase {}

        record Ready() implements Phase {}

        record Refused(KubeFailure why) implements Phase {}

        record Running() implements Phase {}

        /// Everything that was begun is over.
        record Over() implements Phase {}
    }

    ChangeModel(Fx fx, Cluster cluster, Kind kind, Intent.Change change) {
        this.fx = fx;
        this.cluster = cluster;
        this.kind = kind;
        this.change = change;
        steps = new ReadOnlyObjectWrapper<>(change.refs().stream()
                .map(ref -> new Step(ref, new Step.State.Waiting()))
                .toList());
        ask();
    }

    ReadOnlyObjectProperty<List<Step>> stepsProperty() {
        return steps.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    Intent.Change change() {
        return change;
    }

    Kind kind() {
        return kind;
    }

    private void ask() {
        List<Access> wanted = Deeds.access(change, kind);
        new Rights(fx, cluster).ask(wanted, no -> phase.set(no == null ? new Phase.Ready() : new Phase.Refused(no)));
    }

    /// Begins, once one may.
    void start() {
        if (!(phase.get() instanceof Phase.Ready)) return;
        phase.set(new Phase.Running());
        next();
    }

    /// What was not sent yet is not sent any more; what is under way is waited for.
    void stop() {
        all(step -> step.state() instanceof Step.State.Waiting ? new Step(step.ref(), new Step.State.Left()) : step);
        if (at(Step.State.Sent.class) < 0 && at(Step.State.Checking.class) < 0) phase.set(new Phase.Over());
    }

    /// Once more for all that did not come out well.
    void again() {
        if (!(phase.get() instanceof Phase.Over)) return;
        all(step -> step.isWorthAnotherTry() ? new Step(step.ref(), new Step.State.Waiting()) : step);
        phase.set(new Phase.Running());
        next();
    }

    private void next() {
        int index = at(Step.State.Waiting.class);
        if (index < 0) {
            phase.set(new Phase.Over());
            return;
        }
        Edit edit = edit(index);
        put(index, new Step.State.Sent());
        fx.run(() -> cluster.make(edit))
                .then(outcome -> came(index, outcome, LOOKS))
                .otherwise(why -> came(index, new Edit.Outcome.Unknown(why), LOOKS))
                .start();
    }

    private void came(int index, Edit.Outcome outcome, int looks) {
        KubeFailure lost = switch (outcome) {
            case Edit.Outcome.NotSeen(KubeFailure why) -> why;
            case Edit.Outcome.Unknown(KubeFailure why) -> why;
            case Edit.Outcome.Made _,
                    Edit.Outcome.Held _,
                    Edit.Outcome.Seen _,
                    Edit.Outcome.Gone _,
                    Edit.Outcome.Refused _ -> null;
        };
        if (lost != null && looks > 0) {
            look(index, lost, looks);
            return;
        }
        put(index, new Step.State.Ended(outcome));
        if (concernsAll(outcome)) stop();
        else next();
    }

    private void look(int index, KubeFailure lost, int looks) {
        put(index, new Step.State.Checking(lost));
        Edit edit = edit(index);
        fx.after(
                PAUSE,
                () -> fx.run(() -> cluster.look(edit, lost))
                        .then(outcome -> came(index, outcome, looks - 1))
                        .otherwise(_ -> came(index, new Edit.Outcome.Unknown(lost), looks - 1))
                        .start());
    }

    /// The others would come to the same.
    private static boolean concernsAll(Edit.Outcome outcome) {
        if (outcome instanceof Edit.Outcome.Unknown) return true;
        return outcome instanceof Edit.Outcome.Refused(KubeFailure why)
                && (why instanceof KubeFailure.ReadOnly
                        || why instanceof KubeFailure.Unreachable
                        || why instanceof KubeFailure.Untrusted
                        || why instanceof KubeFailure.Unauthenticated
                        || why instanceof KubeFailure.NoCredentials);
    }

    private Edit edit(int index) {
        Ref ref = steps.get().get(index).ref();
        return Deeds.edit(change, kind, ref);
    }

    private int at(Class<? extends Step.State> state) {
        List<Step> now = steps.get();
        for (int i = 0; i < now.size(); i++) if (state.isInstance(now.get(i).state())) return i;
        return -1;
    }

    private void put(int index, Step.State state) {
        List<Step> now = new ArrayList<>(steps.get());
        now.set(index, new Step(now.get(index).ref(), state));
        steps.set(List.copyOf(now));
    }

    private void all(java.util.function.UnaryOperator<Step> how) {
        steps.set(steps.get().stream().map(how).toList());
    }

    /// The step that is under way; null for none.
    @Nullable
    Step current() {
        int sent = Math.max(at(Step.State.Sent.class), at(Step.State.Checking.class));
        return sent < 0 ? null : steps.get().get(sent);
    }
}
