package dev.vigie.catalog.cron;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.catalog.cron.Schedule.Unreadable;
import dev.vigie.testbed.Kubectl;
import dev.vigie.testbed.RealCluster;
import dev.vigie.testbed.TestCluster;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// The API server takes and refuses the same schedules.
@RealCluster
class ScheduleOnRealClusterTest {
    private static final List<String> SCHEDULES = List.of(
            "*/10 * * * *",
            "30 3 * * 1-5",
            "0 0 30 2 *",
            "0 0 ? * MON",
            "0 9-17/4 * jan,Jul SUN,sat",
            "5/20 4 * * *",
            "0 0 * * 1,2,",
            "*-5 3 * * *",
            "@daily",
            "@midnight",
            "@every 1h30m",
            "+5 * * * *",
            "* * * *",
            "* * * * * *",
            "60 * * * *",
            "* * 0 * *",
            "* * * * 7",
            "* * * * MONDAY",
            "*/0 * * * *",
            "5-1 * * * *",
            "1/2/3 * * * *",
            "* * L * *",
            "@often",
            "@Daily",
            "@reboot",
            "@every 1d");

    @Test
    void the_api_server_takes_and_refuses_the_same_schedules(TestCluster bed) {
        String namespace = bed.newNamespace();
        Kubectl kubectl = bed.kubectl();
        Map<String, Boolean> ours = new TreeMap<>();
        Map<String, Boolean> theirs = new TreeMap<>();
        for (String schedule : SCHEDULES) {
            ours.put(schedule, !(Schedule.read(schedule) instanceof Unreadable));
            theirs.put(schedule, taken(kubectl, namespace, schedule));
        }
        assertThat(ours).isEqualTo(theirs).containsValues(true, false);
    }

    private static boolean taken(Kubectl kubectl, String namespace, String schedule) {
        return kubectl.run(
                                "create",
                                "cronjob",
                                "c",
                                "--image=i",
                                "--schedule=" + schedule,
                                "--dry-run=server",
                                "-n",
                                namespace)
                        .exit()
                == 0;
    }
}
