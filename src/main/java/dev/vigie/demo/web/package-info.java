/// The door of the demo: HTTPS and WebSockets on loopback, for those who hold the token.
@NullMarked
package dev.vigie.demo.web;

import org.jspecify.annotations.NullMarked;
