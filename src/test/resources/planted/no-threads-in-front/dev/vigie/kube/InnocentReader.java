package dev.vigie.kube;

public class InnocentReader {
    Thread reader = Thread.ofVirtual().unstarted(() -> {});
}
