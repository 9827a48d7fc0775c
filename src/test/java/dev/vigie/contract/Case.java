package dev.vigie.contract;

/// One conversation with an API server that must go the same way everywhere.
record Case(String name, Play play) {
    /// What a client says and hears, one thing after the other.
    interface Play {
        void on(Talk talk) throws Exception;
    }

    /// A case that asks once.
    static Case get(String name, String path, String... headers) {
        return new Case(name, talk -> talk.get(path, headers));
    }
}
