package dev.vigie.base;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.promises.Shows;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The rules of kubectl's ages, at their edges.
class AgeTest {
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final long YEAR = 365 * DAY;

    @ParameterizedTest
    @CsvSource({
        "-2, <invalid>", "-1, 0s", "0, 0s", "1, 1s", "119, 119s", "120, 2m", "121, 2m1s", "125, 2m5s",
        "599, 9m59s", "600, 10m", "659, 10m", "660, 11m", "10799, 179m", "10800, 3h", "10859, 3h", "10860, 3h1m",
        "28799, 7h59m", "28800, 8h", "32399, 8h", "172799, 47h", "172800, 2d", "176400, 2d1h", "273600, 3d4h"
    })
    void short_ages_are_printed_as_kubectl_prints_them(long seconds, String printed) {
        assertThat(Age.print(seconds)).isEqualTo(printed);
    }

    @Test
    @Shows("N16")
    void no_age_is_ever_negative_however_wrong_the_clock_is() {
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        for (long ahead : new long[] {1, 3600, 10L * 365 * 86400})
            assertThat(Age.since(now.getEpochSecond() + ahead, now)).isIn("0s", Age.INVALID);
    }

    @Test
    void long_ages_lose_hours_after_eight_days_and_days_after_eight_years() {
        assertThat(Age.print(8 * DAY - 1)).isEqualTo("7d23h");
        assertThat(Age.print(8 * DAY)).isEqualTo("8d");
        assertThat(Age.print(12 * DAY + 5 * HOUR)).isEqualTo("12d");
        assertThat(Age.print(2 * YEAR - 1)).isEqualTo("729d");
        assertThat(Age.print(2 * YEAR)).isEqualTo("2y");
        assertThat(Age.print(2 * YEAR + 3 * DAY)).isEqualTo("2y3d");
        assertThat(Age.print(8 * YEAR - 1)).isEqualTo("7y364d");
        assertThat(Age.print(8 * YEAR)).isEqualTo("8y");
        assertThat(Age.print(8 * YEAR + 200 * DAY)).isEqualTo("8y");
    }

    @Test
    void an_object_without_a_time_is_of_unknown_age() {
        assertThat(Age.since(Long.MIN_VALUE, Instant.now())).isEqualTo("<unknown>");
        assertThat(Age.since(1000, Instant.ofEpochSecond(1125))).isEqualTo("2m5s");
        assertThat(Age.since(1000, Instant.ofEpochSecond(997))).isEqualTo("<invalid>");
        assertThat(Age.since(1000, Instant.ofEpochSecond(998, 1))).isEqualTo("0s");
    }

    @Test
    void what_was_printed_is_read_back_within_its_last_unit() {
        for (long seconds = 0; seconds < 10 * YEAR; seconds += 1 + seconds / 37) {
            String printed = Age.print(seconds);
            OptionalLong read = Age.parse(printed);
            assertThat(read).isPresent();
            assertThat(Age.print(read.getAsLong())).isEqualTo(printed);
        }
    }

    @ParameterizedTest
    @CsvSource({"''", "<unknown>", "5", "m", "3x", "3d 4h", "-5m", "5m-", "99999999999999999999s"})
    void anything_else_is_no_age(String text) {
        assertThat(Age.parse(text)).isEmpty();
    }
}
