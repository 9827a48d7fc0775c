package dev.vigie.kube;

public class Planted {
    void run(String line) throws java.io.IOException {
        Runtime.getRuntime().exec(line);
    }

    static class Innocent {
        void run(String program) throws java.io.IOException {
            new ProcessBuilder(program, "version").start();
        }
    }
}
