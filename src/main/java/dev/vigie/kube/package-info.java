/// The outside world: API servers, reached over HTTP. The only user of the Fabric8 client; every call may wait.
/// Nothing here knows the toolkit; nothing here is called on the FX thread.
@NullMarked
package dev.vigie.kube;

import org.jspecify.annotations.NullMarked;
