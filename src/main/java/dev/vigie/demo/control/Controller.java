package dev.vigie.demo.control;

/// One part of the control plane: brings what is nearer to what is wanted, as far as can be done now.
interface Controller {
    void run(World world);
}
