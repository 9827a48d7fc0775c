/// What the API server knows of the fields of each kind: types, list keys, patch strategies, defaults; served again as
/// OpenAPI v3.
@NullMarked
package dev.vigie.demo.schema;

import org.jspecify.annotations.NullMarked;
