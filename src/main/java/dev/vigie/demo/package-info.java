/// A small Kubernetes inside the program, to try everything without a cluster. It does what Vigie and its learners need
/// and refuses the rest honestly;
/// one suite of cases holds it against a real API server, and where they differ it is wrong here.
@NullMarked
package dev.vigie.demo;

import org.jspecify.annotations.NullMarked;
