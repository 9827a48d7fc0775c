package dev.vigie.workbench;

import java.util.concurrent.CompletableFuture;

public class PlantedFuture {
    Object answer = CompletableFuture.supplyAsync(() -> "");

    static class Innocent {
        CompletableFuture<String> answer = new CompletableFuture<>();
    }
}
