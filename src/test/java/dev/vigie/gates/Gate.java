package dev.vigie.gates;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;

/// One fence: its name, which is also the folder of its planted fault, where it stands, and what it finds fault with.
record Gate(String name, Reach reach, Function<House, List<String>> faults) {

    /// A fence that ArchUnit can tell from compiled classes.
    static Gate rule(String name, Reach reach, ArchRule rule) {
        ArchRule quiet = rule.allowEmptyShould(true);
        return new Gate(
                name,
                reach,
                house -> quiet.evaluate(house.classes()).getFailureReport().getDetails());
    }

    @Override
    public String toString() {
        return name;
    }

    /// Which part of the house a fence guards.
    enum Reach {
        PROGRAM,
        PROGRAM_AND_TESTS
    }
}
