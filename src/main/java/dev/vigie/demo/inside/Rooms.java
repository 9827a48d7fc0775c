package dev.vigie.demo.inside;

import dev.vigie.demo.image.Image;
import dev.vigie.demo.inside.given.Environment;
import dev.vigie.demo.inside.shell.Disk;
import dev.vigie.demo.inside.shell.Machine;
import dev.vigie.demo.inside.shell.Programs;
import dev.vigie.demo.model.Json;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The insides of the containers that somebody has looked into: each keeps its files and environment as long as it
/// lives, and its volumes longer.
final class Rooms {
    private static final int MOST = 32;

    private final Containers containers;
    private final InstantSource clock;
    private final Map<String, Machine> rooms = new Recent<>();
    private final Map<String, Disk> volumes = new Recent<>();

    Rooms(Containers containers, InstantSource clock) {
        this.containers = containers;
        this.clock = clock;
    }

    /// Those used last; what was not used for long is forgotten.
    private static final class Recent<T> extends LinkedHashMap<String, T> {
        private static final long serialVersionUID = 1;

        Recent() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
            return size() > MOST;
        }
    }

    /// The container as it is from inside; what came from ConfigMaps and Secrets is as new as they are.
    synchronized Machine enter(ObjectNode pod, ObjectNode container) {
        String life = Pods.life(pod, Json.text(container, "name"));
        Machine room = rooms.get(life);
        if (room == null) {
            room = built(pod, container);
            rooms.put(life, room);
        }
        for (JsonNode mount : Json.list(container, "volumeMounts")) mount(room.disk(), pod, mount);
        return room;
    }

    private Machine built(ObjectNode pod, ObjectNode container) {
        Image image = containers.image(pod, container);
        String name = Json.text(container, "name");
        String hostname = Environment.hostname(pod);
        List<String> command = command(container);
        Disk disk = new Furniture(pod, hostname, command).into(Programs.install(new Disk(clock), image.shells()));
        List<String> mounts = new ArrayList<>();
        for (JsonNode mount : Json.list(container, "volumeMounts")) mounts.add(Json.text(mount, "mountPath"));
        String folder = Json.text(container, "workingDir");
        if (!folder.isEmpty()) disk.withFolder(folder);
        return new Machine(
                hostname,
                containers.environment(pod, container),
                disk,
                containers.network(pod),
                clock,
                mounts,
                command,
                folder.isEmpty() ? "/" : folder,
                code -> containers.ended(pod, name, code));
    }

    /// What the first process is called.
    static List<String> command(ObjectNode container) {
        List<String> words = new ArrayList<>();
        for (String list : List.of("command", "args"))
            Json.list(container, list).forEach(each -> words.add(each.asString()));
        if (!Json.list(container, "command").isEmpty()) return words;
        if (!words.isEmpty() && Programs.known(words.getFirst())) return words;
        String image = Json.text(container, "image").replaceAll("@.*$", "");
        String program = image.substring(image.lastIndexOf('/') + 1).replaceAll(":.*$", "");
        String first = switch (program) {
            case "nginx" -> "nginx: master process nginx -g daemon off;";
            case "busybox", "alpine" -> words.isEmpty() ? "sh" : "";
            case "debian", "ubuntu" -> words.isEmpty() ? "bash" : "";
            default -> "/" + program;
        };
        if (!first.isEmpty()) words.addFirst(first);
        return words;
    }

    private void mount(Disk disk, ObjectNode pod, JsonNode mount) {
        String path = Json.text(mount, "mountPath");
        String inner = Json.text(mount, "subPath");
        String volume = Json.text(mount, "name");
        for (JsonNode each : Json.list(pod, "spec", "volumes")) {
            if (!Json.text(each, "name").equals(volume) || path.equals("/")) continue;
            if (lasting(each)) disk.mount(path, volumes.computeIfAbsent(key(pod, each), any -> new Disk(clock)), inner);
            else given(disk, path, inner, containers.volume(pod, volume));
        }
    }

    private static void given(Disk disk, String path, String inner, Map<String, byte[]> files) {
        if (inner.isEmpty()) {
            disk.mount(path, files);
            return;
        }
        byte[] file = files.get(inner);
        if (file != null && !disk.holds(path)) disk.with(path, file, 0644);
    }

    private static boolean lasting(JsonNode volume) {
        for (String source : List.of("configMap", "secret", "projected", "downwardAPI"))
            if (Json.at(volume, source) != null) return false;
        return true;
    }

    private static String key(ObjectNode pod, JsonNode volume) {
        String claim = Json.text(volume, "persistentVolumeClaim", "claimName");
        return claim.isEmpty()
                ? Json.uid(pod) + "/" + Json.text(volume, "name")
                : Json.namespace(pod) + "/claim/" + claim;
    }
}
