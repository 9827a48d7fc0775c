package dev.vigie.demo.inside.shell;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// All programs of an image that has a shell.
public final class Programs {
    static final Map<String, Program> ALL = all();

    private Programs() {}

    private static Map<String, Program> all() {
        Map<String, Program> all = new TreeMap<>();
        all.putAll(TextPrograms.ALL);
        all.putAll(MatchPrograms.ALL);
        all.putAll(SmallPrograms.ALL);
        all.putAll(FilePrograms.ALL);
        all.putAll(SystemPrograms.ALL);
        all.putAll(NetworkPrograms.ALL);
        all.put("tar", Tar::run);
        for (String shell : List.of("sh", "ash", "bash")) all.put(shell, Session::shell);
        return Map.copyOf(all);
    }

    /// Whether there is a program of this name.
    public static boolean known(String name) {
        return ALL.containsKey(Paths.name(name));
    }

    /// Puts them on a disk, with the shells that the image holds (`/bin/sh`); without shells there is nothing.
    public static Disk install(Disk disk, List<String> shells) {
        if (shells.isEmpty()) return disk;
        for (String name : ALL.keySet()) {
            if (!name.endsWith("sh")) disk.with("/bin/" + name, new byte[0], 0755);
        }
        for (String shell : shells) disk.with(shell, new byte[0], 0755);
        return disk.with("/dev/null", Disk.Device.NULL)
                .with("/dev/zero", Disk.Device.ZERO)
                .with("/dev/urandom", Disk.Device.RANDOM)
                .with("/dev/random", Disk.Device.RANDOM)
                .with("/dev/tty", Disk.Device.TTY)
                .withFolder("/tmp")
                .withFolder("/root")
                .withFolder("/proc")
                .withFolder("/sys")
                .withFolder("/usr/bin");
    }
}
