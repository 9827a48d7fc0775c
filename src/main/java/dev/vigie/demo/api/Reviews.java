package dev.vigie.demo.api;

import dev.vigie.demo.model.Cause;
import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Refused;
import dev.vigie.demo.model.Resource;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Answers to who one is and what one may do; nothing of it is kept.
final class Reviews {
    private final Rights rights;
    private final InstantSource clock;

    Reviews(Rights rights, InstantSource clock) {
        this.rights = rights;
        this.clock = clock;
    }

    /// The answered review, or null when the resource is no review. The tree is the caller's.
    @Nullable
    ObjectNode answered(String plural, ObjectNode review, User user, String namespace) {
        return switch (plural) {
            case "selfsubjectreviews" -> self(review, user);
            case "selfsubjectaccessreviews" -> access(review, user);
            case "subjectaccessreviews", "localsubjectaccessreviews" -> access(review, subject(review));
            case "selfsubjectrulesreviews" -> rules(review, user, namespace);
            default -> null;
        };
    }

    private ObjectNode self(ObjectNode review, User user) {
        review.putObject("metadata")
                .put(
                        "creationTimestamp",
                        clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        ObjectNode who = review.putObject("status").putObject("userInfo").put("username", user.name());
        if (!user.uid().isEmpty()) who.put("uid", user.uid());
        ArrayNode groups = who.putArray("groups");
        user.groups().forEach(groups::add);
        return review;
    }

    private static User subject(ObjectNode review) {
        List<String> groups = new ArrayList<>();
        Json.list(review, "spec", "groups").forEach(group -> groups.add(group.asString()));
        return new User(Json.text(review, "spec", "user"), Json.text(review, "spec", "uid"), groups);
    }

    private ObjectNode access(ObjectNode review, User user) {
        JsonNode asked = Json.at(review, "spec", "resourceAttributes");
        JsonNode path = Json.at(review, "spec", "nonResourceAttributes");
        String part = Json.text(asked, "subresource");
        Rights.Wish wish = new Rights.Wish(
                Json.text(asked == null ? path : asked, "verb"),
                Json.text(asked, "group"),
                Json.text(asked, "resource") + (part.isEmpty() ? "" : "/" + part),
                Json.text(asked, "namespace"),
                Json.text(asked, "name"),
                Json.text(path, "path"));
        if ((asked == null) == (path == null)) throw unclear(review);
        Json.object(review, "metadata");
        ObjectNode status = review.putObject("status");
        String reason = rights.reason(user, wish);
        status.put("allowed", reason != null);
        if (reason != null && !reason.isEmpty()) status.put("reason", reason);
        return review;
    }

    private static Refused unclear(ObjectNode review) {
        Resource nameless = new Resource("authorization.k8s.io", "v1", "", "", "", false, List.of(), List.of());
        String value = Json.at(review, "spec", "resourceAttributes") == null ? "null" : "{}";
        return Refused.invalid(
                nameless,
                "",
                List.of(new Cause(
                        "FieldValueInvalid",
                        "Invalid value: " + value
                                + ": exactly one of nonResourceAttributes or resourceAttributes must be specified",
                        "spec.resourceAttributes")));
    }

    private ObjectNode rules(ObjectNode review, User user, String namespace) {
        String asked = Json.text(review, "spec", "namespace");
        Json.object(review, "metadata");
        review.putObject("spec");
        ObjectNode status = review.putObject("status");
        ArrayNode resources = status.putArray("resourceRules");
        ArrayNode paths = status.putArray("nonResourceRules");
        for (JsonNode rule : rights.rules(user, asked.isEmpty() ? namespace : asked)) {
            ObjectNode copy = (ObjectNode) rule.deepCopy();
            if (Json.at(rule, "nonResourceURLs") != null) paths.add(copy);
            else resources.add(copy);
        }
        status.put("incomplete", false);
        return review;
    }
}
