/// As much of SPDY 3.1 as port-forwards need: streams with headers, half-closing, pings. No flow control, as in the
/// clients of Kubernetes.
@NullMarked
package dev.vigie.demo.inside.spdy;

import org.jspecify.annotations.NullMarked;
