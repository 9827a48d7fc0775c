package dev.vigie.demo.inside.shell;

import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/// One container as those inside see it. `mounts` are the folders its volumes are at; `command`
/// is its first process, `folder` where commands begin, and `end` ends that with an exit code.
public record Machine(
        String hostname,
        Map<String, String> environment,
        Disk disk,
        Network network,
        InstantSource clock,
        List<String> mounts,
        List<String> command,
        String folder,
        IntConsumer end) {
    public Machine {
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
        mounts = List.copyOf(mounts);
        command = List.copyOf(command);
    }
}
