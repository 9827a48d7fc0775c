/// The life of the demo cluster: controllers, scheduler and kubelet, each a function of the objects and the time.
@NullMarked
package dev.vigie.demo.control;

import org.jspecify.annotations.NullMarked;
