package dev.vigie.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.concurrent.CompletableFuture;

/// Two sides that are to agree.
record Contract(Side real, Side demo) {
    /// Fails with what differs; and where a known gap is closed, so that it is taken off the list.
    void hold(Case one, String namespace) {
        String difference = difference(one, namespace);
        String why = NotYet.WHY.get(one.name());
        if (why == null) assertThat(difference).as("- real, + demo").isEmpty();
        else if (difference.isEmpty()) fail("It holds now: take \"" + one.name() + "\" off the list NotYet.");
    }

    String difference(Case one, String namespace) {
        CompletableFuture<String> there =
                CompletableFuture.supplyAsync(() -> heard(one, real, namespace), Thread::startVirtualThread);
        String here = heard(one, demo, namespace);
        return Difference.of(there.join(), here);
    }

    private static String heard(Case one, Side side, String namespace) {
        try (Talk talk = new Talk(side, namespace)) {
            try {
                one.play().on(talk);
            } catch (Exception e) {
                return Plain.of(talk) + "\nand then " + e;
            }
            return Plain.of(talk);
        }
    }
}
