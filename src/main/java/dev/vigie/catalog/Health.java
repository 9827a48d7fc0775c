package dev.vigie.catalog;

import dev.vigie.base.Age;
import dev.vigie.base.Ref;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Tone;
import dev.vigie.kube.Row;
import dev.vigie.kube.Rows;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/// How the objects of one kind stand: how many there are in each tone, and which are in trouble, worst first.
public record Health(Kind kind, int total, Map<Tone, Integer> tones, List<Trouble> troubles, Rows.State state) {
    /// A pod that has been on its way for longer is in trouble.
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    /// More are counted, not named.
    private static final int MOST = 200;

    private static final Set<String> TOLD = Set.of(
            "nodes",
            "namespaces",
            "pods",
            "deployments.apps",
            "replicasets.apps",
            "replicationcontrollers",
            "statefulsets.apps",
            "daemonsets.apps",
            "jobs.batch",
            "cronjobs.batch",
            "horizontalpodautoscalers.autoscaling",
            "persistentvolumeclaims",
            "persistentvolumes",
            "apiservices.apiregistration.k8s.io");
    /// Groups of custom resources that are called as built-in ones are.
    private static final Set<String> EXTENSIONS =
            Set.of("gateway.networking.k8s.io", "snapshot.storage.k8s.io", "policy.networking.k8s.io");

    private static final Comparator<Trouble> WORST = Comparator.comparing((Trouble one) -> one.tone() != Tone.ERROR)
            .thenComparing(Comparator.comparingLong(Trouble::created).reversed());

    public Health {
        tones = Map.copyOf(tones);
        troubles = List.copyOf(troubles);
    }

    /// Objects that stand badly in the same way under one owner; `first` is the newest of them. `owner` is empty where
    /// nothing controls them, `created` in seconds since 1970, `Long.MIN_VALUE` when it is not known.
    public record Trouble(Kind kind, Ref first, int count, Tone tone, String word, String owner, long created) {}

    /// `context` is that of the cluster.
    public static Health of(Kind kind, Rows.Snapshot snapshot, String context, Instant now) {
        KnownKind known = Catalog.of(kind);
        Map<Tone, Integer> tones = new EnumMap<>(Tone.class);
        Map<List<String>, Trouble> troubles = new LinkedHashMap<>();
        for (Row row : snapshot.rows()) {
            Cells cells = new Cells(row, snapshot.columns());
            Tone tone = patient(known.tone(cells), kind, cells, now);
            tones.merge(tone, 1, Integer::sum);
            if (tone == Tone.ERROR || tone == Tone.WARN) add(troubles, one(kind, known, cells, tone, context));
        }
        List<Trouble> sorted =
                troubles.values().stream().sorted(WORST).limit(MOST).toList();
        return new Health(kind, snapshot.rows().size(), tones, sorted, snapshot.state());
    }

    /// Whether the server's table of a kind says how its objects stand; of other kinds there is nothing to judge.
    public static boolean isTold(Kind kind) {
        String group = kind.gvk().group();
        boolean custom = group.contains(".") && (!group.endsWith(".k8s.io") || EXTENSIONS.contains(group));
        return custom || TOLD.contains(kind.resource());
    }

    private static Tone patient(Tone tone, Kind kind, Cells cells, Instant now) {
        if (tone != Tone.PROGRESS || !kind.resource().equals("pods")) return tone;
        long created = created(cells);
        boolean late =
                created != Long.MIN_VALUE && created < now.minus(PATIENCE).getEpochSecond();
        return late ? Tone.WARN : tone;
    }

    /// By the printed age where nothing else is known.
    private static long created(Cells cells) {
        Row row = cells.row();
        if (row.created() != Long.MIN_VALUE) return row.created();
        OptionalLong age = Age.parse(cells.say("Age"));
        return age.isEmpty() ? Long.MIN_VALUE : row.received() / 1000 - age.getAsLong();
    }

    private static Trouble one(Kind kind, KnownKind known, Cells cells, Tone tone, String context) {
        Row row = cells.row();
        Row.Owner owner = row.controller();
        Ref ref = new Ref(context, kind.gvk(), row.namespace(), row.name(), row.uid());
        String word = known.trouble(cells);
        return new Trouble(kind, ref, 1, tone, word, owner == null ? "" : owner.name(), row.created());
    }

    private static void add(Map<List<String>, Trouble> all, Trouble one) {
        String family = one.owner().isEmpty() ? one.first().name() : one.owner();
        List<String> key =
                List.of(one.first().namespace(), family, one.word(), one.tone().name());
        all.merge(key, one, (before, more) -> {
            Trouble newest = more.created() > before.created() ? more : before;
            return new Trouble(
                    before.kind(),
                    newest.first(),
                    before.count() + 1,
                    before.tone(),
                    before.word(),
                    before.owner(),
                    newest.created());
        });
    }

    public int count(Tone tone) {
        return tones.getOrDefault(tone, 0);
    }

    /// Every object that may be looked at was.
    public boolean isKnown() {
        return switch (state) {
            case Rows.State.Live _, Rows.State.Stale _ -> true;
            case Rows.State.Loading _, Rows.State.Forbidden _, Rows.State.Failed _ -> false;
        };
    }

    /// The troubles of several kinds together, worst first; a workload whose pods are named is not named too.
    public static List<Trouble> worst(List<Health> all) {
        Set<String> owners = new HashSet<>();
        for (Health health : all) if (health.isPods()) health.troubles().forEach(one -> owners.addAll(above(one)));
        List<Trouble> together = new ArrayList<>();
        for (Health health : all) {
            for (Trouble one : health.troubles())
                if (health.isPods()
                        || !owners.contains(
                                path(one.first().namespace(), one.first().name()))) together.add(one);
        }
        together.sort(WORST);
        return together;
    }

    private boolean isPods() {
        return kind.resource().equals("pods");
    }

    /// A pod's owner, and the Deployment that made it where the owner is a ReplicaSet: its name without the hash.
    private static List<String> above(Trouble pod) {
        int hash = pod.owner().lastIndexOf('-');
        String namespace = pod.first().namespace();
        if (pod.owner().isEmpty()) return List.of();
        return hash < 0
                ? List.of(path(namespace, pod.owner()))
                : List.of(
                        path(namespace, pod.owner()),
                        path(namespace, pod.owner().substring(0, hash)));
    }

    private static String path(String namespace, String name) {
        return namespace + "/" + name;
    }
}
