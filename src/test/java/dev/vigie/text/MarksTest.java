package dev.vigie.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MarksTest {
    @Test
    void they_count_and_find_as_a_plain_set_of_bits_does() {
        Random random = new Random(3);
        int lines = 3 * Marks.SPAN - 77;
        Marks marks = new Marks();
        marks.upTo(lines);
        BitSet plain = new BitSet();
        for (int i = 0; i < 2_000; i++) {
            int at = i % 3 == 0 ? random.nextInt(900) : Marks.SPAN * 2 + random.nextInt(lines - 2 * Marks.SPAN);
            marks.mark(at);
            plain.set(at);
        }
        assertThat(marks.count()).isEqualTo(plain.cardinality());
        for (int i = 0; i < 5_000; i++) {
            int at = random.nextInt(lines);
            assertThat(marks.has(at)).isEqualTo(plain.get(at));
            assertThat(marks.next(at)).isEqualTo(plain.nextSetBit(at));
            assertThat(marks.previous(at)).isEqualTo(plain.previousSetBit(at));
            assertThat(marks.before(at)).isEqualTo(plain.get(0, at).cardinality());
        }
        int rank = 0;
        for (int at = plain.nextSetBit(0); at >= 0; at = plain.nextSetBit(at + 1)) {
            assertThat(marks.at(rank)).isEqualTo(at);
            rank++;
        }
        assertThat(marks.at(rank)).isEqualTo(-1);
    }

    @Test
    void none_is_before_the_first_or_after_the_last() {
        Marks marks = new Marks();
        assertThat(marks.next(0)).isEqualTo(-1);
        assertThat(marks.previous(10)).isEqualTo(-1);
        assertThat(marks.before(10)).isZero();
        assertThat(marks.has(0)).isFalse();
        marks.upTo(1);
        marks.mark(0);
        assertThat(marks.next(-5)).isZero();
        assertThat(marks.next(1)).isEqualTo(-1);
        assertThat(marks.previous(Integer.MAX_VALUE)).isZero();
        assertThat(marks.before(Integer.MAX_VALUE)).isEqualTo(1);
    }
}
