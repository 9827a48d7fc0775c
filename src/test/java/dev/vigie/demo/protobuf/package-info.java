@NullMarked
package dev.vigie.demo.protobuf;

import org.jspecify.annotations.NullMarked;
