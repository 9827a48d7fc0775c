package dev.vigie.demo.inside.given;

import dev.vigie.demo.model.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Fields of a pod as the downward API tells them.
final class Fields {
    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("m", "0.001"),
            Map.entry("k", "1000"),
            Map.entry("M", "1000000"),
            Map.entry("G", "1000000000"),
            Map.entry("T", "1000000000000"),
            Map.entry("Ki", "1024"),
            Map.entry("Mi", "1048576"),
            Map.entry("Gi", "1073741824"),
            Map.entry("Ti", "1099511627776"));

    private Fields() {}

    /// What a `fieldPath` says.
    static String of(ObjectNode pod, String path) {
        int bracket = path.indexOf("['");
        if (bracket > 0 && path.endsWith("']")) {
            String key = path.substring(bracket + 2, path.length() - 2);
            return Json.strings(pod, path.substring(0, bracket).split("\\.")).getOrDefault(key, "");
        }
        return switch (path) {
            case "metadata.labels", "metadata.annotations" -> all(pod, path);
            case "status.podIPs" -> Json.text(pod, "status", "podIP");
            case "status.hostIPs" -> Json.text(pod, "status", "hostIP");
            default -> Json.text(pod, path.split("\\."));
        };
    }

    private static String all(ObjectNode pod, String path) {
        StringBuilder lines = new StringBuilder();
        Json.strings(pod, path.split("\\."))
                .forEach((name, value) ->
                        lines.append(name).append("=\"").append(value).append("\"\n"));
        return lines.toString().strip();
    }

    /// What a `resourceFieldRef` says: the amount in units of its divisor, rounded up.
    static String amount(JsonNode container, JsonNode reference) {
        String resource = Json.text(reference, "resource");
        String text = Json.text(container, ("resources." + resource).split("\\."));
        if (text.isEmpty()) text = resource.endsWith("cpu") ? "2" : "8053516Ki";
        String divisor = Json.text(reference, "divisor");
        BigDecimal by = divisor.isEmpty() || divisor.equals("0") ? BigDecimal.ONE : number(divisor);
        return number(text).divide(by, 0, RoundingMode.CEILING).toPlainString();
    }

    private static BigDecimal number(String quantity) {
        String digits = quantity.replaceAll("[A-Za-z]+$", "");
        if (!digits.matches("\\d{1,18}(\\.\\d{1,9})?")) return BigDecimal.ONE;
        String unit = UNITS.getOrDefault(quantity.substring(digits.length()), "1");
        return new BigDecimal(digits).multiply(new BigDecimal(unit));
    }
}
