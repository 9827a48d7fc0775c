package dev.vigie.demo.image.script;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

/// The programs that a script may call.
final class Programs {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE MMM ppd HH:mm:ss 'UTC' uuuu", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final Set<String> SHELLS = Set.of("sh", "ash", "bash", "dash");
    private static final Set<String> SILENT = Set.of(
            "true",
            ":",
            "nc",
            "wget",
            "curl",
            "nslookup",
            "ls",
            "mkdir",
            "touch",
            "cp",
            "mv",
            "rm",
            "chmod",
            "chown",
            "set",
            "cd",
            "trap",
            "wait",
            "kill",
            "ulimit",
            "umask",
            "unset",
            "shift",
            "ln",
            "ping",
            "sync",
            "dd",
            "grep",
            "sed",
            "awk");
    private static final Set<String> SERVERS = Set.of("httpd", "nginx", "redis-server");
    private static final Set<String> STAYING = Set.of("tail", "httpd", "nginx", "redis-server", "top", "yes", "stress");
    private static final Set<String> OTHERS = Set.of(
            "sleep",
            "echo",
            "printf",
            "false",
            "exit",
            "return",
            "break",
            "continue",
            "test",
            "[",
            "date",
            "env",
            "printenv",
            "hostname",
            "cat",
            "exec",
            "seq",
            "id",
            "whoami",
            "uname",
            "pwd",
            "export",
            "let",
            "read",
            "time",
            "nohup");

    private final Player player;

    Programs(Player player) {
        this.player = player;
    }

    static boolean known(String path) {
        String name = base(path);
        return SHELLS.contains(name) || SILENT.contains(name) || STAYING.contains(name) || OTHERS.contains(name);
    }

    static boolean serves(String path) {
        return SERVERS.contains(base(path));
    }

    private static String base(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /// Runs a command and gives its exit code.
    int run(List<String> words) {
        int first = 0;
        while (first < words.size() && words.get(first).matches("(?s)\\w+=.*")) assign(words.get(first++));
        if (first == words.size()) return 0;
        String name = base(words.get(first));
        List<String> rest = words.subList(first + 1, words.size());
        if (SHELLS.contains(name)) return shell(rest);
        if (name.equals("tail") && rest.stream().noneMatch(word -> word.matches("-\\w*[fF].*"))) return 0;
        if (STAYING.contains(name)) return player.stay();
        if (SILENT.contains(name)) return silent(name, rest);
        return OTHERS.contains(name) ? other(name, rest) : unknown(words.get(first));
    }

    private int unknown(String name) {
        player.say(true, "sh: " + name + ": not found");
        return 127;
    }

    private void assign(String word) {
        int sign = word.indexOf('=');
        player.variables().put(word.substring(0, sign), word.substring(sign + 1));
    }

    /// Without `-c` a shell reads its input, of which there is none.
    private int shell(List<String> rest) {
        int command = 0;
        while (command < rest.size() && !rest.get(command).matches("-\\w*c")) command++;
        if (command + 1 >= rest.size()) return rest.isEmpty() ? 0 : 127;
        return player.play(Reading.of(rest.get(command + 1)));
    }

    private int silent(String name, List<String> rest) {
        if (name.equals("nc") && rest.stream().anyMatch(word -> word.matches("-\\w*l\\w*"))) return player.stay();
        boolean network = Set.of("nc", "wget", "curl", "nslookup").contains(name);
        if (network) player.stage().pass(35);
        if (name.equals("ping")) player.stage().pass(1000);
        return 0;
    }

    private int other(String name, List<String> rest) {
        return switch (name) {
            case "sleep" -> sleep(rest);
            case "echo" -> echo(rest);
            case "printf" -> say(Format.of(rest));
            case "false" -> 1;
            case "read" -> 1;
            case "exit", "return" -> player.exit(rest.isEmpty() ? player.code() : code(rest.getFirst()));
            case "break" -> wish(Player.Wish.BREAK);
            case "continue" -> wish(Player.Wish.CONTINUE);
            case "test" -> Condition.holds(rest) ? 0 : 1;
            case "[" -> Condition.holds(rest.subList(0, Math.max(0, rest.size() - 1))) ? 0 : 1;
            case "exec", "time", "nohup" -> run(rest);
            case "export", "let" -> export(rest);
            default -> telling(name, rest);
        };
    }

    private int telling(String name, List<String> rest) {
        return switch (name) {
            case "date" -> say(date(rest));
            case "env", "printenv" -> environment(rest);
            case "hostname" -> say(player.variables().getOrDefault("HOSTNAME", "pod"));
            case "seq" -> sequence(rest);
            case "id" -> say("uid=0(root) gid=0(root) groups=0(root)");
            case "whoami" -> say("root");
            case "uname" -> say(rest.isEmpty() ? "Linux" : "Linux pod 6.12.48+deb13-amd64 #1 SMP x86_64 GNU/Linux");
            case "pwd" -> say("/");
            default -> cat(rest);
        };
    }

    private int say(String text) {
        player.say(false, text);
        return 0;
    }

    private int wish(Player.Wish wish) {
        player.wish(wish);
        return 0;
    }

    private static int code(String word) {
        return word.matches("\\d{1,9}") ? Integer.parseInt(word) & 255 : 2;
    }

    private int echo(List<String> rest) {
        int first = 0;
        boolean escapes = false;
        while (first < rest.size() && rest.get(first).matches("-[neE]+"))
            escapes |= rest.get(first++).contains("e");
        String text = String.join(" ", rest.subList(first, rest.size()));
        return say(escapes ? Format.escapes(text) : text);
    }

    private int sleep(List<String> rest) {
        for (String word : rest) {
            if (word.startsWith("inf")) return player.stay();
            player.stage().pass(millis(word));
        }
        return 0;
    }

    private static long millis(String word) {
        if (!word.matches("\\d{0,9}(\\.\\d{0,6})?[smhd]?") || word.isEmpty()) return 0;
        char unit = word.charAt(word.length() - 1);
        String number = Character.isLetter(unit) ? word.substring(0, word.length() - 1) : word;
        long factor = switch (unit) {
            case 'm' -> 60_000;
            case 'h' -> 3_600_000;
            case 'd' -> 86_400_000;
            default -> 1000;
        };
        return number.isEmpty() || number.equals(".") ? 0 : Math.round(Double.parseDouble(number) * factor);
    }

    private int export(List<String> rest) {
        for (String word : rest) if (word.contains("=")) assign(word);
        return 0;
    }

    private String date(List<String> rest) {
        for (String word : rest)
            if (word.startsWith("+"))
                return Format.date(word.substring(1), player.stage().time());
        return DATE.format(player.stage().time());
    }

    private int environment(List<String> rest) {
        if (!rest.isEmpty()) {
            String value = player.variables().get(rest.getFirst());
            return value == null ? 1 : say(value);
        }
        new TreeMap<>(player.variables()).forEach((name, value) -> say(name + "=" + value));
        return 0;
    }

    private int sequence(List<String> rest) {
        List<Long> numbers = rest.stream()
                .filter(word -> word.matches("-?\\d{1,6}"))
                .map(Long::valueOf)
                .toList();
        if (numbers.isEmpty()) return 1;
        long from = numbers.size() > 1 ? numbers.getFirst() : 1;
        long step = numbers.size() > 2 ? Math.max(1, numbers.get(1)) : 1;
        for (long i = from; i <= numbers.getLast(); i += step) say(Long.toString(i));
        return 0;
    }

    private int cat(List<String> rest) {
        for (String file : rest) {
            if (file.startsWith("-")) continue;
            player.say(true, "cat: can't open '" + file + "': No such file or directory");
            return 1;
        }
        return 0;
    }
}
