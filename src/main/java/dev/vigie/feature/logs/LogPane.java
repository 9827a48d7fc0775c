package dev.vigie.feature.logs;

import dev.vigie.base.Messages;
import dev.vigie.base.Ref;
import dev.vigie.catalog.Logged;
import dev.vigie.command.Kubectl;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Screen;
import dev.vigie.kind.Tone;
import dev.vigie.kube.Cluster;
import dev.vigie.kube.KubeException;
import dev.vigie.kube.KubeFailure;
import dev.vigie.kube.Wire;
import dev.vigie.kube.logs.LogRequest;
import dev.vigie.live.Fx;
import dev.vigie.text.SpillFolder;
import dev.vigie.ui.Buttons;
import dev.vigie.ui.Icons;
import dev.vigie.ui.StatePanel;
import java.time.Duration;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The logs of one object: finds out which pods it has, then shows their lines. FX thread only; [#close()] ends it.
public final class LogPane extends StackPane implements AutoCloseable {
    private static final Messages TEXTS = Messages.of("logs");
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Fx fx;
    private final Cluster cluster;
    private final List<Kind> kinds;
    private final Screen.Logs what;
    private final SpillFolder folder;
    private final String context;
    private final ReadOnlyObjectWrapper<List<String>> kubectl = new ReadOnlyObjectWrapper<>(List.of());
    private @Nullable LogView view;
    private boolean closed;

    /// `context` is empty when it is kubectl's current one.
    public LogPane(Fx fx, Cluster cluster, List<Kind> kinds, Screen.Logs what, String context, SpillFolder folder) {
        this.fx = fx;
        this.cluster = cluster;
        this.kinds = kinds;
        this.what = what;
        this.context = context;
        this.folder = folder;
        getStyleClass().add("log-pane");
        begin();
    }

    private void begin() {
        Kind kind = kind();
        if (kind == null || !Logged.has(kind)) {
            getChildren()
                    .setAll(StatePanel.empty(
                            TEXTS.say("no.logs", what.of().gvk().kind())));
            return;
        }
        kubectl.set(List.of(Kubectl.logs(
                Logged.argument(kind, what.of()), what.of().namespace(), what.container(), what.previous(), context)));
        if (Logged.isPod(kind)) {
            show(new LogRequest.Pods.Named(
                    what.of().namespace(), what.of().name(), what.of().uid()));
            return;
        }
        getChildren().setAll(new StatePanel(Icons.of(Tone.PROGRESS), TEXTS.say("loading")));
        fx.run(() -> selector(kind))
                .then(this::selected)
                .otherwise(this::failed)
                .start();
    }

    private @Nullable Kind kind() {
        return kinds.stream()
                .filter(kind -> kind.gvk().equals(what.of().gvk()))
                .findFirst()
                .orElse(null);
    }

    private String selector(Kind kind) throws KubeException {
        Ref ref = what.of();
        try (Wire.Answer answer =
                cluster.wire().get(kind.path(ref.namespace()) + "/" + ref.name(), "application/json", LIMIT)) {
            JsonNode object = JsonMapper.shared().readTree(answer.body());
            return Logged.selector(object);
        }
    }

    private void selected(String selector) {
        if (closed) return;
        if (selector.isEmpty()) {
            getChildren()
                    .setAll(StatePanel.empty(TEXTS.say("no.selector", what.of().name())));
            return;
        }
        show(new LogRequest.Pods.Selected(what.of().namespace(), selector));
    }

    private void failed(KubeFailure why) {
        if (closed) return;
        getChildren()
                .setAll(StatePanel.failed(why.title(), why.why(), why.remedy())
                        .with(Buttons.primary("log-again", TEXTS.say("again"), this::begin)));
    }

    private void show(LogRequest.Pods pods) {
        LogRequest request = LogRequest.of(pods)
                .container(what.container())
                .mode(what.previous() ? LogRequest.Mode.PREVIOUS : LogRequest.Mode.FOLLOW);
        LogView fresh = new LogView(fx, cluster, request, folder);
        view = fresh;
        getChildren().setAll(fresh);
    }

    /// The kubectl lines that print the same.
    public ReadOnlyObjectProperty<List<String>> kubectlProperty() {
        return kubectl.getReadOnlyProperty();
    }

    public void takeFocus() {
        if (view != null) view.takeFocus();
        else requestFocus();
    }

    public void find() {
        if (view != null) view.find();
    }

    /// To the field that narrows the lines.
    public void filter() {
        if (view != null) view.narrow();
    }

    @Override
    public void close() {
        closed = true;
        if (view != null) view.close();
    }
}
