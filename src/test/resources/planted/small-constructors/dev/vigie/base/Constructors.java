package dev.vigie.base;

public class Constructors {
    static class Planted {
        Planted(int a, int b, int c, int d, int e, int f, int g) {}
    }

    static class Innocent {
        Innocent(int a, int b, int c, int d, int e, int f) {}
    }

    record InnocentRecord(int a, int b, int c, int d, int e, int f, int g) {
        InnocentRecord {}
    }
}
