package dev.vigie.demo;

import dev.vigie.demo.api.Answer;
import dev.vigie.demo.api.Call;
import dev.vigie.demo.inside.KubeletFault;
import dev.vigie.demo.inside.Protocol;
import dev.vigie.demo.inside.Sessions;
import dev.vigie.demo.web.Streams;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Leads WebSockets to what happens inside the containers.
record Kubelets(Sessions sessions) implements Streams {
    @Override
    public Answer.@Nullable Whole refusal(String part, ObjectNode pod, Call call, List<String> offered) {
        try {
            sessions.check(part, pod, call.query(), Protocol.choose(part, offered));
            return null;
        } catch (KubeletFault e) {
            byte[] text = e.text().getBytes(StandardCharsets.UTF_8);
            return new Answer.Whole(e.code(), "text/plain; charset=utf-8", text, List.of());
        }
    }

    @Override
    public @Nullable String protocol(String part, List<String> offered) {
        Protocol chosen = Protocol.choose(part, offered);
        return chosen == null ? null : chosen.title();
    }

    @Override
    public Object endpoint(String part, ObjectNode pod, Call call, String protocol) {
        return sessions.open(part, pod, call.query(), Protocol.named(protocol));
    }
}
