package dev.vigie.kube;

import dev.vigie.base.Ref;
import dev.vigie.kind.Kind;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Whether one may do something to an object, as the server answers when it is asked; `name` is empty for any.
public record Access(String verb, Kind kind, String namespace, String name) {
    private static final String PATH = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";
    private static final Duration LIMIT = Duration.ofSeconds(5);

    public static Access to(String verb, Kind kind, Ref ref) {
        return new Access(verb, kind, ref.namespace(), ref.name());
    }

    /// A question of access is asked in vain by nobody: every user may ask it.
    boolean allowed(HttpWire wire) throws KubeException {
        ObjectNode review = JsonMapper.shared().createObjectNode();
        review.put("apiVersion", "authorization.k8s.io/v1");
        review.put("kind", "SelfSubjectAccessReview");
        ObjectNode what = review.putObject("spec").putObject("resourceAttributes");
        what.put("verb", verb);
        what.put("group", kind.gvk().group());
        what.put("resource", kind.plural());
        if (!namespace.isEmpty()) what.put("namespace", namespace);
        if (!name.isEmpty()) what.put("name", name);
        try (Wire.Answer answer = wire.once("POST", PATH, review.toString(), LIMIT)) {
            JsonNode said = JsonMapper.shared().readTree(answer.body());
            return said.path("status").path("allowed").asBoolean(false);
        } catch (JacksonException e) {
            throw new KubeException(new KubeFailure.Garbled(PATH), e);
        }
    }
}
