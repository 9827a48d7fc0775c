package dev.vigie.feature.logs;

import dev.vigie.kube.logs.LogSource;
import java.util.List;

/// Names of sources as short as they can be while one tells them apart: the last letters of the pod, and the container
/// where a pod has several.
final class ShortNames {
    private static final int SUFFIX = 5;

    private ShortNames() {}

    static String of(List<LogSource> all, int number) {
        if (number >= all.size()) return "";
        LogSource source = all.get(number);
        boolean onePod = all.stream().map(LogSource::uid).distinct().count() == 1;
        if (onePod) return source.container();
        String pod = pod(all, source);
        boolean several = all.stream().filter(s -> s.uid().equals(source.uid())).count() > 1;
        return several ? pod + "/" + source.container() : pod;
    }

    private static String pod(List<LogSource> all, LogSource source) {
        String name = source.pod();
        int dash = name.lastIndexOf('-');
        String last = dash < 0 || name.length() - dash - 1 > SUFFIX ? name : name.substring(dash + 1);
        boolean shared = all.stream()
                .anyMatch(s -> !s.uid().equals(source.uid()) && s.pod().endsWith("-" + last));
        return shared ? name : last;
    }
}
