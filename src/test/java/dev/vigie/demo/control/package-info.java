@NullMarked
package dev.vigie.demo.control;

import org.jspecify.annotations.NullMarked;
