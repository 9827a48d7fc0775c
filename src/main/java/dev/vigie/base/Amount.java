package dev.vigie.base;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Kubernetes quantities by value: `100m` is a tenth, `1Ki` is 1024, `1k` is 1000, `12e6` is twelve millions.
public final class Amount {
    private static final int LONGEST = 40;

    private Amount() {}

    /// The exact value of a quantity; null when the text is none.
    public static @Nullable BigDecimal parse(String text) {
        int end = numberEnd(text);
        if (end == 0 || text.length() > LONGEST) return null;
        BigDecimal scale = scale(text.substring(end));
        if (scale == null) return null;
        try {
            return new BigDecimal(text.substring(0, end)).multiply(scale);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /// Where the leading signed decimal number ends; 0 when there is none.
    private static int numberEnd(String text) {
        int at = !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
        boolean digits = false;
        boolean point = false;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c >= '0' && c <= '9') digits = true;
            else if (c == '.' && !point) point = true;
            else break;
        }
        return digits ? at : 0;
    }

    private static @Nullable BigDecimal scale(String suffix) {
        return switch (suffix) {
            case "" -> BigDecimal.ONE;
            case "n" -> BigDecimal.ONE.movePointLeft(9);
            case "u" -> BigDecimal.ONE.movePointLeft(6);
            case "m" -> BigDecimal.ONE.movePointLeft(3);
            case "k" -> ten(3);
            case "M" -> ten(6);
            case "G" -> ten(9);
            case "T" -> ten(12);
            case "P" -> ten(15);
            case "E" -> ten(18);
            case "Ki" -> two(10);
            case "Mi" -> two(20);
            case "Gi" -> two(30);
            case "Ti" -> two(40);
            case "Pi" -> two(50);
            case "Ei" -> two(60);
            default -> exponent(suffix);
        };
    }

    private static @Nullable BigDecimal exponent(String suffix) {
        char first = suffix.charAt(0);
        if ((first != 'e' && first != 'E') || !suffix.substring(1).matches("[+-]?[0-9]{1,3}")) return null;
        return ten(Integer.parseInt(suffix.substring(1)));
    }

    private static BigDecimal ten(int power) {
        return BigDecimal.ONE.scaleByPowerOfTen(power);
    }

    private static BigDecimal two(int power) {
        return new BigDecimal(java.math.BigInteger.TWO.pow(power));
    }
}
