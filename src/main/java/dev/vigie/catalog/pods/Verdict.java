package dev.vigie.catalog.pods;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the scheduler says of a pod it has no node for: `0/3 nodes are available: 1 node(s) had untolerated taint(s),
/// 2 Insufficient memory. preemption: …`. `nodes` is how many there are, 0 when that is not said.
record Verdict(int nodes, List<Reason> reasons) {
    private static final Pattern HEAD = Pattern.compile("^\\d+/(\\d+) nodes are available: ?");
    private static final Pattern TAIL = Pattern.compile("[,.]? *(no new claims to deallocate|preemption:).*$");
    private static final Pattern COUNTED = Pattern.compile("^(\\d{1,9}) (.+)$");

    /// Why so many nodes will not do.
    record Reason(int nodes, String said) {
        Obstacle obstacle() {
            return Obstacle.of(said);
        }

        /// In the person's language, and as the scheduler says it.
        String words() {
            String meaning = obstacle().meaning(said);
            return meaning.isEmpty() ? said : meaning + " (" + said + ")";
        }
    }

    static Verdict read(String message) {
        Matcher head = HEAD.matcher(message);
        boolean found = head.find();
        int nodes = found && head.group(1).length() < 10 ? Integer.parseInt(head.group(1)) : 0;
        String rest = found ? message.substring(head.end()) : message;
        List<Reason> reasons = new ArrayList<>();
        for (String part : TAIL.matcher(rest).replaceFirst("").split("(?<=[^0-9])[,.] (?=[0-9a-z])", -1)) {
            String said = part.strip().replaceFirst("\\.$", "");
            // "not found" alone is what preemption adds, of no node in particular
            if (said.isEmpty() || said.equals("not found")) continue;
            Matcher counted = COUNTED.matcher(said);
            boolean is = counted.matches();
            reasons.add(new Reason(is ? Integer.parseInt(counted.group(1)) : 0, is ? counted.group(2) : said));
        }
        return new Verdict(nodes, List.copyOf(reasons));
    }

    /// The obstacle that is worth a person's time first.
    Obstacle main() {
        return reasons.stream().map(Reason::obstacle).min(Enum::compareTo).orElse(Obstacle.OTHER);
    }

    /// What there is too little of: `cpu`, `memory`.
    List<String> lacking() {
        TreeSet<String> all = new TreeSet<>();
        for (Reason each : reasons) {
            if (each.obstacle() == Obstacle.RESOURCES) all.add(Obstacle.named(each.said()));
        }
        return List.copyOf(all);
    }
}
