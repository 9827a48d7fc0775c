package dev.vigie.demo.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An amount of a resource such as `250m`, `1.5Gi`, `1e3`; its text is the shortest that loses nothing, as the API
/// server writes it.
public record Quantity(BigDecimal amount, Form form) implements Comparable<Quantity> {
    /// How it was written, which its text and sums keep.
    public enum Form {
        DECIMAL,
        BINARY,
        EXPONENT
    }

    public static final Quantity ZERO = new Quantity(BigDecimal.ZERO, Form.DECIMAL);

    private static final Pattern WORDS = Pattern.compile("([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)");
    private static final Pattern EXPONENT = Pattern.compile("[eE]([-+]?[0-9]+)");
    private static final List<String> BINARIES = List.of("", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei");
    private static final List<String> DECIMALS = List.of("n", "u", "m", "", "k", "M", "G", "T", "P", "E");
    private static final Map<String, Integer> POWERS =
            Map.of("n", -9, "u", -6, "m", -3, "", 0, "k", 3, "M", 6, "G", 9, "T", 12, "P", 15, "E", 18);
    private static final BigInteger KIBI = BigInteger.valueOf(1024);
    private static final BigInteger KILO = BigInteger.valueOf(1000);

    /// What a text that is no quantity is refused with.
    public static final class Malformed extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        private Malformed(String why) {
            super(why);
        }
    }

    /// Reads a text; throws `Malformed` with the server's words.
    public static Quantity parse(String text) {
        Matcher words = WORDS.matcher(text);
        if (!words.matches()) {
            throw new Malformed(
                    "quantities must match the regular expression " + "'^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'");
        }
        BigDecimal number = number(words.group(1));
        String unit = words.group(2);
        Integer power = POWERS.get(unit);
        if (power != null) return new Quantity(rounded(number.scaleByPowerOfTen(power)), Form.DECIMAL);
        int binary = BINARIES.indexOf(unit);
        if (binary > 0) {
            return new Quantity(rounded(number.multiply(new BigDecimal(KIBI.pow(binary)))), Form.BINARY);
        }
        Matcher exponent = EXPONENT.matcher(unit);
        if (!exponent.matches() || exponent.group(1).length() > 3) {
            throw new Malformed("unable to parse quantity's suffix");
        }
        return new Quantity(rounded(number.scaleByPowerOfTen(Integer.parseInt(exponent.group(1)))), Form.EXPONENT);
    }

    private static BigDecimal number(String digits) {
        try {
            return new BigDecimal(digits.endsWith(".") ? digits + "0" : digits);
        } catch (NumberFormatException e) {
            throw new Malformed("unable to parse numeric part of quantity");
        }
    }

    /// Nothing is finer than a billionth: it is rounded away from zero.
    private static BigDecimal rounded(BigDecimal amount) {
        return amount.scale() > 9 ? amount.setScale(9, RoundingMode.UP) : amount;
    }

    public Quantity plus(Quantity other) {
        return new Quantity(amount.add(other.amount), amount.signum() == 0 ? other.form : form);
    }

    public Quantity minus(Quantity other) {
        return new Quantity(amount.subtract(other.amount), amount.signum() == 0 ? other.form : form);
    }

    /// Thousandths, rounded up.
    public long milli() {
        return amount.scaleByPowerOfTen(3).setScale(0, RoundingMode.CEILING).longValue();
    }

    public boolean whole() {
        return amount.signum() == 0 || amount.stripTrailingZeros().scale() <= 0;
    }

    @Override
    public int compareTo(Quantity other) {
        return amount.compareTo(other.amount);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Quantity that && compareTo(that) == 0;
    }

    @Override
    public int hashCode() {
        return amount.stripTrailingZeros().hashCode();
    }

    @Override
    public String toString() {
        if (amount.signum() == 0) return "0";
        return switch (form) {
            case BINARY -> whole() && amount.abs().compareTo(new BigDecimal(KIBI)) >= 0 ? binary() : decimal();
            case DECIMAL -> decimal();
            case EXPONENT -> exponent();
        };
    }

    private String binary() {
        BigInteger left = amount.toBigInteger();
        int unit = 0;
        while (unit < BINARIES.size() - 1 && left.mod(KIBI).signum() == 0) {
            left = left.divide(KIBI);
            unit++;
        }
        return left + BINARIES.get(unit);
    }

    private String decimal() {
        BigInteger left = billionths();
        int unit = 0;
        while (unit < DECIMALS.size() - 1 && left.mod(KILO).signum() == 0) {
            left = left.divide(KILO);
            unit++;
        }
        return left + DECIMALS.get(unit);
    }

    private String exponent() {
        BigInteger left = billionths();
        int power = -9;
        while (left.mod(KILO).signum() == 0) {
            left = left.divide(KILO);
            power += 3;
        }
        return power == 0 ? left.toString() : left + "e" + power;
    }

    private BigInteger billionths() {
        return amount.scaleByPowerOfTen(9).setScale(0, RoundingMode.UP).toBigInteger();
    }
}
