package dev.vigie.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1",
        "-1, -1",
        "+3, 3",
        "1.5, 1.5",
        ".5, 0.5",
        "5., 5",
        "100m, 0.1",
        "250u, 0.00025",
        "7n, 0.000000007",
        "1k, 1000",
        "2M, 2000000",
        "3G, 3000000000",
        "1T, 1000000000000",
        "1P, 1000000000000000",
        "1E, 1000000000000000000",
        "1Ki, 1024",
        "1.5Gi, 1610612736",
        "128Mi, 134217728",
        "1Ti, 1099511627776",
        "1Pi, 1125899906842624",
        "1Ei, 1152921504606846976",
        "12e6, 12000000",
        "12E-3, 0.012",
        "1e+2, 100"
    })
    void a_quantity_is_worth_what_kubernetes_says(String text, BigDecimal value) {
        assertThat(Amount.parse(text)).isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @CsvSource({"''", "Mi", "1.2.3", "1 Gi", "1K", "1mi", "1e", "1e1.5", "e3", "--1", "1Gi2", "abc", "1e9999"})
    void anything_else_is_no_quantity(String text) {
        assertThat(Amount.parse(text)).isNull();
    }
}
