/// Reads what Kubernetes clients written in Go send by default: objects in protobuf. Nothing is written in it; clients
/// take JSON for an answer.
@NullMarked
package dev.vigie.demo.protobuf;

import org.jspecify.annotations.NullMarked;
