package dev.vigie.contract;

import java.util.LinkedHashMap;
import java.util.Map;

/// Cases that are known to differ, and why. A case that holds must not stand here.
final class NotYet {
    static final Map<String, String> WHY = new LinkedHashMap<>();

    static {
        because(
                "the answer is to be mended",
                "the apps group lists its resources",
                "the batch group lists its resources",
                "the policy group lists its resources",
                "the rbac group lists its resources",
                "the autoscaling group lists its resources",
                "the events group lists its resources",
                "the discovery group lists its resources",
                "an object is read at a version that is too large",
                "a table with an object of an unknown sort",
                "a table in an unknown version is refused",
                "a version must be a number",
                "a page takes no version",
                "a page takes no match of versions",
                "a page that nobody gave is refused",
                "a match of versions needs a version",
                "an unknown match of versions is refused",
                "version zero cannot be matched exactly",
                "a label selector is refused: %3Da",
                "a label selector is refused: a in",
                "a label selector is refused: a in b",
                "a label selector is refused: a in (b",
                "a label selector is refused: a,,b",
                "a label selector is refused: -a%3Db",
                "a label selector is refused: a%3D-b",
                "a label selector is refused: a%3Db%3Dc",
                "a label selector is refused: !",
                "a label selector is refused: a gt x",
                "a label selector is refused: (",
                "a field selector is refused: name",
                "a field selector is refused: %3D",
                "a field selector is refused: metadata.name%3Da%3Db",
                "an unknown rehearsal is refused",
                "what only the server says is not taken from a client",
                "an object of another kind is refused",
                "an object of another version is refused",
                "a kind without a version is refused",
                "a version without a kind is refused",
                "an object needs a name",
                "a new object has no version",
                "an object of a cluster's kind has no namespace",
                "a body that is no JSON is refused",
                "a body that is a list is refused",
                "a body that is a word is refused",
                "an empty body is refused",
                "a body with more after its end is refused",
                "a body in bad YAML is refused",
                "an answer in YAML is given to those who ask",
                "another object of the same name is not meant",
                "a body without a name is refused",
                "a version that is no number is refused",
                "an unknown policy is refused",
                "both words for orphans are one too many",
                "another object of the same name is not deleted",
                "another version of the object is not deleted",
                "options that are no JSON are refused",
                "options of another kind are refused",
                "the beginning may not be asked for without a match of versions",
                "a list has no beginning",
                "a watch takes no match of versions alone",
                "a watch of a version that is no number is refused",
                "others may ask for the version",
                "others may ask what is served",
                "what a role allows is allowed",
                "what no role allows is not allowed",
                "a role holds in its namespace only",
                "a subresource is allowed by its own name",
                "a role may allow one name",
                "a role that allows one name allows no other",
                "a review without a question is refused",
                "a path is allowed to all who are known",
                "another one's rights may be asked",
                "one's rules are listed",
                "an administrator's rules are listed",
                "another is told who he is",
                "a service account is told who it is",
                "nothing is put to discovery",
                "nothing is posted to a group",
                "HEAD has no body",
                "a path with two slashes",
                "a path that ends with a slash");
        because(
                "rules are being written",
                "an object of a missing namespace is refused",
                "a name must be one",
                "an object that ends takes no new finalizer");
        because(
                "patches are being written",
                "a JSON patch changes fields",
                "a JSON patch whose test fails is refused",
                "a JSON patch of what is not there is refused",
                "a patch that is no JSON is refused",
                "a merge patch that is a list is refused",
                "a JSON patch that is no list is refused",
                "a patch in an unknown form is refused",
                "an apply needs a manager");
    }

    private NotYet() {}

    private static void because(String why, String... names) {
        for (String name : names) WHY.put(name, why);
    }
}
