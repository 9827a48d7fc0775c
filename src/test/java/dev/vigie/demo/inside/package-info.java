/// Tests of the insides of containers: exec, attach, port-forward and logs.
@NullMarked
package dev.vigie.demo.inside;

import org.jspecify.annotations.NullMarked;
