package dev.vigie.feature.inspect;

import dev.vigie.base.Gvk;
import dev.vigie.base.Ref;
import dev.vigie.catalog.Relations;
import dev.vigie.catalog.json.Fields;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Pointer;
import dev.vigie.kind.Tone;
import dev.vigie.kube.Cluster;
import dev.vigie.kube.Rows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The objects that an object itself names: its owners, and what it uses. Whether they are there is not asked.
final class Named {
    private Named() {}

    static List<Circle> owners(Cluster cluster, Cluster.Discovery discovery, Ref ref, JsonNode object) {
        Set<Pointer> owners = new LinkedHashSet<>();
        for (JsonNode each : Fields.list(object, "metadata", "ownerReferences"))
            owners.add(Pointer.of(
                    Fields.text(each, "apiVersion"),
                    Fields.text(each, "kind"),
                    ref.namespace(),
                    Fields.text(each, "name")));
        return circles(cluster, discovery, owners, Circle.Way.OWNERS);
    }

    static List<Circle> used(Cluster cluster, Cluster.Discovery discovery, Kind kind, JsonNode object) {
        return circles(cluster, discovery, Relations.uses(kind, object), Circle.Way.USED);
    }

    private static List<Circle> circles(
            Cluster cluster, Cluster.Discovery discovery, Set<Pointer> pointers, Circle.Way way) {
        Map<Kind, List<Relative>> kinds = new LinkedHashMap<>();
        for (Pointer pointer : pointers) {
            Kind kind = kind(discovery, pointer);
            if (kind == null) continue;
            String namespace = kind.namespaced() ? pointer.namespace() : "";
            Ref to = new Ref(cluster.context(), kind.gvk(), namespace, pointer.name(), "");
            kinds.computeIfAbsent(kind, _ -> new ArrayList<>()).add(new Relative(to, Tone.QUIET, "", Long.MIN_VALUE));
        }
        Rows.State said = new Rows.State.Live(Instant.EPOCH, List.of());
        List<Circle> circles = new ArrayList<>();
        kinds.forEach((kind, members) -> circles.add(new Circle(kind, way, members, said, false)));
        return circles;
    }

    private static @Nullable Kind kind(Cluster.Discovery discovery, Pointer pointer) {
        for (Kind kind : discovery.kinds()) {
            Gvk gvk = kind.gvk();
            if (gvk.group().equals(pointer.group()) && gvk.kind().equals(pointer.kind())) return kind;
        }
        return null;
    }
}
