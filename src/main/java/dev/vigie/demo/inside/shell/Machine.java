package dev.vigie.demo.inside.shell;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/// One container as those inside see it. `command` is its first process; `end` ends that with an exit code.
public record Machine(
        String hostname,
        Map<String, String> environment,
        Disk disk,
        Network network,
        InstantSource clock,
        List<String> shells,
        List<String> command,
        IntConsumer end) {
    public Machine {
        environment = Map.copyOf(environment);
        shells = List.copyOf(shells);
        command = List.copyOf(command);
    }
}
