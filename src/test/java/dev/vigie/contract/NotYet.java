package dev.vigie.contract;

import java.util.LinkedHashMap;
import java.util.Map;

/// Cases that are known to differ, and why. A case that holds must not stand here.
final class NotYet {
    static final Map<String, String> WHY = new LinkedHashMap<>();

    static {
        because(
                "the answer is to be mended",
                "an object is read as a table of one row",
                "a list as a table with metadata",
                "a list as a table with whole objects",
                "a list as a table without objects",
                "the first form of Accept that is served is taken",
                "a table is read in two pages",
                "a created object may be answered as a table",
                "an object of a cluster's kind loses a namespace",
                "a Deployment is no ConfigMap",
                "an old Deployment is none",
                "an autoscaler is taken in its own version only",
                "a watch may show rows",
                "a watch may show whole objects in rows",
                "a watch may show rows alone",
                "a watch of rows that wants the beginning is told its end");
        because("rules are being written", "a name must be one", "an object that ends takes no new finalizer");
        because(
                "patches are being written",
                "a JSON patch changes fields",
                "a JSON patch whose test fails is refused",
                "a JSON patch of what is not there is refused");
    }

    private NotYet() {}

    private static void because(String why, String... names) {
        for (String name : names) WHY.put(name, why);
    }
}
