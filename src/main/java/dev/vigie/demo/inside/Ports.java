package dev.vigie.demo.inside;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The ports that are asked for in the query of a port-forward.
record Ports(List<Integer> numbers) {
    static Ports of(Map<String, List<String>> query) {
        List<String> asked = query.getOrDefault("ports", List.of());
        if (asked.isEmpty()) throw new KubeletFault(400, "query parameter \"port\" is required");
        List<Integer> numbers = new ArrayList<>();
        for (String each : asked) {
            if (each.isEmpty()) throw new KubeletFault(400, "query parameter \"port\" cannot be empty");
            for (String one : each.split(",", -1)) numbers.add(number(each, one));
        }
        return new Ports(List.copyOf(numbers));
    }

    private static int number(String whole, String text) {
        String fault = !text.matches("\\d+")
                ? "invalid syntax"
                : text.length() > 5 || Integer.parseInt(text) > 65535 ? "value out of range" : "";
        if (!fault.isEmpty())
            throw new KubeletFault(
                    400,
                    "unable to parse \"" + whole + "\" as a port: strconv.ParseUint: parsing \"" + text + "\": "
                            + fault);
        int number = Integer.parseInt(text);
        if (number < 1) throw new KubeletFault(400, "port \"" + whole + "\" must be > 0");
        return number;
    }
}
