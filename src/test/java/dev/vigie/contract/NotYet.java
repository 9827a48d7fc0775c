package dev.vigie.contract;

import java.util.LinkedHashMap;
import java.util.Map;

/// Cases that are known to differ, and why. A case that holds must not stand here.
final class NotYet {
    static final Map<String, String> WHY = new LinkedHashMap<>();

    static {
        because(
                "patches are being written",
                "kubectl makes a deployment",
                "kubectl patches",
                "kubectl explains",
                "a JSON patch changes fields",
                "a JSON patch whose test fails is refused",
                "a JSON patch of what is not there is refused");
        because(
                "rules are being written",
                "an object that ends takes no new finalizer",
                "a row shows a service with a balancer",
                "a custom resource is defined, used and forgotten");
    }

    private NotYet() {}

    private static void because(String why, String... names) {
        for (String name : names) WHY.put(name, why);
    }
}
