package dev.vigie.feature.logs;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vigie.base.Messages;
import dev.vigie.kube.logs.LogRequest;
import dev.vigie.live.Fx;
import dev.vigie.promises.Shows;
import dev.vigie.text.SpillFolder;
import dev.vigie.ui.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The log window on pods whose logs the test writes.
@ExtendWith(ApplicationExtension.class)
class LogViewTest {
    @TempDir
    private Path folder = Path.of("");

    private final SpokenCluster cluster = new SpokenCluster();
    private @Nullable Stage stage;
    private @Nullable LogView view;

    @Start
    void begin(Stage first) {
        Messages.speak(Locale.ENGLISH);
        stage = first;
    }

    @AfterEach
    void end() {
        fx(() -> {
            view().close();
            return "";
        });
        cluster.close();
    }

    private LogView view() {
        return Objects.requireNonNull(view);
    }

    private static <T> T fx(Callable<T> call) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, call);
    }

    private void open() {
        fx(() -> {
            LogView fresh = new LogView(
                    Fx.live(),
                    cluster,
                    LogRequest.of(new LogRequest.Pods.Selected("shop", "app=web")),
                    new SpillFolder(folder));
            view = fresh;
            Scene scene = new Scene(fresh, 1000, 400);
            new Theme(Theme.Shade.DARK, 1).dress(scene);
            Stage window = Objects.requireNonNull(stage);
            window.setScene(scene);
            window.show();
            window.toFront();
            fresh.takeFocus();
            return fresh;
        });
    }

    private List<String> inSight() {
        return fx(() -> view().lines().inSight());
    }

    private String said(String styleClass) {
        return fx(() -> view().lookupAll(styleClass).stream()
                .filter(node -> node instanceof Labeled && node.isVisible())
                .map(node -> ((Labeled) node).getText())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" | ")));
    }

    private Node node(String id) {
        return Objects.requireNonNull(fx(() -> view().lookup(id)), id);
    }

    private static String stamped(int second, String text) {
        return "2026-11-29T10:00:%02d.000000000Z %s\n".formatted(second, text);
    }

    private static String numbered(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> stamped(i * 50 / count, "line " + i))
                .collect(Collectors.joining());
    }

    @Test
    void lines_of_several_pods_stand_in_the_order_of_time_and_can_be_hidden_by_pod(FxRobot robot) {
        cluster.pod("web-a1b2c", stamped(1, "one") + stamped(3, "three"))
                .pod("web-d3e4f", stamped(2, "two") + stamped(4, "\u001b[31mfour\u001b[0m"));
        open();
        await().atMost(10, SECONDS)
                .untilAsserted(() -> assertThat(inSight()).containsExactly("one", "two", "three", "four"));
        await().untilAsserted(() -> assertThat(said("#log-source-1")).isEqualTo("d3e4f"));
        fx(() -> {
            ((CheckBox) node("#log-source-1")).fire();
            return "";
        });
        await().untilAsserted(() -> assertThat(inSight()).containsExactly("one", "three"));
    }

    @Test
    void what_is_looked_for_is_counted_and_stepped_through_and_the_rest_hidden(FxRobot robot) {
        cluster.pod("web-1", numbered(2_000));
        open();
        await().atMost(10, SECONDS).untilAsserted(() -> assertThat(inSight()).contains("line 2000"));
        robot.clickOn("#log-search").write("line 77");
        await().untilAsserted(() -> assertThat(said(".log-field .hint")).isEqualTo("11 lines"));
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        await().untilAsserted(() -> assertThat(said(".log-field .hint")).isEqualTo("1 of 11"));
        assertThat(inSight()).contains("line 77").doesNotContain("line 2000");
        robot.press(KeyCode.SHIFT, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.SHIFT);
        await().untilAsserted(() -> assertThat(said(".log-field .hint")).isEqualTo("11 of 11"));
        robot.clickOn("#log-only").write("line 7");
        await().untilAsserted(() -> assertThat(said(".browse-footer .label")).contains("111 of 2,000 lines"));
        robot.eraseText(6).write("!line");
        await().untilAsserted(() -> assertThat(said(".browse-footer .label")).contains("0 of 2,000 lines"));
    }

    @Test
    void a_wrong_expression_is_said_beside_it(FxRobot robot) {
        cluster.pod("web-1", numbered(3));
        open();
        robot.clickOn("#log-search");
        fx(() -> {
            view().lookupAll("#log-expression").stream()
                    .map(node -> (javafx.scene.control.ToggleButton) node)
                    .findFirst()
                    .orElseThrow()
                    .fire();
            return "";
        });
        robot.write("(open");
        await().untilAsserted(() -> assertThat(said(".log-field .hint")).isEqualTo("No expression: Unclosed group"));
        robot.write(")?");
        await().untilAsserted(() -> assertThat(said(".log-field .hint")).isEqualTo("none"));
    }

    @Test
    void scrolling_up_pauses_and_end_follows_again(FxRobot robot) {
        cluster.pod("web-1", numbered(500));
        open();
        await().atMost(10, SECONDS).untilAsserted(() -> assertThat(inSight()).contains("line 500"));
        assertThat(said(".browse-footer .label")).startsWith("Following | 500 lines");
        robot.press(KeyCode.PAGE_UP).release(KeyCode.PAGE_UP);
        await().untilAsserted(() -> assertThat(said(".browse-footer .label")).startsWith("Paused"));
        assertThat(inSight()).doesNotContain("line 500");
        robot.press(KeyCode.HOME).release(KeyCode.HOME);
        await().untilAsserted(() -> assertThat(inSight()).startsWith("line 1", "line 2"));
        robot.press(KeyCode.END).release(KeyCode.END);
        await().untilAsserted(() -> assertThat(inSight()).contains("line 500"));
        assertThat(said(".browse-footer .label")).startsWith("Following");
    }

    @Test
    @Shows("S9")
    void chosen_lines_are_copied_as_they_are_read(FxRobot robot) {
        cluster.pod(
                "web-1",
                stamped(1, "a \u001b[32mgreen\u001b[0m word") + stamped(2, "bell \u0007 and \u001b]0;title\u0007"));
        open();
        await().atMost(10, SECONDS).untilAsserted(() -> assertThat(inSight()).hasSize(2));
        robot.press(KeyCode.CONTROL, KeyCode.A).release(KeyCode.A, KeyCode.CONTROL);
        robot.press(KeyCode.CONTROL, KeyCode.C).release(KeyCode.C, KeyCode.CONTROL);
        await().untilAsserted(
                        () -> assertThat(fx(() -> Clipboard.getSystemClipboard().getString()))
                                .isEqualTo("a green word\nbell ␇ and ␛]0;title␇"));
    }

    @Test
    void what_is_shown_is_saved_as_it_was_written(FxRobot robot) throws Exception {
        cluster.pod("web-1", stamped(1, "keep \u001b[32mgreen\u001b[0m") + stamped(2, "drop") + stamped(3, "keep\r"));
        open();
        await().atMost(10, SECONDS).untilAsserted(() -> assertThat(inSight()).hasSize(3));
        robot.clickOn("#log-only").write("keep");
        await().untilAsserted(() -> assertThat(inSight()).hasSize(2));
        Path file = folder.resolve("saved.log");
        fx(() -> {
            view().save(file);
            return "";
        });
        await().untilAsserted(() -> assertThat(said("#log-saved")).isEqualTo("2 lines were saved to " + file));
        assertThat(Files.readString(file)).isEqualTo("keep \u001b[32mgreen\u001b[0m\nkeep\r\n");
    }

    @Test
    void what_cannot_be_written_is_said_with_its_reason() {
        cluster.pod("web-1", stamped(1, "one"));
        open();
        await().atMost(10, SECONDS).untilAsserted(() -> assertThat(inSight()).hasSize(1));
        Path file = folder.resolve("no/such/folder/saved.log");
        fx(() -> {
            view().save(file);
            return "";
        });
        await().untilAsserted(
                        () -> assertThat(said("#log-saved")).startsWith("Not everything could be written to " + file));
    }

    @Test
    void where_nothing_was_written_yet_that_is_said() {
        cluster.pod("web-1", "");
        open();
        await().atMost(10, SECONDS)
                .untilAsserted(() -> assertThat(said(".state-panel .label")).isEqualTo("No line so far | Followed"));
    }
}
