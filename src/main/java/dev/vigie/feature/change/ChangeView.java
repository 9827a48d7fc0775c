package dev.vigie.feature.change;

import dev.vigie.base.Messages;
import dev.vigie.command.Kubectl;
import dev.vigie.kind.Guard;
import dev.vigie.kind.Intent;
import dev.vigie.kind.Kind;
import dev.vigie.kube.Cluster;
import dev.vigie.live.Fx;
import dev.vigie.ui.Buttons;
import dev.vigie.ui.Clip;
import dev.vigie.ui.Icons;
import dev.vigie.ui.Shown;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Shows what is about to be changed, asks, and then how far it is and what came of each object. FX thread only.
public final class ChangeView extends StackPane {
    private static final Messages TEXTS = Messages.of("change");

    private final ChangeModel model;
    private final Sayings says;
    private final Wanted wanted;
    private final Consumer<String> done;
    private final VBox lines = new VBox();
    private final ProgressBar bar = new ProgressBar(0);
    private final Label note = new Label();
    private final TextField name = new TextField();
    private final VBox naming;
    private final Button act;
    private final Button again;
    private final Button cancel;

    /// What is wanted of which cluster, and how carefully that is treated; `context` is empty when it is kubectl's
    /// current one.
    public record Wanted(Cluster cluster, Kind kind, Intent.Change change, Guard guard, String context) {
        /// Enter carries out what is harmless where nobody asked for care.
        boolean isEasy() {
            return change.harmless() && guard.level() == Guard.Level.NORMAL && !guard.production();
        }
    }

    /// `done` closes it; it hears what is to be said in the window, empty for nothing.
    public ChangeView(Fx fx, Wanted wanted, Consumer<String> done) {
        this.wanted = wanted;
        this.done = done;
        model = new ChangeModel(fx, wanted.cluster(), wanted.kind(), wanted.change());
        says = new Sayings(wanted);
        setId("change");
        getStyleClass().add("cover");
        act = Buttons.primary("change-act", says.button(), model::start);
        again = Buttons.plain("change-again", TEXTS.say("again"), model::again);
        cancel = Buttons.plain("change-cancel", TEXTS.say("cancel"), this::cancel);
        naming = naming();
        VBox dialog = new VBox(title(), objects(), text(says.consequence()), naming, kubectl(), bar, note, buttons());
        dialog.getStyleClass().add("change-dialog");
        dialog.setMaxHeight(Region.USE_PREF_SIZE);
        getChildren().add(dialog);
        note.setWrapText(true);
        note.setId("change-note");
        bar.getStyleClass().add("change-bar");
        bar.setMaxWidth(Double.MAX_VALUE);
        name.textProperty().addListener(_ -> show());
        model.phaseProperty().addListener(_ -> show());
        model.stepsProperty().addListener(_ -> show());
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        show();
    }

    /// The safe answer has the focus when the question appears; the harmless one, where nobody asked for care.
    @Override
    public void requestFocus() {
        if (wanted.isEasy() && !act.isDisabled()) act.requestFocus();
        else cancel.requestFocus();
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            cancel();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            // a default button would act from anywhere; here Enter presses what has the focus, and nothing else
            if (act.isFocused() && !act.isDisabled() && wanted.isEasy()) act.fire();
            else if (cancel.isFocused() && !isAboutToBeReady()) cancel.fire();
            else if (again.isFocused()) again.fire();
            event.consume();
        }
    }

    /// Whoever presses Enter quickly means what Enter will do in a moment.
    private boolean isAboutToBeReady() {
        return wanted.isEasy() && model.phaseProperty().get() instanceof ChangeModel.Phase.Asking;
    }

    private void cancel() {
        if (model.phaseProperty().get() instanceof ChangeModel.Phase.Running) model.stop();
        else done.accept("");
    }

    private Label title() {
        Label title = new Label(Shown.text(says.question()), Icons.of(says.icon()));
        title.setId("change-title");
        title.getStyleClass().add("state-title");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        return title;
    }

    private ScrollPane objects() {
        lines.getStyleClass().add("change-lines");
        ScrollPane scroll = new ScrollPane(lines);
        scroll.setId("change-objects");
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(wanted.change().refs().size() > 6);
        scroll.getStyleClass().add("change-objects");
        return scroll;
    }

    /// On production the cluster's name is typed.
    private VBox naming() {
        Label asks = text(TEXTS.say("type.name", wanted.cluster().context()));
        name.setId("change-name");
        name.setAccessibleText(asks.getText());
        VBox box = new VBox(asks, name);
        box.getStyleClass().add("change-naming");
        return box;
    }

    private HBox kubectl() {
        String line = String.join("\n", Kubectl.change(wanted.change(), wanted.context()));
        Label label = new Label(Shown.text(line));
        label.setId("change-line");
        label.getStyleClass().add("mono");
        label.setWrapText(true);
        HBox.setHgrow(label, Priority.ALWAYS);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox box = new HBox(
                label,
                Buttons.icon("change-copy", "mdi2c-content-copy", TEXTS.say("copy.line"), () -> Clip.copy(line)));
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("change-line");
        return box;
    }

    private HBox buttons() {
        HBox box = new HBox(cancel, again, act);
        box.getStyleClass().add("change-buttons");
        return box;
    }

    private static Label text(String sentence) {
        Label label = new Label(Shown.text(sentence));
        label.getStyleClass().add("state-text");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private void show() {
        ChangeModel.Phase phase = model.phaseProperty().get();
        List<Step> steps = model.stepsProperty().get();
        boolean over = phase instanceof ChangeModel.Phase.Over;
        if (over && steps.stream().allMatch(Step::isWell)) {
            done.accept(says.finished());
            return;
        }
        boolean running = phase instanceof ChangeModel.Phase.Running;
        boolean before = !over && !running;
        lines.getChildren().setAll(steps.stream().map(this::line).toList());
        bar.setProgress((double) steps.stream().filter(Step::isOver).count() / Math.max(1, steps.size()));
        shown(bar, running);
        shown(naming, before && wanted.guard().production());
        shown(act, before);
        act.setDisable(!(phase instanceof ChangeModel.Phase.Ready) || !isNamed());
        boolean more = over && steps.stream().anyMatch(Step::isWorthAnotherTry);
        shown(again, more);
        cancel.setText(TEXTS.say(over ? "close" : running ? "stop" : "cancel"));
        note.setText(Shown.text(says.note(phase, steps)));
        note.getStyleClass().setAll("label", phase instanceof ChangeModel.Phase.Refused ? "text-warn" : "muted");
        shown(note, !note.getText().isEmpty());
        keepFocus(before, more);
    }

    /// What had the focus may be gone, and what wanted it may have come.
    private void keepFocus(boolean before, boolean more) {
        if (getScene() == null) return;
        Node owner = getScene().getFocusOwner();
        boolean eager = before && wanted.isEasy() && !act.isDisabled() && cancel.isFocused();
        if (eager) act.requestFocus();
        else if (owner == null || !owner.isVisible() || owner.isDisabled()) {
            if (more) again.requestFocus();
            else cancel.requestFocus();
        }
    }

    private boolean isNamed() {
        return !wanted.guard().production()
                || name.getText().strip().equals(wanted.cluster().context());
    }

    private Node line(Step step) {
        Label object = new Label(Shown.text(says.name(step)), says.shape(step));
        object.getStyleClass().add("change-object");
        object.setMinWidth(0);
        String words = says.state(step);
        VBox line = new VBox(object);
        line.getStyleClass().add("change-step");
        if (!words.isEmpty()) {
            Label label = text(words);
            label.getStyleClass().add("small");
            line.getChildren().add(label);
        }
        return line;
    }

    private static void shown(Node node, boolean now) {
        node.setVisible(now);
        node.setManaged(now);
    }
}
