package dev.vigie.feature.change;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vigie.base.Messages;
import dev.vigie.base.Ref;
import dev.vigie.kind.Guard;
import dev.vigie.kind.Intent;
import dev.vigie.kube.Edit;
import dev.vigie.kube.KubeFailure;
import dev.vigie.live.Fx;
import dev.vigie.promises.Shows;
import dev.vigie.ui.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The one preview before anything in a cluster is changed, and what it says afterwards.
@ExtendWith(ApplicationExtension.class)
class ChangeViewTest {
    private static final KubeFailure LOST = new KubeFailure.Garbled("cut");
    private static final KubeFailure FORBIDDEN = new KubeFailure.Forbidden("dev", "patch", "nodes", "", "no");
    private static final Guard NORMAL = new Guard(Guard.Level.NORMAL, false);
    private static final Guard CONFIRM = new Guard(Guard.Level.CONFIRM, false);
    private static final Guard PRODUCTION = new Guard(Guard.Level.CONFIRM, true);

    private final ScriptedNodes nodes = new ScriptedNodes("shop");
    private final List<String> over = new CopyOnWriteArrayList<>();
    private @Nullable Stage stage;
    private @Nullable ChangeView view;

    @Start
    void start(Stage first) {
        Messages.speak(Locale.ENGLISH);
        stage = first;
    }

    private static <T> T fx(Callable<T> call) throws Exception {
        return WaitForAsyncUtils.waitFor(10, SECONDS, WaitForAsyncUtils.asyncFx(call));
    }

    private void ask(Guard guard, String... names) throws Exception {
        List<Ref> refs = java.util.Arrays.stream(names).map(nodes::node).toList();
        ask(guard, new Intent.Cordon(refs));
    }

    private void ask(Guard guard, Intent.Change change) throws Exception {
        fx(() -> {
            ChangeView made = new ChangeView(
                    Fx.live(), new ChangeView.Wanted(nodes, ScriptedNodes.NODES, change, guard, ""), over::add);
            view = made;
            Scene scene = new Scene(new StackPane(made), 900, 700);
            new Theme(Theme.Shade.DARK, 1).dress(scene);
            Stage window = Objects.requireNonNull(stage);
            window.setScene(scene);
            window.show();
            window.toFront();
            made.requestFocus();
            return "";
        });
    }

    private Parent shown() {
        return Objects.requireNonNull(view);
    }

    private String text(String id) throws Exception {
        return fx(() -> shown().lookup(id) instanceof Labeled labeled && labeled.isVisible() ? labeled.getText() : "");
    }

    private boolean isOpen(String id) throws Exception {
        return fx(() -> shown().lookup(id) instanceof Button button && button.isVisible() && !button.isDisabled());
    }

    private void press(String id) throws Exception {
        until(() -> isOpen(id));
        fx(() -> {
            if (shown().lookup(id) instanceof Button button) button.fire();
            return "";
        });
    }

    /// The objects and what is said of each.
    private List<String> objects() throws Exception {
        return fx(() -> {
            List<String> all = new ArrayList<>();
            if (shown().lookup("#change-objects") instanceof ScrollPane scroll) gather(scroll.getContent(), all);
            return all;
        });
    }

    private static void gather(Node node, List<String> all) {
        if (node instanceof Labeled labeled) all.add(labeled.getText());
        else if (node instanceof Parent parent) parent.getChildrenUnmodifiable().forEach(each -> gather(each, all));
    }

    private String focus() throws Exception {
        return fx(() -> {
            Node owner = shown().getScene().getFocusOwner();
            return owner == null || owner.getId() == null ? "" : owner.getId();
        });
    }

    private static void until(Callable<Boolean> condition) {
        await().dontCatchUncaughtExceptions().atMost(12, SECONDS).until(condition);
    }

    @Test
    @Shows({"U8", "A16"})
    void it_asks_by_name_says_what_follows_and_which_line_does_the_same() throws Exception {
        ask(CONFIRM, "worker-1");
        assertThat(text("#change-title")).isEqualTo("Cordon worker-1 in shop?");
        assertThat(text("#change-line")).isEqualTo("kubectl cordon worker-1");
        assertThat(objects()).containsExactly("worker-1");
        press("#change-act");
        until(() -> over.equals(List.of("worker-1 is cordoned")));
        assertThat(nodes.sent).containsExactly("worker-1");
    }

    @Test
    void where_care_was_asked_for_cancel_has_the_focus_and_enter_changes_nothing(FxRobot robot) throws Exception {
        ask(CONFIRM, "worker-1");
        until(() -> isOpen("#change-act"));
        assertThat(focus()).isEqualTo("change-cancel");
        robot.push(KeyCode.ENTER);
        until(() -> over.equals(List.of("")));
        ask(CONFIRM, "worker-1");
        until(() -> isOpen("#change-act"));
        robot.push(KeyCode.TAB);
        until(() -> focus().equals("change-act"));
        robot.push(KeyCode.ENTER);
        assertThat(nodes.sent).isEmpty();
        robot.push(KeyCode.SPACE);
        until(() -> nodes.sent.size() == 1);
    }

    @Test
    void what_is_harmless_is_done_by_enter_where_nobody_asked_for_care(FxRobot robot) throws Exception {
        ask(NORMAL, "worker-1");
        until(() -> focus().equals("change-act"));
        robot.push(KeyCode.ENTER);
        until(() -> over.equals(List.of("worker-1 is cordoned")));
    }

    @Test
    @Shows("S23")
    void on_production_the_name_of_the_cluster_is_typed_first(FxRobot robot) throws Exception {
        ask(PRODUCTION, "worker-1");
        until(() -> text("#change-note").isEmpty());
        assertThat(focus()).isEqualTo("change-cancel");
        assertThat(isOpen("#change-act")).isFalse();
        robot.clickOn("#change-name").write("sho");
        assertThat(isOpen("#change-act")).isFalse();
        robot.write("p").push(KeyCode.ENTER);
        assertThat(isOpen("#change-act")).isTrue();
        assertThat(nodes.sent).as("Enter in the field").isEmpty();
        press("#change-act");
        until(() -> nodes.sent.size() == 1);
    }

    @Test
    @Shows("S23")
    void where_one_may_not_it_says_why_and_cannot_be_pressed() throws Exception {
        nodes.allowed = false;
        ask(NORMAL, "worker-1");
        until(() -> text("#change-note").startsWith("You may not patch nodes"));
        assertThat(isOpen("#change-act")).isFalse();
        nodes.readOnly = true;
        ask(NORMAL, "worker-1");
        until(() -> text("#change-note").startsWith("shop is read-only here"));
        assertThat(isOpen("#change-act")).isFalse();
        assertThat(nodes.sent).isEmpty();
    }

    @Test
    void each_object_has_its_outcome_and_only_the_failed_are_tried_again() throws Exception {
        nodes.answers("b", new Edit.Outcome.Refused(FORBIDDEN));
        nodes.answers("c", new Edit.Outcome.Gone(true));
        nodes.answers("d", new Edit.Outcome.Held());
        ask(CONFIRM, "a", "b", "c", "d");
        assertThat(text("#change-title")).isEqualTo("Cordon 4 nodes in shop?");
        press("#change-act");
        until(() -> text("#change-note").equals("2 of 4 as wanted"));
        assertThat(objects())
                .containsExactly(
                        "a",
                        "Done",
                        "b",
                        FORBIDDEN.title() + ": " + FORBIDDEN.why(),
                        "c",
                        "Another object has its name now; nothing was changed",
                        "d",
                        "It was so already; nothing was sent");
        press("#change-again");
        until(() -> text("#change-note").equals("3 of 4 as wanted"));
        assertThat(nodes.sent).containsExactly("a", "b", "c", "d", "b");
        assertThat(over).isEmpty();
        press("#change-cancel");
        assertThat(over).containsExactly("");
    }

    @Test
    @Shows({"N14", "P6"})
    void a_lost_answer_is_looked_for_and_nothing_is_sent_again() throws Exception {
        nodes.answers("a", new Edit.Outcome.Unknown(LOST), new Edit.Outcome.NotSeen(LOST), new Edit.Outcome.Seen());
        nodes.answers("b", new Edit.Outcome.Gone(false));
        ask(CONFIRM, "a", "b");
        press("#change-act");
        until(() -> objects().getLast().startsWith("It is no more")
                || objects().get(1).startsWith("Unknown, checking"));
        until(() -> text("#change-note").equals("1 of 2 as wanted"));
        assertThat(objects().get(1)).isEqualTo("Done: the answer was lost, but the object shows it");
        assertThat(nodes.sent).containsExactly("a", "b");
        assertThat(nodes.looked).containsExactly("a", "a");
    }

    @Test
    void who_stops_sends_no_more_and_may_go_on_with_the_rest() throws Exception {
        nodes.answers("a", new Edit.Outcome.Unknown(LOST), new Edit.Outcome.Unknown(LOST), new Edit.Outcome.Seen());
        ask(CONFIRM, "a", "b", "c");
        press("#change-act");
        until(() -> nodes.looked.size() == 1);
        press("#change-cancel");
        until(() -> text("#change-note").equals("1 of 3 as wanted"));
        assertThat(objects()).endsWith("b", "Not sent", "c", "Not sent");
        assertThat(nodes.sent).containsExactly("a");
        press("#change-again");
        until(() -> over.equals(List.of("3 nodes are cordoned")));
        assertThat(nodes.sent).containsExactly("a", "b", "c");
    }

    @Test
    void a_cluster_that_is_gone_ends_it_for_all() throws Exception {
        KubeFailure down = new KubeFailure.Unreachable("x", KubeFailure.Cause.REFUSED, "");
        nodes.answers("a", new Edit.Outcome.Refused(down));
        ask(CONFIRM, "a", "b");
        press("#change-act");
        until(() -> text("#change-note").equals("0 of 2 as wanted"));
        assertThat(nodes.sent).containsExactly("a");
    }
}
