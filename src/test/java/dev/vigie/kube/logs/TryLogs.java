package dev.vigie.kube.logs;

import dev.vigie.demo.DemoCluster;
import dev.vigie.kube.Cluster;
import dev.vigie.kube.Opened;
import dev.vigie.text.Lines;
import dev.vigie.text.SpillFolder;
import java.nio.file.Files;
import java.nio.file.Path;

final class TryLogs {
    private TryLogs() {}

    public static void main(String[] words) throws Exception {
        Path folder = Files.createTempDirectory("try");
        try (DemoCluster demo = DemoCluster.start()) {
            Path config = Files.writeString(folder.resolve("config"), demo.kubeconfig());
            try (Cluster cluster = Opened.withToken(config, demo.token())) {
                Process p = new ProcessBuilder(words[0], "--kubeconfig", config.toString(), "get", "pods", "-n", "test", "-o", "name").start();
                String pod = new String(p.getInputStream().readAllBytes()).lines().filter(l -> l.contains("unicorn-front")).reduce((a, b) -> b).get().substring(4);
                Lines lines = new Lines(new SpillFolder(folder));
                LogTail tail = LogTail.start(
                        cluster, LogRequest.of(new LogRequest.Pods.Named("test", pod, "")).tail(3), lines, () -> {});
                Thread.sleep(3000);
                new ProcessBuilder(words[0], "--kubeconfig", config.toString(), "delete", "pod", pod, "-n", "test").inheritIO().start().waitFor();
                for (int i = 0; i < 8; i++) {
                    Thread.sleep(1000);
                    System.out.println(i + " lines " + lines.count() + " pods " + tail.pods());
                    for (LogSource s : tail.sources()) System.out.println(s + " " + tail.state(s));
                }
                for (int i = 0; i < lines.count(); i++)
                    System.out.println(lines.source(i) + " " + lines.isNote(i) + " " + lines.line(i, 100).text());
                tail.close();
            }
        }
    }
}
