package dev.vigie.kube;

import java.util.concurrent.TimeUnit;

public class Sleepers {
    static class Planted {
        void nap() throws InterruptedException {
            Thread.sleep(5);
        }
    }

    static class PlantedUnit {
        void nap() throws InterruptedException {
            TimeUnit.SECONDS.sleep(5);
        }
    }

    static class Innocent {
        void sleep() {
            sleep();
        }
    }
}
