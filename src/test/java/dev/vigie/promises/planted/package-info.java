/// Tests that are only run by tests: they pass, fail and are skipped on purpose, and claim what nobody promised.
@NullMarked
package dev.vigie.promises.planted;

import org.jspecify.annotations.NullMarked;
