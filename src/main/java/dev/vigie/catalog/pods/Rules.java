package dev.vigie.catalog.pods;

import dev.vigie.kind.Page.Why;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a pod is not running or not ready: the first rule that knows says it.
final class Rules {
    /// Of a pod that is to go: whatever else ails it does not matter any more.
    private static final List<Rule> GOING =
            List.of(Departing::nodeLost, Departing::finalizers, Departing::overdue, Departing::displaced);

    private static final List<Rule> STAYING = List.of(
            Departing::nodeLost,
            Outcomes::evicted,
            Outcomes::deadline,
            Outcomes::shutDown,
            Outcomes::preempted,
            Outcomes::refused,
            Placing::gated,
            Placing::unschedulable,
            Placing::unseen,
            Rule.each(Crashes::outOfMemory),
            Rule.each(Pulls::failing),
            Rule.each(Configs::missing),
            Rule.each(Crashes::unstartable),
            Rule.each(ProbeKills::now),
            Rule.each(Crashes::failing),
            Rule.each(Crashes::endsByItself),
            Outcomes::failed,
            Departing::nodeSilent,
            Rule.each(Creating::initRuns),
            Creating::untaken,
            Creating::pulling,
            Creating::stuck,
            Rule.each(Readiness::starting),
            Rule.each(Readiness::unready),
            Readiness::gates,
            Rule.each(Outcomes::partlyEnded),
            Rule.each(Crashes::lately),
            Outcomes::unresized);

    private Rules() {}

    /// Null when nothing is wrong with it.
    static @Nullable Why first(Pod pod) {
        if (pod.phase().equals("Succeeded") && !pod.deleting()) return null;
        for (Rule rule : pod.deleting() ? GOING : STAYING) {
            Why why = rule.of(pod);
            if (why != null) return why;
        }
        return null;
    }
}
