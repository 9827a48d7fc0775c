package dev.vigie.contract;

import java.util.LinkedHashMap;
import java.util.Map;

/// Cases that are known to differ, and why. A case that holds must not stand here.
final class NotYet {
    static final Map<String, String> WHY = new LinkedHashMap<>();

    static {
        because("the order of what is refused", "an object that ends takes no new finalizer");
        because(
                "server-side apply: owners, conflicts or refusals differ",
                "a JSON patch whose test fails is refused",
                "a JSON patch of what is not there is refused",
                "what is no longer applied goes",
                "what another applied too stays",
                "an apply after a creation shares or conflicts",
                "a merge patch takes a field from who applied it",
                "owners are given up by a patch",
                "several fields of another conflict",
                "fields of several others conflict",
                "an apply of what is gone, by its uid, conflicts",
                "an apply without a name takes that of the path",
                "an apply without a kind is refused",
                "an apply without a version is refused",
                "an apply of another kind is refused",
                "an apply of a field with a wrong type is refused",
                "an apply of an unknown field is refused",
                "an apply of a list is refused",
                "an apply of nothing is refused",
                "an apply of bad YAML is refused",
                "a list with the same key twice is refused",
                "containers are kept by their names",
                "ports and variables are kept by their keys",
                "a number that a scale took conflicts",
                "a service is applied",
                "a namespace is applied");
        because(
                "patches: owners, or the words of a refusal, differ",
                "conditions of a state are kept by their types",
                "who scales owns the number",
                "a manager with a name too long is refused",
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
                "not judged yet: what these cases begin with is refused by both, or words differ",
                "a step adds",
                "a step adds where nothing is above",
                "a step copies",
                "a step moves",
                "a step moves what is not there",
                "a step copies what is not there",
                "a step replaces what is not there",
                "a step names a key with a slash",
                "a step tests what is not there",
                "a step tests for nothing",
                "a step of an unknown kind",
                "a step without a kind",
                "a step without a path",
                "a step without a value",
                "a step whose path has no slash",
                "a step with an unknown word",
                "a step that is no object",
                "a step that takes the name",
                "a step of another type",
                "a step adds beyond a list",
                "a step removes beyond a list",
                "a step replaces beyond a list",
                "a step with a word for an index");
        because(
                "unknown fields in patches are not warned of or refused to the letter",
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
