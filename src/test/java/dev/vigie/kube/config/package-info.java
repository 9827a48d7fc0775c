@NullMarked
package dev.vigie.kube.config;

import org.jspecify.annotations.NullMarked;
