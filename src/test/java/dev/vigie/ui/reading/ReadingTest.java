package dev.vigie.ui.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What is folded, chosen and found in a text, also while it changes under the reader.
class ReadingTest {
    private final Reading reading = new Reading();

    /// Lines; those between `name{` and `}` are a block of that name.
    private static Written written(String... lines) {
        List<Written.Line> all = new ArrayList<>();
        for (int i = 0; i < lines.length; i++) {
            boolean block = lines[i].endsWith("{");
            int end = i;
            while (block && !lines[end].strip().equals("}")) end++;
            all.add(new Written.Line(lines[i], end, block ? lines[i].strip() : ""));
        }
        return new Written(all, (_, raw) -> List.of(new Written.Piece(raw, Written.Ink.PLAIN)));
    }

    private List<String> seen() {
        return IntStream.range(0, reading.rows())
                .mapToObj(
                        row -> reading.written().lines().get(reading.line(row)).raw())
                .toList();
    }

    @Test
    void a_folded_block_shows_its_head_and_is_copied_whole() {
        reading.show(written("a", "b{", " c", "}", "d"));
        reading.turn(1);
        assertThat(seen()).containsExactly("a", "b{", "d");
        reading.choose(new Spot(0, 0), new Spot(4, 1));
        assertThat(reading.copied()).isEqualTo("a\nb{\n c\n}\nd");
        reading.turn(1);
        assertThat(seen()).containsExactly("a", "b{", " c", "}", "d");
    }

    @Test
    void what_changes_leaves_folds_and_selection_with_their_lines() {
        reading.show(written("version 1", "b{", " c", "}", "name x", "phase Pending"));
        reading.turn(1);
        reading.choose(new Spot(4, 0), new Spot(4, 4));
        reading.show(written("version 2", "new", "new too", "b{", " c", " more", "}", "name x", "phase Running"));
        assertThat(seen()).containsExactly("version 2", "new", "new too", "b{", "name x", "phase Running");
        assertThat(reading.copied()).isEqualTo("name");
        assertThat(reading.moved(4)).isEqualTo(7);
        assertThat(reading.moved(5)).isEqualTo(8);
    }

    @Test
    void a_selection_in_a_line_that_got_shorter_stays_inside() {
        reading.show(written("long line", "end"));
        reading.choose(new Spot(0, 2), new Spot(0, 9));
        reading.show(written("lo", "end"));
        assertThat(reading.copied()).isEmpty();
        assertThat(reading.caret()).isEqualTo(new Spot(0, 2));
    }

    @Test
    void hits_are_counted_stepped_through_and_open_what_hides_them() {
        reading.show(written("Image", "b{", " image image", "}", "none"));
        reading.turn(1);
        reading.find("IMAGE");
        assertThat(reading.found().count()).isEqualTo(3);
        assertThat(reading.found().at()).isEqualTo(1);
        assertThat(seen()).hasSize(3);
        reading.step(1);
        assertThat(seen()).hasSize(5);
        assertThat(reading.caret()).isEqualTo(new Spot(2, 6));
        reading.step(-1);
        reading.step(-1);
        assertThat(reading.found().at()).isEqualTo(3);
        reading.show(written("first", "Image", "b{", " image image", "}", "none"));
        assertThat(reading.found().current()).isEqualTo(new Found.Hit(3, 7, 12));
        reading.find("");
        assertThat(reading.found().count()).isZero();
    }

    @Test
    void a_long_line_is_cut_for_the_eye_and_copied_whole() {
        String line = "x".repeat(300_000) + "end";
        reading.show(written(line, "next"));
        assertThat(reading.written().pieces(0).getFirst().text()).hasSize(Written.MOST);
        assertThat(reading.written().hidden(0)).isEqualTo(300_003 - Written.MOST);
        reading.choose(Spot.START, new Spot(0, Integer.MAX_VALUE));
        assertThat(reading.copied()).isEqualTo(line);
        reading.choose(new Spot(0, 10), new Spot(1, 2));
        assertThat(reading.copied()).isEqualTo(line.substring(10) + "\nne");
        reading.find("end");
        assertThat(reading.found().count()).isEqualTo(1);
    }

    @Test
    void signs_stand_for_what_would_act_on_a_screen_also_on_the_clipboard() {
        reading.show(written("a\u001b[31mb", "c\u202ed"));
        assertThat(reading.written().pieces(0).getFirst().text()).isEqualTo("a␛[31mb");
        assertThat(reading.written().pieces(1).getFirst().text()).isEqualTo("c⟨U+202E⟩d");
        reading.chooseAll();
        assertThat(reading.copied()).isEqualTo("a␛[31mb\nc\u202ed");
    }

    @Test
    void where_a_line_went_is_told_for_every_line() {
        List<String> before = List.of("a", "x", "b", "x", "c", "d");
        List<String> after = List.of("n", "a", "b", "m", "x", "d", "c2");
        Moved moved = new Moved(before, after);
        assertThat(IntStream.range(0, 6).map(moved::line)).containsExactly(1, 2, 2, 3, 4, 5);
        assertThat(new Moved(List.of(), after).line(3)).isZero();
        assertThat(new Moved(before, List.of("q")).line(5)).isZero();
    }
}
