package dev.vigie.feature.palette;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vigie.base.Messages;
import dev.vigie.kind.Intent;
import dev.vigie.ui.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class PaletteViewTest {
    private final List<Object> said = new CopyOnWriteArrayList<>();
    private final Late late = new Late();

    @Start
    void start(Stage stage) {
        Messages.speak(Locale.ENGLISH);
        List<Choice> choices = new ArrayList<>();
        IntStream.range(0, 30).forEach(i -> choices.add(context("context-" + i)));
        PaletteView view = new PaletteView(choices, late, said::add, () -> said.add("closed"));
        Scene scene = new Scene(view, 900, 600);
        new Theme(Theme.Shade.DARK, 1).dress(scene);
        stage.setScene(scene);
        stage.show();
        view.requestFocus();
    }

    private static Choice context(String name) {
        return new Choice("mdi2s-server", name, "", List.of(), new Intent.OpenContext(name));
    }

    private static String chosen(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        ListView<Choice> list = robot.lookup("#palette-list").queryListView();
        Choice choice = list.getSelectionModel().getSelectedItem();
        return choice == null ? "" : choice.name();
    }

    @Test
    void enter_closes_and_goes_to_the_best(FxRobot robot) {
        robot.write("context-7").push(KeyCode.ENTER);
        await().atMost(5, SECONDS).until(() -> said.size() == 2);
        assertThat(said).isEqualTo(List.of("closed", new Intent.OpenContext("context-7")));
    }

    @Test
    void the_keys_choose_without_leaving_the_field(FxRobot robot) {
        robot.push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.UP);
        assertThat(chosen(robot)).isEqualTo("context-1");
        robot.push(KeyCode.PAGE_DOWN);
        assertThat(chosen(robot)).isEqualTo("context-9");
        robot.push(KeyCode.PAGE_UP).push(KeyCode.PAGE_UP).push(KeyCode.UP);
        assertThat(chosen(robot)).isEqualTo("context-0");
        robot.write("12");
        assertThat(chosen(robot)).isEqualTo("context-12");
    }

    @Test
    void escape_goes_nowhere_and_so_does_enter_on_nothing(FxRobot robot) {
        robot.write("nothing of the kind").push(KeyCode.ENTER);
        assertThat(said).isEmpty();
        robot.push(KeyCode.ESCAPE);
        await().atMost(5, SECONDS).until(() -> said.equals(List.of("closed")));
    }

    @Test
    void a_click_on_a_line_goes_there_and_one_on_the_scroll_bar_does_not(FxRobot robot) {
        Node bar = robot.from(robot.lookup("#palette-list").<Node>query())
                .lookup(".scroll-bar")
                .match(node -> node.isVisible() && node.getBoundsInParent().getHeight() > 50)
                .query();
        robot.clickOn(bar);
        assertThat(said).isEmpty();
        robot.write("12").clickOn("context-12");
        await().atMost(5, SECONDS).until(() -> said.size() == 2);
        assertThat(said.getLast()).isEqualTo(new Intent.OpenContext("context-12"));
    }

    @Test
    void what_comes_late_is_offered_without_moving_what_is_selected(FxRobot robot) {
        robot.write("con");
        await().atMost(5, SECONDS).until(() -> chosen(robot).equals("context-0"));
        robot.push(KeyCode.DOWN);
        await().atMost(5, SECONDS).until(() -> chosen(robot).equals("context-1"));
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> late.come(List.of(context("con"), context("a-con"))));
        await().atMost(5, SECONDS)
                .until(() -> robot.lookup("#palette-list")
                        .queryListView()
                        .getItems()
                        .getFirst()
                        .equals(context("con")));
        assertThat(chosen(robot)).isEqualTo("context-1");
        robot.push(KeyCode.ESCAPE);
        await().atMost(5, SECONDS).until(() -> said.contains("closed"));
    }

    /// Choices that come when a test says so.
    private static final class Late implements PaletteView.More {
        private Runnable changed = () -> {};
        private List<Choice> choices = List.of();

        private void come(List<Choice> now) {
            choices = now;
            changed.run();
        }

        @Override
        public void open(Runnable listener) {
            changed = listener;
        }

        @Override
        public List<Choice> of(String typed) {
            return choices;
        }

        @Override
        public void close() {}
    }
}
