package dev.vigie.demo.api;

import dev.vigie.demo.model.Change;
import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Refused;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// One watch, from its first event to its end.
final class Watching {
    private static final long BETWEEN_BOOKMARKS = Duration.ofSeconds(55).toNanos();
    private static final int LONGEST_SECONDS = 2_700;

    private final Store store;
    private final Target target;
    private final View view;
    private final Which which;
    private final boolean bookmarks;
    private final boolean initial;
    private final boolean listFirst;
    private final long until;
    private long seen;
    private boolean first = true;
    private long spoken = System.nanoTime();

    Watching(Store store, Call call, Target target, View view) {
        this.store = store;
        this.target = target;
        this.view = view;
        Options.ofList(call, true);
        which = Which.of(call, target);
        bookmarks = call.says("allowWatchBookmarks");
        initial = call.says("sendInitialEvents");
        seen = Reads.version(call);
        listFirst = initial || seen == 0;
        int seconds = Reads.number(call, "timeoutSeconds");
        until = System.nanoTime()
                + Duration.ofSeconds(seconds == 0 ? LONGEST_SECONDS : seconds).toNanos();
    }

    void run(OutputStream out) throws IOException, InterruptedException {
        if (seen > 0 && !initial && store.after(seen) == null) {
            write(out, "ERROR", tooOld());
            return;
        }
        if (listFirst) began(out);
        out.flush();
        while (true) {
            List<Change> changes = store.after(seen);
            if (changes == null) {
                write(out, "ERROR", tooOld());
                return;
            }
            for (Change change : changes) tell(change, out);
            long left = until - System.nanoTime();
            if (left <= 0) return;
            long due = bookmarks ? spoken + BETWEEN_BOOKMARKS - System.nanoTime() : left;
            if (due <= 0) bookmark(out, false);
            else if (!store.await(seen, Duration.ofNanos(Math.min(left, due)))) return;
        }
    }

    private void began(OutputStream out) throws IOException {
        Store.Listed listed = store.list(Converted.key(target.resource()), target.namespace());
        for (ObjectNode object : listed.objects()) {
            if (which.holds(object)) event(out, "ADDED", object);
        }
        seen = listed.version();
        if (initial && bookmarks) bookmark(out, true);
    }

    private void tell(Change change, OutputStream out) throws IOException {
        seen = change.version();
        if (!change.resource().key().equals(Converted.key(target.resource()))) return;
        if (!target.namespace().isEmpty() && !target.namespace().equals(Json.namespace(change.after()))) return;
        ObjectNode before = change.before();
        boolean was = before != null && which.holds(before);
        boolean is = change.type() != Change.Type.DELETED && which.holds(change.after());
        if (is) event(out, was ? "MODIFIED" : "ADDED", change.after());
        else if (was) event(out, "DELETED", last(change, before));
    }

    /// An object that left the selection is shown as it was, with the version of its leaving.
    private static ObjectNode last(Change change, @Nullable ObjectNode before) {
        if (change.type() == Change.Type.DELETED || before == null) return change.after();
        ObjectNode last = before.deepCopy();
        Json.object(last, "metadata").put("resourceVersion", Long.toString(change.version()));
        return last;
    }

    private void bookmark(OutputStream out, boolean endOfInitial) throws IOException {
        write(out, "BOOKMARK", view.bookmark(seen, endOfInitial, first));
        first = false;
    }

    private void event(OutputStream out, String type, ObjectNode object) throws IOException {
        write(out, type, view.event(object, first));
        first = false;
    }

    private void write(OutputStream out, String type, ObjectNode object) throws IOException {
        spoken = System.nanoTime();
        ObjectNode event = Json.object().put("type", type);
        event.set("object", object);
        Wire.write(event, out);
    }

    private ObjectNode tooOld() {
        return Refused.expired("too old resource version: " + seen + " (" + store.oldest() + ")")
                .status();
    }
}
