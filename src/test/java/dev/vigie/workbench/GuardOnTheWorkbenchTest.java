package dev.vigie.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.kind.Guard;
import javafx.css.PseudoClass;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// How carefully each context is treated, and how one sees it.
class GuardOnTheWorkbenchTest extends OnTheWorkbench {
    @Start
    void start(Stage stage) {
        begin(stage);
    }

    private boolean framed() throws Exception {
        return fx(() -> frame().workbench
                .scene()
                .getRoot()
                .getPseudoClassStates()
                .contains(PseudoClass.getPseudoClass("production")));
    }

    @Test
    void a_production_cluster_is_framed_in_red_and_asks_first_until_somebody_says_otherwise(FxRobot robot)
            throws Exception {
        frame().contexts("lab", "shop-prod");
        open(robot, "lab");
        until(() -> text("#strip-guard").equals("Normal") && !framed());
        assertThat(text("#strip-production")).isEmpty();

        open(robot, "shop-prod");
        until(() -> text("#strip-guard").equals("Confirm") && framed());
        assertThat(text("#strip-production")).isEqualTo("PRODUCTION");
        assertThat(frame().cluster("shop-prod").readOnly).isFalse();

        robot.clickOn("#strip-guard");
        robot.clickOn("#guard-read-only");
        until(() -> text("#strip-guard").equals("Read-only"));
        assertThat(frame().cluster("shop-prod").readOnly).isTrue();
        assertThat(frame().cluster("lab").readOnly).isFalse();
        assertThat(framed()).isTrue();

        again();
        frame().contexts("lab", "shop-prod");
        until(() -> text("#strip-context").equals("shop-prod")
                && text("#strip-guard").equals("Read-only"));
        assertThat(frame().cluster("shop-prod").readOnly)
                .as("from the first moment")
                .isTrue();
        palette(robot, "guard shop-prod normal");
        until(() -> text("#strip-guard").equals("Normal"));
        assertThat(frame().cluster("shop-prod").readOnly).isFalse();
    }

    @Test
    void a_name_that_says_production_is_believed_and_others_are_not() {
        for (String name : new String[] {"prod", "shop-prod", "prod.eu", "PRODUCTION-1", "gke_x_live", "prd2"})
            assertThat(Guard.suggested(name)).as(name).isEqualTo(new Guard(Guard.Level.CONFIRM, true));
        for (String name : new String[] {"products", "staging", "reprod", "", "alive", "non-p"})
            assertThat(Guard.suggested(name)).as(name).isEqualTo(new Guard(Guard.Level.NORMAL, false));
        assertThat(Guard.of("nonsense", false).level()).isEqualTo(Guard.Level.CONFIRM);
    }
}
