package dev.vigie.demo.control;

import dev.vigie.demo.image.Image;
import dev.vigie.demo.model.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Brings images to nodes, with the back-off of the real kubelet when a registry refuses.
final class Pulls {
    private static final Duration FAILS_AFTER = Duration.ofMillis(900);
    private static final Duration SHOWN = Duration.ofSeconds(3);
    private static final Duration SAID_AGAIN = Duration.ofSeconds(15);

    private final Function<String, Image> images;
    private final Set<String> present = new HashSet<>();

    Pulls(Function<String, Image> images) {
        this.images = images;
    }

    /// What is on the way: a container of a pod on a node.
    record Errand(World world, ObjectNode pod, ContainerRun run, ObjectNode spec) {
        String image() {
            return Json.text(spec, "image");
        }

        String place() {
            return Pods.node(pod) + " " + image();
        }

        void tell(String type, String reason, String message) {
            String node = Pods.node(pod);
            world.events().record(new Happening("kubelet", node, pod, run.field(), type, reason, message));
        }

        void failed(String reason, String message) {
            run.waits(reason, message);
            tell("Warning", "Failed", "Error: " + reason);
        }
    }

    void adopt(ObjectNode pod, ObjectNode spec) {
        present.add(Pods.node(pod) + " " + Json.text(spec, "image"));
    }

    /// True when the image is there; otherwise the run says why it waits.
    boolean ensure(Errand errand) {
        ContainerRun run = errand.run;
        Instant under = run.pulling;
        if (under != null) return errand.world.reached(under) && finish(errand);
        boolean there = present.contains(errand.place());
        String policy = Json.text(errand.spec, "imagePullPolicy");
        if (policy.equals("Never") && !there) return never(errand);
        if (there && !policy.equals("Always") && refusal(errand) == null) {
            errand.tell(
                    "Normal",
                    "Pulled",
                    "Container image \"%s\" already present on machine and can be accessed by the pod"
                            .formatted(errand.image()));
            return true;
        }
        if (backsOff(errand)) return false;
        begin(errand, there);
        return false;
    }

    private static boolean never(Errand errand) {
        String why = "Container image \"%s\" is not present with pull policy of Never".formatted(errand.image());
        errand.tell("Warning", "ErrImageNeverPull", why);
        errand.failed("ErrImageNeverPull", why);
        return again(errand, Duration.ofSeconds(12));
    }

    private static boolean again(Errand errand, Duration after) {
        errand.run.retry = errand.world.now().plus(after);
        errand.world.wake(errand.run.retry);
        return false;
    }

    private static boolean backsOff(Errand errand) {
        ContainerRun run = errand.run;
        World world = errand.world;
        Instant since = run.pullingSince;
        if (since == null || run.pullError.isEmpty()) return false;
        Instant until = run.pulls.until(since);
        if (!world.now().isBefore(until)) return false;
        String backing = "Back-off pulling image \"%s\"".formatted(errand.image());
        errand.tell("Normal", "BackOff", backing);
        errand.failed("ImagePullBackOff", backing + ": ErrImagePull: " + run.pullError);
        Duration left = Duration.between(world.now(), until);
        return !again(errand, left.compareTo(SAID_AGAIN) < 0 ? left : SAID_AGAIN);
    }

    private void begin(Errand errand, boolean there) {
        List<String> absent = new Credentials(errand.world, errand.pod).absent();
        if (!absent.isEmpty()) {
            String node = Pods.node(errand.pod);
            String message =
                    "Unable to retrieve some image pull secrets (%s); attempting to pull the image may not succeed."
                            .formatted(String.join(", ", absent));
            errand.world
                    .events()
                    .record(new Happening(
                            "kubelet", node, errand.pod, "", "Warning", "FailedToRetrieveImagePullSecret", message));
        }
        errand.tell("Normal", "Pulling", "Pulling image \"%s\"".formatted(errand.image()));
        Instant now = errand.world.now();
        Image.Pull pull = images.apply(errand.image()).pull();
        Duration takes = pull instanceof Image.Pull.Fetched fetched && !there ? fetched.takes() : FAILS_AFTER;
        errand.run.pullingSince = now;
        errand.run.pulling = now.plus(takes);
        errand.run.waits("", "");
        errand.world.wake(now.plus(takes));
    }

    private boolean finish(Errand errand) {
        ContainerRun run = errand.run;
        Instant since = run.pullingSince;
        Instant now = errand.world.now();
        Duration took = since == null ? Duration.ZERO : Duration.between(since, now);
        run.pulling = null;
        String refusal = refusal(errand);
        if (refusal == null) {
            present.add(errand.place());
            run.pullError = "";
            String time = time(took);
            errand.tell(
                    "Normal",
                    "Pulled",
                    "Successfully pulled image \"%s\" in %s (%s including waiting). Image size: %d bytes."
                            .formatted(errand.image(), time, time, size(errand.image())));
            return true;
        }
        errand.tell("Warning", "Failed", "Failed to pull image \"%s\": %s".formatted(errand.image(), refusal));
        errand.failed("ErrImagePull", refusal);
        run.pulls.next(now);
        run.pullingSince = now;
        run.pullError = refusal;
        return again(errand, SHOWN);
    }

    /// What the registry answers instead of the image, or null.
    private @Nullable String refusal(Errand errand) {
        String image = errand.image();
        String full = full(image);
        String failed =
                "failed to pull and unpack image \"%1$s\": failed to resolve reference \"%1$s\": ".formatted(full);
        return switch (images.apply(image).pull()) {
            case Image.Pull.Fetched fetched -> null;
            case Image.Pull.Unknown unknown -> failed + full + ": not found";
            case Image.Pull.Private registry ->
                new Credentials(errand.world, errand.pod).open(registry.registry())
                        ? null
                        : failed
                                + "pull access denied, repository does not exist or may require authorization:"
                                + " authorization failed: no basic auth credentials";
        };
    }

    /// The reference with the registry and tag that are understood when they are left out.
    static String full(String image) {
        int slash = image.indexOf('/');
        String first = slash < 0 ? "" : image.substring(0, slash);
        boolean host = first.contains(".") || first.contains(":") || first.equals("localhost");
        String named = host ? image : "docker.io/" + (slash < 0 ? "library/" : "") + image;
        boolean tagged = named.contains("@") || named.lastIndexOf(':') > named.lastIndexOf('/');
        return tagged ? named : named + ":latest";
    }

    /// The identity of an image that was pulled.
    static String id(String image) {
        String full = full(image);
        int at = full.indexOf('@');
        if (at >= 0) return full;
        return full.substring(0, full.lastIndexOf(':')) + "@sha256:" + Hashes.sha256(full);
    }

    private static long size(String image) {
        return 12_000_000L + Math.floorMod(Hashes.sha256(image).hashCode(), 180_000_000);
    }

    private static String time(Duration took) {
        long millis = took.toMillis();
        if (millis < 1000) return millis + "ms";
        String seconds = "%d.%03d".formatted(took.toSecondsPart(), took.toMillisPart());
        String text = seconds.replaceFirst("\\.?0+$", "") + "s";
        return took.toMinutes() > 0 ? took.toMinutes() + "m" + text : text;
    }
}
