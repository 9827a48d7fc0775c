/// A real control plane for tests: built from Go modules, started as plain processes on loopback, with kubectl as
/// referee.
@NullMarked
package dev.vigie.testbed;

import org.jspecify.annotations.NullMarked;
