package dev.vigie.demo.image;

import java.util.List;
import java.util.SplittableRandom;

/// What the demo's shop sells and who comes by: words that several logs share.
final class Shop {
    static final List<String> PRODUCTS = List.of(
            "rainbow-mane",
            "licorne-étoilée",
            "sparkle-hoof",
            "Einhorn-Müsli",
            "独角兽-plush",
            "horn-polish",
            "единорог-mug",
            "cloud-saddle");

    static final List<String> PATHS = List.of(
            "/",
            "/",
            "/products",
            "/products/rainbow-mane",
            "/products/licorne-%C3%A9toil%C3%A9e",
            "/products/sparkle-hoof",
            "/cart",
            "/cart/items",
            "/static/app.4f9c1.js",
            "/static/unicorn.svg",
            "/search?q=horn");

    static final List<String> BROWSERS = List.of(
            "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.1 Safari/605.1.15",
            "Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36",
            "curl/8.17.0");

    private Shop() {}

    static <T> T one(List<T> of, SplittableRandom dice) {
        return of.get(dice.nextInt(of.size()));
    }

    /// An address of the documentation's network.
    static String visitor(SplittableRandom dice) {
        return "203.0.113." + dice.nextInt(1, 255);
    }

    static String hex(SplittableRandom dice, int digits) {
        StringBuilder text = new StringBuilder();
        while (text.length() < digits) text.append(Integer.toHexString(dice.nextInt(16)));
        return text.toString();
    }

    /// How many of a thing of which there are `mean` on average, without wild luck.
    static int about(double mean, SplittableRandom dice) {
        return (int) Math.floor(mean * (0.5 + dice.nextDouble()) + dice.nextDouble());
    }
}
