package dev.vigie.demo.rules.admit;

import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Objects;
import dev.vigie.demo.model.Quantity;
import dev.vigie.demo.model.Refused;
import dev.vigie.demo.model.Resource;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The limit ranges of a namespace: what containers get that say nothing, and what is too little or too much.
public final class Ranges {
    private final Objects objects;

    public Ranges(Objects objects) {
        this.objects = objects;
    }

    /// Gives each container what the ranges set for it.
    public void admit(ObjectNode pod) {
        List<String> said = new ArrayList<>();
        for (ObjectNode range : objects.list("limitranges", Json.namespace(pod))) {
            Map<String, String> limits = usual(range, "default");
            Map<String, String> requests = usual(range, "defaultRequest");
            if (limits.isEmpty() && requests.isEmpty()) continue;
            for (String list : new String[] {"containers", "initContainers"}) {
                for (JsonNode container : Json.list(pod, "spec", list)) {
                    String who = (list.equals("containers") ? "container " : "init container ")
                            + Json.text(container, "name");
                    fill(container, "requests", requests, "request for " + who, said);
                    fill(container, "limits", limits, "limit for " + who, said);
                }
            }
        }
        if (said.isEmpty()) return;
        Json.object(pod, "metadata", "annotations")
                .put("kubernetes.io/limit-ranger", "LimitRanger plugin set: " + String.join("; ", said));
    }

    private static Map<String, String> usual(ObjectNode range, String field) {
        Map<String, String> all = new TreeMap<>();
        for (JsonNode item : Json.list(range, "spec", "limits")) {
            if (Json.text(item, "type").equals("Container")) all.putAll(Json.strings(item, field));
        }
        return all;
    }

    private static void fill(
            JsonNode container, String list, Map<String, String> usual, String what, List<String> said) {
        if (!(container instanceof ObjectNode object)) return;
        List<String> names = new ArrayList<>();
        usual.forEach((name, amount) -> {
            if (Json.at(object, "resources", list, name) != null) return;
            Json.object(object, "resources", list).put(name, amount);
            names.add(name);
        });
        if (!names.isEmpty()) said.add(String.join(", ", names) + " " + what);
    }

    /// Refuses what is outside of the ranges.
    public void validate(Resource resource, ObjectNode object) {
        boolean pod = resource.key().equals("pods");
        for (ObjectNode range : objects.list("limitranges", Json.namespace(object))) {
            List<String> faults = new ArrayList<>();
            for (JsonNode item : Json.list(range, "spec", "limits")) {
                switch (Json.text(item, "type")) {
                    case "Container" -> {
                        if (pod) containers(item, object, faults);
                    }
                    case "Pod" -> {
                        if (pod)
                            judge(item, "Pod", Amounts.pod(object, "requests"), Amounts.pod(object, "limits"), faults);
                    }
                    case "PersistentVolumeClaim" -> {
                        if (!pod) claim(item, object, faults);
                    }
                    default -> {}
                }
            }
            if (faults.isEmpty()) continue;
            String why = faults.size() == 1 ? faults.getFirst() : faults.toString();
            throw Refused.forbidden(resource, Json.name(object), why);
        }
    }

    private static void containers(JsonNode item, ObjectNode pod, List<String> faults) {
        for (String list : new String[] {"containers", "initContainers"}) {
            for (JsonNode container : Json.list(pod, "spec", list)) {
                judge(item, "Container", amounts(container, "requests"), amounts(container, "limits"), faults);
            }
        }
    }

    private static Map<String, Quantity> amounts(JsonNode container, String list) {
        Map<String, Quantity> all = new TreeMap<>();
        Json.strings(container, "resources", list).forEach((name, amount) -> all.put(name, Quantity.parse(amount)));
        return all;
    }

    private static void judge(
            JsonNode item,
            String type,
            Map<String, Quantity> requests,
            Map<String, Quantity> limits,
            List<String> faults) {
        least(item, type, requests, limits, faults);
        sorted(item, "max").forEach((name, most) -> {
            Quantity limit = limits.get(name);
            Quantity request = requests.get(name);
            String what = "maximum " + name + " usage per " + type + " is " + most;
            if (limit == null) faults.add(what + ".  No limit is specified");
            else if (limit.compareTo(most) > 0) faults.add(what + ", but limit is " + limit);
            else if (request != null && request.compareTo(most) > 0) faults.add(what + ", but request is " + request);
        });
        sorted(item, "maxLimitRequestRatio")
                .forEach((name, most) -> ratio(type, name, most, requests.get(name), limits.get(name), faults));
    }

    private static void least(
            JsonNode item,
            String type,
            Map<String, Quantity> requests,
            Map<String, Quantity> limits,
            List<String> faults) {
        sorted(item, "min").forEach((name, least) -> {
            Quantity request = requests.get(name);
            Quantity limit = limits.get(name);
            String what = "minimum " + name + " usage per " + type + " is " + least;
            if (request == null) faults.add(what + ".  No request is specified");
            else if (request.compareTo(least) < 0) faults.add(what + ", but request is " + request);
            else if (limit != null && limit.compareTo(least) < 0) faults.add(what + ", but limit is " + limit);
        });
    }

    private static void ratio(
            String type,
            String name,
            Quantity most,
            @Nullable Quantity request,
            @Nullable Quantity limit,
            List<String> faults) {
        String what = name + " max limit to request ratio per " + type + " is " + most;
        if (request == null || request.amount().signum() == 0) {
            faults.add(what + ", but no request is specified or request is 0");
        } else if (limit == null || limit.amount().signum() == 0) {
            faults.add(what + ", but no limit is specified or limit is 0");
        } else {
            BigDecimal ratio = limit.amount().divide(request.amount(), MathContext.DECIMAL64);
            if (ratio.compareTo(most.amount()) > 0) {
                faults.add(what + ", but provided ratio is " + String.format(Locale.ROOT, "%.6f", ratio));
            }
        }
    }

    private static void claim(JsonNode item, ObjectNode claim, List<String> faults) {
        Map<String, Quantity> requests = new TreeMap<>();
        Json.strings(claim, "spec", "resources", "requests")
                .forEach((name, amount) -> requests.put(name, Quantity.parse(amount)));
        least(item, "PersistentVolumeClaim", requests, Map.of(), faults);
        sorted(item, "max").forEach((name, most) -> {
            Quantity request = requests.get(name);
            if (request != null && request.compareTo(most) > 0) {
                faults.add("maximum " + name + " usage per PersistentVolumeClaim is " + most + ", but request is "
                        + request);
            }
        });
    }

    private static Map<String, Quantity> sorted(JsonNode item, String field) {
        Map<String, Quantity> all = new TreeMap<>();
        Json.strings(item, field).forEach((name, amount) -> all.put(name, Quantity.parse(amount)));
        return all;
    }
}
