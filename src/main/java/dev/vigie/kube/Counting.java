package dev.vigie.kube;

import dev.vigie.kind.Kind;
import dev.vigie.kind.Namespaces;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalLong;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How many objects there are, asked with one object's metadata a namespace: the server says how many more remain.
final class Counting {
    private static final String ACCEPT =
            "application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io,application/json";
    private static final Duration LIMIT = Duration.ofSeconds(5);
    /// A server that sends everything where one was asked for is not asked to count.
    private static final int MOST = 1 << 18;

    private Counting() {}

    /// Empty when the server does not say.
    static OptionalLong of(Wire wire, Kind kind, Namespaces namespaces) throws KubeException {
        if (!kind.namespaced()) return of(wire, kind.path());
        return switch (namespaces) {
            case Namespaces.All _ -> of(wire, kind.path());
            case Namespaces.Named named -> {
                long sum = 0;
                for (String name : named.names()) {
                    OptionalLong one = of(wire, kind.path(name));
                    if (one.isEmpty()) yield one;
                    sum += one.getAsLong();
                }
                yield OptionalLong.of(sum);
            }
        };
    }

    private static OptionalLong of(Wire wire, String collection) throws KubeException {
        try (Wire.Answer answer = wire.get(collection + "?limit=1", ACCEPT, LIMIT)) {
            byte[] body = answer.body().readNBytes(MOST);
            if (body.length == MOST) return OptionalLong.empty();
            JsonNode list = JsonMapper.shared().readTree(body);
            JsonNode remaining = list.path("metadata").path("remainingItemCount");
            boolean more = !list.path("metadata").path("continue").asString("").isEmpty();
            if (!list.has("items") || (more && !remaining.isNumber())) return OptionalLong.empty();
            return OptionalLong.of(list.path("items").size() + remaining.asLong(0));
        } catch (IOException | JacksonException e) {
            return OptionalLong.empty();
        }
    }
}
