package dev.vigie.demo.inside;

import dev.vigie.demo.model.Cause;
import dev.vigie.demo.model.Refused;
import dev.vigie.demo.model.Resource;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What of a log is asked for: the query of `GET …/pods/NAME/log`.
public record LogQuery(
        String container,
        boolean follow,
        boolean previous,
        boolean timestamps,
        @Nullable Long sinceSeconds,
        @Nullable Instant sinceTime,
        @Nullable Long tailLines,
        @Nullable Long limitBytes) {
    private static final Resource OPTIONS =
            new Resource("", "v1", "pods", "pod", "PodLogOptions", true, List.of(), List.of());

    /// Reads and checks a query as the API server does; `Refused` when it is wrong.
    static LogQuery read(String pod, Map<String, List<String>> query) {
        LogQuery read = new LogQuery(
                Query.text(query, "container"),
                Query.flag(query, "follow"),
                Query.flag(query, "previous"),
                Query.flag(query, "timestamps"),
                Query.number(query, "sinceSeconds"),
                Query.time(query, "sinceTime"),
                Query.number(query, "tailLines"),
                Query.number(query, "limitBytes"));
        List<Cause> causes = read.faults();
        if (query.containsKey("stream")) causes.add(forbidden("stream", "may not be specified"));
        if (!causes.isEmpty()) throw Refused.invalid(OPTIONS, pod, causes);
        return read;
    }

    private List<Cause> faults() {
        List<Cause> causes = new ArrayList<>();
        if (tailLines != null && tailLines < 0)
            causes.add(invalid("tailLines", tailLines, "must be greater than or equal to 0"));
        if (limitBytes != null && limitBytes < 1)
            causes.add(invalid("limitBytes", limitBytes, "must be greater than 0"));
        if (sinceSeconds != null && sinceTime != null) {
            causes.add(forbidden("[]", "at most one of `sinceTime` or `sinceSeconds` may be specified"));
        } else if (sinceSeconds != null && sinceSeconds < 1) {
            causes.add(invalid("sinceSeconds", sinceSeconds, "must be greater than 0"));
        }
        return causes;
    }

    /// No line before this; the kubelet is told whole seconds.
    Instant since(Instant now) {
        if (sinceSeconds != null) return now.minusSeconds(sinceSeconds);
        return sinceTime == null ? Instant.MIN : sinceTime.truncatedTo(ChronoUnit.SECONDS);
    }

    private static Cause invalid(String field, long value, String why) {
        return new Cause("FieldValueInvalid", "Invalid value: " + value + ": " + why, field);
    }

    private static Cause forbidden(String field, String why) {
        return new Cause("FieldValueForbidden", "Forbidden: " + why, field);
    }
}
