package dev.vigie.workbench;

import dev.vigie.base.Messages;
import dev.vigie.base.Quietly;
import dev.vigie.base.Ref;
import dev.vigie.catalog.Masked;
import dev.vigie.feature.inspect.ObjectYaml;
import dev.vigie.kind.Kind;
import dev.vigie.kube.KubeException;
import dev.vigie.kube.KubeFailure;
import dev.vigie.kube.Wire;
import dev.vigie.live.Fx;
import dev.vigie.ui.Clip;
import dev.vigie.ui.Shown;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Takes what is seen out of the window: whole objects as YAML, texts into files. FX thread only.
final class Exports implements AutoCloseable {
    private static final Messages TEXTS = Messages.of("workbench");
    private static final Duration FADE = Duration.ofSeconds(6);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    /// With fewer objects it is over before anybody could have read how far it is.
    private static final int MANY = 5;

    private final Fx fx;
    private final Consumer<String> notice;
    private Choosing choosing = Exports::choose;
    private @Nullable WorkbenchView view;
    private AutoCloseable fading = () -> {};

    /// Asks for a file that could be called so; null when the person wants none.
    interface Choosing {
        @Nullable
        Path file(String name, @Nullable WorkbenchView over);
    }

    /// Objects as one text, and how many of them were gone.
    record Taken(String yaml, int gone) {}

    Exports(Fx fx, Consumer<String> notice) {
        this.fx = fx;
        this.notice = notice;
    }

    void sitAt(WorkbenchView workbench) {
        view = workbench;
    }

    /// Files are chosen by somebody else from now on.
    void choosing(Choosing other) {
        choosing = other;
    }

    void copy(String text) {
        Clip.copy(Shown.text(text)); // it may be put into a terminal next
        if (view != null) view.strip.mention(TEXTS.say("copied"));
        Quietly.close(fading);
        fading = fx.after(FADE, () -> {
            if (view != null) view.strip.forget(TEXTS.say("copied"));
        });
    }

    /// Each object from its own cluster, if that is still open.
    void copyYaml(Sessions sessions, List<Ref> refs) {
        read(sessions, refs, taken -> {
            Clip.copy(taken.yaml());
            notice.accept(TEXTS.say("yaml.copied", refs.size() - taken.gone(), taken.gone()));
        });
    }

    void saveYaml(Sessions sessions, List<Ref> refs) {
        String name = refs.size() == 1 ? refs.getFirst().name() : "objects";
        Path file = choosing.file(name + ".yaml", view);
        if (file != null) read(sessions, refs, taken -> write(file, taken.yaml()));
    }

    void save(String name, String text) {
        Path file = choosing.file(name, view);
        if (file != null) write(file, text);
    }

    private void write(Path file, String text) {
        fx.run(() -> written(file, text)).then(notice).start();
    }

    /// What came of it, in words.
    private static String written(Path file, String text) {
        try {
            Files.writeString(file, text);
            return TEXTS.say("saved", file.toString());
        } catch (IOException e) {
            return TEXTS.say(
                    "not.saved", file.toString(), e.getClass().getSimpleName(), String.valueOf(e.getMessage()));
        }
    }

    private void read(Sessions sessions, List<Ref> refs, Consumer<Taken> then) {
        AtomicBoolean ended = new AtomicBoolean();
        WorkbenchView over = refs.size() > MANY ? view : null;
        Runnable uncover = over == null ? () -> {} : over::uncover;
        Map<String, Session> open = new HashMap<>();
        for (Session session : sessions.all()) open.put(session.context(), session);
        IntConsumer progress = over == null ? read -> {} : progress(over, refs.size(), ended);
        fx.run(() -> taken(open, refs, ended, progress))
                .then(taken -> {
                    if (ended.get()) return;
                    uncover.run();
                    then.accept(taken);
                })
                .otherwise(why -> {
                    if (!ended.get()) uncover.run();
                    if (!(why instanceof KubeFailure.Cancelled))
                        notice.accept(TEXTS.say("not.read", why.title(), why.why()));
                })
                .start();
    }

    private static IntConsumer progress(WorkbenchView over, int all, AtomicBoolean ended) {
        ReadingView reading = new ReadingView(all, () -> {
            ended.set(true);
            over.uncover();
        });
        over.cover(reading);
        return reading::read;
    }

    private Taken taken(Map<String, Session> open, List<Ref> refs, AtomicBoolean ended, IntConsumer progress)
            throws KubeException {
        StringBuilder yaml = new StringBuilder();
        int gone = 0;
        int read = 0;
        for (Ref ref : refs) {
            if (ended.get()) throw new KubeException(new KubeFailure.Cancelled());
            Session session = open.get(ref.cluster());
            JsonNode object = session == null ? null : object(session, ref);
            if (object == null) gone++;
            else yaml.append(yaml.isEmpty() ? "" : "---\n").append(ObjectYaml.text(object));
            int now = ++read;
            fx.later(() -> progress.accept(now));
        }
        return new Taken(yaml.toString(), gone);
    }

    /// Null when it is gone, or another of its name came.
    private static @Nullable JsonNode object(Session session, Ref ref) throws KubeException {
        Kind kind = session.discovery().kinds().stream()
                .filter(one -> one.gvk().equals(ref.gvk()))
                .findFirst()
                .orElse(null);
        if (kind == null) return null;
        String path = kind.path(ref.namespace()) + "/" + ref.name();
        try (Wire.Answer answer = session.cluster().wire().get(path, "application/json", PATIENCE)) {
            JsonNode object = JsonMapper.shared().readTree(answer.body());
            String uid = object.path("metadata").path("uid").asString("");
            if (!ref.uid().isEmpty() && !uid.equals(ref.uid())) return null;
            if (object.path("metadata") instanceof ObjectNode metadata) metadata.remove("managedFields");
            return Masked.of(kind, object);
        } catch (KubeException e) {
            if (e.failure() instanceof KubeFailure.NotFound) return null;
            throw e;
        } catch (JacksonException e) {
            throw new KubeException(new KubeFailure.Garbled(path), e);
        }
    }

    private static @Nullable Path choose(String name, @Nullable WorkbenchView over) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(TEXTS.say("save.title"));
        chooser.setInitialFileName(name);
        File file = chooser.showSaveDialog(over == null ? null : over.getScene().getWindow());
        return file == null ? null : file.toPath();
    }

    @Override
    public void close() {
        Quietly.close(fading);
    }
}
