/// What the kubelet answers of the containers of the demo: their logs, programs run inside, attaching to them and their
/// ports, over WebSockets. Nothing of it runs on the host.
@NullMarked
package dev.vigie.demo.inside;

import org.jspecify.annotations.NullMarked;
