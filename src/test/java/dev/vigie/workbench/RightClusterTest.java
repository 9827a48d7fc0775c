package dev.vigie.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.base.Ref;
import dev.vigie.kind.Intent;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Namespaces;
import dev.vigie.kind.Part;
import dev.vigie.kind.Screen;
import dev.vigie.promises.Shows;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

/// Whatever is done while clusters are switched, each request goes to the cluster that it was meant for.
class RightClusterTest extends OnTheWorkbench {
    private static final int ACTIONS = 1_000;
    private static final List<String> CONTEXTS = List.of("lab", "market");
    private static final List<Kind> KINDS = List.of(StandIn.PODS, StandIn.DEPLOYMENTS, StandIn.UNICORNS);

    @Start
    void start(Stage stage) {
        begin(stage);
    }

    /// An object of a context, as a menu holds it that was opened there.
    private static Ref ref(Random random) {
        String context = CONTEXTS.get(random.nextInt(2));
        Kind kind = KINDS.get(random.nextInt(KINDS.size()));
        String namespace = random.nextBoolean() ? "shop" : "test";
        String name = context + "-" + kind.singular() + "-" + namespace;
        return new Ref(context, kind.gvk(), namespace, name, "uid-" + namespace + "-" + name);
    }

    private static Intent any(Random random) {
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> new Intent.OpenContext(CONTEXTS.get(random.nextInt(2)));
            case 3 -> new Intent.Show(new Screen.Table(KINDS.get(random.nextInt(KINDS.size()))));
            case 4 -> new Intent.ShowInTab(new Screen.Table(KINDS.get(random.nextInt(KINDS.size()))));
            case 5 -> new Intent.ChooseNamespaces(random.nextBoolean() ? Namespaces.all() : Namespaces.named("shop"));
            case 6, 7 -> new Intent.Inspect(ref(random), Part.FACTS);
            case 8 -> new Intent.Glance(ref(random));
            case 9 -> new Intent.CopyYaml(List.of(ref(random), ref(random)));
            case 10 -> random.nextInt(8) == 0 ? new Intent.ShowClusters() : new Intent.CloseDetails();
            default -> new Intent.BackInDetails();
        };
    }

    @Test
    @Shows("S22")
    void a_thousand_random_actions_during_switches_send_nothing_to_the_wrong_server() throws Exception {
        frame().contexts("lab", "market");
        Random random = new Random(22);
        List<Intent> done = new ArrayList<>();
        for (int i = 0; i < ACTIONS; i++) {
            Intent intent = any(random);
            done.add(intent);
            fx(() -> {
                frame().workbench.carryOut(intent);
                return "";
            });
        }
        until(() -> frame().opened.stream().mapToInt(one -> one.requests.get()).sum() > ACTIONS / 10);
        assertThat(frame().opened).extracting(StandIn::context).contains("lab", "market");
        for (StandIn cluster : frame().opened)
            assertThat(cluster.wrong)
                    .as("asked of %s after %d actions", cluster.context(), done.size())
                    .isEmpty();
    }

    /// What makes, moves, halves and ends windows; rarer than the rest.
    private static Intent ofWindows(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> new Intent.OpenContextInWindow(CONTEXTS.get(random.nextInt(2)));
            case 1 -> new Intent.MoveToWindow();
            case 2 -> new Intent.Split(random.nextBoolean());
            case 3 -> new Intent.Unsplit();
            case 4 -> new Intent.ShowInWindow(new Screen.Table(KINDS.get(random.nextInt(KINDS.size()))));
            default -> new Intent.CloseContext(CONTEXTS.get(random.nextInt(2)));
        };
    }

    @Test
    @Shows("S22")
    void several_windows_and_halves_send_nothing_to_the_wrong_server_either() throws Exception {
        frame().contexts("lab", "market");
        Random random = new Random(23);
        for (int i = 0; i < ACTIONS / 2; i++) {
            boolean rare = random.nextInt(12) == 0;
            Intent intent = rare ? ofWindows(random) : any(random);
            fx(() -> {
                List<Workbench> windows = frame().windows.all();
                Workbench one = windows.get(random.nextInt(windows.size()));
                if (windows.size() > 4 && !one.equals(windows.getFirst()))
                    one.stage().hide();
                else one.carryOut(intent);
                return "";
            });
        }
        until(() -> frame().opened.stream().mapToInt(one -> one.requests.get()).sum() > ACTIONS / 20);
        for (StandIn cluster : frame().opened)
            assertThat(cluster.wrong).as("asked of %s", cluster.context()).isEmpty();
    }
}
