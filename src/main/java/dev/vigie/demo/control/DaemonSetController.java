package dev.vigie.demo.control;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// Keeps one pod of each DaemonSet on every node that it is for.
final class DaemonSetController implements Controller {
    static final String KEY = "daemonsets.apps";

    private final Each each = new Each(KEY);
    private final Patience patience = new Patience();

    @Override
    public void run(World world) {
        each.run(world, set -> {
            List<ObjectNode> pods = Owners.claimed(world, Pods.KEY, set);
            Daemons daemons = new Daemons(world, set, pods, patience);
            if (!Owners.deleted(set)) daemons.step();
            daemons.report(Owners.claimed(world, Pods.KEY, set));
        });
    }
}
