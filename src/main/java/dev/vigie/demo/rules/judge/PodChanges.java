package dev.vigie.demo.rules.judge;

import dev.vigie.demo.model.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What of a pod may change while it is there: its images, its deadline, more tolerations.
final class PodChanges {
    private static final String FORBIDDEN = "pod updates may not change fields other than `spec.containers[*].image`,"
            + "`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions to existing "
            + "tolerations),`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)";

    private PodChanges() {}

    static void check(JsonNode before, JsonNode after, Faults faults) {
        JsonNode was = before.path("spec");
        if (!(after.path("spec") instanceof ObjectNode spec)) return;
        ObjectNode is = spec.deepCopy();
        for (String list : new String[] {"containers", "initContainers"}) {
            if (Json.list(was, list).size() == Json.list(is, list).size()) continue;
            faults.forbidden("spec." + list, "pod updates may not add or remove containers");
            return;
        }
        images(was, is, "containers", faults);
        images(was, is, "initContainers", faults);
        deadline(was, is, faults);
        if (Json.list(is, "tolerations").containsAll(Json.list(was, "tolerations"))) {
            taken(was, is, "tolerations");
        } else {
            faults.forbidden(
                    "spec.tolerations", "existing toleration can not be modified except its tolerationSeconds");
            taken(was, is, "tolerations");
        }
        if (scheduled(was, is)) taken(was, is, "nodeSelector");
        if (!is.equals(was)) faults.forbidden("spec", FORBIDDEN);
    }

    private static boolean scheduled(JsonNode was, JsonNode is) {
        return !Json.list(was, "schedulingGates").isEmpty()
                && !Json.list(is, "schedulingGates").isEmpty();
    }

    private static void images(JsonNode was, ObjectNode is, String list, Faults faults) {
        List<JsonNode> former = Json.list(was, list);
        if (!(is.get(list) instanceof ArrayNode now)) return;
        for (int i = 0; i < former.size(); i++) {
            String image = Json.text(now.get(i), "image");
            if (image.isEmpty()) faults.required("spec." + list + "[" + i + "].image");
            if (now.get(i) instanceof ObjectNode container) taken(former.get(i), container, "image");
        }
    }

    private static void deadline(JsonNode was, ObjectNode is, Faults faults) {
        @Nullable JsonNode end = Json.at(is, "activeDeadlineSeconds");
        @Nullable JsonNode former = Json.at(was, "activeDeadlineSeconds");
        if (end != null && former != null && end.asLong() > former.asLong()) {
            faults.invalid("spec.activeDeadlineSeconds", end.asLong(), "must be less than or equal to previous value");
        } else if (end == null && former != null) {
            faults.shown("spec.activeDeadlineSeconds", "null", "must not update from a positive integer to nil value");
        }
        taken(was, is, "activeDeadlineSeconds");
    }

    private static void taken(JsonNode from, ObjectNode to, String field) {
        JsonNode value = from.get(field);
        if (value == null) to.remove(field);
        else to.set(field, value);
    }
}
