package dev.vigie.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/// Runs the demo cluster alone and writes its kubeconfig into the file that is named, to try kubectl on it.
final class DemoByHand {
    private DemoByHand() {}

    public static void main(String[] words) throws IOException, InterruptedException {
        long began = System.nanoTime();
        try (DemoCluster demo = DemoCluster.start()) {
            Files.writeString(Path.of(words[0]), demo.kubeconfig());
            System.out.println(demo.server() + " after " + (System.nanoTime() - began) / 1_000_000 + " ms");
            new CountDownLatch(1).await();
        }
    }
}
