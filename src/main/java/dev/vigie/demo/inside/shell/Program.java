package dev.vigie.demo.inside.shell;

import java.io.IOException;

/// A small program; the answer is its exit code.
@FunctionalInterface
interface Program {
    int run(Call call) throws IOException;
}
