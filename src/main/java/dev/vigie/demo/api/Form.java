package dev.vigie.demo.api;

import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Refused;
import java.util.Locale;

/// The form in which a client takes objects, from its Accept header.
enum Form {
    WHOLE,
    TABLE,
    PARTIAL;

    /// The first form of the header that is served; without a header whole objects.
    static Form of(Call call) {
        String accept = call.header("accept");
        if (accept.isEmpty()) return WHOLE;
        for (String range : accept.split(",")) {
            Form form = one(range.trim().toLowerCase(Locale.ROOT).replace(" ", ""));
            if (form != null) return form;
        }
        if (accept.contains("application/json")) {
            throw Refused.with(
                    406,
                    "NotAcceptable",
                    "only the following media types are accepted: application/json, application/yaml, "
                            + "application/vnd.kubernetes.protobuf",
                    null);
        }
        throw Refused.with(
                406,
                "NotAcceptable",
                "406: Not Acceptable\n\nAvailable representations: application/json, application/yaml, "
                        + "application/vnd.kubernetes.protobuf, application/json;stream=watch, "
                        + "application/vnd.kubernetes.protobuf;stream=watch",
                Json.object());
    }

    private static @org.jspecify.annotations.Nullable Form one(String range) {
        String type = range.split(";")[0];
        if (type.equals("*/*") || type.equals("application/*")) return WHOLE;
        if (type.equals("application/yaml")) return WHOLE;
        if (!type.equals("application/json")) return null;
        if (range.contains("as=table")) return range.contains("v=v1;") || range.endsWith("v=v1") ? TABLE : null;
        if (range.contains("as=partialobjectmetadata")) return range.contains("v=v1beta1") ? null : PARTIAL;
        return WHOLE;
    }
}
