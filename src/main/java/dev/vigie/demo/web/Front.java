package dev.vigie.demo.web;

import dev.vigie.demo.api.Answer;
import dev.vigie.demo.api.Api;
import dev.vigie.demo.api.Call;
import dev.vigie.demo.api.User;
import dev.vigie.demo.model.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// From HTTP to calls and from answers to HTTP.
final class Front extends Handler.Abstract {
    /// What the real server takes, too.
    private static final int LARGEST_BODY = 3 * 1024 * 1024;

    private static final List<String> STREAMS = List.of("exec", "attach", "portforward");

    private static final Pattern LATER = Pattern.compile("\"retryAfterSeconds\":(\\d+)");

    private final Api api;
    private final byte[] token;
    private final Streams streams;
    private final ServerWebSocketContainer sockets;

    Front(Server server, Api api, String token, Streams streams) {
        this.api = api;
        this.token = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
        this.streams = streams;
        sockets = ServerWebSocketContainer.ensure(server);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Map<String, String> headers = headers(request);
        User user = user(request, headers);
        if (user == null) {
            whole(unauthorized(), response, callback);
            return true;
        }
        byte[] body = body(request);
        if (body == null) {
            whole(refused(tooLarge()), response, callback);
            return true;
        }
        String path = Request.getPathInContext(request);
        Call call = new Call(request.getMethod(), path, query(request), headers, user, body);
        String part = path.substring(path.lastIndexOf('/') + 1);
        if (STREAMS.contains(part) && headers.containsKey("upgrade"))
            return upgraded(part, call, request, response, callback);
        switch (api.answer(call)) {
            case Answer.Whole whole -> whole(whole, response, callback);
            case Answer.Flowing flowing -> flowing(flowing, request, response, callback);
        }
        return true;
    }

    private @Nullable User user(Request request, Map<String, String> headers) {
        byte[] shown = headers.getOrDefault("authorization", "").getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(shown, token)) return null;
        String name = headers.getOrDefault("impersonate-user", "");
        if (name.isEmpty()) return User.ADMIN;
        List<String> groups = new ArrayList<>(request.getHeaders().getValuesList("Impersonate-Group"));
        if (groups.isEmpty() && name.startsWith("system:serviceaccount:")) {
            groups.add("system:serviceaccounts");
            groups.add("system:serviceaccounts:" + name.split(":")[2]);
        }
        if (!groups.contains("system:authenticated") && !name.equals("system:anonymous"))
            groups.add("system:authenticated");
        return new User(name, headers.getOrDefault("impersonate-uid", ""), groups);
    }

    private static Answer.Whole unauthorized() {
        return refused(Refused.with(401, "Unauthorized", "Unauthorized", null));
    }

    private static Refused tooLarge() {
        return Refused.with(413, "RequestEntityTooLarge", "Request entity too large: limit is " + LARGEST_BODY, null);
    }

    private static Answer.Whole refused(Refused why) {
        ObjectNode status = why.status();
        byte[] body = (status + "\n").getBytes(StandardCharsets.UTF_8);
        return new Answer.Whole(why.code(), "application/json", body, List.of());
    }

    /// The body, or null when it is larger than the server takes.
    private static byte @Nullable [] body(Request request) throws IOException {
        try (InputStream in = Content.Source.asInputStream(request)) {
            byte[] body = in.readNBytes(LARGEST_BODY + 1);
            return body.length > LARGEST_BODY ? null : body;
        }
    }

    private static void whole(Answer.Whole answer, Response response, Callback callback) {
        response.setStatus(answer.code());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.type());
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-cache, private");
        for (String warning : answer.warnings()) {
            response.getHeaders()
                    .add("Warning", "299 - \"" + warning.replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
        }
        if (answer.code() == 429) {
            Matcher later = LATER.matcher(new String(answer.body(), StandardCharsets.UTF_8));
            if (later.find()) response.getHeaders().put(HttpHeader.RETRY_AFTER, later.group(1));
        }
        response.write(true, ByteBuffer.wrap(answer.body()), callback);
    }

    private static void flowing(Answer.Flowing answer, Request request, Response response, Callback callback) {
        request.addIdleTimeoutListener(quiet -> false);
        response.setStatus(answer.code());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.type());
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-cache, private");
        try (OutputStream out = Content.Sink.asOutputStream(response)) {
            answer.flow().to(out);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            callback.failed(e);
            return;
        }
        callback.succeeded();
    }

    private boolean upgraded(String part, Call call, Request request, Response response, Callback callback) {
        ObjectNode pod;
        try {
            pod = api.pod(call, part);
            Answer.Whole refusal = streams.refusal(part, pod, call, offered(request));
            if (refusal != null) {
                whole(refusal, response, callback);
                return true;
            }
            if (!call.headers().getOrDefault("upgrade", "").equalsIgnoreCase("websocket"))
                throw Refused.badRequest("the demo cluster streams over WebSockets only");
        } catch (Refused e) {
            whole(refused(e), response, callback);
            return true;
        }
        return sockets.upgrade(
                (asked, answer, failed) -> {
                    String protocol = streams.protocol(part, asked.getSubProtocols());
                    if (protocol == null) {
                        Response.writeError(asked, answer, failed, 403);
                        return null;
                    }
                    answer.setAcceptedSubProtocol(protocol);
                    return streams.endpoint(part, pod, call, protocol);
                },
                request,
                response,
                callback);
    }

    private static List<String> offered(Request request) {
        return request.getHeaders().getValuesList("Sec-WebSocket-Protocol").stream()
                .flatMap(each -> Arrays.stream(each.split(",")))
                .map(String::strip)
                .toList();
    }

    private static Map<String, String> headers(Request request) {
        Map<String, String> headers = new HashMap<>();
        for (HttpField field : request.getHeaders()) {
            headers.merge(
                    field.getName().toLowerCase(Locale.ROOT), String.valueOf(field.getValue()), (a, b) -> a + "," + b);
        }
        return headers;
    }

    private static Map<String, List<String>> query(Request request) {
        Map<String, List<String>> query = new HashMap<>();
        for (Fields.Field field : Request.extractQueryParameters(request))
            query.put(field.getName(), field.getValues());
        return query;
    }
}
