package dev.vigie.demo.api;

import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Refused;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// `get` and `list`.
final class Reads {
    private final Store store;

    Reads(Store store) {
        this.store = store;
    }

    /// The object of a target; absent ones are `Refused`.
    ObjectNode one(Target target) {
        ObjectNode found = store.find(Converted.key(target.resource()), target.namespace(), target.name());
        if (found == null) throw Refused.notFound(target.resource(), target.name());
        return found;
    }

    Answer list(Call call, Target target, View view) {
        Which which = Which.of(call, target);
        int limit = number(call, "limit");
        String next = call.asked("continue");
        Options.ofList(call, false);
        if (!next.isEmpty() && !List.of("", "0").contains(call.asked("resourceVersion"))) {
            throw Refused.badRequest("specifying resource version is not allowed when using continue");
        }
        Store.Listed listed = next.isEmpty() ? first(call, target) : further(Tokens.of(next), target);
        List<ObjectNode> page = new ArrayList<>();
        int more = 0;
        for (ObjectNode object : listed.objects()) {
            if (!which.holds(object)) continue;
            if (limit == 0 || page.size() < limit) page.add(object);
            else more++;
        }
        String token = more == 0 ? "" : new Tokens(listed.version(), place(page.getLast())).toString();
        return Answer.json(200, view.list(listed.version(), page, token, which.isEmpty() ? more : 0));
    }

    private Store.Listed first(Call call, Target target) {
        String key = Converted.key(target.resource());
        if (call.asked("resourceVersionMatch").equals("Exact")) {
            return store.listAt(key, target.namespace(), version(call));
        }
        long asked = version(call);
        if (asked > store.version()) {
            throw Refused.with(
                    504,
                    "Timeout",
                    "Too large resource version: " + asked + ", current: " + store.version(),
                    tooLarge());
        }
        return store.list(key, target.namespace());
    }

    private static ObjectNode tooLarge() {
        ObjectNode details = Json.object();
        details.putArray("causes")
                .addObject()
                .put("reason", "ResourceVersionTooLarge")
                .put("message", "Too large resource version");
        return details.put("retryAfterSeconds", 1);
    }

    private Store.Listed further(Tokens token, Target target) {
        Store.Listed all;
        try {
            all = store.listAt(Converted.key(target.resource()), target.namespace(), token.version());
        } catch (Refused e) {
            throw Refused.expired(
                    "The provided continue parameter is too old to display a consistent list result. You can start "
                            + "a new list without the continue parameter.");
        }
        List<ObjectNode> rest = all.objects().stream()
                .filter(object -> place(object).compareTo(token.after()) > 0)
                .toList();
        return new Store.Listed(all.version(), rest);
    }

    static long version(Call call) {
        String text = call.asked("resourceVersion");
        if (text.isEmpty()) return 0;
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            String why = "resourceVersion: Invalid value: \"" + text + "\": strconv.ParseUint: parsing \"" + text
                    + "\": invalid syntax";
            boolean list = !call.says("watch")
                    && call.path()
                            .matches("/api/v1(/namespaces/[^/]+)?/[^/]+|/apis/[^/]+/[^/]+(/namespaces/[^/]+)?/[^/]+");
            throw list ? Refused.badRequest("invalid resource version: " + why) : Refused.with(500, "", why, null);
        }
    }

    static int number(Call call, String name) {
        String text = call.asked(name);
        try {
            return text.isEmpty() ? 0 : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw Refused.badRequest("strconv.ParseInt: parsing \"" + text + "\": invalid syntax");
        }
    }

    private static String place(ObjectNode object) {
        String namespace = Json.namespace(object);
        return namespace + "/" + Json.name(object);
    }
}
