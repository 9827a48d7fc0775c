package dev.vigie.ui.reading;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vigie.base.Messages;
import dev.vigie.ui.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A text on screen: by keyboard and mouse, large, and while it changes.
@ExtendWith(ApplicationExtension.class)
class TextPaneTest {
    private @Nullable TextPane made;

    @Start
    void start(Stage stage) {
        Messages.speak(Locale.ENGLISH);
        TextPane pane = new TextPane("text");
        made = pane;
        Scene scene = new Scene(pane, 420, 300);
        new Theme(Theme.Shade.DARK, 1).dress(scene);
        stage.setScene(scene);
        stage.show();
        stage.toFront();
    }

    private TextPane pane() {
        return Objects.requireNonNull(made);
    }

    private static <T> T fx(Callable<T> call) throws Exception {
        return WaitForAsyncUtils.waitFor(10, SECONDS, WaitForAsyncUtils.asyncFx(call));
    }

    private void show(Written now) throws Exception {
        fx(() -> {
            pane().show(now);
            pane().takeFocus();
            return "";
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static Written numbered(int from, int to) {
        return Written.plain(
                IntStream.range(from, to).mapToObj(i -> "line " + i).collect(Collectors.joining("\n")));
    }

    /// `head`, a block of three lines, `tail`.
    private static Written block() {
        List<String> raw = List.of("head: 1", "block:", "  one: 1", "  two: 2", "tail: 3");
        List<Written.Line> lines = new ArrayList<>();
        for (int i = 0; i < raw.size(); i++)
            lines.add(new Written.Line(raw.get(i), i == 1 ? 3 : i, i == 1 ? "block" : ""));
        return new Written(lines, (_, line) -> List.of(new Written.Piece(line, Written.Ink.KEY)));
    }

    private List<LineCell> cells() throws Exception {
        return fx(() -> {
            Set<Node> all = pane().lookupAll(".read-line");
            return all.stream()
                    .map(LineCell.class::cast)
                    .filter(cell -> cell.isVisible() && cell.row() >= 0)
                    .sorted(java.util.Comparator.comparingInt(LineCell::row))
                    .toList();
        });
    }

    private List<String> seen() throws Exception {
        return cells().stream()
                .map(LineCell::getAccessibleText)
                .filter(text -> text != null && !text.isEmpty())
                .toList();
    }

    private String clipboard() throws Exception {
        return fx(
                () -> Objects.requireNonNullElse(Clipboard.getSystemClipboard().getString(), ""));
    }

    private String label(String id) throws Exception {
        return fx(() -> pane().lookup(id) instanceof Labeled labeled ? labeled.getText() : "");
    }

    private static void until(Callable<Boolean> condition) {
        await().dontCatchUncaughtExceptions().atMost(8, SECONDS).until(condition);
    }

    @Test
    void a_text_is_chosen_and_copied_by_keys_alone(FxRobot robot) throws Exception {
        show(block());
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.SHIFT, KeyCode.DOWN);
        robot.push(KeyCode.SHIFT, KeyCode.END);
        robot.push(KeyCode.CONTROL, KeyCode.C);
        assertThat(clipboard()).isEqualTo("block:\n  one: 1");
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.push(KeyCode.CONTROL, KeyCode.C);
        assertThat(clipboard()).isEqualTo("head: 1\nblock:\n  one: 1\n  two: 2\ntail: 3");
    }

    @Test
    void a_text_is_chosen_by_drawing_and_a_word_by_two_presses(FxRobot robot) throws Exception {
        show(block());
        LineCell first = cells().get(0);
        LineCell third = cells().get(2);
        robot.drag(first).dropTo(third);
        robot.push(KeyCode.CONTROL, KeyCode.C);
        assertThat(clipboard()).as("from behind the first to behind the third").isEqualTo("\nblock:\n  one: 1");
        robot.moveTo(third.lookup(".read-text")).clickOn().clickOn();
        robot.push(KeyCode.CONTROL, KeyCode.C);
        assertThat(clipboard()).isEqualTo("one");
    }

    @Test
    void a_block_is_folded_by_key_and_by_its_mark_and_stays_so_while_the_text_changes(FxRobot robot) throws Exception {
        show(block());
        robot.push(KeyCode.DOWN).push(KeyCode.DOWN).write("-");
        assertThat(seen()).containsExactly("head: 1", "block:", "tail: 3");
        show(block());
        assertThat(seen()).containsExactly("head: 1", "block:", "tail: 3");
        robot.write("+");
        assertThat(seen()).hasSize(5);
        robot.clickOn(cells().get(1).lookup(".read-mark"));
        assertThat(seen()).containsExactly("head: 1", "block:", "tail: 3");
        robot.clickOn(".read-note");
        assertThat(seen()).hasSize(5);
    }

    @Test
    void words_are_found_counted_and_stepped_through_and_esc_ends_it(FxRobot robot) throws Exception {
        show(numbered(0, 500));
        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.write("line 49");
        until(() -> label("#find-count").equals("1 of 11"));
        assertThat(seen()).contains("line 49");
        robot.push(KeyCode.ENTER);
        until(() -> label("#find-count").equals("2 of 11"));
        until(() -> seen().contains("line 490"));
        robot.push(KeyCode.SHIFT, KeyCode.ENTER);
        until(() -> label("#find-count").equals("1 of 11"));
        robot.push(KeyCode.ESCAPE);
        assertThat(fx(() -> pane().getTop() == null && pane().isFocused())).isTrue();
    }

    @Test
    void what_is_read_stays_where_it_is_while_lines_come_above_it(FxRobot robot) throws Exception {
        show(numbered(100, 600));
        for (int i = 0; i < 12; i++) robot.push(KeyCode.PAGE_DOWN);
        String top = seen().getFirst();
        double y = cells().getFirst().getLayoutY();
        assertThat(top).isNotEqualTo("line 100");
        show(numbered(50, 600));
        until(() -> seen().getFirst().equals(top));
        assertThat(cells().getFirst().getLayoutY()).isEqualTo(y);
    }

    @Test
    void a_megabyte_is_laid_out_only_where_it_is_seen(FxRobot robot) throws Exception {
        Written large = Written.plain(
                "key: a value of some length, as they are\n".repeat(26_000) + "end " + "x".repeat(200_000));
        long before = System.nanoTime();
        show(large);
        long shown = (System.nanoTime() - before) / 1_000_000;
        assertThat(cells().size()).isLessThan(100);
        before = System.nanoTime();
        robot.push(KeyCode.CONTROL, KeyCode.END);
        until(() -> seen().getLast().startsWith("end xxx"));
        long jumped = (System.nanoTime() - before) / 1_000_000;
        assertThat(fx(() -> cells().getLast().lookup(".read-note") instanceof Labeled note ? note.getText() : ""))
                .isEqualTo("198,004 more characters");
        assertThat(List.of(shown, jumped)).as("milliseconds").allMatch(ms -> ms < 1_500);
    }
}
