package dev.vigie.demo.image;

/// An image reference in its parts, with what is understood when it is left out: `nginx` is
/// `docker.io/library/nginx:latest`.
record Reference(String host, String repository, String tag) {
    static Reference of(String text) {
        String name = text.strip();
        String tag = "latest";
        int digest = name.indexOf('@');
        if (digest >= 0) {
            tag = name.substring(digest + 1);
            name = name.substring(0, digest);
        }
        int colon = name.lastIndexOf(':');
        if (colon > name.lastIndexOf('/')) {
            if (digest < 0) tag = name.substring(colon + 1);
            name = name.substring(0, colon);
        }
        int slash = name.indexOf('/');
        String first = slash < 0 ? "" : name.substring(0, slash);
        boolean hosted = first.contains(".") || first.contains(":") || first.equals("localhost");
        if (hosted) return new Reference(first, name.substring(slash + 1), tag);
        return new Reference("docker.io", slash < 0 ? "library/" + name : name, tag);
    }

    /// Host and repository: what a program is known by.
    String name() {
        return host + "/" + repository;
    }

    boolean digested() {
        return tag.startsWith("sha256:");
    }
}
