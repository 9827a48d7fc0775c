package dev.vigie.demo.protobuf;

import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Refused;
import java.nio.BufferUnderflowException;
import java.util.Arrays;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/// An object that came in Kubernetes' protobuf envelope, as a tree. May be called from any thread.
public final class Protobuf {
    public static final String MEDIA_TYPE = "application/vnd.kubernetes.protobuf";

    private static final byte[] MAGIC = {'k', '8', 's', 0};
    private static final int DEEPEST = 100;

    private Protobuf() {}

    /// The object; what is none is `Refused` with 400.
    public static ObjectNode object(byte[] body) {
        boolean enveloped = body.length >= MAGIC.length && Arrays.equals(body, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
        if (!enveloped)
            throw Refused.badRequest("provided data does not appear to be a protobuf message, expected prefix "
                    + Arrays.toString(new int[] {0x6b, 0x38, 0x73, 0x00}).replace(",", ""));
        try {
            return opened(new Input(Arrays.copyOfRange(body, MAGIC.length, body.length)));
        } catch (BufferUnderflowException e) {
            throw Refused.badRequest("unexpected EOF");
        } catch (IllegalArgumentException | JacksonException e) {
            throw Refused.badRequest("proto: " + e.getMessage());
        }
    }

    private static ObjectNode opened(Input envelope) {
        String apiVersion = "";
        String kind = "";
        byte[] raw = {};
        while (envelope.hasNext()) {
            Input.Field field = envelope.next();
            if (field.number() == 2) raw = field.bytes();
            if (field.number() != 1) continue;
            for (Input type = field.message(); type.hasNext(); ) {
                Input.Field word = type.next();
                if (word.number() == 1) apiVersion = word.text();
                if (word.number() == 2) kind = word.text();
            }
        }
        Messages.Message message = Messages.all().of(apiVersion, kind);
        if (message == null) throw unknown(apiVersion, kind);
        ObjectNode object = Json.object().put("kind", kind).put("apiVersion", apiVersion);
        new Trees(DEEPEST).read(new Input(raw), message, object);
        return object;
    }

    private static Refused unknown(String apiVersion, String kind) {
        return Refused.badRequest("no kind \"" + kind + "\" is registered for version \"" + apiVersion
                + "\" in scheme \"k8s.io/kubernetes/pkg/api/legacyscheme/scheme.go:30\"");
    }
}
