package dev.vigie.feature.inspect;

import dev.vigie.base.Quietly;
import dev.vigie.base.Ref;
import dev.vigie.kind.Kind;
import dev.vigie.kube.Cluster;
import dev.vigie.kube.Objects;
import dev.vigie.kube.Rows;
import dev.vigie.live.Following;
import dev.vigie.live.Fx;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One object with its events, without a window. FX thread only.
final class InspectModel implements AutoCloseable {
    private final Fx fx;
    private final Cluster cluster;
    private final @Nullable Kind eventKind;
    private final Ref ref;
    private final Kind kind;
    private final ReadOnlyObjectWrapper<Found> found = new ReadOnlyObjectWrapper<>(new Found.Coming());
    private final ReadOnlyObjectWrapper<List<Happened>> events = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Rows.State> eventState =
            new ReadOnlyObjectWrapper<>(new Rows.State.Loading(0, -1));
    private final Following object;
    private @Nullable Following followed;
    private String uid;
    private boolean seen;

    /// What there is of the object.
    sealed interface Found {
        record Coming() implements Found {}

        /// `stale` is why it may no longer be true, or null.
        record There(JsonNode object, Rows.State.@Nullable Stale stale) implements Found {}

        /// It was deleted; `last` is how it was, `another` whether one of its name has come since.
        record Gone(@Nullable JsonNode last, boolean another) implements Found {}

        record Refused(Rows.State.Forbidden why) implements Found {}

        record Failed(Rows.State.Failed why) implements Found {}
    }

    /// `events` is the kind of events, null where the cluster serves none.
    InspectModel(Fx fx, Cluster cluster, Kind kind, Ref ref, @Nullable Kind events) {
        this.fx = fx;
        this.cluster = cluster;
        this.kind = kind;
        this.ref = ref;
        this.eventKind = events;
        uid = ref.uid();
        object = new Following(
                fx, cluster.objects(new Objects.Wanted.Named(kind, ref.namespace(), ref.name())), this::heard);
    }

    Ref ref() {
        return ref;
    }

    Kind kind() {
        return kind;
    }

    ReadOnlyObjectProperty<Found> foundProperty() {
        return found.getReadOnlyProperty();
    }

    /// Warnings first, then the last seen.
    ReadOnlyObjectProperty<List<Happened>> eventsProperty() {
        return events.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Rows.State> eventStateProperty() {
        return eventState.getReadOnlyProperty();
    }

    private void heard(Objects.Snapshot now) {
        if (!now.objects().isEmpty()) there(now.objects().getFirst(), now.state());
        else absent(now.state());
    }

    private void there(JsonNode now, Rows.State state) {
        String has = now.path("metadata").path("uid").asString("");
        if (!uid.isEmpty() && !has.isEmpty() && !has.equals(uid)) {
            found.set(new Found.Gone(last(), true));
            return;
        }
        if (uid.isEmpty()) uid = has;
        seen = true;
        found.set(new Found.There(now, state instanceof Rows.State.Stale stale ? stale : null));
        if (followed == null && eventKind != null && !uid.isEmpty()) followed = follow(eventKind);
    }

    private Following follow(Kind kindOfEvents) {
        // whoever may look at one namespace only may look at that namespace's events only
        Objects.Wanted wanted =
                new Objects.Wanted.Selected(kindOfEvents, ref.namespace(), "involvedObject.uid=" + uid, "");
        return new Following(fx, cluster.objects(wanted), snapshot -> {
            eventState.set(snapshot.state());
            events.set(Happened.all(snapshot.objects()));
        });
    }

    private void absent(Rows.State state) {
        switch (state) {
            case Rows.State.Loading _ -> {}
            case Rows.State.Forbidden forbidden -> found.set(new Found.Refused(forbidden));
            case Rows.State.Failed failed -> {
                if (!seen) found.set(new Found.Failed(failed));
            }
            case Rows.State.Live _, Rows.State.Stale _ -> found.set(new Found.Gone(last(), false));
        }
    }

    private @Nullable JsonNode last() {
        return switch (found.get()) {
            case Found.There there -> there.object();
            case Found.Gone gone -> gone.last();
            case Found.Coming _, Found.Refused _, Found.Failed _ -> null;
        };
    }

    void tryNow() {
        object.tryNow();
        if (followed != null) followed.tryNow();
    }

    @Override
    public void close() {
        object.close();
        Following open = followed;
        if (open != null) Quietly.close(open);
    }
}
