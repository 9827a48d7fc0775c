package dev.vigie.demo.image;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/// The registries of the demo: which repositories there are, with which tags.
final class Repositories {
    private static final String OURS = "registry.example/";
    private static final String PRIVATE = "private.registry.example";
    private static final Pattern WRONG =
            Pattern.compile("(?i).*(does-?not-?exist|no-?such|nonexist|nope|typo|wrong|invalid|missing|unknown).*");
    private static final Map<String, Entry> ENTRIES = entries();

    private Repositories() {}

    /// The tags that a repository has, and what each of them does.
    record Entry(Pattern tags, Function<String, Program> program) {}

    static Image find(Reference reference) {
        Entry entry = ENTRIES.get(reference.name());
        if (entry != null) {
            boolean there =
                    reference.digested() || entry.tags.matcher(reference.tag()).matches();
            return there ? entry.program.apply(reference.tag()) : Program.unknown();
        }
        if (reference.host().equals(PRIVATE))
            return Program.writing(Journal.SILENT).pulled(new Image.Pull.Private(PRIVATE));
        return wrong(reference) ? Program.unknown() : Program.writing(Journal.SILENT);
    }

    /// A repository that our registry lacks, a host that cannot be, or a name that says so itself.
    private static boolean wrong(Reference reference) {
        String host = reference.host().toLowerCase(Locale.ROOT);
        return host.endsWith(".example")
                || host.endsWith(".invalid")
                || host.startsWith("localhost")
                || host.startsWith("127.")
                || WRONG.matcher(reference.repository() + ":" + reference.tag()).matches();
    }

    private static Map<String, Entry> entries() {
        Map<String, Entry> all = new HashMap<>();
        ours(all);
        return Map.copyOf(all);
    }

    private static void ours(Map<String, Entry> all) {
        put(all, OURS + "unicorn-front", "1\\.4\\.[012]|1\\.5\\.0-rc1", UnicornFront::version);
        put(all, OURS + "api", "2\\.3\\.[01]", ShopApi::version);
        put(all, OURS + "report", "1\\.2", tag -> Troubled.report());
        put(all, OURS + "thumbnailer", "0\\.9\\.3", tag -> Troubled.thumbnailer());
        put(all, OURS + "checkout", "3\\.1\\.0", tag -> Troubled.checkout());
        put(all, OURS + "catalog", "5\\.0", tag -> Troubled.catalog());
        put(all, OURS + "mailer", "2\\.0\\.1", tag -> Troubled.mailer());
        put(all, OURS + "stock-import", "1\\.0", tag -> Troubled.stockImport());
    }

    private static void put(Map<String, Entry> all, String name, String tags, Function<String, Program> program) {
        all.put(name, new Entry(Pattern.compile(tags), program));
    }

    static List<String> names() {
        return ENTRIES.keySet().stream().sorted().toList();
    }
}
