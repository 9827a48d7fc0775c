package dev.vigie.catalog.cron;

import java.util.ArrayList;
import java.util.List;

/// One of the five fields: its numbers as bits, the smallest it can hold and the largest. `star` is whether it leaves
/// the choice of the day to its neighbour.
record Field(long bits, boolean star, int min, int max) {

    boolean has(int number) {
        return number >= min && number <= max && (bits >> number & 1) == 1;
    }

    List<Integer> numbers() {
        List<Integer> all = new ArrayList<>();
        for (int number = min; number <= max; number++) if (has(number)) all.add(number);
        return all;
    }

    boolean whole() {
        return numbers().size() == max - min + 1;
    }

    /// The distance between all its numbers when it is one and the numbers reach to the end; 0 when not.
    int step() {
        List<Integer> all = numbers();
        if (all.size() < 3) return 0;
        int step = all.get(1) - all.get(0);
        for (int at = 2; at < all.size(); at++) if (all.get(at) - all.get(at - 1) != step) return 0;
        return step > 1 && all.getLast() + step > max ? step : 0;
    }
}
