/// Schedules as Kubernetes reads them: what they say, and when they run next. Pure: no clock, no cluster.
@NullMarked
package dev.vigie.catalog.cron;

import org.jspecify.annotations.NullMarked;
