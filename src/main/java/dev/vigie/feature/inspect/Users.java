package dev.vigie.feature.inspect;

import dev.vigie.base.Ref;
import dev.vigie.catalog.Catalog;
import dev.vigie.catalog.Relations;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Pointer;
import dev.vigie.kube.Cluster;
import dev.vigie.kube.Objects;
import dev.vigie.live.Following;
import dev.vigie.live.Fx;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Who names or selects one object: found by looking through the kinds that may, whole, as long as the details are
/// open.
/// FX thread only.
final class Users implements AutoCloseable {
    private final Ref ref;
    private final Pointer me;
    private final Runnable changed;
    private final Map<Kind, Objects.Snapshot> seen = new LinkedHashMap<>();
    private final List<Following> following = new ArrayList<>();
    private Map<String, String> labels = Map.of();

    Users(Fx fx, Cluster cluster, Cluster.Discovery discovery, Kind kind, Ref ref, Runnable changed) {
        this.ref = ref;
        this.changed = changed;
        me = new Pointer(kind.gvk().group(), kind.gvk().kind(), ref.namespace(), ref.name());
        for (String resource : Relations.users(kind)) {
            Kind of = discovery.find(resource);
            if (of == null || !of.resource().equals(resource)) continue;
            String where = of.namespaced() ? ref.namespace() : "";
            Objects.Wanted wanted = new Objects.Wanted.Selected(of, where, "", "");
            following.add(new Following(fx, cluster.objects(wanted), now -> heard(of, now)));
        }
    }

    private void heard(Kind of, Objects.Snapshot now) {
        seen.put(of, now);
        changed.run();
    }

    /// What the pods wear that the object stands for.
    void labels(Map<String, String> now) {
        labels = now;
    }

    List<Circle> circles() {
        List<Circle> all = new ArrayList<>();
        seen.forEach((of, now) -> {
            List<Relative> members = now.objects().stream()
                    .filter(object -> Relations.isUser(of, object, me, labels))
                    .map(object -> relative(of, object))
                    .sorted(Comparator.comparing(one -> one.ref().name()))
                    .toList();
            all.add(new Circle(of, Circle.Way.USERS, members, now.state(), now.more()));
        });
        return all;
    }

    private Relative relative(Kind of, JsonNode object) {
        JsonNode metadata = object.path("metadata");
        Ref to = new Ref(
                ref.cluster(),
                of.gvk(),
                metadata.path("namespace").asString(""),
                metadata.path("name").asString(""),
                metadata.path("uid").asString(""));
        var standing = Catalog.of(of).page(object).standing();
        return new Relative(to, standing.tone(), standing.word(), Long.MIN_VALUE);
    }

    @Override
    public void close() {
        following.forEach(Following::close);
    }
}
