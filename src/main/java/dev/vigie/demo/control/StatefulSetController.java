package dev.vigie.demo.control;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// Keeps the numbered pods of StatefulSets.
final class StatefulSetController implements Controller {
    static final String KEY = "statefulsets.apps";

    private final Each each = new Each(KEY);
    private final Patience patience = new Patience();

    @Override
    public void run(World world) {
        each.run(world, set -> {
            List<ObjectNode> pods = Owners.claimed(world, Pods.KEY, set);
            Ordinals ordinals = new Ordinals(world, set, pods, patience);
            if (!Owners.deleted(set)) ordinals.step();
            ordinals.report(Owners.claimed(world, Pods.KEY, set));
        });
    }
}
