@NullMarked
package dev.vigie.demo.web;

import org.jspecify.annotations.NullMarked;
