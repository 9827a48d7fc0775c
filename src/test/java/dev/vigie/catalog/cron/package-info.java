@NullMarked
package dev.vigie.catalog.cron;

import org.jspecify.annotations.NullMarked;
