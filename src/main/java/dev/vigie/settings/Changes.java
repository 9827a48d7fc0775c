package dev.vigie.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/// What one Vigie changed, laid upon what another wrote meanwhile: of each value the last change wins, nothing else is
/// touched.
final class Changes {
    private Changes() {}

    /// `before` became `after` here; `theirs` is what the file holds now.
    static Settings upon(Settings theirs, Settings before, Settings after) {
        return new Settings(
                changed(theirs.look(), before.look(), after.look()),
                changed(theirs.window(), before.window(), after.window()),
                changed(theirs.windows(), before.windows(), after.windows()),
                contexts(theirs.contexts(), before.contexts(), after.contexts()),
                map(theirs.tables(), before.tables(), after.tables()),
                new Settings.Trusted(
                        list(
                                theirs.trusted().files(),
                                before.trusted().files(),
                                after.trusted().files()),
                        list(
                                theirs.trusted().plugins(),
                                before.trusted().plugins(),
                                after.trusted().plugins())));
    }

    private static Settings.Contexts contexts(
            Settings.Contexts theirs, Settings.Contexts before, Settings.Contexts after) {
        return new Settings.Contexts(
                changed(theirs.last(), before.last(), after.last()),
                map(theirs.places(), before.places(), after.places()),
                map(theirs.guards(), before.guards(), after.guards()),
                map(theirs.views(), before.views(), after.views()));
    }

    private static <T> T changed(T theirs, T before, T after) {
        return after.equals(before) ? theirs : after;
    }

    private static <T> Map<String, T> map(Map<String, T> theirs, Map<String, T> before, Map<String, T> after) {
        Map<String, T> all = new LinkedHashMap<>(theirs);
        for (String name : before.keySet()) if (!after.containsKey(name)) all.remove(name);
        after.forEach((name, value) -> {
            if (!value.equals(before.get(name))) all.put(name, value);
        });
        return all;
    }

    private static List<String> list(List<String> theirs, List<String> before, List<String> after) {
        SequencedSet<String> all = new LinkedHashSet<>(theirs);
        for (String one : before) if (!after.contains(one)) all.remove(one);
        for (String one : after) if (!before.contains(one)) all.add(one);
        return new ArrayList<>(all);
    }
}
