package dev.vigie.contract;

import java.util.LinkedHashMap;
import java.util.Map;

/// Cases that are known to differ, and why. A case that holds must not stand here.
final class NotYet {
    static final Map<String, String> WHY = new LinkedHashMap<>();

    static {
        because("the order of what is refused", "an object that ends takes no new finalizer");
        because(
                "server-side apply: owners, their times and conflicts",
                "what is no longer applied goes",
                "what another applied too stays",
                "an apply after a creation shares or conflicts",
                "owners are given up by a patch",
                "several fields of another conflict",
                "an apply of what is gone, by its uid, conflicts",
                "containers are kept by their names",
                "ports and variables are kept by their keys",
                "a number that a scale took conflicts",
                "a service is applied",
                "a namespace is applied");
        because(
                "server-side apply: what is refused, and in which words",
                "an apply without a name takes that of the path",
                "an apply without a kind is refused",
                "an apply without a version is refused",
                "an apply of another kind is refused",
                "an apply of a field with a wrong type is refused",
                "an apply of an unknown field is refused",
                "an apply of a list is refused",
                "an apply of nothing is refused",
                "an apply of bad YAML is refused",
                "a list with the same key twice is refused");
        because(
                "who owns what after a write to a state or a scale",
                "conditions of a state are kept by their types",
                "who scales owns the number",
                "a manager with a name too long is refused");
        because(
                "strategic merge patch: order of lists, and the words of a refusal",
                "a container is added by its name",
                "a container without its merge key is refused",
                "an order that lacks what is patched is refused",
                "an order that is no list is refused",
                "kept keys must name what is patched",
                "an unknown word how to patch is refused",
                "a map is replaced",
                "a finalizer is added to the list",
                "a list where an object belongs is refused",
                "a word where a list belongs is refused",
                "a word where a number belongs is refused",
                "a word where a number belongs is refused in a merge patch");
        because(
                "JSON patch: values that are not there, steps that make no sense, words of a refused object",
                "a step copies what is not there",
                "a step replaces what is not there",
                "a step without a value",
                "a step with an unknown word",
                "a step that is no object",
                "a step that takes the name",
                "a step of another type");
        because(
                "unknown fields in a patch: order and words of what is refused",
                "an unknown field, merge, Strict",
                "an unknown field, strategic-merge, Strict",
                "an unknown field, json, Strict",
                "an unknown field, apply, Strict",
                "an unknown field, merge, Warn",
                "an unknown field, strategic-merge, Warn",
                "an unknown field, apply, Warn",
                "an unknown field, apply, Ignore",
                "an unknown field, merge, Foo",
                "an unknown field, strategic-merge, Foo",
                "an unknown field, json, Foo",
                "an unknown field, apply, Foo");
    }

    private NotYet() {}

    private static void because(String why, String... names) {
        for (String name : names) WHY.put(name, why);
    }
}
