/// What the API server writes or refuses because of other objects: accounts, limits, quotas, priorities, addresses.
@NullMarked
package dev.vigie.demo.rules.admit;

import org.jspecify.annotations.NullMarked;
