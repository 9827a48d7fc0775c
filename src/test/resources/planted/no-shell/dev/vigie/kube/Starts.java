package dev.vigie.kube;

import java.util.List;

public class Starts {
    List<String> planted(String line) {
        return List.of("/bin/sh", "-c", line);
    }

    String[] plantedArray(String planted) {
        return new String[] {"cmd.exe", "/c", planted};
    }

    ProcessBuilder plantedBuilder() {
        return new ProcessBuilder("bash", "planted");
    }

    String plantedLine() {
        return "sh -c planted";
    }

    List<String> innocentTries() {
        return List.of("/bin/bash", "/bin/sh", "ash");
    }

    String innocentSentence() {
        return "push -c and cmd are words";
    }
}
