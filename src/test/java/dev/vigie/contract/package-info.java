/// One suite against both: what the real API server answers, the demo answers too. Where they differ, the demo is
/// wrong.
@NullMarked
package dev.vigie.contract;

import org.jspecify.annotations.NullMarked;
