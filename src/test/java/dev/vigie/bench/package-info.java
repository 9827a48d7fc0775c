/// Figures: how fast and how small, beside kubectl in the same run. Started by one command; no part of the tests.
@NullMarked
package dev.vigie.bench;

import org.jspecify.annotations.NullMarked;
