package dev.vigie.feature.logs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where in a line that is painted something stands that is looked for.
final class Hits {
    private static final int MOST = 200;

    private final LogModel.Sought sought;
    private final Pattern pattern;

    Hits(LogModel.Sought sought) {
        this.sought = sought;
        int flags = sought.exactCase() ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        pattern = Pattern.compile(sought.expression() ? sought.text() : Pattern.quote(sought.text()), flags);
    }

    /// Pairs of letters: where each hit begins and ends.
    List<int[]> in(String text) {
        if (sought.isNothing()) return List.of();
        if (!sought.expression() && sought.exactCase() && !text.contains(sought.text())) return List.of();
        List<int[]> all = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (all.size() < MOST && matcher.find()) {
            if (matcher.end() > matcher.start()) all.add(new int[] {matcher.start(), matcher.end()});
        }
        return all;
    }
}
