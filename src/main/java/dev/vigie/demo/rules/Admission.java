package dev.vigie.demo.rules;

import dev.vigie.demo.model.Objects;
import dev.vigie.demo.model.Resource;
import dev.vigie.demo.rules.admit.Accounts;
import dev.vigie.demo.rules.admit.Addresses;
import dev.vigie.demo.rules.admit.Classes;
import dev.vigie.demo.rules.admit.Placement;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// What depends on other objects.
public final class Admission {
    private final Accounts accounts;
    private final Placement placement;
    private final Addresses addresses;
    private final Classes classes;

    public Admission(Objects objects) {
        accounts = new Accounts(objects);
        placement = new Placement(objects);
        addresses = new Addresses(objects);
        classes = new Classes(objects);
    }

    /// Fills in what other objects say, before the object is judged; `Refused` where they forbid it.
    public void admit(Resource resource, @Nullable ObjectNode before, ObjectNode after) {
        switch (resource.key()) {
            case "pods" -> {
                if (before != null) {
                    placement.tolerate(after);
                    return;
                }
                accounts.admit(resource, after);
                placement.admit(resource, after);
            }
            case "services" -> addresses.admit(resource, before, after);
            case "persistentvolumeclaims" -> {
                if (before == null) classes.claim(after);
            }
            case "ingresses.networking.k8s.io" -> {
                if (before == null) classes.ingress(after);
            }
            default -> {}
        }
    }

    /// The last word over an object that is in order by itself; `Refused` where it may not be.
    public void validate(Resource resource, @Nullable ObjectNode before, ObjectNode after) {}
}
