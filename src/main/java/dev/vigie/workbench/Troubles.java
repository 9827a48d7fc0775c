package dev.vigie.workbench;

import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Errors that nobody caught: every sort is logged once with where it came from, all are counted. FX thread only.
final class Troubles {
    private static final Logger LOG = LoggerFactory.getLogger(Troubles.class);
    private static final int MOST_SORTS = 200;

    private final Set<String> sorts = new HashSet<>();
    private int count;

    /// How many there were so far, this one included.
    int happened(Throwable thrown) {
        count++;
        StackTraceElement[] trace = thrown.getStackTrace();
        String sort = thrown.getClass().getName() + (trace.length == 0 ? "" : " " + trace[0]);
        if (sorts.size() < MOST_SORTS && sorts.add(sort)) LOG.error("not caught", thrown);
        return count;
    }
}
