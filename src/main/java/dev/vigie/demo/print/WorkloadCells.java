package dev.vigie.demo.print;

import static dev.vigie.demo.print.Printing.number;

import dev.vigie.base.Age;
import dev.vigie.demo.model.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Workloads: what runs pods.
final class WorkloadCells {
    private static final String[] TEMPLATE = {"spec", "template", "spec", "containers"};

    private WorkloadCells() {}

    static void into(Map<String, Cells> cells) {
        cells.put("pods", PodCells::print);
        cells.put("deployments.apps", WorkloadCells::deployment);
        cells.put("replicasets.apps", WorkloadCells::replicaSet);
        cells.put("replicationcontrollers", WorkloadCells::replicaSet);
        cells.put("statefulsets.apps", WorkloadCells::statefulSet);
        cells.put("daemonsets.apps", WorkloadCells::daemonSet);
        cells.put("jobs.batch", WorkloadCells::job);
        cells.put("cronjobs.batch", WorkloadCells::cronJob);
        cells.put("controllerrevisions.apps", WorkloadCells::revision);
    }

    private static void deployment(ObjectNode object, ArrayNode cells, Instant now) {
        cells.add(Json.name(object))
                .add(number(object, "status", "readyReplicas") + "/" + number(object, "spec", "replicas"))
                .add(number(object, "status", "updatedReplicas"))
                .add(number(object, "status", "availableReplicas"))
                .add(Printing.age(object, now));
        Printing.containers(cells, object, TEMPLATE);
        cells.add(Printing.selector(Json.at(object, "spec", "selector")));
    }

    private static void replicaSet(ObjectNode object, ArrayNode cells, Instant now) {
        cells.add(Json.name(object))
                .add(number(object, "spec", "replicas"))
                .add(number(object, "status", "replicas"))
                .add(number(object, "status", "readyReplicas"))
                .add(Printing.age(object, now));
        Printing.containers(cells, object, TEMPLATE);
        cells.add(Printing.selector(Json.at(object, "spec", "selector")));
    }

    private static void statefulSet(ObjectNode object, ArrayNode cells, Instant now) {
        cells.add(Json.name(object))
                .add(number(object, "status", "readyReplicas") + "/" + number(object, "spec", "replicas"))
                .add(Printing.age(object, now));
        Printing.containers(cells, object, TEMPLATE);
    }

    private static void daemonSet(ObjectNode object, ArrayNode cells, Instant now) {
        cells.add(Json.name(object))
                .add(number(object, "status", "desiredNumberScheduled"))
                .add(number(object, "status", "currentNumberScheduled"))
                .add(number(object, "status", "numberReady"))
                .add(number(object, "status", "updatedNumberScheduled"))
                .add(number(object, "status", "numberAvailable"))
                .add(Printing.labels(Json.strings(object, "spec", "template", "spec", "nodeSelector")))
                .add(Printing.age(object, now));
        Printing.containers(cells, object, TEMPLATE);
        cells.add(Printing.selector(Json.at(object, "spec", "selector")));
    }

    private static void job(ObjectNode object, ArrayNode cells, Instant now) {
        cells.add(Json.name(object))
                .add(status(object))
                .add(completions(object))
                .add(duration(object, now))
                .add(Printing.age(object, now));
        Printing.containers(cells, object, TEMPLATE);
        cells.add(Printing.selector(Json.at(object, "spec", "selector")));
    }

    private static String status(ObjectNode job) {
        if (isTrue(job, "Complete")) return "Complete";
        if (isTrue(job, "Failed")) return "Failed";
        if (Json.at(job, "metadata", "deletionTimestamp") != null) return "Terminating";
        if (isTrue(job, "Suspended")) return "Suspended";
        if (isTrue(job, "FailureTarget")) return "FailureTarget";
        return isTrue(job, "SuccessCriteriaMet") ? "SuccessCriteriaMet" : "Running";
    }

    private static boolean isTrue(ObjectNode job, String type) {
        return Json.list(job, "status", "conditions").stream()
                .anyMatch(each -> Json.text(each, "type").equals(type)
                        && Json.text(each, "status").equals("True"));
    }

    private static String completions(ObjectNode job) {
        int done = number(job, "status", "succeeded");
        JsonNode wanted = Json.at(job, "spec", "completions");
        if (wanted != null) return done + "/" + wanted.asInt();
        int parallel = number(job, "spec", "parallelism");
        return parallel > 1 ? done + "/1 of " + parallel : done + "/1";
    }

    private static String duration(ObjectNode job, Instant now) {
        Instant began = Printing.time(Json.text(job, "status", "startTime"));
        if (began == null) return "";
        Instant ended = Printing.time(Json.text(job, "status", "completionTime"));
        return Age.print(Duration.between(began, ended == null ? now : ended).toSeconds());
    }

    private static void cronJob(ObjectNode object, ArrayNode cells, Instant now) {
        JsonNode suspended = Json.at(object, "spec", "suspend");
        String last = Json.text(object, "status", "lastScheduleTime");
        cells.add(Json.name(object))
                .add(Json.text(object, "spec", "schedule"))
                .add(Printing.or(Json.text(object, "spec", "timeZone"), Printing.NONE))
                .add(suspended == null || !suspended.asBoolean() ? "False" : "True")
                .add(Json.list(object, "status", "active").size())
                .add(last.isEmpty() ? Printing.NONE : Printing.since(last, now))
                .add(Printing.age(object, now));
        Printing.containers(cells, object, "spec", "jobTemplate", "spec", "template", "spec", "containers");
        cells.add(Printing.selector(Json.at(object, "spec", "jobTemplate", "spec", "selector")));
    }

    private static void revision(ObjectNode object, ArrayNode cells, Instant now) {
        String owner = Printing.NONE;
        List<JsonNode> owners = Json.list(object, "metadata", "ownerReferences");
        for (JsonNode each : owners) {
            if (!Json.is(each, "controller")) continue;
            String[] version = Json.text(each, "apiVersion").split("/");
            String kind = Json.text(each, "kind").toLowerCase(java.util.Locale.ROOT);
            owner = kind + (version.length > 1 ? "." + version[0] : "") + "/" + Json.text(each, "name");
        }
        cells.add(Json.name(object)).add(owner).add(number(object, "revision")).add(Printing.age(object, now));
    }
}
