/// Kubeconfig files: read and merged exactly as kubectl does, and the credentials they name.
@NullMarked
package dev.vigie.kube.config;

import org.jspecify.annotations.NullMarked;
