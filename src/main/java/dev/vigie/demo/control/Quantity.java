package dev.vigie.demo.control;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Map.Entry;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Amounts of resources such as `250m`, `1.5`, `64Mi`, read and written by the API's rules.
record Quantity(BigDecimal amount, Form form) {
    /// How it was written, which a sum keeps.
    enum Form {
        DECIMAL,
        BINARY
    }

    static final Quantity ZERO = new Quantity(BigDecimal.ZERO, Form.DECIMAL);

    private static final Map<String, BigDecimal> BINARIES = Map.of(
            "Ki", power(10), "Mi", power(20), "Gi", power(30), "Ti", power(40), "Pi", power(50), "Ei", power(60));
    private static final Map<String, Integer> DECIMALS =
            Map.of("n", -9, "u", -6, "m", -3, "", 0, "k", 3, "M", 6, "G", 9, "T", 12, "P", 15, "E", 18);
    private static final String[] BINARY_UNITS = {"", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"};
    private static final String[] DECIMAL_UNITS = {"n", "u", "m", "", "k", "M", "G", "T", "P", "E"};

    private static BigDecimal power(int bits) {
        return new BigDecimal(BigInteger.TWO.pow(bits));
    }

    /// Zero for what is missing or no quantity.
    static Quantity of(@Nullable JsonNode node) {
        return node == null || !node.isValueNode() ? ZERO : parse(node.asString());
    }

    static Quantity parse(String text) {
        try {
            for (Entry<String, BigDecimal> unit : BINARIES.entrySet()) {
                if (text.endsWith(unit.getKey())) {
                    BigDecimal number = new BigDecimal(text.substring(0, text.length() - 2));
                    return new Quantity(number.multiply(unit.getValue()), Form.BINARY);
                }
            }
            String unit = text.isEmpty() ? "" : text.substring(text.length() - 1);
            Integer scale = DECIMALS.get(unit);
            if (scale == null) return new Quantity(new BigDecimal(text), Form.DECIMAL);
            String number = text.substring(0, text.length() - unit.length());
            return new Quantity(new BigDecimal(number).scaleByPowerOfTen(scale), Form.DECIMAL);
        } catch (NumberFormatException e) {
            return ZERO;
        }
    }

    static Quantity bytes(long bytes) {
        return new Quantity(BigDecimal.valueOf(bytes), Form.BINARY);
    }

    static Quantity count(long count) {
        return new Quantity(BigDecimal.valueOf(count), Form.DECIMAL);
    }

    Quantity plus(Quantity other) {
        return new Quantity(amount.add(other.amount), amount.signum() == 0 ? other.form : form);
    }

    Quantity most(Quantity other) {
        return amount.compareTo(other.amount) >= 0 ? this : other;
    }

    boolean above(Quantity other) {
        return amount.compareTo(other.amount) > 0;
    }

    boolean zero() {
        return amount.signum() == 0;
    }

    /// Thousandths, rounded up.
    long milli() {
        return amount.scaleByPowerOfTen(3).setScale(0, RoundingMode.CEILING).longValue();
    }

    /// Whole units, rounded up.
    long whole() {
        return amount.setScale(0, RoundingMode.CEILING).longValue();
    }

    /// The shortest form without loss, as the API server prints it.
    @Override
    public String toString() {
        if (amount.signum() == 0) return "0";
        boolean whole = amount.stripTrailingZeros().scale() <= 0;
        return form == Form.BINARY && whole && amount.compareTo(BigDecimal.valueOf(1024)) >= 0 ? binary() : decimal();
    }

    private String binary() {
        BigInteger left = amount.toBigInteger();
        BigInteger step = BigInteger.valueOf(1024);
        int unit = 0;
        while (unit < 6 && left.mod(step).signum() == 0) {
            left = left.divide(step);
            unit++;
        }
        return left + BINARY_UNITS[unit];
    }

    private String decimal() {
        BigInteger left =
                amount.scaleByPowerOfTen(9).setScale(0, RoundingMode.CEILING).toBigInteger();
        BigInteger step = BigInteger.valueOf(1000);
        int unit = 0;
        while (unit < 9 && left.mod(step).signum() == 0) {
            left = left.divide(step);
            unit++;
        }
        return left + DECIMAL_UNITS[unit];
    }
}
