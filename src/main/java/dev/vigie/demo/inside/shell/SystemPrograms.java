package dev.vigie.demo.inside.shell;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Programs that tell of the container and what runs in it.
final class SystemPrograms {
    static final Map<String, Program> ALL = Map.ofEntries(
            Map.entry("env", SystemPrograms::env),
            Map.entry("printenv", SystemPrograms::printenv),
            Map.entry("hostname", SystemPrograms::hostname),
            Map.entry("whoami", call -> said(call, "root")),
            Map.entry("id", SystemPrograms::id),
            Map.entry("groups", call -> said(call, "root")),
            Map.entry("date", SystemPrograms::date),
            Map.entry("uname", SystemPrograms::uname),
            Map.entry("arch", call -> said(call, "x86_64")),
            Map.entry("nproc", call -> said(call, "2")),
            Map.entry("uptime", SystemPrograms::uptime),
            Map.entry("ps", SystemPrograms::ps),
            Map.entry("top", SystemPrograms::top),
            Map.entry("free", SystemPrograms::free),
            Map.entry("df", SystemPrograms::df),
            Map.entry("mount", SystemPrograms::mount),
            Map.entry("kill", SystemPrograms::kill),
            Map.entry("which", SystemPrograms::which),
            Map.entry("tty", SystemPrograms::tty),
            Map.entry("stty", SystemPrograms::stty),
            Map.entry("clear", SystemPrograms::clear),
            Map.entry("reset", SystemPrograms::clear));

    private static final List<String> SIGNALS = List.of(
            "0", "HUP", "INT", "QUIT", "ILL", "TRAP", "ABRT", "BUS", "FPE", "KILL", "USR1", "SEGV", "USR2", "PIPE",
            "ALRM", "TERM");

    private SystemPrograms() {}

    private static int said(Call call, String line) throws IOException {
        call.print(line + "\n");
        return 0;
    }

    private static int env(Call call) throws IOException {
        int at = 0;
        Shell inner = call.shell().copy();
        List<String> words = call.arguments();
        if (!words.isEmpty() && words.getFirst().equals("-i")) {
            at++;
            inner.exported.clear();
        }
        for (; at < words.size() && words.get(at).matches("(?s)\\w+=.*"); at++) {
            String[] pair = words.get(at).split("=", 2);
            inner.variables.put(pair[0], pair[1]);
            inner.exported.add(pair[0]);
        }
        if (at < words.size()) return inner.call(words.subList(at, words.size()), call.io());
        for (var each : inner.environment().entrySet()) call.print(each.getKey() + "=" + each.getValue() + "\n");
        return 0;
    }

    private static int printenv(Call call) throws IOException {
        Map<String, String> all = call.shell().environment();
        if (call.arguments().isEmpty()) return env(call);
        int status = 0;
        for (String name : call.arguments()) {
            if (all.containsKey(name)) call.print(all.get(name) + "\n");
            else status = 1;
        }
        return status;
    }

    private static int hostname(Call call) throws IOException {
        Call.Flags flags = call.flags("");
        if (!flags.has('i') && !flags.has('I'))
            return said(call, call.shell().machine.hostname());
        List<String> all =
                call.shell().machine.network().resolve(call.shell().machine.hostname());
        return said(call, all.isEmpty() ? "127.0.0.1" : all.getFirst());
    }

    private static int id(Call call) throws IOException {
        Call.Flags flags = call.flags("");
        if (flags.has('u') || flags.has('g')) return said(call, flags.has('n') ? "root" : "0");
        return said(call, "uid=0(root) gid=0(root) groups=0(root)");
    }

    private static int date(Call call) throws IOException {
        Instant now = call.shell().machine.clock().instant();
        for (String word : call.arguments())
            if (word.startsWith("+")) return said(call, formatted(word.substring(1), now));
        if (call.flags("d").has('I')) return said(call, formatted("%Y-%m-%d", now));
        return said(call, formatted("%a %b %e %H:%M:%S UTC %Y", now));
    }

    private static String formatted(String format, Instant now) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < format.length(); i++) {
            if (format.charAt(i) != '%' || i + 1 == format.length()) {
                all.append(format.charAt(i));
                continue;
            }
            String pattern = switch (format.charAt(++i)) {
                case 'Y' -> "uuuu";
                case 'm' -> "MM";
                case 'd' -> "dd";
                case 'e' -> "ppd";
                case 'H' -> "HH";
                case 'M' -> "mm";
                case 'S' -> "ss";
                case 'N' -> "nnnnnnnnn";
                case 'a' -> "EEE";
                case 'A' -> "EEEE";
                case 'b' -> "MMM";
                case 'B' -> "MMMM";
                case 'j' -> "DDD";
                case 'F' -> "uuuu-MM-dd";
                case 'T' -> "HH:mm:ss";
                case 'Z' -> "'UTC'";
                case 'z' -> "'+0000'";
                case 's' -> "'" + now.getEpochSecond() + "'";
                default -> "'" + format.charAt(i) + "'";
            };
            all.append(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC)
                    .format(now));
        }
        return all.toString();
    }

    private static int uname(Call call) throws IOException {
        Call.Flags flags = call.flags("");
        String host = call.shell().machine.hostname();
        String all = "Linux " + host + " 6.12.0-demo #1 SMP PREEMPT_DYNAMIC x86_64 GNU/Linux";
        if (flags.has('a')) return said(call, all);
        if (flags.has('n')) return said(call, host);
        if (flags.has('r')) return said(call, "6.12.0-demo");
        return said(call, flags.has('m') ? "x86_64" : "Linux");
    }

    private static int uptime(Call call) throws IOException {
        Instant now = call.shell().machine.clock().instant();
        Duration up = Duration.ofSeconds(Math.floorMod(now.getEpochSecond(), 40L * 86400));
        return said(
                call,
                " %s up %d days, %2d:%02d,  0 users,  load average: 0.21, 0.17, 0.11"
                        .formatted(formatted("%T", now), up.toDays(), up.toHoursPart(), up.toMinutesPart()));
    }

    private static int ps(Call call) throws IOException {
        boolean wide = call.arguments().stream().anyMatch(word -> word.contains("u") || word.contains("f"));
        call.print(wide ? "USER         PID %CPU %MEM COMMAND\n" : "PID   USER     TIME  COMMAND\n");
        String form = wide ? "root %11d  0.0  0.1 %s\n" : "%5d root      0:00 %s\n";
        call.print(form.formatted(1, String.join(" ", call.shell().machine.command())));
        call.print(form.formatted(7, call.shell().name));
        call.print(form.formatted(8, String.join(" ", call.words())));
        return 0;
    }

    private static int top(Call call) throws IOException {
        Call.Flags flags = call.flags("dn");
        boolean once = flags.has('b') || !call.onScreen() || flags.has('n');
        Terminal terminal = call.shell().terminal;
        do {
            if (!once) call.print("\u001b[H\u001b[2J");
            call.print("Mem: 1843212K used, 6210304K free, 12408K shrd, 98412K buff, 1021440K cached\n");
            call.print("CPU:   2% usr   1% sys   0% nic  96% idle   0% io   0% irq   0% sirq\n");
            call.print("Load average: 0.21 0.17 0.11 2/310 8\n");
            call.print("  PID  PPID USER     STAT   VSZ %VSZ CPU %CPU COMMAND\n");
            call.print("    1     0 root     S     712m   9%   0   1% "
                    + String.join(" ", call.shell().machine.command()) + "\n");
            call.print("    7     0 root     S     1672   0%   1   0% " + call.shell().name + "\n");
            call.print("    8     7 root     R     1672   0%   1   0% top\n");
            if (once || terminal == null) return 0;
            for (int i = 0; i < 20 && !terminal.hasKeys(); i++) call.pause(0.1);
        } while (!(terminal.hasKeys() && terminal.key() == 'q'));
        return 0;
    }

    private static int free(Call call) throws IOException {
        boolean human = call.flags("").has('h');
        boolean mega = call.flags("").has('m');
        long[] kilo = {8053516, 1843212, 4188864, 12408, 2021440, 5990112};
        StringBuilder line = new StringBuilder("Mem:    ");
        for (long each : kilo)
            line.append("%12s"
                    .formatted(
                            human ? "%.1fG".formatted(each / 1048576.0) : String.valueOf(mega ? each / 1024 : each)));
        call.print("              total        used        free      shared  buff/cache   available\n" + line + "\n");
        call.print("Swap:   %12d%12d%12d%n".formatted(0, 0, 0));
        return 0;
    }

    private static int df(Call call) throws IOException {
        boolean human = call.flags("").has('h');
        call.print(
                human
                        ? "Filesystem                Size      Used Available Use% Mounted on\n"
                        : "Filesystem           1K-blocks      Used Available Use% Mounted on\n");
        String form = "%-20s %9s %9s %9s %3d%% %s%n";
        call.print(
                human
                        ? form.formatted("overlay", "58.4G", "17.2G", "38.2G", 31, "/")
                        : form.formatted("overlay", "61255492", "18023424", "40088036", 31, "/"));
        call.print(form.formatted("tmpfs", human ? "64.0M" : "65536", "0", human ? "64.0M" : "65536", 0, "/dev"));
        for (String mount : call.shell().machine.mounts())
            call.print(
                    human
                            ? form.formatted("/dev/vda1", "58.4G", "17.2G", "38.2G", 31, mount)
                            : form.formatted("/dev/vda1", "61255492", "18023424", "40088036", 31, mount));
        return 0;
    }

    private static int mount(Call call) throws IOException {
        call.print(
                "overlay on / type overlay (rw,relatime)\nproc on /proc type proc (rw,nosuid,nodev,noexec,relatime)\n");
        for (String mount : call.shell().machine.mounts())
            call.print("/dev/vda1 on " + mount + " type ext4 (rw,relatime)\n");
        return 0;
    }

    /// Only the first process can be met. It does not hear SIGKILL from inside, as on Linux.
    private static int kill(Call call) throws IOException {
        String signal = "TERM";
        int status = 0;
        List<String> words = call.arguments();
        if (words.isEmpty()) return call.fault("you need to specify whom to kill");
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals("-l")) return said(call, String.join(" ", SIGNALS.subList(1, SIGNALS.size())));
            if (word.equals("-s") && i + 1 < words.size()) signal = named(words.get(++i));
            else if (word.startsWith("-")) signal = named(word.substring(1));
            else if (!word.matches("\\d{1,9}")) status = call.fault("invalid number '" + word + "'");
            else if (word.equals("1")) sent(call, signal);
            else if (!word.equals("7")) status = call.fault("can't kill pid " + word + ": No such process");
            else if (signal.equals("KILL") || signal.equals("HUP")) throw new Ended(Ended.How.EXIT, 137);
        }
        return status;
    }

    private static String named(String signal) {
        if (signal.matches("\\d{1,2}")) {
            int number = Integer.parseInt(signal);
            return number < SIGNALS.size() ? SIGNALS.get(number) : "TERM";
        }
        return signal.startsWith("SIG") ? signal.substring(3) : signal;
    }

    /// A first process hears only what it listens for: servers do, a shell or a `sleep` does not.
    private static void sent(Call call, String signal) {
        String program = Paths.name(call.shell().machine.command().getFirst());
        boolean deaf =
                List.of("sh", "ash", "bash", "sleep", "tail", "cat", "pause").contains(program);
        if (!deaf && List.of("HUP", "INT", "QUIT", "TERM", "ABRT").contains(signal))
            call.shell().machine.end().accept(128 + SIGNALS.indexOf(signal));
    }

    private static int which(Call call) throws IOException {
        int status = 0;
        for (String word : call.flags("").rest()) {
            String path = call.shell().find(word);
            if (path == null) status = 1;
            else call.print(path + "\n");
        }
        return status;
    }

    private static int tty(Call call) throws IOException {
        call.print(call.shell().terminal == null ? "not a tty\n" : "/dev/pts/0\n");
        return call.shell().terminal == null ? 1 : 0;
    }

    private static int stty(Call call) throws IOException {
        Terminal terminal = call.shell().terminal;
        if (terminal == null) return call.fault("standard input: Not a tty");
        if (call.arguments().contains("size")) return said(call, terminal.rows() + " " + terminal.columns());
        if (call.arguments().isEmpty()) return said(call, "speed 38400 baud; line = 0;\n-brkint -imaxbel");
        return 0;
    }

    private static int clear(Call call) throws IOException {
        call.print("\u001b[H\u001b[J");
        return 0;
    }
}
