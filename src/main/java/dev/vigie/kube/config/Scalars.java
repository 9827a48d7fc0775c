package dev.vigie.kube.config;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BigIntegerNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.StringNode;

/// What a YAML scalar means to kubectl: `yes` is true, `0777` is 511, `12:30` and `2026-01-01` are text.
/// kubectl reads YAML 1.1 by a table of its own; neither YAML 1.2 nor SnakeYAML's table agrees with it.
final class Scalars {
    static final String PLAIN = "vigie:plain";
    private static final String CORE = "tag:yaml.org,2002:";
    private static final Set<String> YES =
            Set.of("y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON");
    private static final Set<String> NO =
            Set.of("n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF");
    private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");
    private static final Set<String> NOT_FINITE = Set.of(
            ".nan", ".NaN", ".NAN", ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF");
    private static final Set<String> KNOWN_TAGS =
            Set.of("str", "bool", "int", "float", "null", "timestamp", "binary", "merge", "map", "seq");
    private static final Pattern FLOAT = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final BigInteger MIN = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MAX_UNSIGNED = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

    private Scalars() {}

    /// A scalar that means nothing, or nothing JSON can say.
    static final class NoValue extends Exception {
        private static final long serialVersionUID = 1L;
    }

    static boolean known(String tag) {
        return tag.equals(PLAIN) || (tag.startsWith(CORE) && KNOWN_TAGS.contains(tag.substring(CORE.length())));
    }

    /// `tag` is [#PLAIN] for a plain scalar without a tag, otherwise the scalar's full tag.
    static JsonNode resolve(String tag, String text) throws NoValue {
        if (tag.equals(PLAIN)) return plain(text);
        return switch (tag.substring(CORE.length())) {
            case "binary" -> binary(text);
            case "bool" -> demand(plain(text), JsonNode::isBoolean);
            case "int" -> demand(plain(text), JsonNode::isIntegralNumber);
            case "float" -> demand(plain(text), JsonNode::isNumber);
            case "null" -> demand(plain(text), JsonNode::isNull);
            default -> StringNode.valueOf(text);
        };
    }

    private static JsonNode demand(JsonNode value, java.util.function.Predicate<JsonNode> right) throws NoValue {
        if (!right.test(value)) throw new NoValue();
        return value;
    }

    private static JsonNode binary(String text) throws NoValue {
        byte[] bytes = GoBase64.decode(text);
        if (bytes == null) throw new NoValue();
        return StringNode.valueOf(new String(bytes, StandardCharsets.UTF_8));
    }

    private static JsonNode plain(String text) throws NoValue {
        if (YES.contains(text)) return BooleanNode.TRUE;
        if (NO.contains(text)) return BooleanNode.FALSE;
        if (NOTHING.contains(text)) return NullNode.instance;
        if (NOT_FINITE.contains(text)) throw new NoValue();
        JsonNode number = number(text);
        return number == null ? StringNode.valueOf(text) : number;
    }

    private static @Nullable JsonNode number(String text) {
        char first = text.charAt(0);
        if (first == '.') return real(text);
        if (first != '+' && first != '-' && (first < '0' || first > '9')) return null;
        String digits = text.replace("_", "");
        JsonNode whole = whole(digits);
        if (whole != null) return whole;
        JsonNode real = real(digits);
        return real != null ? real : looseBinary(digits);
    }

    private static @Nullable JsonNode real(String text) {
        if (!FLOAT.matcher(text).matches()) return null;
        double value = Double.parseDouble(text);
        return Double.isInfinite(value) ? null : DoubleNode.valueOf(value);
    }

    /// An integer as Go's `ParseInt` and `ParseUint` with base 0 read it.
    private static @Nullable JsonNode whole(String text) {
        boolean signed = text.startsWith("-") || text.startsWith("+");
        String body = signed ? text.substring(1) : text;
        String low = body.toLowerCase(Locale.ROOT);
        for (Map.Entry<String, Integer> prefix :
                Map.of("0x", 16, "0o", 8, "0b", 2).entrySet()) {
            if (low.startsWith(prefix.getKey())) return within(text, body.substring(2), prefix.getValue());
        }
        boolean octal = body.length() > 1 && body.startsWith("0");
        return within(text, octal ? body.substring(1) : body, octal ? 8 : 10);
    }

    private static @Nullable JsonNode within(String text, String digits, int base) {
        if (digits.isEmpty()) return null;
        for (char c : digits.toCharArray()) if (c > 'f' || Character.digit(c, base) < 0) return null;
        BigInteger value = new BigInteger(digits, base);
        if (text.startsWith("-")) value = value.negate();
        if (value.bitLength() < 64 && value.compareTo(MIN) >= 0) return LongNode.valueOf(value.longValueExact());
        boolean unsigned = value.signum() > 0 && !text.startsWith("+") && value.compareTo(MAX_UNSIGNED) <= 0;
        return unsigned ? BigIntegerNode.valueOf(value) : null;
    }

    /// `0b-1` and `-0b1` written oddly: kubectl reads what follows `0b` with a sign of its own.
    private static @Nullable JsonNode looseBinary(String text) {
        if (!text.matches("0b[-+][01]{1,63}")) return null;
        return LongNode.valueOf(Long.parseLong(text.substring(2), 2));
    }

    /// A number as kubectl writes it when it is the key of a map: the shortest text of a 32-bit float.
    static String key(double value) {
        float f = (float) value;
        if (f == 0) return Float.floatToRawIntBits(f) < 0 ? "-0" : "0";
        java.math.BigDecimal shortest = new java.math.BigDecimal(Float.toString(f)).stripTrailingZeros();
        int exponent = shortest.precision() - shortest.scale() - 1;
        if (exponent >= -4 && exponent < 6) return shortest.toPlainString();
        String digits = shortest.unscaledValue().abs().toString();
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        String sign = shortest.signum() < 0 ? "-" : "";
        return sign + mantissa + "e" + (exponent < 0 ? "-" : "+") + (Math.abs(exponent) < 10 ? "0" : "")
                + Math.abs(exponent);
    }

    /// The standard alphabet for text that is shown again.
    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
