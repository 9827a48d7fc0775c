package dev.vigie.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.base.Messages;
import dev.vigie.kube.KubeFailure;
import dev.vigie.promises.Shows;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// A cluster that no longer knows the person: one banner, whatever is open, and the way back.
class SignInOnTheWorkbenchTest extends OnTheWorkbench {
    private static final KubeFailure EXPIRED = new KubeFailure.NoCredentials(
            "Login failed", "aws-login ended with 1: the session has expired.", "Log in at your provider.");

    @Start
    void start(Stage stage) {
        begin(stage);
    }

    @AfterEach
    void english() {
        Messages.speak(Locale.ENGLISH);
    }

    private boolean banner() throws Exception {
        Node node = find("#sign-in");
        return node != null && node.isVisible() && node.isManaged();
    }

    private void lost(String context) {
        frame().cluster(context).away(Instant.now(), EXPIRED);
    }

    private void back(String context) {
        frame().cluster(context).reachability =
                new dev.vigie.kube.Cluster.Reachability(Instant.now(), Duration.ofMillis(7), null);
    }

    @Test
    @Shows("A02")
    void one_banner_stands_above_every_view_of_that_cluster_and_of_no_other(FxRobot robot) throws Exception {
        frame().contexts("prod", "edge");
        open(robot, "prod");
        open(robot, "edge");
        assertThat(banner()).isFalse();
        lost("edge");
        until(this::banner);
        assertThat(text("#sign-in-title")).isEqualTo("Sign in again to edge");
        assertThat(text("#sign-in-why"))
                .isEqualTo("aws-login ended with 1: the session has expired. The views stay as they were.");
        assertThat(rows()).isNotEmpty();
        robot.push(KeyCode.CONTROL, KeyCode.T);
        until(() -> frame().workbench.scene().getRoot().lookupAll("#sign-in").size() == 1 && banner());
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        until(() -> text("#strip-context").equals("prod") && !banner());
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        until(this::banner);
        back("edge");
        until(() -> !banner());
    }

    @Test
    @Shows("A02")
    void the_banner_is_reached_by_f6_pressed_by_enter_and_says_that_it_is_under_way(FxRobot robot) throws Exception {
        frame().contexts("edge");
        open(robot, "edge");
        lost("edge");
        until(this::banner);
        CountDownLatch asked = frame().cluster("edge").slowIdentity("grace");
        robot.push(KeyCode.SHIFT, KeyCode.F6);
        until(() -> focus().equals("sign-in-again"));
        robot.push(KeyCode.ENTER);
        until(() -> text("#sign-in-title").equals("Signing in to edge…"));
        assertThat(((Button) java.util.Objects.requireNonNull(find("#sign-in-again"))).isDisabled())
                .isTrue();
        back("edge");
        asked.countDown();
        until(() -> !banner() && text("#strip-identity").equals("grace"));
    }

    @Test
    void it_is_found_by_typing_too_and_a_failure_brings_the_banner_back(FxRobot robot) throws Exception {
        frame().contexts("edge");
        open(robot, "edge");
        lost("edge");
        until(this::banner);
        frame().cluster("edge").slowIdentity("").countDown();
        palette(robot, "sign in again");
        until(() -> frame().cluster("edge").triedNow.get() == 1);
        until(() -> text("#sign-in-title").equals("Sign in again to edge"));
    }

    @Test
    void french_has_room(FxRobot robot) throws Exception {
        Messages.speak(Locale.FRENCH);
        frame().contexts("edge");
        again();
        frame().contexts("edge");
        open(robot, "edge");
        lost("edge");
        until(this::banner);
        assertThat(text("#sign-in-title")).isEqualTo("Reconnectez-vous à edge");
        assertThat(text("#sign-in-again")).isEqualTo("Se reconnecter");
    }

    @Test
    @Shows("C09")
    void nothing_is_changed_any_more_through_a_context_that_is_in_no_file_and_again_when_it_is(FxRobot robot)
            throws Exception {
        frame().contexts("prod", "edge");
        open(robot, "edge");
        assertThat(frame().cluster("edge").readOnly).isFalse();
        frame().contexts("prod");
        until(() -> frame().cluster("edge").readOnly);
        assertThat(rows()).isNotEmpty();
        frame().contexts("prod", "edge");
        until(() -> !frame().cluster("edge").readOnly);
    }
}
