/// Tests of defaults, validation and admission, with the real API server as referee.
@NullMarked
package dev.vigie.demo.rules;

import org.jspecify.annotations.NullMarked;
